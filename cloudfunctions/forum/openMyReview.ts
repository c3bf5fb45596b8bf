import { appealUntil } from '@domain/forum/appeal'
import { forum } from '@domain/forum/contract'
import { Refusal } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { appealView, picturesOf, verdictOf } from './reviewing'
import { posts, reviews } from './store'

export const openMyReview = handle(forum.openMyReview, async ({ employee, now }, { reviewId }) => {
  const review = await reviews.get(reviewId)
  if (review?.author.employeeId !== employee.id) throw new Refusal('FORUM_REVIEW_MISSING')
  const { subject, state, hidden, dueAt, decision, appeal } = review
  const { kind, postId, title, words } = subject
  const post = kind === 'post' ? await posts.get(postId) : null
  const until = appealUntil(review)
  return {
    reviewId,
    kind,
    postId,
    title,
    words,
    pictures: post ? picturesOf(review, post) : [],
    state,
    hidden,
    dueAt,
    decision: decision && verdictOf(decision),
    mutedUntil: decision?.mutedUntil ?? null,
    appeal: appeal && appealView(appeal, 'author'),
    appealUntil: until !== null && now < until ? until : null,
    now,
  }
})
