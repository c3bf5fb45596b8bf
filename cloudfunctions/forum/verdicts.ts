import { imageStateAfter, imagesAfter } from '@domain/forum/images'
import { refusedPicturesNotice } from '@domain/forum/wording'
import { DAY_MS, type Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { idFor } from '@platform/receipts'
import { eachWhile, type Shift } from '@platform/shift'
import { type Transaction, transaction } from '@platform/transaction'
import { isUnread, notify, reword } from '../notice/public'
import { doubt, undoubt } from './doubts'
import { isStanding } from './livePublications'
import { removePictures } from './pictures'
import { type PostDocument, posts, type StoredImage, type VerdictDocument, verdicts } from './store'

/*
 * WeChat's verdict on a picture may come before the post that shows the picture is committed. So it is written down
 * first and looked for a post after; where there is none yet, or the process died in between, the timer does it.
 */

/** A verdict whose post never came (the author gave up, or a retry asked again) is forgotten after a day. */
const VERDICT_LIFE_MS = DAY_MS
/** What an event brings is done at once. */
const UNHURRIED: Shift = { isOver: () => false }
/** As many as one read can return. */
const SETTLED_AT_ONCE_MAX = 1_000

/** WeChat's event `wxa_media_check`. */
export async function receiveVerdict(event: Record<string, unknown>): Promise<{ settled: boolean }> {
  if (typeof event.trace_id !== 'string') return { settled: false }
  const verdict = { _id: event.trace_id, state: imageStateAfter(event), at: Date.now() }
  await verdicts.put(verdict)
  return { settled: (await settle([verdict])) === 1 }
}

/** Applies verdicts that came too early for their posts or were left behind by a process that died, and forgets what nobody waits for; a timer calls it. */
export async function settleVerdicts(
  now: Instant,
  shift: Shift,
): Promise<{ settled: number; forgotten: number }> {
  let settled = 0
  // Those of other rooms' pictures stay for a day, and keep nobody behind them waiting.
  for (let after = ''; !shift.isOver(); ) {
    const waiting = await verdicts.find({
      where: { _id: _.gt(after) },
      orderBy: [['_id', 'asc']],
      limit: SETTLED_AT_ONCE_MAX,
    })
    if (waiting.length > 0) settled += await settle(waiting, shift)
    if (waiting.length < SETTLED_AT_ONCE_MAX) break
    after = waiting.at(-1)?._id ?? after
  }
  const forgotten = await verdicts.removeWhere({ at: _.lt(now - VERDICT_LIFE_MS) })
  return { settled, forgotten }
}

/** Writes verdicts to the posts that are there already, and tells how many of them were. */
async function settle(found: readonly VerdictDocument[], shift: Shift = UNHURRIED): Promise<number> {
  const shown = await posts.find({
    where: { 'images.traceId': _.in(found.map(verdict => verdict._id)) },
    limit: found.length,
    fields: ['images'],
  })
  const settled = shown.map(post => ({
    postId: post._id,
    verdicts: found.filter(verdict => post.images.some(image => image.traceId === verdict._id)),
  }))
  const done = await eachWhile(shift, settled, one => apply(one.postId, one.verdicts))
  return settled.slice(0, done).reduce((sum, { verdicts: ofPost }) => sum + ofPost.length, 0)
}

/** The author learns what nobody sees, once for each version of the post: the entry counts on while it is unread. */
async function tellRefused(
  tx: Transaction,
  { _id: postId, author, title, images, postedAt, editedAt, edits }: PostDocument,
  after: readonly StoredImage[],
): Promise<void> {
  const [before, refused] = [images, after].map(of => of.filter(({ state }) => state === 'blocked').length)
  if (!refused || refused === before) return
  const notice = refusedPicturesNotice({ title, refused })
  const _id = idFor({ id: `${postId}.${edits}`, receivedAt: editedAt ?? postedAt }, 'notice/refused')
  if (await isUnread(tx, _id)) await reword(tx, _id, notice.title)
  else if (before === 0)
    await notify(tx, {
      _id,
      employeeId: author.employeeId,
      kind: 'talk',
      ...notice,
      at: Date.now(),
      target: { kind: 'post', id: postId },
    })
}

async function apply(postId: string, found: readonly VerdictDocument[]): Promise<void> {
  const images = await transaction(async tx => {
    const post = await posts.in(tx).require(postId, 'FORUM_POST_MISSING')
    const after = found.reduce((known, { _id, state }) => imagesAfter(known, _id, state), post.images)
    const isDoubted = after.some(({ state }) => state === 'doubted')
    if (isDoubted && isStanding(post)) await doubt(tx, post, Date.now(), '微信拿不准')
    else if (!isDoubted && post.images.some(({ state }) => state === 'doubted'))
      await undoubt(tx, post, Date.now())
    await posts.in(tx).update(postId, { images: after })
    if (isStanding(post)) await tellRefused(tx, post, after)
    return after
  })
  if (!(await removePictures({ images: images.filter(({ state }) => state === 'blocked') }))) return
  await verdicts.removeWhere({ _id: _.in(found.map(verdict => verdict._id)) })
}
