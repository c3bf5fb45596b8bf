import { isSeated, placeActionsFor } from '@domain/booking/place'
import type { Place } from '@domain/booking/views'
import { refuse } from '@domain/kernel/errors'
import type * as z from 'zod'
import { type PlaceDocument, places } from './store'

/** @throws Refusal BOOKING_PLACE_MISSING, also for somebody else's: nobody learns who goes where by guessing */
export async function ownPlace(placeId: string, employeeId: string): Promise<PlaceDocument> {
  const place = await places.require(placeId, 'BOOKING_PLACE_MISSING')
  refuse(place.employeeId !== employeeId, 'BOOKING_PLACE_MISSING')
  return place
}

/** A place as its own person sees it. */
export function placeView(place: PlaceDocument): z.output<typeof Place> {
  const { _id, codes, ...rest } = place
  const { sessionId, kind, subjectId, title, venue, startsAt, endsAt, state, party, guests, paid } = rest
  return {
    placeId: _id,
    sessionId,
    kind,
    subjectId,
    title,
    visit: place.visit ?? null,
    venue,
    startsAt,
    endsAt,
    state,
    party,
    guests,
    paid,
    wentTo: place.wentTo ?? null,
    offerExpiresAt: place.offerExpiresAt,
    code: isSeated(state) ? codes[0] : '',
    shortCode: isSeated(state) ? codes[1] : '',
    actions: placeActionsFor(state, 'guest'),
  }
}
