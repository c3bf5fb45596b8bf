import { namesOfActing } from '@domain/access/lending'
import { can } from '@domain/access/roles'
import { booking } from '@domain/booking/contract'
import { facilityIdOf, isDeposited } from '@domain/booking/facility'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { notify } from '../notice/public'
import { decidedNotice } from './facilityNotices'
import { isPrivate } from './facilityReading'
import { refundFee } from './fee'
import { afterStep } from './placeSteps'
import { facilities, type PlaceDocument, places } from './store'

/** Forgiving is the step of the table, and gives back what was kept; leaving it only answers. */
export const decideAbsence = handle(booking.decideAbsence, async (ctx, { placeId, verdict, reason }) => {
  const found = await places.require(placeId, 'BOOKING_ABSENCE_MISSING')
  const facilityId = facilityIdOf(found.subjectId)
  const isRun = isDeposited(found) && can(ctx.employee.grants, 'booking.facilities.run', facilityId)
  refuse(!isRun, 'BOOKING_ABSENCE_MISSING')
  const facility = await facilities.require(facilityId, 'BOOKING_ABSENCE_MISSING')
  refuse(isPrivate(facility), 'BOOKING_ABSENCE_MISSING')
  // It gives coins back.
  const names = namesOfActing(ctx.employee, 'booking.facilities.run', facilityId)
  refuse(names.includes(found.employeeId), 'BOOKING_OWN_ABSENCE')
  refuse(found.state !== 'absent', 'BOOKING_TRANSITION_REFUSED')
  await ctx.wechat.assertTextIsSafe(reason)
  const by = ctx.employee.name
  return ctx.transaction(
    async tx => {
      const place = await places.in(tx).require(placeId, 'BOOKING_ABSENCE_MISSING')
      refuse(place.state !== 'absent', 'BOOKING_TRANSITION_REFUSED')
      const answered = withAnswer(place, { verdict, reason, by, at: ctx.now })
      const excused = { action: 'excuse' as const, at: ctx.now, by, note: reason }
      const after = verdict === 'excuse' ? { ...afterStep(answered, excused), paid: 0 } : answered
      await places.in(tx).put(after)
      const returned = verdict === 'excuse' ? await refundFee(tx, place, `不算缺席：${reason}`, ctx.now) : 0
      const notice = decidedNotice(place, verdict, reason, returned)
      await notify(tx, { _id: ctx.newId('decided'), ...notice, at: ctx.now })
      return { state: verdict === 'excuse' ? ('excused' as const) : ('absent' as const), returned }
    },
    () => ({
      subject: `${places.name}/${placeId}`,
      before: { state: 'absent', paid: found.paid },
      after: { verdict, reason },
    }),
  )
})

/** Only what somebody said is answered; what is forgiven without a word stands in the trail. */
function withAnswer(
  place: PlaceDocument,
  answer: NonNullable<NonNullable<PlaceDocument['appeal']>['answer']>,
): PlaceDocument {
  return place.appeal ? { ...place, appeal: { ...place.appeal, answer } } : place
}
