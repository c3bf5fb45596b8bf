import { booking } from '@domain/booking/contract'
import { handle } from '@platform/context'
import { allCentres, closuresAfter, ownVisits } from './centreReading'
import { placeView } from './views'
import { centreCardOf } from './visitViews'

export const listCentres = handle(booking.listCentres, async ({ employee, now }) => {
  const [centres, mine] = await Promise.all([allCentres(), ownVisits(employee.id, now)])
  const closures = await closuresAfter(
    centres.map(({ _id }) => _id),
    now,
  )
  return {
    centres: centres.map(centre =>
      centreCardOf(
        centre,
        closures.filter(({ centreId }) => centreId === centre._id),
        now,
      ),
    ),
    mine: mine.map(placeView),
    now,
  }
})
