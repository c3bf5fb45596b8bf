import { Refusal, refuse } from '@domain/kernel/errors'
import { beginsLike, documentLimits, fileKindOf } from '@domain/knowledge/document'
import { logFailure } from '@platform/log'
import { copyFile, removeFiles } from '@platform/storage'
import type { Edition } from './store'

/** Where documents lie: no client writes or reads there. */
const FOLDER = 'documents'

interface Uploaded {
  fileId: string
  fileName: string
  note: string
}

/**
 * Copies an upload to where its sender can't replace it and nobody reads it, and takes the upload away.
 * @throws Refusal KNOWLEDGE_FILE_UNFIT for what is no document, KNOWLEDGE_FILE_MISSING, CONTENT_CHECK_UNAVAILABLE
 */
export async function takeUpload({
  fileId,
  fileName,
  note,
}: Uploaded): Promise<Pick<Edition, 'fileId' | 'fileName' | 'kind' | 'bytes' | 'note'>> {
  const kind = fileKindOf(fileName)
  if (!kind || fileKindOf(fileId) !== kind) throw new Refusal('KNOWLEDGE_FILE_UNFIT')
  const assertFits = (content: Buffer) =>
    refuse(content.length > documentLimits.bytesMax || !beginsLike(kind, content), 'KNOWLEDGE_FILE_UNFIT')
  const copy = await copied(fileId, assertFits)
  await removeFiles([fileId])
  return { ...copy, fileName, kind, note }
}

async function copied(fileId: string, assertFits: (content: Buffer) => void) {
  try {
    return await copyFile(fileId, FOLDER, 'KNOWLEDGE_FILE_MISSING', assertFits)
  } catch (error) {
    if (error instanceof Refusal) throw error
    logFailure('copyFile', error)
    throw new Refusal('CONTENT_CHECK_UNAVAILABLE')
  }
}
