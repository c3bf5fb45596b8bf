import { horizonOf } from '@domain/booking/bookingRules'
import { booking } from '@domain/booking/contract'
import { isDeposited } from '@domain/booking/facility'
import { daysFrom, hoursOn } from '@domain/booking/slots'
import { Refusal } from '@domain/kernel/errors'
import { dayOf, startOfDay } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { accountOf } from '../coin/public'
import { closuresAfter } from './centreReading'
import {
  facilityName,
  isVenue,
  missedBy,
  ofFacility,
  openUnitsOf,
  ownFromThisWeek,
  ownPlansOf,
  sessionsIn,
  standingView,
  standingWith,
  upcomingOf,
} from './facilityReading'
import { cellsOn } from './openVenues'
import { sessionsBySlot } from './slotSession'
import { facilities } from './store'
import { placeView } from './views'
import { waitingIn } from './waiting'

const NOBODY = new Map<string, number>()

export const openVenueDay = handle(
  booking.openVenueDay,
  async ({ employee, now }, { facilityId, on: asked }) => {
    const venue = await facilities.require(facilityId, 'BOOKING_FACILITY_MISSING')
    if (!isVenue(venue)) throw new Refusal('BOOKING_FACILITY_MISSING')
    const { rules, sort, place, coverFileId, advice, slotMinutes, isPrivate } = venue
    const units = openUnitsOf(venue)
    const ids = units.map(({ unitId }) => unitId)
    const fromAt = startOfDay(dayOf(now))
    const [closings, found, own, missed, { balance }] = await Promise.all([
      closuresAfter(ids, fromAt),
      sessionsIn(ids, { fromAt, untilAt: horizonOf(now, rules) }),
      ownFromThisWeek(employee.id, now),
      missedBy(employee.id, now),
      accountOf(employee.id),
    ])
    const here = ofFacility(own.filter(isDeposited), facilityId)
    const mine = upcomingOf(here, now)
    const known = { sessions: sessionsBySlot(found), mine, waiting: NOBODY, now }
    const days = daysFrom(now, rules.horizonDays + 1).map(on => ({
      on,
      cells: cellsOn(venue, on, closings, known),
    }))
    const leftOn = ({ cells }: (typeof days)[number]) => cells.filter(({ state }) => state === 'free').length
    const day = days.find(({ on }) => on === asked) ?? days.find(one => leftOn(one) > 0) ?? days[0]
    const on = day?.on ?? dayOf(now)
    const ofDay = found.filter(({ startsAt }) => dayOf(startsAt) === on)
    const shown = { ...known, waiting: await waitingIn(ofDay) }
    return {
      venue: {
        ...facilityName(venue),
        ...{ sort, place, coverFileId, advice, slotMinutes, units, isPrivate },
      },
      rules,
      days: days.map(one => {
        const { sort: daySort, note } = hoursOn(one.on, venue)
        return { on: one.on, sort: daySort, note, left: leftOn(one) }
      }),
      on,
      hours: hoursOn(on, venue),
      cells: cellsOn(venue, on, closings, shown),
      mine: mine.map(placeView),
      ...ownPlansOf(
        own,
        { facility: venue, isCounted: place => here.includes(place), weekMax: rules.weekMax },
        now,
      ),
      standing: standingView(venue, standingWith(venue, missed, now)),
      balance,
      now,
    }
  },
)
