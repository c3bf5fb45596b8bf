import { appealUntil, reviewAfterAnswer } from '@domain/forum/appeal'
import { imagesWithoutDoubt } from '@domain/forum/images'
import { type Appeal, type Decider, isOffence, reviewAfterDecision } from '@domain/forum/review'
import {
  keptNotice,
  removalNotice,
  restoredNotice,
  statementTitle,
  upheldNotice,
} from '@domain/forum/wording'
import { DAY_MS, type Instant } from '@domain/kernel/time'
import type { Transaction } from '@platform/transaction'
import { restore as giveBack } from '../coin/public'
import { mute, unmute } from '../identity/public'
import { notify } from '../notice/public'
import { isStanding } from './livePublications'
import { takePin } from './pinned'
import { isListed } from './ranks'
import { comments, type PostDocument, posts, type ReviewDocument, reviews } from './store'
import { isTalk, setShown, stateGivenBack, type Thing, textOf } from './subjects'
import { reasonsOf, withdrawComment, withdrawPost } from './withdraw'

/** What a moderator says about a thing. */
export interface Ruling {
  reason: string
  by: Decider
  at: Instant
  /** Of the notice to the author. */
  noticeId: string
}

/** What a removal brings its author: see the contract. */
export interface Penalty {
  /** 0: a warning. */
  muteDays: number
  offence: boolean | undefined
}

/**
 * Keeps a thing, inside the caller's transaction: what reports had hidden is shown again, and so are its pictures. Its
 * author is told if others had not seen all of it. At most four requests.
 */
export async function keep(
  tx: Transaction,
  before: ReviewDocument,
  thing: Thing,
  { noticeId, ...ruling }: Ruling,
): Promise<void> {
  const after = reviewAfterDecision(before, {
    verdict: 'keep',
    ...ruling,
    muteDays: 0,
    mutedUntil: null,
    reversed: 0,
  })
  await reviews.in(tx).put(after)
  const { publication, kind, post } = thing
  const wasHidden = publication.state === 'hidden'
  const doubted = kind === 'post' && post.images.some(({ state }) => state === 'doubted')
  if (doubted) await posts.in(tx).update(post._id, { images: imagesWithoutDoubt(post.images) })
  if (wasHidden) await setShown(tx, thing, stateGivenBack(thing))
  if (!wasHidden && !doubted) return
  await notify(tx, {
    _id: noticeId,
    employeeId: publication.author.employeeId,
    kind: 'talk',
    ...keptNotice({ kind, text: textOf(thing) }),
    at: ruling.at,
    target: { kind: 'post', id: post._id },
  })
}

/**
 * Removes a thing with what it has earned, inside the caller's transaction, and warns or mutes its author, unless it is
 * not held against them. What its author has deleted meanwhile stays deleted, and was an offence all the same. At most
 * nine requests, thirteen for a post that was featured.
 * @returns whole coins that went back
 */
export async function remove(
  tx: Transaction,
  before: ReviewDocument,
  thing: Thing,
  { noticeId, muteDays, offence: asked, ...ruling }: Ruling & Penalty,
): Promise<{ reversed: number }> {
  const { reason, by, at } = ruling
  const { kind, publication } = thing
  const { employeeId } = publication.author
  // What its own room has closed meanwhile may be opened again, and is to be gone then too.
  const stands = isStanding(publication) || (kind === 'post' && thing.post.closed === true)
  const { reversed } = stands
    ? await withdraw(tx, thing, { state: 'removed', by: by.employeeId, reason, at })
    : { reversed: 0 }
  const mutedUntil = muteDays === 0 ? null : await mute(tx, employeeId, at + muteDays * DAY_MS)
  const beside = isTalk(thing)
  const decision = {
    ...{ verdict: 'remove' as const, ...ruling, muteDays, mutedUntil, reversed },
    offence: asked ?? (muteDays > 0 || !beside),
  }
  const after = reviewAfterDecision(before, decision)
  const offence = isOffence(decision)
  await reviews.in(tx).put(after)
  const appealable = appealUntil(after) !== null
  await notify(tx, {
    _id: noticeId,
    employeeId,
    kind: 'talk',
    ...removalNotice({ kind, text: textOf(thing), reason, reversed, muteDays, offence, beside, appealable }),
    at,
    target: { kind: 'review', id: before._id },
  })
  return { reversed }
}

function withdraw(tx: Transaction, thing: Thing, order: Parameters<typeof withdrawPost>[2]) {
  return thing.kind === 'post'
    ? withdrawPost(tx, thing.post, order)
    : withdrawComment(tx, thing.publication, order)
}

/** Stays by a removal after its author's appeal, inside the caller's transaction: two requests. */
export async function uphold(
  tx: Transaction,
  before: ReviewDocument,
  thing: Thing,
  { noticeId, ...ruling }: Ruling,
): Promise<void> {
  await reviews.in(tx).put(reviewAfterAnswer(before, { verdict: 'uphold', ...ruling, repaid: 0 }))
  await tellAnswer(tx, before, { noticeId, at: ruling.at }, upheldNotice({ ...about(thing), ...ruling }))
}

/**
 * Brings a removed thing back after its author's appeal, inside the caller's transaction: with the coins that were
 * taken, and with the author's voice if it was taken for this; on top of its board where there is still room. At most
 * nine requests, thirteen for a post that was featured, and five more for one that was pinned.
 * @returns whole coins that came back
 */
export async function restore(
  tx: Transaction,
  before: ReviewDocument,
  thing: Thing,
  { noticeId, ...ruling }: Ruling,
): Promise<{ repaid: number }> {
  const repaid = thing.publication.state === 'removed' ? await bringBack(tx, thing, ruling) : 0
  const until = before.decision?.mutedUntil ?? null
  if (until !== null) await unmute(tx, before.author.employeeId, until)
  const answer: NonNullable<Appeal['answer']> = { verdict: 'restore', ...ruling, repaid }
  await reviews.in(tx).put(reviewAfterAnswer(before, answer))
  const notice = restoredNotice({ ...about(thing), reason: ruling.reason, repaid })
  await tellAnswer(tx, before, { noticeId, at: ruling.at }, notice)
  return { repaid }
}

async function bringBack(tx: Transaction, thing: Thing, { reason, at }: Pick<Ruling, 'reason' | 'at'>) {
  const { publication, post } = thing
  const state = stateGivenBack(thing)
  const back = { state, withdrawal: null, restored: true, changedAt: Date.now() }
  if (thing.kind === 'post') {
    const again = { images: imagesWithoutDoubt(post.images), pinnedAt: await pinAgain(tx, post) }
    await posts.in(tx).update(post._id, { ...back, ...again })
  } else {
    const listed = isListed({ ...thing.publication, state })
    await comments.in(tx).update(publication._id, { ...back, listed })
  }
  let repaid = 0
  for (const earningReason of reasonsOf(thing.kind, publication)) {
    const { restored } = await giveBack(tx, {
      employeeId: publication.author.employeeId,
      reason: earningReason,
      sourceId: publication._id,
      title: statementTitle.restored(textOf(thing)),
      subject: { kind: 'post', id: post._id },
      because: reason,
      at,
    })
    repaid += restored
  }
  return repaid
}

/** Others may have taken its place on top meanwhile. */
async function pinAgain(tx: Transaction, { _id, boardId, pinnedAt }: PostDocument): Promise<Instant | null> {
  const keepsPin = pinnedAt !== null && (await takePin(tx, { boardId, postId: _id }))
  return keepsPin ? pinnedAt : null
}

function about(thing: Thing) {
  return { kind: thing.kind, text: textOf(thing) }
}

function tellAnswer(
  tx: Transaction,
  { _id, author }: ReviewDocument,
  { noticeId, at }: Pick<Ruling, 'noticeId' | 'at'>,
  words: { title: string; body: string },
): Promise<void> {
  const target = { kind: 'review' as const, id: _id }
  return notify(tx, { _id: noticeId, employeeId: author.employeeId, kind: 'talk', ...words, at, target })
}
