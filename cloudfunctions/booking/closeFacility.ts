import { assertClosureTimes } from '@domain/booking/closure'
import { booking } from '@domain/booking/contract'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { bookedOf, runFacility } from './facilityReading'
import { newClosure } from './newClosure'
import { closures } from './store'

/** From the commit on nobody books this time; the timer calls off what is open in it and tells everybody. */
export const closeFacility = handle(
  booking.closeFacility,
  async (ctx, { facilityId, subjectIds, fromAt, untilAt, reason }) => {
    const facility = await runFacility(ctx.employee, facilityId)
    const all = await bookedOf(facility)
    refuse(
      subjectIds.some(id => !all.includes(id)),
      'BOOKING_FACILITY_MISSING',
    )
    assertClosureTimes({ fromAt, untilAt }, ctx.now)
    await ctx.wechat.assertTextIsSafe(reason)
    const closed = subjectIds.length === 0 ? all : [...new Set(subjectIds)]
    const made = closed.map((centreId, index) => ({ centreId, _id: ctx.newId(`closure ${index}`) }))
    return ctx.transaction(
      async tx => {
        for (const { _id, centreId } of made)
          await closures.in(tx).insert(newClosure(ctx, { _id, centreId, fromAt, untilAt, reason }))
        return { closureIds: made.map(({ _id }) => _id) }
      },
      () => ({
        subject: `${closures.name}/${facilityId}`,
        before: null,
        after: { closed, fromAt, untilAt, reason },
      }),
    )
  },
)
