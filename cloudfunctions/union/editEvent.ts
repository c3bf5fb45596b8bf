import type { InputOf } from '@domain/kernel/contract'
import { type ErrorCode, Refusal, refuse } from '@domain/kernel/errors'
import { union } from '@domain/union/contract'
import { assertTimes } from '@domain/union/event'
import { _ } from '@platform/cloud'
import { type EmployeeContext, handle } from '@platform/context'
import { removeFiles } from '@platform/storage'
import { reshapeProposed, reshapeSession, type SessionView, sessionsBy } from '../booking/public'
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
import { keepPictures, takeWords, wordsIn } from './eventWords'
import { hostedEvent } from './hostedEvent'
import { changeMatter } from './matters'
import { type EventDocument, events } from './store'

/**
 * The seats of an event that people may join are changed first, outside of the transaction: a retry after a crash
 * changes both again. Those of one that the union is still looking at change with it. Before either the version is
 * taken, so that of two who write over the same one the second changes nothing.
 */
export const editEvent = handle(
  union.editEvent,
  async (ctx, { eventId, version, coverPhotoId, ...input }) => {
    const [event, sessions] = await Promise.all([hostedEvent(ctx.employee, eventId), sessionsBy([eventId])])
    const session = mayChange(event, sessions.get(eventId), input, ctx.now)
    const isProposed = session.state === 'proposed'
    const coverFileId = (await coverFrom(event.associationId, coverPhotoId)) ?? event.coverFileId
    await ctx.wechat.assertTextIsSafe(...wordsIn(input))
    const { body, pictures, fresh, uploads } = await takeWords(ctx, eventId, input.body, event.pictures)

    const { title, fee, membersOnly, questions } = input
    const wished = linesOf(input)
    const asks = !isProposed && asksAgain(event, linesNow(event, session), wished)
    const lines = asks ? linesNow(event, session) : wished
    const shown = { title, coverFileId, fee }
    const ofSession = { ...shown, ...sessionLines(lines, ctx.now) }
    await takeVersion(ctx, event, version)
    if (!isProposed)
      refuse(!(await reshapeSession(eventId, ofSession)), 'UNION_EVENT_SEATS_TAKEN', ['capacity'])
    const change = asks ? await changeAsked(event, ctx.now) : null

    const result = await ctx.transaction(
      async tx => {
        const before = await events.in(tx).require(eventId, 'UNION_EVENT_MISSING')
        // Whoever decides, and another change, may have come in between.
        refuse(before.version !== version + 1, 'UNION_EVENT_CHANGED')
        if (isProposed) refuse(!(await reshapeProposed(tx, eventId, ofSession)), 'UNION_EVENT_CHANGED')
        await keepPictures(tx, fresh)
        const waits = change ? { ...change.asked, change: wished } : changeDropped(before, ctx.now)
        const after = {
          ...before,
          ...shown,
          membersOnly,
          questions,
          body,
          pictures,
          ...eventLines(eventId, lines),
        }
        const changed = { ...after, ...waits }
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
    await removeFiles(uploads)
    return result
  },
)

/**
 * Takes the next version for this command; its own retry finds it taken by itself. A change that dies right after has
 * changed nothing, and whoever read before it reads again. One request.
 * @throws Refusal UNION_EVENT_CHANGED
 */
async function takeVersion({ receiptId }: EmployeeContext, event: EventDocument, version: number) {
  if (event.version === version + 1 && event.changedBy === receiptId) return
  // An event that was never changed may have none.
  const read = version === 0 ? _.in([0, null]) : version
  const next = { version: version + 1, changedBy: receiptId }
  refuse((await events.updateWhere({ _id: event._id, version: read }, next)) === 0, 'UNION_EVENT_CHANGED')
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
