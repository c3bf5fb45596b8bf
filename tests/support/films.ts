import { newRequestId, upload } from './identityWorld'
import type { TestCloud } from './localCloud'

/** The first bytes of an MP4. */
export const MP4 = '\0\0\0\x18ftypisom'

/** A file's content, a byte for each character. */
export const bytes = (content: string) => new Uint8Array(Buffer.from(content, 'latin1'))

/** @returns the file id of a film that somebody has uploaded */
export function uploadFilm(cloud: TestCloud, { openid }: { openid: string }, content = MP4): Promise<string> {
  return upload(cloud, openid, `uploads/${newRequestId()}.mp4`, bytes(content))
}
