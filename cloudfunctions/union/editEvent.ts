import type { InputOf } from '@domain/kernel/contract'
import { type ErrorCode, Refusal, refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { assertTimes } from '@domain/union/event'
import { type EmployeeContext, handle } from '@platform/context'
import { keepingCopies } from '@platform/storage'
import type { Transaction } from '@platform/transaction'
import { reshapeAgreed, reshapeProposed, type SessionView, sessionsBy } from '../booking/public'
import { type Dropped, removeDropped } from '../forum/public'
import { tellDeciders } from './approvalNotices'
import { coverFrom } from './cover'
import {
  asksAgain,
  changeAsked,
  changeDropped,
  eventLines,
  linesNow,
  linesOf,
  sessionLines,
} from './eventChange'
import { copiesOf, dropPicturesBut, keepPictures, takeWords, wordsIn } from './eventWords'
import { hostedEvent } from './hostedEvent'
import { changeMatter } from './matters'
import { settle } from './messages'
import { type EventDocument, events } from './store'

/**
 * An event and its seats change in one transaction, or neither does. The session is hot while people join, but a host
 * edits seldom: the transaction is fought over for moments, and joining waits for it.
 */
export const editEvent = handle(
  union.editEvent,
  async (ctx, { eventId, version, coverPhotoId, ...input }) => {
    const [event, sessions] = await Promise.all([hostedEvent(ctx.employee, eventId), sessionsBy([eventId])])
    const session = mayChange(event, sessions.get(eventId), input, ctx.now)
    const isProposed = session.state === 'proposed'
    await ctx.wechat.assertTextIsSafe(...wordsIn(input))
    const { body, pictures, fresh, uploads } = await takeWords(ctx, eventId, input.body, event.pictures)

    const { title, fee, membersOnly, questions } = input
    const wished = linesOf(input)
    const asks = !isProposed && asksAgain(event, linesNow(event, session), wished)
    const lines = asks ? linesNow(event, session) : wished
    const change = asks ? await changeAsked(event, ctx.now) : null

    // Written in the transaction, read after it; a transaction that runs again writes it again.
    const lost: { gone: Dropped } = { gone: null }
    const edit = () =>
      ctx.transaction(
        async tx => {
          const before = await events.in(tx).require(eventId, 'UNION_EVENT_MISSING')
          refuse(!isAsRead(before, { event, version }), 'UNION_EVENT_CHANGED')
          const coverFileId = (await coverFrom(tx, event.associationId, coverPhotoId)) ?? before.coverFileId
          const shown = { title, coverFileId, fee }
          await reshape(tx, session, eventId, { ...shown, ...sessionLines(lines, ctx.now) })
          await keepPictures(tx, fresh)
          lost.gone = await dropPicturesBut(tx, pictures, before, ctx.now)
          const waits = change ? { ...change.asked, change: wished } : changeDropped(before, ctx.now)
          const own = { membersOnly, questions, body, pictures, version: version + 1 }
          const changed = { ...before, ...shown, ...own, ...eventLines(eventId, lines), ...waits }
          await events.in(tx).put(changed)
          if (change) await tellDeciders(tx, ctx, changeMatter(changed), { told: change.told })
          return { eventId, asked: asks }
        },
        () => ({
          subject: `${events.name}/${eventId}`,
          before: { title: event.title, startsAt: event.startsAt, capacity: session.capacity },
          after: { title, startsAt: wished.startsAt, capacity: wished.capacity, asked: asks },
        }),
      )
    const result = await keepingCopies(copiesOf(fresh, uploads), edit)
    await removeDropped(lost.gone)
    // What waited before waits no more, whether another change does in its place or none.
    if (event.change) await settle('event', [eventId], ctx.now - 1)
    return result
  },
)

/** Whether an event is still what its host has read, and what was read of it for them: neither changed nor decided since. */
function isAsRead(
  before: EventDocument,
  { event, version }: { event: EventDocument; version: number },
): boolean {
  return [before, event].every(one => (one.version ?? 0) === version) && before.decidedAt === event.decidedAt
}

/** @throws Refusal where the seats can't change with the event any more */
async function reshape(
  tx: Transaction,
  { state }: SessionView,
  eventId: string,
  lines: Parameters<typeof reshapeProposed>[2],
): Promise<void> {
  if (state === 'proposed') {
    refuse(!(await reshapeProposed(tx, eventId, lines)), 'UNION_EVENT_CHANGED')
    return
  }
  const hindrance = await reshapeAgreed(tx, eventId, lines)
  refuse(hindrance === 'over', 'UNION_EVENT_OVER')
  refuse(hindrance === 'seatsTaken', 'UNION_EVENT_SEATS_TAKEN', ['capacity'])
}

type Wish = Omit<InputOf<typeof union.editEvent>, 'eventId' | 'version'>

/** @throws Refusal where it is over, or the times, the fee or the seats don't fit */
function mayChange(
  event: EventDocument,
  session: SessionView | undefined,
  input: Pick<Wish, 'startsAt' | 'endsAt' | 'joinUntil' | 'cancelUntil'> & { capacity: number; fee: number },
  now: EmployeeContext['now'],
): SessionView {
  const isProposed = session?.state === 'proposed'
  if (!session || (!isProposed && session.state !== 'open') || now >= event.startsAt)
    throw new Refusal('UNION_EVENT_OVER')
  const refusals: [boolean, ErrorCode, string][] = [
    [!isProposed && input.fee !== event.fee, 'UNION_EVENT_FEE_FIXED', 'fee'],
    [session.taken > input.capacity, 'UNION_EVENT_SEATS_TAKEN', 'capacity'],
  ]
  for (const [condition, code, field] of refusals) refuse(condition, code, [field])
  assertTimes(input, now)
  return session
}
