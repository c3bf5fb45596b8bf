import { booking } from '@domain/booking/contract'
import { Refusal } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { runFacility } from './facilityReading'
import { lastClosure } from './newClosure'
import { closures, courses } from './store'

/** From the commit on it has no lessons; it stays for the figures and for what was booked of it. */
export const retireCourse = handle(booking.retireCourse, async (ctx, { facilityId, courseId, reason }) => {
  await runFacility(ctx.employee, facilityId)
  await ctx.wechat.assertTextIsSafe(reason)
  const closureId = ctx.newId('closure')
  return ctx.transaction(
    async tx => {
      const course = await courses.in(tx).require(courseId, 'BOOKING_FACILITY_MISSING')
      const isTaught = course.facilityId === facilityId && course.retiredAt === undefined
      if (!isTaught) throw new Refusal('BOOKING_FACILITY_MISSING')
      await courses.in(tx).put({ ...course, week: [], changes: [], retiredAt: ctx.now })
      await closures.in(tx).insert(lastClosure(ctx, { _id: closureId, centreId: courseId, reason }))
      return { closureId }
    },
    () => ({
      subject: `${courses.name}/${courseId}`,
      before: { courseId },
      after: { retired: courseId, reason },
    }),
  )
})
