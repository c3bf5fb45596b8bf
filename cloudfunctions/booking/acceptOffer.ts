import { booking } from '@domain/booking/contract'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { payFee, termsOf } from './fee'
import { closeOffer } from './notices'
import { afterStep, mayStep } from './placeSteps'
import { places, sessions } from './store'
import { ownPlace } from './views'

/** The seat has been held since the offer: only the place and its fee change. */
export const acceptOffer = handle(booking.acceptOffer, async (ctx, { placeId }) => {
  const { sessionId } = await ownPlace(placeId, ctx.employee.id)
  const session = await sessions.require(sessionId, 'BOOKING_SESSION_MISSING')
  return ctx.transaction(async tx => {
    const place = await places.in(tx).require(placeId, 'BOOKING_PLACE_MISSING')
    // The deadline may have been moved since the offer.
    const isLate = ctx.now >= Math.min(place.offerExpiresAt ?? 0, session.cancelUntil)
    refuse(!mayStep(place, 'accept') || isLate, 'BOOKING_OFFER_EXPIRED')
    const { fee } = termsOf(place, session)
    const step = { action: 'accept' as const, at: ctx.now, by: ctx.employee.name, note: null }
    const accepted = { ...afterStep(place, step), paid: fee }
    await places.in(tx).put(accepted)
    await closeOffer(tx, place, 'accepted')
    const balance = fee > 0 ? await payFee(tx, accepted, fee, ctx.now) : null
    return { state: accepted.state, balance }
  })
})
