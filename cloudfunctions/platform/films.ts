import { type ErrorCode, refuse } from '@domain/kernel/errors'
import { filmBytesMax, isFilm, isUploadedFilm } from '@domain/kernel/films'
import { type Copied, copyFile } from './storage'

/**
 * Copies a film that somebody has uploaded to where nobody can replace it; the upload stays for `keepingCopy` to take
 * away.
 * @param folder where no client writes
 * @throws Refusal `missing`, or `unfit` for what is no MP4 of at most 50 MB; what storage throws when it can't be reached
 */
export async function copyFilm(
  uploadId: string,
  { missing, unfit, folder = 'films' }: { missing: ErrorCode; unfit: ErrorCode; folder?: string },
): Promise<Copied> {
  refuse(!isUploadedFilm(uploadId), missing)
  const assertFits = (content: Buffer) => refuse(content.length > filmBytesMax || !isFilm(content), unfit)
  const { fileId } = await copyFile(uploadId, folder, missing, assertFits)
  return { fileId, uploadId }
}
