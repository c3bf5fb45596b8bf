import { evidenceOf, reviewAfterLook } from '@domain/forum/appeal'
import type { Evidence } from '@domain/forum/review'
import type { Instant } from '@domain/kernel/time'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { type Dropped, dropPictures, removeDropped } from './droppedPictures'
import { afterVerdicts, type Verdicts, verdictsOn } from './otherPictures'
import { type ReviewDocument, reviews } from './store'

/** As many as one read can return: those without a verdict yet keep none behind them waiting. */
const LOOKED_AT_ONCE_MAX = 1_000

/** Shows moderators the pictures of appeals that WeChat has passed, and takes the others away. @returns of how many appeals */
export async function settleEvidence(now: Instant, shift: Shift): Promise<number> {
  const checking = await reviews.find({
    where: { evidenceState: 'checking' },
    orderBy: [['_id', 'asc']],
    limit: LOOKED_AT_ONCE_MAX,
    fields: ['_id', 'appeal'],
  })
  if (checking.length === 0) return 0
  const verdicts = await verdictsOn(
    checking.flatMap(review => evidenceOf(review).map(({ traceId }) => traceId)),
  )
  const due = checking.filter(review => looked(review, verdicts, now) !== null)
  return eachWhile(shift, due, ({ _id }) => settleOne(_id, verdicts, now))
}

/** In a transaction: an answer that takes them away meanwhile is not written over. */
async function settleOne(reviewId: string, verdicts: Verdicts, now: Instant): Promise<void> {
  const gone: { dropped: Dropped } = { dropped: null }
  await transaction(async tx => {
    gone.dropped = null
    const review = await reviews.in(tx).get(reviewId)
    const left = review?.evidenceState === 'checking' ? looked(review, verdicts, now) : null
    if (!review || !left) return
    const kept = left.map(({ fileId }) => fileId)
    const blocked = evidenceOf(review).filter(({ fileId }) => !kept.includes(fileId))
    gone.dropped = await dropPictures(tx, blocked, now)
    await reviews.in(tx).put(reviewAfterLook(review, left))
  })
  await removeDropped(gone.dropped)
}

/** What is left of an appeal's pictures; null: one of them is still to be looked at. */
function looked(review: Pick<ReviewDocument, 'appeal'>, verdicts: Verdicts, now: Instant): Evidence[] | null {
  return afterVerdicts(evidenceOf(review), verdicts, now - (review.appeal?.at ?? now))
}
