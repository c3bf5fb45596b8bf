import { assertAppealable, reviewAfterAppeal } from '@domain/forum/appeal'
import { forum } from '@domain/forum/contract'
import { Refusal } from '@domain/kernel/errors'
import { type EmployeeContext, handle } from '@platform/context'
import { keepingPictures, takePictures } from './pictures'
import { type ReviewDocument, reviews } from './store'

export const appeal = handle(forum.appeal, async (ctx, { reviewId, words, imageIds }) => {
  // Whoever may not appeal has nothing looked at for it.
  assertTheirs(ctx, await reviews.get(reviewId))
  const uploaded = [...new Set(imageIds)].map(fileId => ({ fileId, width: 0, height: 0 }))
  const taken = await takePictures(uploaded, ctx.wechat)
  const evidence = taken.map(({ fileId, traceId }) => ({ fileId, traceId, state: 'checking' as const }))
  return keepingPictures(taken, uploaded, () =>
    ctx.transaction(async tx => {
      const review = assertTheirs(ctx, await reviews.in(tx).get(reviewId))
      const { dueAt } = await reviews.in(tx).put(reviewAfterAppeal(review, { words, evidence, at: ctx.now }))
      return { dueAt }
    }),
  )
})

/** Somebody else's is none of the caller's business, so it is not there. */
function assertTheirs({ employee, now }: EmployeeContext, review: ReviewDocument | null): ReviewDocument {
  if (review?.author.employeeId !== employee.id) throw new Refusal('FORUM_REVIEW_MISSING')
  assertAppealable(review, now)
  return review
}
