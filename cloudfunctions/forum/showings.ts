import { type Showing, withShowing } from '@domain/forum/showing'
import { topicIdOf } from '@domain/forum/topics'
import { termsOf } from '@domain/forum/words'
import type { Instant } from '@domain/kernel/time'
import type { Transaction } from '@platform/transaction'
import { topics } from './store'

interface Belonging {
  broadcastId: string
  /** The name of the topic that it belonged to before, and of that to which it belongs now; empty: to none. */
  before: string
  after: string
  /** How it stands; null: it is not announced. */
  showing: Showing | null
  at: Instant
}

/**
 * Tells its topic how a broadcast stands, and the one that it belonged to before that it does no more; inside the caller's
 * transaction. A topic that nobody has talked about yet is there while the broadcast is shown. Two requests for each topic.
 */
export async function tellTopic(
  tx: Transaction,
  { broadcastId, before, after, showing, at }: Belonging,
): Promise<void> {
  const known = before === '' ? '' : topicIdOf(before)
  const named = after === '' ? '' : topicIdOf(after)
  if (known !== '' && known !== named) await keep(tx, known, { broadcastId, showing: null, at })
  if (named === '' || (await keep(tx, named, { broadcastId, showing, at })) || !showing) return
  const fresh = { name: after, terms: termsOf(after), followers: [], followed: 0, createdAt: at }
  await topics.in(tx).insert({ _id: named, ...fresh, announced: true, showings: [showing] })
}

/** @returns false where there is no such topic */
async function keep(
  tx: Transaction,
  topicId: string,
  told: Pick<Belonging, 'broadcastId' | 'showing' | 'at'>,
): Promise<boolean> {
  const topic = await topics.in(tx).get(topicId)
  if (!topic) return false
  const { showings = [] } = topic
  const isKnown = showings.some(other => other.broadcastId === told.broadcastId)
  if (told.showing || isKnown)
    await topics.in(tx).update(topicId, { showings: withShowing(showings, told) })
  return true
}
