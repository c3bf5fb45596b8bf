import type { Instant } from '@domain/kernel/time'
import type { OfferAnswer } from '@domain/notice/offer'
import { _ } from '@platform/cloud'
import { isPseudonym } from '@platform/ownData'
import type { Transaction } from '@platform/transaction'
import { isValid } from 'ulid'
import { type NoticeDocument, notices } from './store'

export { announceNews, takeBackNews } from './announcing'
export { exportOf, forget } from './ownPart'
export { unreadAlong, unreadFrom } from './reading'
export { permitting, sendIfPermitted } from './sending'
export { templateIds } from './templates'

type Written = Omit<NoticeDocument, 'read'>

/**
 * Puts a notice into an inbox, inside the caller's transaction: one request. The inbox is the guaranteed channel. Whoever
 * has had their data deleted has none, whatever still happens to what they had begun.
 */
export async function notify(tx: Transaction, notice: Written): Promise<void> {
  if (isPseudonym(notice.employeeId)) return
  // By anything else it would stand on top of what comes later.
  if (!isValid(notice._id)) throw new Error(`The id of a notice is a ULID, not ${notice._id.split('.')[0]}`)
  await notices.in(tx).insert({ ...notice, read: false })
}

/** Whether a notice is there and unread, inside the caller's transaction. One request. */
export async function isUnread(tx: Transaction, noticeId: string): Promise<boolean> {
  return (await notices.in(tx).get(noticeId))?.read === false
}

/** Gives a notice another title where it is, inside the caller's transaction. One request. */
export async function reword(tx: Transaction, noticeId: string, title: string): Promise<void> {
  await notices.in(tx).update(noticeId, { title })
}

/**
 * Notes on the notice what became of the seat that it offers, inside the caller's transaction. Nothing is left to be
 * done about it: it goes on among the other news of events and visits. One request.
 */
export async function answerOffer(tx: Transaction, noticeId: string, answer: OfferAnswer): Promise<void> {
  await notices.in(tx).update(noticeId, {
    kind: 'union',
    // What came to nothing by itself is news.
    read: answer !== 'over',
    'offer.answer': answer,
  })
}

type TargetKind = NonNullable<NoticeDocument['target']>['kind']

interface Settled {
  target: TargetKind | readonly TargetKind[]
  ids: readonly string[]
  /** Where what called for it stands from now on. */
  becomes: NoticeDocument['kind']
  /** The last instant of what is settled. Whoever calls for a next step at this moment settles what came before it. */
  until: Instant
}

/**
 * Takes what called for something out of what somebody has to do, once it is done by whoever. Outside of any
 * transaction, after it: should the execution die in between, an entry stays that opens what is settled. One request.
 */
export async function settleTodos({ becomes, ...todos }: Settled): Promise<void> {
  await notices.updateWhere(todosOf(todos), { kind: becomes, read: true })
}

/**
 * Takes what called for something out of the inboxes altogether, once whoever asked for it has taken it back: their words
 * are not to be read any more. Outside of any transaction, as `settleTodos`. One request.
 */
export async function takeBackTodos(todos: Omit<Settled, 'becomes'>): Promise<void> {
  await notices.removeWhere(todosOf(todos))
}

const todosOf = ({ target, ids, until }: Omit<Settled, 'becomes'>) => ({
  'target.id': _.in([...ids]),
  'target.kind': _.in([target].flat()),
  ...{ kind: 'todo' as const, at: _.lte(until) },
})

/** Takes a notice out of an inbox, inside the caller's transaction. One request. */
export async function takeBack(tx: Transaction, noticeId: string): Promise<void> {
  await notices.in(tx).remove(noticeId)
}
