import { type ErrorCode, refuse } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { isPicture } from '@domain/kernel/pictures'
import { type Copied, copyFile } from './storage'

/** What a picture has to be, whoever uploads it. @throws Refusal `unfit` */
export const fitsAsPicture = (unfit: ErrorCode) => (content: Buffer) =>
  refuse(content.length > limits.imageBytesMax || !isPicture(content), unfit)

/**
 * Copies a picture that somebody at a desk has uploaded to where nobody can replace it; the upload stays for
 * `keepingCopy` to take away.
 * @param folder where no client writes
 * @throws Refusal `missing`, or `unfit` for what is no JPEG, PNG, WebP or GIF of at most 10 MB; what storage throws when it can't be reached
 */
export async function copyPicture(
  uploadId: string,
  { missing, unfit, folder = 'pictures' }: { missing: ErrorCode; unfit: ErrorCode; folder?: string },
): Promise<Copied> {
  const { fileId } = await copyFile(uploadId, folder, missing, fitsAsPicture(unfit))
  return { fileId, uploadId }
}
