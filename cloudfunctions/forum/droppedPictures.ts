import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { removeFiles } from '@platform/storage'
import type { Transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { type DroppedDocument, dropped } from './store'

/** What one run of the timer removes. */
const DROPPED_AT_ONCE_MAX = 100
/** Until then whoever has dropped them removes them. */
const GRACE_MS = 60_000

/** What is noted until it is removed; null: nothing. */
export type Dropped = DroppedDocument | null

/**
 * Notes pictures that nobody is to see any more, in the transaction that takes them out of sight: whoever dies after
 * the commit leaves them to the timer. One request; none where there are no pictures.
 * @returns what `removeDropped` is to be told after the commit
 */
export async function dropPictures(
  tx: Transaction,
  images: readonly { fileId: string }[],
  now: Instant,
): Promise<Dropped> {
  if (images.length === 0) return null
  const gone = { _id: ulid(now), fileIds: images.map(({ fileId }) => fileId), at: now }
  await dropped.in(tx).insert(gone)
  return gone
}

/** Removes them after the commit. One request; what storage does not answer for stays noted. */
export async function removeDropped(gone: Dropped): Promise<void> {
  if (gone) await remove(gone)
}

/** Removes what was left; a timer calls it. */
export async function removeLeft(now: Instant, shift: Shift): Promise<number> {
  const left = await dropped.find({
    where: { at: _.lte(now - GRACE_MS) },
    orderBy: [['at', 'asc']],
    limit: DROPPED_AT_ONCE_MAX,
  })
  return eachWhile(shift, left, remove)
}

async function remove({ _id, fileIds }: DroppedDocument): Promise<void> {
  if (await removeFiles(fileIds)) await dropped.removeWhere({ _id })
}
