import { booking } from '@domain/booking/contract'
import { weekOf } from '@domain/booking/facility'
import { lessonsBetween } from '@domain/booking/lessons'
import { daysFrom, hoursOn } from '@domain/booking/slots'
import { Refusal } from '@domain/kernel/errors'
import { DAY_MS, dayOf, type Instant, inChina, monthOf, startOfDay } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { closuresAfter } from './centreReading'
import {
  allFacilities,
  facilityName,
  isGym,
  missedBy,
  ofFacility,
  ownBookingsAfter,
  sessionsIn,
  standingView,
  standingWith,
  taughtAt,
  upcomingOf,
} from './facilityReading'
import { knownOf, lessonView } from './facilityViews'
import type { PlaceDocument } from './store'
import { placeView } from './views'

const DAYS = 7

export const openCourses = handle(
  booking.openCourses,
  async ({ employee, now }, { facilityId, weekOn = dayOf(now) }) => {
    const gyms = (await allFacilities()).filter(isGym)
    const near = gyms.find(({ site }) => site === employee.site) ?? gyms[0]
    const gym = facilityId === undefined ? near : gyms.find(({ _id }) => _id === facilityId)
    if (!gym) throw new Refusal('BOOKING_FACILITY_MISSING')
    const courses = await taughtAt(gym._id)
    const ids = courses.map(({ _id }) => _id)
    const monday = weekOf(startOfDay(weekOn))
    const week = { fromAt: startOfDay(monday), untilAt: startOfDay(monday) + DAYS * DAY_MS }
    const [closings, found, own, missed] = await Promise.all([
      closuresAfter(ids, week.fromAt),
      sessionsIn(ids, week),
      ownBookingsAfter(employee.id, Math.min(monthStart(now), week.fromAt)),
      missedBy(employee.id, now),
    ])
    const here = ofFacility(own, gym._id)
    const known = await knownOf(found, upcomingOf(here, now), now)
    const next = upcomingOf(here, now).find(({ state }) => state === 'confirmed')
    return {
      gyms: gyms.map(facilityName),
      facilityId: gym._id,
      weekOn: monday,
      days: daysFrom(week.fromAt, DAYS).map(on => ({ on, note: noteOf(on) })),
      lessons: courses
        .flatMap(course =>
          lessonsBetween(
            course,
            closings.filter(({ centreId }) => centreId === course._id),
            week,
          ).map(lesson => lessonView(course, lesson, known)),
        )
        .sort((a, b) => a.startsAt - b.startsAt),
      next: next ? placeView(next) : null,
      month: monthOfMine(here, now),
      held: upcomingOf(own, now).reduce((sum, { paid }) => sum + paid, 0),
      standing: standingView(gym, standingWith(gym, missed, now)),
      now,
    }
  },
)

const monthStart = (now: Instant) => inChina(now).startOf('month').valueOf()

const NO_HOURS = {
  week: [],
  onHolidays: 'closed' as const,
  followsExchange: false,
  specialDays: [],
  slotMinutes: 60,
}

/** 国庆节; null on any other day. */
function noteOf(on: string): string | null {
  return hoursOn(on, NO_HOURS).note
}

function monthOfMine(own: readonly PlaceDocument[], now: Instant) {
  const month = own.filter(({ startsAt }) => monthOf(startsAt) === monthOf(now))
  return {
    attended: month.filter(({ state }) => state === 'attended').length,
    absent: month.filter(({ state }) => state === 'absent').length,
  }
}
