import { booking } from '@domain/booking/contract'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { allot } from './allot'
import { refundFee, termsOf } from './fee'
import { closeOffer } from './notices'
import { afterStep } from './placeSteps'
import { returnSeats } from './seats'
import { type PlaceDocument, places, sessions } from './store'
import { ownPlace } from './views'

const BECAUSE = '退出报名'

export const leave = handle(booking.leave, async (ctx, { placeId }) => {
  const { sessionId } = await ownPlace(placeId, ctx.employee.id)
  const session = await sessions.require(sessionId, 'BOOKING_SESSION_MISSING')
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const left: { place?: PlaceDocument } = {}

  const result = await ctx.transaction(async tx => {
    const place = await places.in(tx).require(placeId, 'BOOKING_PLACE_MISSING')
    refuse(place.state === 'confirmed' && ctx.now >= termsOf(place, session).cancelUntil, 'BOOKING_TOO_LATE')
    const action = place.state === 'offered' ? ('decline' as const) : ('cancel' as const)
    const after = afterStep(place, { action, at: ctx.now, by: ctx.employee.name, note: null })
    await places.in(tx).put({ ...after, paid: 0 })
    await closeOffer(tx, place, 'declined')
    left.place = after
    return { state: after.state, refunded: await refundFee(tx, place, BECAUSE, ctx.now) }
  })

  // The session is too hot for the transaction; what a crash leaves due here, the sweeper puts back and offers on.
  if (left.place?.seats === 'due') {
    await returnSeats(left.place)
    await allot(sessionId)
  }
  return result
})
