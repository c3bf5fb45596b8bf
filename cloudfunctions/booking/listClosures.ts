import { booking } from '@domain/booking/contract'
import { handle } from '@platform/context'
import { hostedCentre } from './centreReading'
import { closureView } from './deskReading'
import { closures } from './store'

const CLOSURES_MAX = 100

export const listClosures = handle(booking.listClosures, async ({ employee, now }, { centreId }) => {
  await hostedCentre(employee, centreId)
  const found = await closures.find({
    where: { centreId },
    orderBy: [['untilAt', 'desc']],
    limit: CLOSURES_MAX,
  })
  return { closures: found.map(closure => closureView(closure, now)), now }
})
