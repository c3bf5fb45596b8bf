import { booking } from '@domain/booking/contract'
import { slotsOn } from '@domain/booking/slots'
import { DAY_MS, dayOf, startOfDay } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { closuresAfter } from './centreReading'
import type { VenueDocument } from './facilityDocuments'
import {
  allFacilities,
  facilityName,
  isVenue,
  ownBookingsAfter,
  sessionsIn,
  unitsOf,
  upcomingOf,
} from './facilityReading'
import { cellView, type Known } from './facilityViews'
import { sessionsBySlot } from './slotSession'
import type { ClosureDocument } from './store'
import { placeView } from './views'

export const openVenues = handle(booking.openVenues, async ({ employee, now }) => {
  const venues = (await allFacilities()).filter(isVenue)
  const unitIds = venues.flatMap(({ units }) => units.map(({ unitId }) => unitId))
  const fromAt = startOfDay(dayOf(now))
  const [closings, found, own] = await Promise.all([
    closuresAfter(unitIds, now),
    sessionsIn(unitIds, { fromAt, untilAt: fromAt + DAY_MS }),
    ownBookingsAfter(employee.id, fromAt),
  ])
  const known = { sessions: sessionsBySlot(found), mine: [], waiting: new Map<string, number>(), now }
  return {
    venues: venues.map(venue => ({
      ...facilityName(venue),
      sort: venue.sort,
      place: venue.place,
      coverFileId: venue.coverFileId,
      units: unitsOf(venue).length,
      left: cellsOn(venue, dayOf(now), closings, known).filter(({ state }) => state === 'free').length,
    })),
    site: employee.site,
    mine: upcomingOf(own, now)
      .filter(({ kind }) => kind === 'venue')
      .map(placeView),
    now,
  }
})

/** Every court or room of a venue at every time of a day. */
export function cellsOn(
  venue: VenueDocument,
  on: string,
  closings: readonly ClosureDocument[],
  known: Known,
) {
  return unitsOf(venue).flatMap(({ subjectId }) =>
    slotsOn(
      on,
      venue,
      closings.filter(({ centreId }) => centreId === subjectId),
    ).map(slot => cellView(venue, subjectId, slot, known)),
  )
}
