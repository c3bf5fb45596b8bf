import { namesOfActing } from '@domain/access/lending'
import { mayCorrect } from '@domain/booking/checkIn'
import { booking } from '@domain/booking/contract'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { attend, tellEarned } from './attend'
import { hostedSession } from './hosting'
import { places } from './store'

/** Earns as a scan does, by the time at which it was written down. */
export const recordAttendance = handle(booking.recordAttendance, async (ctx, { placeId }) => {
  const found = await places.require(placeId, 'BOOKING_SESSION_MISSING')
  const session = await hostedSession(ctx.employee, found.sessionId)
  refuse(session.kind !== 'event', 'BOOKING_SESSION_MISSING')
  // It earns coins.
  const own = namesOfActing(ctx.employee, 'booking.host', session.hostScopeId)
  refuse(own.includes(found.employeeId), 'BOOKING_OWN_ABSENCE')
  refuse(!mayCorrect(session, ctx.now), 'BOOKING_CORRECTION_OVER')
  return ctx.transaction(
    async tx => {
      const attendance = await attend(tx, session, found, { at: ctx.now, by: ctx.employee.name })
      refuse(attendance.outcome !== 'attended', 'BOOKING_TRANSITION_REFUSED')
      await tellEarned(tx, attendance, ctx.now)
      return { state: 'attended' as const }
    },
    () => ({
      subject: `${places.name}/${placeId}`,
      before: { state: found.state },
      after: { state: 'attended' },
    }),
  )
})
