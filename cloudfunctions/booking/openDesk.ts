import { booking } from '@domain/booking/contract'
import { openHoursOn } from '@domain/booking/slots'
import { kindsOf } from '@domain/booking/visitKinds'
import { Refusal } from '@domain/kernel/errors'
import { DAY_MS, dayOf, startOfDay } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { closuresAfter, sessionsOf } from './centreReading'
import {
  centresRunBy,
  closureView,
  deskSessionView,
  isExpected,
  partsIn,
  peopleIn,
  visitorView,
} from './deskReading'
import type { PlaceDocument } from './store'

export const openDesk = handle(booking.openDesk, async ({ employee, now }, { centreId, on = dayOf(now) }) => {
  const run = await centresRunBy(employee)
  const centre = centreId === undefined ? run[0] : run.find(({ _id }) => _id === centreId)
  if (!centre) throw new Refusal('BOOKING_CENTRE_MISSING')
  const fromAt = startOfDay(on)
  const [closures, sessions] = await Promise.all([
    closuresAfter([centre._id], Math.min(now, fromAt)),
    sessionsOf(centre._id, { fromAt, untilAt: fromAt + DAY_MS }),
  ])
  const parts = await partsIn(sessions, ['confirmed', 'attended', 'absent', 'offered', 'waiting'])
  const seated = parts.filter(isExpected)
  return {
    centres: run.map(({ _id, name, city }) => ({ centreId: _id, name, city })),
    centreId: centre._id,
    on,
    hours: openHoursOn(on, centre, closures),
    kinds: kindsOf(centre).map(({ kindId, name }) => ({ kindId, name })),
    sessions: sessions.map(session => deskSessionView(session, parts, now)),
    visitors: [...parts].sort(byTimeAndName).map(visitorView),
    expected: peopleIn(seated),
    attended: peopleIn(seated.filter(({ state }) => state === 'attended')),
    closures: closures.filter(({ untilAt }) => untilAt > now).map(closure => closureView(closure, now)),
    now,
  }
})

function byTimeAndName(a: PlaceDocument, b: PlaceDocument): number {
  return a.startsAt - b.startsAt || a.person.name.localeCompare(b.person.name, 'zh-CN')
}
