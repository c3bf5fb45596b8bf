import { booking } from '@domain/booking/contract'
import { coursesMax } from '@domain/booking/facility'
import { lessonAt } from '@domain/booking/lessons'
import { slotOfSession } from '@domain/booking/slotIds'
import { isTimetable } from '@domain/booking/slots'
import type { InputOf } from '@domain/kernel/contract'
import { refuse } from '@domain/kernel/errors'
import { DAY_MS, type Instant } from '@domain/kernel/time'
import { handle } from '@platform/context'
import type { CourseDocument } from './facilityDocuments'
import { isGym, runFacility, sessionsIn, taughtAt } from './facilityReading'
import { courses } from './store'

/** How far ahead bookings are looked at that the new timetable would not have. */
const AHEAD_MS = 40 * DAY_MS

type Fields = Omit<InputOf<typeof booking.saveCourse>, 'facilityId' | 'courseId'>

/** The fields of a form as a course keeps them: each lesson is a span of one slot. */
function taughtBy({ lessons, minutes, ...fields }: Fields) {
  const week = lessons.map(({ weekday, fromMinute }) => ({
    weekday,
    fromMinute,
    untilMinute: fromMinute + minutes,
  }))
  return { ...fields, week, slotMinutes: minutes, specialDays: [] }
}

export const saveCourse = handle(
  booking.saveCourse,
  async (ctx, { facilityId, courseId: named, ...fields }) => {
    const courseId = named ?? `${facilityId}.${ctx.newId('course').toLowerCase()}`
    const gym = await runFacility(ctx.employee, facilityId)
    refuse(!isGym(gym), 'BOOKING_FACILITY_MISSING')
    const taught = taughtBy(fields)
    refuse(!isTimetable(taught), 'BOOKING_TIMETABLE_WRONG', ['lessons'])
    const { name, coach, room, intro } = fields
    await ctx.wechat.assertTextIsSafe(name, coach, room, intro)
    const isOneMore = named === undefined && (await taughtAt(facilityId)).length >= coursesMax
    refuse(isOneMore, 'BOOKING_COURSES_FULL')
    const outside = await bookedOutside(courseId, { ...taught, changes: [] }, ctx.now)

    let before: object | null = null
    return ctx.transaction(
      async tx => {
        const current = await courses.in(tx).get(courseId)
        // Only a course that there is can be named: its id says whose it is.
        refuse(named !== undefined && current?.facilityId !== facilityId, 'BOOKING_FACILITY_MISSING')
        refuse(current?.retiredAt !== undefined, 'BOOKING_FACILITY_MISSING')
        before = current && beforeOf(current)
        await courses.in(tx).put({
          ...taught,
          _id: courseId,
          facilityId,
          coverFileId: current?.coverFileId ?? gym.coverFileId,
          changes: current?.changes ?? [],
          order: current?.order ?? ctx.now,
          spreading: true,
          changedAt: ctx.now,
        })
        return { courseId, outside }
      },
      () => ({ subject: `${courses.name}/${courseId}`, before, after: fields }),
    )
  },
)

function beforeOf({ name, coach, room, level, seats, week, slotMinutes, rules }: CourseDocument) {
  return { name, coach, room, level, seats, week, slotMinutes, rules }
}

/** How many people have booked a lesson that this timetable does not have. */
async function bookedOutside(
  courseId: string,
  course: Parameters<typeof lessonAt>[1],
  now: Instant,
): Promise<number> {
  const ahead = await sessionsIn([courseId], { fromAt: now, untilAt: now + AHEAD_MS })
  return ahead
    .filter(({ _id, state }) => state === 'open' && lessonAt(slotOfSession(_id) ?? 0, course, []) === null)
    .reduce((sum, { taken }) => sum + taken, 0)
}
