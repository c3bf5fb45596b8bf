import { booking } from '@domain/booking/contract'
import { facilityIdOf } from '@domain/booking/facility'
import { lessonAt as lessonOf, MOVED_MS_MAX } from '@domain/booking/lessons'
import { refuse } from '@domain/kernel/errors'
import { DAY_MS } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { closuresAfter } from './centreReading'
import { runFacility } from './facilityReading'
import { courses } from './store'

/** Changes of lessons that are long over are forgotten. */
const KEPT_MS = 60 * DAY_MS

/** From the commit on it is booked as it will be; the timer tells those who have booked it. */
export const changeLesson = handle(booking.changeLesson, async (ctx, { courseId, ...change }) => {
  const { lessonAt, startsAt } = change
  await runFacility(ctx.employee, facilityIdOf(courseId))
  const [course, closings] = await Promise.all([
    courses.require(courseId, 'BOOKING_FACILITY_MISSING'),
    closuresAfter([courseId], startsAt),
  ])
  const before = lessonOf(lessonAt, course, [])
  refuse(before === null, 'BOOKING_SLOT_MISSING')
  const isOver = startsAt <= ctx.now || (before?.startsAt ?? 0) <= ctx.now
  refuse(isOver || Math.abs(startsAt - lessonAt) > MOVED_MS_MAX, 'BOOKING_TIMES_WRONG', ['startsAt'])
  const after = lessonOf(lessonAt, { ...course, changes: [change] }, closings)
  refuse(after?.closedBecause !== null, 'BOOKING_SLOT_CLOSED', ['startsAt'])
  await ctx.wechat.assertTextIsSafe(change.why, change.room, change.coach)
  return ctx.transaction(
    async tx => {
      const current = await courses.in(tx).require(courseId, 'BOOKING_FACILITY_MISSING')
      const others = current.changes.filter(
        one => one.lessonAt !== lessonAt && one.lessonAt > ctx.now - KEPT_MS,
      )
      await courses.in(tx).update(courseId, {
        changes: [...others, change],
        spreading: true,
        changedAt: ctx.now,
      })
      return { saved: true as const }
    },
    () => ({
      subject: `${courses.name}/${courseId}`,
      before: before && { startsAt: before.startsAt, room: before.room, coach: before.coach },
      after: change,
    }),
  )
})
