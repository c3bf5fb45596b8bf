import { createHash } from 'node:crypto'
import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import { rosterFiles } from './store'

/** Longer than a check and its retries take: whoever comes later uploads the file again. */
const FILE_LIFE_MS = 10 * MINUTE_MS

/** Notes which file a check is about to read, so that the timer removes it should the check die; one that begins anew notes a later end. One request. */
export async function noteFile(fileId: string, now: Instant): Promise<void> {
  const _id = createHash('sha256').update(fileId).digest('hex')
  await rosterFiles.put({ _id, fileId, expiresAt: now + FILE_LIFE_MS })
}
