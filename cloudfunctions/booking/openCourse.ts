import { horizonOf } from '@domain/booking/bookingRules'
import { booking } from '@domain/booking/contract'
import { facilityIdOf, isDeposited } from '@domain/booking/facility'
import { lessonsBetween } from '@domain/booking/lessons'
import { dayOf, startOfDay } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { accountOf } from '../coin/public'
import { closuresAfter } from './centreReading'
import {
  facilityName,
  missedBy,
  ownFromThisWeek,
  ownPlansOf,
  sessionsIn,
  standingView,
  standingWith,
  upcomingOf,
} from './facilityReading'
import { knownOf, lessonView } from './facilityViews'
import { courses, facilities } from './store'

export const openCourse = handle(booking.openCourse, async ({ employee, now }, { courseId }) => {
  const [course, facility] = await Promise.all([
    courses.require(courseId, 'BOOKING_FACILITY_MISSING'),
    facilities.require(facilityIdOf(courseId), 'BOOKING_FACILITY_MISSING'),
  ])
  const { name, level, intro, coach, room, coverFileId, slotMinutes: minutes, seats, rules } = course
  const ahead = { fromAt: startOfDay(dayOf(now)), untilAt: horizonOf(now, rules) }
  const [closings, found, own, missed, { balance }] = await Promise.all([
    closuresAfter([courseId], ahead.fromAt),
    sessionsIn([courseId], ahead),
    ownFromThisWeek(employee.id, now),
    missedBy(employee.id, now),
    accountOf(employee.id),
  ])
  const known = await knownOf(found, upcomingOf(own.filter(isDeposited), now), now)
  return {
    facility: facilityName(facility),
    course: { courseId, name, level, intro, coach, room, coverFileId, minutes, seats },
    rules,
    lessons: lessonsBetween(course, closings, ahead)
      .filter(({ endsAt }) => endsAt > now)
      .map(lesson => lessonView(course, lesson, known)),
    ...ownPlansOf(
      own,
      { facility, isCounted: ({ subjectId }) => subjectId === courseId, weekMax: rules.weekMax },
      now,
    ),
    standing: standingView(facility, standingWith(facility, missed, now)),
    balance,
    now,
  }
})
