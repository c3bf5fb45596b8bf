import { facilityNotices } from '@domain/booking/facilityWords'
import { whatAndWhen } from '@domain/booking/wording'
import type { PlaceDocument } from './store'

const to = (place: PlaceDocument) => ({
  employeeId: place.employeeId,
  kind: 'union' as const,
  target: { kind: 'place' as const, id: place._id },
})

const about = (place: PlaceDocument) => ({ title: whatAndWhen(place) })

/** A seat stayed empty. */
export function missedNotice(place: PlaceDocument) {
  return { ...to(place), ...facilityNotices.missed(about(place), place.paid) }
}

/** An absence was looked at. @param returned whole coins of the deposit */
export function decidedNotice(
  place: PlaceDocument,
  verdict: 'excuse' | 'keep',
  reason: string,
  returned: number,
) {
  return { ...to(place), ...facilityNotices.decided(about(place), verdict, reason, returned) }
}
