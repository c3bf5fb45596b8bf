import type { ErrorCode } from '@domain/kernel/errors'
import { type Instant, SECOND_MS } from '@domain/kernel/time'
import { _ } from './cloud'
import type { Collection, Document } from './collection'
import type { EmployeeContext } from './context'
import { LINK_SECONDS, removeFiles, storeFile, temporaryLink } from './storage'

/** A file that a function has made for one person. A room remembers it until its timer takes it away. */
export interface HandedFileDocument extends Document {
  fileId: string
  /** When its link is over. */
  expiresAt: Instant
}

/** Each room's own folder in here is closed to clients: nobody reads there but by a link. */
const FOLDER = 'documents'
const REMOVED_AT_ONCE = 50

/**
 * Stores what was made for the caller, at the same path in a retry, so that no file is left that nobody remembers.
 * @param name what it is called where it is saved, since a browser goes by the end of the link
 * @returns the link, and what the room puts into its collection of such files
 * @throws Refusal `failed` when storage can't be reached
 */
export async function handOut(
  ctx: EmployeeContext,
  { folder, name, content, failed }: { folder: string; name: string; content: Buffer; failed: ErrorCode },
): Promise<{ url: string; file: HandedFileDocument }> {
  const _id = ctx.newId('file')
  const fileId = await storeFile(`${FOLDER}/${folder}/${_id}/${name}`, content, failed)
  const url = await temporaryLink(fileId, failed)
  return { url, file: { _id, fileId, expiresAt: ctx.now + LINK_SECONDS * SECOND_MS } }
}

/** What a room notes of a file that goes when its time is over; null: there is none yet, or never was. */
interface Expiring extends Document {
  fileId: string | null
  expiresAt: Instant
}

/**
 * Removes the files whose time is over, and then what was noted of them: what storage keeps is tried again. What has been
 * given another end meanwhile stays noted. A timer calls it.
 */
export async function removeExpiredFiles(noted: Collection<Expiring>, now: Instant): Promise<number> {
  const over = await noted.find({
    where: { expiresAt: _.lte(now) },
    orderBy: [['expiresAt', 'asc']],
    limit: REMOVED_AT_ONCE,
  })
  if (over.length === 0 || !(await removeFiles(over.flatMap(({ fileId }) => fileId ?? [])))) return 0
  return noted.removeWhere({ _id: _.in(over.map(({ _id }) => _id)), expiresAt: _.lte(now) })
}
