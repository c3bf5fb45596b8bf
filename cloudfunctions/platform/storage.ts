import { randomUUID } from 'node:crypto'
import { type ErrorCode, Refusal, refuse } from '@domain/kernel/errors'
import { slicesOf } from '@domain/kernel/slices'
import { cloud } from './cloud'
import { logFailure } from './log'

/**
 * The content of an uploaded file.
 * @throws Refusal `unreadable` when there is no such file or it can't be fetched
 */
export async function readFile(fileId: string, unreadable: ErrorCode): Promise<Buffer> {
  try {
    const { fileContent } = await cloud.downloadFile({ fileID: fileId })
    return fileContent
  } catch (error) {
    logFailure('downloadFile', error)
    throw new Refusal(unreadable)
  }
}

/**
 * The same as text.
 * @throws Refusal `unreadable` when there is no such file or it can't be fetched
 */
export async function readTextFile(fileId: string, unreadable: ErrorCode): Promise<string> {
  return textOf(await readFile(fileId, unreadable))
}

/** The text of a file in UTF-8, or in GBK, in which a Chinese Excel saves its CSV; what is neither has replacement characters. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Where clients write what is to be copied. */
const UPLOADED = /^cloud:\/\/[^/]+\/uploads\/[^/]+$/

/** Whether a file lies where clients write. */
export const isUpload = (fileId: string) => UPLOADED.test(fileId)

/**
 * Copies an uploaded file to where only functions write: whoever uploads a file may replace it, whoever knows the id
 * of the copy may not. The name of the copy can't be known before, so that nobody is there first. What lies anywhere
 * else is nobody's to give: it would come out of where it is closed, and be removed once it was copied.
 *
 * @param folder where the copy is put
 * @param assertFits looks at the content before it is copied, and throws where it may not be
 * @param announce is told the file id of the copy before there is one: so none lies there that nobody remembers
 * @returns the file id of the copy, and how large it is
 * @throws Refusal `missing` when there is no such file; whatever storage throws when it can't be reached
 */
export async function copyFile(
  fileId: string,
  folder: string,
  missing: ErrorCode,
  assertFits: (content: Buffer) => void = () => undefined,
  announce: (copyId: string) => Promise<void> = async () => undefined,
): Promise<{ fileId: string; bytes: number }> {
  refuse(!isUpload(fileId), missing)
  const { fileList } = await cloud.getTempFileURL({ fileList: [fileId] })
  if (!fileList[0]?.tempFileURL) throw new Refusal(missing)
  const { fileContent } = await cloud.downloadFile({ fileID: fileId })
  assertFits(fileContent)
  const extension = fileId.slice(fileId.lastIndexOf('.'))
  const cloudPath = `${folder}/${randomUUID()}${extension}`
  await announce(`${fileId.slice(0, fileId.indexOf('/uploads/'))}/${cloudPath}`)
  const { fileID } = await cloud.uploadFile({ cloudPath, fileContent })
  return { fileId: fileID, bytes: fileContent.length }
}

/** Long enough for a slow network, and short enough to be worth nothing when it is passed on. */
export const LINK_SECONDS = 600

/** A copy that lies where no client writes, and the upload that it was made of. */
export interface Copied {
  fileId: string
  uploadId: string
}

/** Runs the command that keeps a copy, as `keepingCopies`. */
export function keepingCopy<R>(copied: Copied | undefined, run: () => Promise<R>): Promise<R> {
  return copied ? keepingCopies({ copies: [copied.fileId], uploads: [copied.uploadId] }, run) : run()
}

/**
 * Runs the command that keeps copies. Only when it has come through have the uploads done their work: a repetition of one
 * that was cut off needs them again. A refusal is final, and its copies nobody's; after anything else the commit may have
 * come through, and the copies stay.
 */
export async function keepingCopies<R>(
  { copies, uploads }: { copies: readonly string[]; uploads: readonly string[] },
  run: () => Promise<R>,
): Promise<R> {
  try {
    const result = await run()
    await removeFiles(uploads)
    return result
  } catch (error) {
    if (error instanceof Refusal) await removeFiles(copies)
    throw error
  }
}

/**
 * Where a file can be fetched for ten minutes by whoever has the link.
 * @throws Refusal `missing` when there is no such file
 */
export async function temporaryLink(fileId: string, missing: ErrorCode): Promise<string> {
  const { fileList } = await cloud.getTempFileURL({ fileList: [{ fileID: fileId, maxAge: LINK_SECONDS }] })
  const url = fileList[0]?.tempFileURL
  if (!url) throw new Refusal(missing)
  return url
}

/**
 * Stores a file that a function has made, over one of the same path.
 * @returns its file id
 * @throws Refusal `failed` when storage can't be reached
 */
export async function storeFile(cloudPath: string, fileContent: Buffer, failed: ErrorCode): Promise<string> {
  try {
    return (await cloud.uploadFile({ cloudPath, fileContent })).fileID
  } catch (error) {
    logFailure('uploadFile', error)
    throw new Refusal(failed)
  }
}

/**
 * The file ids of what may lie at some paths, for whoever was not told: storage says the way to all of them to those alone
 * who store something, so that something that says nothing is stored over the first.
 * @throws whatever storage throws when it can't be reached
 */
export async function fileIdsAt(cloudPaths: readonly string[]): Promise<string[]> {
  const [first] = cloudPaths
  if (first === undefined) return []
  const { fileID } = await cloud.uploadFile({ cloudPath: first, fileContent: Buffer.from('-') })
  const store = fileID.slice(0, -first.length)
  return cloudPaths.map(path => `${store}${path}`)
}

/** As many as storage removes in one request. */
const REMOVED_AT_ONCE = 50

/**
 * Removes files. Never throws: where they have only done their work, what is left over costs storage alone; whoever has
 * promised that they go asks again.
 * @returns whether storage was reached; files that were not there are gone as well
 */
export async function removeFiles(fileIds: readonly string[]): Promise<boolean> {
  try {
    for (const fileList of slicesOf(fileIds, REMOVED_AT_ONCE)) await cloud.deleteFile({ fileList })
    return true
  } catch (error) {
    logFailure('deleteFile', error)
    return false
  }
}
