import { booking } from '@domain/booking/contract'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { rosterPlaces } from '../identity/public'
import { runsAll } from './facilityReading'

export const openNewFacility = handle(booking.openNewFacility, async ({ employee }) => {
  refuse(!runsAll(employee), 'BOOKING_FACILITY_NOT_YOURS')
  const { cities } = await rosterPlaces()
  return { sites: cities.map(({ value }) => value), site: employee.site }
})
