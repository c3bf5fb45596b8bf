import { createHash } from 'node:crypto'
import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { removeFiles } from '@platform/storage'
import { rosterFiles } from './store'

/** Longer than a check and its retries take: whoever comes later uploads the file again. */
const FILE_LIFE_MS = 10 * MINUTE_MS
const REMOVED_AT_ONCE_MAX = 50

/** Notes which file a check is about to read, so that the timer removes it should the check die. One request. */
export async function noteFile(fileId: string, now: Instant): Promise<void> {
  const _id = createHash('sha256').update(fileId).digest('hex')
  await rosterFiles.put({ _id, fileId, expiresAt: now + FILE_LIFE_MS })
}

/**
 * Removes the files that checks have left, and forgets those that are gone; a timer calls it. What storage does not
 * remove is tried again.
 */
export async function removeLeftFiles(now: Instant): Promise<number> {
  const noted = await rosterFiles.find({
    where: { expiresAt: _.lt(now) },
    orderBy: [['expiresAt', 'asc']],
    limit: REMOVED_AT_ONCE_MAX,
  })
  if (noted.length === 0 || !(await removeFiles(noted.map(({ fileId }) => fileId)))) return 0
  // A check that has begun to read one of them anew meanwhile has noted a later end.
  return rosterFiles.removeWhere({ _id: _.in(noted.map(({ _id }) => _id)), expiresAt: _.lt(now) })
}
