import { sortKey } from '@domain/kernel/paging'
import { DAY_MS, MINUTE_MS } from '@domain/kernel/time'
import type { Engine } from '../../tools/local-cloud/engine'

/**
 * Something that was decided at one moment in every room that decides, and beside it what nobody has decided.
 * @returns how many minutes each had waited, the shortest first
 */
export async function decideInEveryRoom(engine: Engine, at: number): Promise<number[]> {
  const minutes: number[] = []
  /** When the next of them began to wait: each a minute longer than the one before. */
  const begun = () => at - minutes.push(minutes.length + 1) * MINUTE_MS
  const put = (collection: string, documents: object[]) =>
    engine.insertMany(
      collection,
      documents.map((document, index) => ({ _id: `decided-${index}`, ...document })),
    )
  const decision = { at }
  const answered = (action: 'approve' | 'refuse', state: string, ...later: object[]) => ({
    ...{ answeredAt: at, state, decidedKey: sortKey(at + later.length, 'x'), appliedAt: 0 },
    trail: [{ action: 'apply', at: begun() }, { action, at }, ...later],
  })
  await put('union_memberships', [
    answered('refuse', 'refused'),
    // What a president ends afterwards was admitted as before, and no founder was.
    answered('approve', 'removed', { action: 'remove', at: at + 1 }),
    { state: 'member', decidedKey: sortKey(at, 'x'), appliedAt: at, trail: [{ action: 'approve', at }] },
  ])
  await put('union_foundings', [
    { createdAt: begun(), decidedAt: at, approval: { state: 'refused' } },
    { createdAt: 0, decidedAt: at, approval: { state: 'withdrawn' } },
  ])
  await put('union_events', [{ listKey: 'decided', proposedAt: begun(), decidedAt: at }])
  await put('identity_rebinds', [{ askedAt: begun(), decision }])
  await put('forum_reviews', [
    {
      orderKey: 'decided-0',
      decision,
      trail: [
        { what: 'reported', at: 0 },
        { what: 'kept', at: 1 },
        { what: 'reported', at: begun() },
        { what: 'hidden', at: at - 1 },
        { what: 'removed', at },
      ],
    },
    { orderKey: 'decided-1', decision: null, appeal: { at: begun(), answer: { at } } },
  ])
  await put('mall_orders', [
    { pickupCode: 'decided', answeredAt: at, trail: [{ action: 'askReturn', at: begun() }] },
  ])
  await put('selfservice_tickets', [{ submittedAt: begun(), resolvedAt: at }])
  await put('content_articles', [{ handedInAt: begun(), decidedAt: at }])
  await put('coin_hands', [
    { askedAt: begun(), decision },
    { askedAt: 0, decision: null },
  ])
  await put('coin_batches', [{ checkedAt: begun(), decision }])
  await put('identity_corrections', [{ askedAt: begun(), decision, employeeId: 'x' }])
  await put('knowledge_suggestions', [
    { at: begun(), state: 'refused', answer: decision },
    { at: 0, state: 'open', answer: null },
  ])
  const submitted = (since: number) => ({ action: 'submit', state: 'submitted', at: since })
  await put('careers_candidates', [
    {
      trail: [
        submitted(begun()),
        { action: 'contact', state: 'contacted', at },
        // What follows is work, and a friend who takes it back was answered by nobody.
        { action: 'interview', state: 'interviewing', at: at + 1 },
      ],
    },
    { trail: [submitted(0), { action: 'takeBack', state: 'withdrawn', at }] },
    { trail: [submitted(0), { action: 'decline', state: 'declined', at: at - DAY_MS }] },
  ])
  return minutes
}
