import { attendedAt, countsAsScan, doorsOpenAt } from '@domain/booking/checkIn'
import { booking } from '@domain/booking/contract'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { attend } from './attend'
import { placeIdOf, places, sessions } from './store'

export const checkInAtDoor = handle(booking.checkInAtDoor, async (ctx, input) => {
  const { sessionId, doorCode, scannedAt = ctx.now } = input
  const session = await sessions.require(sessionId, 'BOOKING_SESSION_MISSING')
  const found = await places.require(placeIdOf(sessionId, ctx.employee.id), 'BOOKING_PLACE_MISSING')
  refuse(session.doorCode !== doorCode, 'BOOKING_CODE_UNKNOWN')
  const tooEarly = ctx.now < doorsOpenAt(session)
  refuse(tooEarly || !countsAsScan(session, scannedAt, ctx.now), 'BOOKING_NOT_OPEN_YET')
  return ctx.transaction(async tx => {
    const { outcome, place, earned } = await attend(tx, session, found, {
      at: attendedAt(session, scannedAt, ctx.now),
      by: ctx.employee.name,
    })
    refuse(outcome === 'already', 'BOOKING_ALREADY_ATTENDED')
    refuse(outcome === 'notConfirmed', 'BOOKING_TRANSITION_REFUSED')
    return { state: place.state, earned }
  })
})
