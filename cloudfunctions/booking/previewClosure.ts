import { assertClosureTimes, isClosedBy } from '@domain/booking/closure'
import { booking } from '@domain/booking/contract'
import { slotsOn } from '@domain/booking/slots'
import { centreFor, kindsOf } from '@domain/booking/visitKinds'
import { DAY_MS, dayOf, type Instant, startOfDay } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { closuresAfter, hostedCentre, sessionsOf } from './centreReading'
import { partsIn, peopleIn } from './deskReading'
import type { CentreDocument, ClosureDocument } from './store'

export const previewClosure = handle(
  booking.previewClosure,
  async ({ employee, now }, { centreId, fromAt, untilAt }) => {
    const centre = await hostedCentre(employee, centreId)
    assertClosureTimes({ fromAt, untilAt }, now)
    const [closures, sessions] = await Promise.all([
      closuresAfter([centreId], now),
      sessionsOf(centreId, { fromAt: fromAt - DAY_MS, untilAt }),
    ])
    const times = { fromAt, untilAt }
    const affected = sessions.filter(session => session.state === 'open' && isClosedBy(session, times, now))
    const parts = await partsIn(affected, ['confirmed', 'offered', 'waiting'])
    const seated = parts.filter(({ state }) => state !== 'waiting')
    return {
      slots: slotsIn(centre, closures, times, now),
      sessions: new Set(parts.map(({ sessionId }) => sessionId)).size,
      bookings: seated.length,
      guests: peopleIn(seated),
      waiting: peopleIn(parts) - peopleIn(seated),
    }
  },
)

function slotsIn(
  centre: CentreDocument,
  closures: readonly ClosureDocument[],
  times: { fromAt: Instant; untilAt: Instant },
  now: Instant,
): number {
  let count = 0
  for (let at = startOfDay(dayOf(times.fromAt)); at < times.untilAt; at += DAY_MS)
    count += kindsOf(centre)
      .flatMap(kind => slotsOn(dayOf(at), centreFor(centre, kind), closures))
      .filter(slot => slot.closedBecause === null && isClosedBy(slot, times, now)).length
  return count
}
