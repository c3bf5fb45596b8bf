import { imagesTooLate } from '@domain/forum/images'
import { PICTURE_PATIENCE_MS, reviewAfterDoubt } from '@domain/forum/review'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { type Transaction, transaction } from '@platform/transaction'
import { withTerms } from './reviewTerms'
import { type PostDocument, posts, reviews } from './store'
import { reviewOf } from './subjects'

/** What a run of the timer gets through. */
const AT_ONCE_MAX = 100

/**
 * Puts a post before the moderators because of its pictures, inside the caller's transaction, unless it is there for
 * them already. Two requests.
 */
export async function doubt(tx: Transaction, post: PostDocument, at: Instant, words: string): Promise<void> {
  const before = await reviewOf(tx, { kind: 'post', publication: post, post }, at)
  const known =
    before.round > 0 && before.state === 'open' && before.trail.some(({ what }) => what === 'doubted')
  if (!known && before.state !== 'appealed')
    await reviews.in(tx).put(withTerms(reviewAfterDoubt(before, at, words)))
}

/**
 * Takes a post out of the moderators' queue when WeChat has passed its pictures after all and nothing else was wrong
 * with it, inside the caller's transaction. At most two requests.
 */
export async function undoubt(tx: Transaction, post: PostDocument, at: Instant): Promise<void> {
  const review = await reviewOf(tx, { kind: 'post', publication: post, post }, at)
  const onlyDoubted = review.round === 1 && review.state === 'open' && review.reports === 0
  if (onlyDoubted) await reviews.in(tx).remove(review._id)
}

/** Has a moderator look at pictures of which WeChat has said nothing for half an hour; a timer calls it. */
export async function doubtLate(now: Instant, shift: Shift): Promise<number> {
  const patientSince = now - PICTURE_PATIENCE_MS
  const found = await posts.find({
    where: { 'images.state': 'checking', state: 'live', postedAt: _.lt(patientSince) },
    orderBy: [['postedAt', 'asc']],
    limit: AT_ONCE_MAX,
    fields: ['_id', 'editedAt'],
  })
  // A change may have brought the picture; within half an hour of posting, few are changed.
  const late = found.filter(({ editedAt }) => (editedAt ?? 0) < patientSince)
  return eachWhile(shift, late, ({ _id }) =>
    transaction(async tx => {
      const post = await posts.in(tx).require(_id, 'FORUM_POST_MISSING')
      await doubt(tx, post, now, '微信半小时没有给出结果')
      await posts.in(tx).update(_id, { images: imagesTooLate(post.images) })
    }),
  )
}
