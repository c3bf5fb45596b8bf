import { booking } from '@domain/booking/contract'
import { refuse } from '@domain/kernel/errors'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { centres, feedback } from './store'
import { ownPlace } from './views'

/** The place's id is the feedback's, so that a visit is spoken of once; the centre's sum changes in the same step. */
export const giveFeedback = handle(booking.giveFeedback, async (ctx, { placeId, score, words }) => {
  const { kind, state, subjectId: centreId, person } = await ownPlace(placeId, ctx.employee.id)
  refuse(kind !== 'visit', 'BOOKING_PLACE_MISSING')
  refuse(state !== 'attended', 'BOOKING_NOT_ATTENDED')
  if (words !== '') await ctx.wechat.assertTextIsSafe(words)
  return ctx.transaction(async tx => {
    refuse((await feedback.in(tx).get(placeId)) !== null, 'BOOKING_FEEDBACK_GIVEN')
    const { department, employeeId } = person
    await feedback
      .in(tx)
      .insert({ _id: placeId, centreId, employeeId, department, score, words, at: ctx.now })
    await centres.in(tx).update(centreId, { scores: _.inc(1), scoreSum: _.inc(score) })
    return { given: true as const }
  })
})
