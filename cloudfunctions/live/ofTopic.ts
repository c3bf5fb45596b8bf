import type { Instant } from '@domain/kernel/time'
import type { Transaction } from '@platform/transaction'
import { tellTopic } from '../forum/public'
import { type BroadcastDocument, scheduleOf } from './store'

type Told = Pick<
  BroadcastDocument,
  '_id' | 'title' | 'coverFileId' | 'topic' | 'stage' | 'shownFrom' | 'startsAt' | 'endsAt' | 'replay'
>

/** Its topic leads to it while it is announced; inside the caller's transaction. None, two or four requests. */
export async function tellItsTopic(
  tx: Transaction,
  after: Told,
  { before = after, at }: { before?: Pick<Told, 'topic'> | undefined; at: Instant },
): Promise<void> {
  const { stage, ...times } = scheduleOf(after)
  const { _id, title, coverFileId } = after
  await tellTopic(tx, {
    broadcastId: _id,
    before: before.topic,
    after: after.topic,
    showing: stage === 'open' ? { broadcastId: _id, title, coverFileId, ...times } : null,
    at,
  })
}
