import { booking } from '@domain/booking/contract'
import { inChina, startOfDay } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { ownPlacesIn } from './facilityReading'
import { placeView } from './views'

export const openCalendar = handle(booking.openCalendar, async ({ employee, now }, { month }) => {
  const fromAt = startOfDay(`${month}-01`)
  const untilAt = inChina(fromAt).add(1, 'month').valueOf()
  const own = await ownPlacesIn(employee.id, { fromAt, untilAt })
  return { month, places: own.map(placeView), now }
})
