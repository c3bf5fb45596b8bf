import { type ErrorCode, refuse } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { isPicture } from '@domain/kernel/pictures'
import { type Copied, copyFile, removeFiles } from './storage'

/** What a picture has to be, whoever uploads it. @throws Refusal `unfit` */
export const fitsAsPicture = (unfit: ErrorCode) => (content: Buffer) =>
  refuse(content.length > limits.imageBytesMax || !isPicture(content), unfit)

interface Unfitting {
  missing: ErrorCode
  unfit: ErrorCode
  folder?: string
}

/**
 * Copies a picture that somebody at a desk has uploaded to where nobody can replace it; the upload stays for
 * `keepingCopy` to take away.
 * @param folder where no client writes
 * @throws Refusal `missing`, or `unfit` for what is no JPEG, PNG, WebP or GIF of at most 10 MB; what storage throws when it can't be reached
 */
export async function copyPicture(
  uploadId: string,
  { missing, unfit, folder = 'pictures' }: Unfitting,
): Promise<Copied> {
  const { fileId } = await copyFile(uploadId, folder, missing, fitsAsPicture(unfit))
  return { fileId, uploadId }
}

/**
 * The same for several, in their order; those that are kept stay what they are.
 * @returns the pictures, those of them that are new, and what these were copied from: see `keepingCopies`
 * @throws Refusal `missing`, `unfit`; the copies of the others are taken away again
 */
export async function copyPictures(
  chosen: readonly string[],
  { isKept, ...unfitting }: Unfitting & { isKept: (fileId: string) => boolean },
): Promise<{ pictures: string[]; copies: string[]; uploads: string[] }> {
  const copies: string[] = []
  const copyOne = async (uploadId: string) => {
    const { fileId } = await copyPicture(uploadId, unfitting)
    copies.push(fileId)
    return fileId
  }
  const outcomes = await Promise.allSettled(chosen.map(fileId => (isKept(fileId) ? fileId : copyOne(fileId))))
  const pictures = outcomes.flatMap(outcome => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  const failed = outcomes.find(outcome => outcome.status === 'rejected')
  if (!failed) return { pictures, copies, uploads: chosen.filter(fileId => !isKept(fileId)) }
  await removeFiles(copies)
  throw failed.reason
}
