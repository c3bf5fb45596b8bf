import type { ErrorCode } from '@domain/kernel/errors'
import { type Instant, SECOND_MS } from '@domain/kernel/time'
import { _ } from './cloud'
import type { Collection, Document } from './collection'
import type { EmployeeContext } from './context'
import type { Shift } from './shift'
import { fileIdsAt, LINK_SECONDS, removeFiles, storeFile, temporaryLink } from './storage'

/** A file that a function has made for one person. A room remembers it until its timer takes it away. */
export interface HandedFileDocument extends Document {
  /** Where it lies, or will lie. */
  path: string
  /** Null: whoever was to store it has not come back yet, or died. */
  fileId: string | null
  /** When its link is over. */
  expiresAt: Instant
}

/** Each room's own folder in here is closed to clients: nobody reads there but by a link. */
const FOLDER = 'documents'
const REMOVED_AT_ONCE = 50

interface Made {
  folder: string
  /** What it is called where it is saved, since a browser goes by the end of the link. */
  name: string
  content: Buffer
  failed: ErrorCode
}

/**
 * Stores what was made for the caller. Its path is noted first, so that no file is left that nobody remembers, wherever
 * the call dies. One request; whoever calls it puts what it returns into the same collection in their transaction.
 * @param noted the room's collection of such files
 * @returns the link, and what is then known of the file
 * @throws Refusal `failed` when storage can't be reached
 */
export async function handOut(
  ctx: EmployeeContext,
  noted: Collection<HandedFileDocument>,
  { folder, name, content, failed }: Made,
): Promise<{ url: string; file: HandedFileDocument }> {
  const _id = ctx.newId('file')
  const path = `${FOLDER}/${folder}/${_id}/${name}`
  const file = { _id, path, fileId: null, expiresAt: ctx.now + LINK_SECONDS * SECOND_MS }
  await noted.put(file)
  const fileId = await storeFile(path, content, failed)
  const url = await temporaryLink(fileId, failed)
  return { url, file: { ...file, fileId } }
}

/** What a room notes of a file that goes when its time is over; null: there is none yet, or never was. */
interface Expiring extends Document {
  fileId: string | null
  expiresAt: Instant
}

/** Some rooms note where it will lie before it does: then it may be there with nobody told. */
type Noted = Expiring & { path?: string; paths?: string[] }

/**
 * Removes the files whose time is over, and then what was noted of them: what storage keeps is tried again. What has been
 * given another end meanwhile stays noted. A timer calls it. @returns how many notes went
 */
export async function removeExpiredFiles(
  noted: Collection<Expiring>,
  now: Instant,
  shift: Shift,
): Promise<number> {
  let removed = 0
  while (!shift.isOver()) {
    const over: Noted[] = await noted.find({
      where: { expiresAt: _.lte(now) },
      orderBy: [['expiresAt', 'asc']],
      limit: REMOVED_AT_ONCE,
    })
    const fileIds = over.flatMap(({ fileId }) => fileId ?? [])
    const unknown = over.filter(({ fileId }) => fileId === null)
    fileIds.push(...(await fileIdsAt(unknown.flatMap(({ path, paths = [] }) => (path ? [path] : paths)))))
    if (over.length === 0 || !(await removeFiles(fileIds))) break
    removed += await noted.removeWhere({ _id: _.in(over.map(({ _id }) => _id)), expiresAt: _.lte(now) })
    if (over.length < REMOVED_AT_ONCE) break
  }
  return removed
}
