import { booking } from '@domain/booking/contract'
import { isPromised, kindOfVisit } from '@domain/booking/visitKinds'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { payFee, termsOf } from './fee'
import { closeOffer } from './notices'
import { afterStep, mayStep } from './placeSteps'
import { centres, type PlaceDocument, places, sessions } from './store'
import { ownPlace } from './views'
import { answersOf, askedOf } from './visitViews'

/** The seat has been held since the offer: only the place and its fee change. */
export const acceptOffer = handle(booking.acceptOffer, async (ctx, { placeId, agreed }) => {
  const held = await ownPlace(placeId, ctx.employee.id)
  const [session, asked] = await Promise.all([
    sessions.require(held.sessionId, 'BOOKING_SESSION_MISSING'),
    askedNow(held),
  ])
  refuse(!isPromised({ promises: asked }, agreed), 'BOOKING_PROMISE_MISSING', ['agreed'])
  return ctx.transaction(async tx => {
    const place = await places.in(tx).require(placeId, 'BOOKING_PLACE_MISSING')
    // The deadline may have been moved since the offer.
    const isLate = ctx.now >= Math.min(place.offerExpiresAt ?? 0, session.cancelUntil)
    refuse(!mayStep(place, 'accept') || isLate, 'BOOKING_OFFER_EXPIRED')
    const { fee } = termsOf(place, session)
    const step = { action: 'accept' as const, at: ctx.now, by: ctx.employee.name, note: null }
    const answers = [...answersOf('', asked), ...place.answers]
    const accepted = { ...afterStep(place, step), answers, paid: fee }
    await places.in(tx).put(accepted)
    await closeOffer(tx, place, 'accepted')
    const balance = fee > 0 ? await payFee(tx, accepted, fee, ctx.now) : null
    return { state: accepted.state, balance }
  })
})

/** See `askedOf`. One request for a visit that was moved, none for anything else. */
async function askedNow(place: PlaceDocument): Promise<string[]> {
  if (!place.movedFrom) return []
  const centre = await centres.get(place.subjectId)
  return askedOf(place, centre && kindOfVisit(centre, place))
}
