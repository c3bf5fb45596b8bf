import { horizonOf } from '@domain/booking/bookingRules'
import { booking } from '@domain/booking/contract'
import { daysFrom, openHoursOn, slotsOn } from '@domain/booking/slots'
import { centreFor } from '@domain/booking/visitKinds'
import { dayOf, startOfDay } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { closuresAfter, kindOf, ownVisits, pauseOf, sessionsByStart, sessionsOf } from './centreReading'
import { centres } from './store'
import { placeView } from './views'
import { agreedIn, kindView, slotViewOf } from './visitViews'
import { waitingIn } from './waiting'

export const openSlots = handle(booking.openSlots, async ({ employee, now }, { centreId, kindId }) => {
  const whole = await centres.require(centreId, 'BOOKING_CENTRE_MISSING')
  const kind = kindOf(whole, kindId)
  const centre = centreFor(whole, kind)
  const { rules, name, city, coverFileId } = centre
  const [closings, found, own, pause] = await Promise.all([
    closuresAfter([centreId], startOfDay(dayOf(now))),
    sessionsOf(centreId, { fromAt: startOfDay(dayOf(now)), untilAt: horizonOf(now, rules) }),
    ownVisits(employee.id, now, centreId),
    pauseOf(employee.id, centre, now),
  ])
  const sessions = sessionsByStart(found, kind.kindId)
  const opened = [...sessions.values()]
  const known = { kind, sessions, mine: own, waiting: await waitingIn(opened), now }
  return {
    centre: { centreId, name, city, coverFileId },
    kind: kindView(kind),
    rules,
    days: daysFrom(now, rules.horizonDays + 1).map(on => ({
      ...openHoursOn(on, centre, closings),
      slots: slotsOn(on, centre, closings, opened).map(slot => slotViewOf(slot, centre, known)),
    })),
    mine: own.map(place => ({ ...placeView(place), agreed: agreedIn(place) })),
    pausedUntil: pause,
    now,
  }
})
