import { Refusal, refuse } from '@domain/kernel/errors'
import { beginsLike, documentLimits, fileKindOf } from '@domain/knowledge/document'
import { type Copied, copyFile } from '@platform/storage'
import type { Edition } from './store'

/** Where documents lie: no client writes or reads there. */
const FOLDER = 'documents'

interface Uploaded {
  fileId: string
  fileName: string
  note: string
}

/**
 * Copies an upload to where its sender can't replace it and nobody reads it; the upload stays for `keepingCopy`.
 * @throws Refusal KNOWLEDGE_FILE_UNFIT for what is no document, KNOWLEDGE_FILE_MISSING; what storage throws when it can't be reached
 */
export async function copyUpload({
  fileId,
  fileName,
  note,
}: Uploaded): Promise<Pick<Edition, 'fileName' | 'kind' | 'bytes' | 'note'> & Copied> {
  const kind = fileKindOf(fileName)
  if (!kind || fileKindOf(fileId) !== kind) throw new Refusal('KNOWLEDGE_FILE_UNFIT')
  const assertFits = (content: Buffer) =>
    refuse(content.length > documentLimits.bytesMax || !beginsLike(kind, content), 'KNOWLEDGE_FILE_UNFIT')
  const copy = await copyFile(fileId, FOLDER, 'KNOWLEDGE_FILE_MISSING', assertFits)
  return { ...copy, uploadId: fileId, fileName, kind, note }
}
