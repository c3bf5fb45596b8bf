import { booking } from '@domain/booking/contract'
import { handle } from '@platform/context'
import { allCentres } from './centreReading'
import { allFacilities, isVenue } from './facilityReading'

/** Without rooms that nobody learns of who is in them: no event takes place there. */
export const listLocations = handle(booking.listLocations, async ({ employee: { site } }) => {
  const [centres, facilities] = await Promise.all([allCentres(), allFacilities()])
  const locations = [
    ...centres.map(({ _id, name, city, address, latitude, longitude }) => ({
      ...{ locationId: _id, name, site: city, address },
      point: { latitude, longitude },
    })),
    ...facilities
      .filter(facility => !(isVenue(facility) && facility.isPrivate))
      .map(({ _id, name, site, place }) => ({ locationId: _id, name, site, address: place, point: null })),
  ]
  const isNear = (one: { site: string }) => one.site === site
  return { locations: [...locations.filter(isNear), ...locations.filter(one => !isNear(one))] }
})
