import { forum } from '@domain/forum/contract'
import { isUnheeded } from '@domain/forum/reports'
import { handle } from '@platform/context'
import { withoutLeavers } from './leavers'
import { saidUnder } from './ranks'
import { consequencesOf } from './removing'
import { appealView, picturesOf, reviewRow, verdictOf } from './reviewing'
import { type ReportDocument, reports, reviews } from './store'
import { thingOf } from './subjects'

/** More than anybody reads; how many they are says the review. */
const SHOWN_MAX = 50

export const openReview = handle(forum.openReview, async (ctx, { reviewId }) => {
  const review = await reviews.require(reviewId, 'FORUM_REVIEW_MISSING')
  const { subject, round, decision, appeal, trail } = review
  const [thing, found, [shown]] = await Promise.all([
    thingOf(review),
    reports.find({ where: { reviewId, round }, orderBy: [['at', 'asc']], limit: SHOWN_MAX }),
    withoutLeavers([review]),
  ])
  const consequences = await consequencesOf(thing, ctx.now)
  const { publication, post } = thing
  return {
    review: reviewRow(shown ?? review, ctx.employee),
    saying: subject.words,
    postId: post._id,
    postedAt: publication.postedAt,
    pictures: picturesOf(review, thing.post),
    likes: thing.kind === 'post' ? post.likes : 0,
    comments: thing.kind === 'post' ? saidUnder(post) : 0,
    reporters: found.map(reporterView),
    ...consequences,
    decision: decision && { ...verdictOf(decision), by: decision.by.name },
    appeal: appeal && appealView(appeal, 'moderator'),
    trail,
    now: ctx.now,
  }
})

function reporterView({ reporter, reason, note, upheld, decided }: ReportDocument) {
  return {
    ...reporter,
    reason,
    note: note ?? null,
    upheld,
    decided,
    heeded: !isUnheeded({ upheld, decided }),
  }
}
