import { type ErrorCode, refuse } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { isPicture } from '@domain/kernel/pictures'
import { copyFile, removeFiles } from './storage'

/** Where pictures lie: no client writes there. */
const FOLDER = 'pictures'

/**
 * Copies a picture that an editor has uploaded to where nobody can replace it, and takes the upload away.
 * @returns the file id of the copy
 * @throws Refusal `missing`, or `unfit` for what is no JPEG, PNG or WebP of at most 10 MB; what storage throws when it can't be reached
 */
export async function takePicture(fileId: string, missing: ErrorCode, unfit: ErrorCode): Promise<string> {
  const assertFits = (content: Buffer) =>
    refuse(content.length > limits.imageBytesMax || !isPicture(content), unfit)
  const copy = await copyFile(fileId, FOLDER, missing, assertFits)
  await removeFiles([fileId])
  return copy.fileId
}
