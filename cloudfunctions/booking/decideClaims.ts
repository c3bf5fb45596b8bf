import { namesOfActing } from '@domain/access/lending'
import { isClaim, mayCorrect } from '@domain/booking/checkIn'
import { booking } from '@domain/booking/contract'
import { refuse } from '@domain/kernel/errors'
import { _ } from '@platform/cloud'
import { type EmployeeContext, handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import { attend, tellEarned } from './attend'
import { hostedSession } from './hosting'
import { dismissedNotice } from './notices'
import { type PlaceDocument, places, type SessionDocument } from './store'

/** Taken for true it is what `recordAttendance` does; else it is answered, earns nothing, and its person hears why. */
export const decideClaims = handle(booking.decideClaims, async (ctx, { sessionId, placeIds, decision }) => {
  const session = await hostedSession(ctx.employee, sessionId)
  refuse(session.kind !== 'event', 'BOOKING_SESSION_MISSING')
  refuse(!mayCorrect(session, ctx.now), 'BOOKING_CORRECTION_OVER')
  const ids = [...new Set(placeIds)]
  const found = await places.find({ where: { _id: _.in(ids), sessionId }, limit: ids.length })
  // It earns coins.
  const own = namesOfActing(ctx.employee, 'booking.host', session.hostScopeId)
  refuse(
    found.some(({ employeeId }) => own.includes(employeeId)),
    'BOOKING_OWN_ABSENCE',
  )
  if (decision.verdict === 'dismiss') await ctx.wechat.assertTextIsSafe(decision.reason)
  let decided: string[] = []
  return ctx.transaction(
    async tx => {
      decided = []
      for (const place of found) {
        const isDone =
          decision.verdict === 'confirm'
            ? await confirm(ctx, tx, session, place)
            : await dismiss(ctx, tx, place, decision.reason)
        if (isDone) decided.push(place._id)
      }
      refuse(decided.length === 0, 'BOOKING_TRANSITION_REFUSED')
      return { decided, stale: ids.filter(id => !decided.includes(id)) }
    },
    () => ({ subject: `${places.name}/${sessionId}`, before: { claims: decided }, after: decision }),
  )
})

async function confirm(
  ctx: EmployeeContext,
  tx: Transaction,
  session: SessionDocument,
  found: PlaceDocument,
) {
  if (!isClaim(found)) return false
  const attendance = await attend(tx, session, found, { at: ctx.now, by: ctx.employee.name })
  if (attendance.outcome !== 'attended') return false
  await tellEarned(tx, attendance, ctx.now)
  return true
}

async function dismiss(ctx: EmployeeContext, tx: Transaction, { _id }: PlaceDocument, reason: string) {
  const place = await places.in(tx).get(_id)
  if (!place?.told || !isClaim(place)) return false
  const answer = { verdict: 'dismiss' as const, reason, by: ctx.employee.name, at: ctx.now }
  await places.in(tx).put({ ...place, told: { ...place.told, answer } })
  await notify(tx, { _id: ctx.newId(`dismissed ${_id}`), ...dismissedNotice(place, reason), at: ctx.now })
  return true
}
