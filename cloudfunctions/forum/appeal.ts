import { assertAppealable, reviewAfterAppeal } from '@domain/forum/appeal'
import { forum } from '@domain/forum/contract'
import { Refusal } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { reviews } from './store'

export const appeal = handle(forum.appeal, (ctx, { reviewId, words }) =>
  ctx.transaction(async tx => {
    const review = await reviews.in(tx).get(reviewId)
    // Somebody else's is none of the caller's business, so it is not there.
    if (review?.author.employeeId !== ctx.employee.id) throw new Refusal('FORUM_REVIEW_MISSING')
    assertAppealable(review, ctx.now)
    const { dueAt } = await reviews.in(tx).put(reviewAfterAppeal(review, words, ctx.now))
    return { dueAt }
  }),
)
