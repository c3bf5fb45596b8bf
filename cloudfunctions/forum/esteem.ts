import type { SubjectKind } from '@domain/forum/review'
import { statementTitle } from '@domain/forum/wording'
import type { Instant } from '@domain/kernel/time'
import { logFailure } from '@platform/log'
import type { Shift } from '@platform/shift'
import { earnByLikes, likersSeen } from '../coin/public'
import { colleaguesBy, silentAmong } from '../identity/public'
import { ofComments, ofPosts, type Talk } from './ranks'
import type { CommentDocument, PostDocument, Ranked } from './store'

/*
 * A like is one update and no transaction; what it earns the author comes with the timer, so that a post that hundreds
 * like at once costs its author's account one movement. Nobody is paid twice, whatever is repeated: whose like has been
 * looked at is written in the same transaction as the coins. A like that comes while the timer pays leaves the post due.
 */

/** Each costs up to nine requests. */
const PAID_AT_ONCE_MAX = 40

/** Pays authors for the likes that have come since the last time; a timer calls it. @returns for how many posts and comments */
export async function payForLikes(now: Instant, shift: Shift): Promise<number> {
  const posts = await payAll(ofPosts, 'post', now, shift)
  return posts + (await payAll(ofComments, 'comment', now, shift))
}

async function payAll(talk: Talk, kind: SubjectKind, now: Instant, shift: Shift): Promise<number> {
  let paid = 0
  for (;;) {
    const step = await paySome(talk, kind, now, shift)
    paid += step
    if (step < PAID_AT_ONCE_MAX || shift.isOver()) return paid
  }
}

async function paySome(talk: Talk, kind: SubjectKind, now: Instant, shift: Shift): Promise<number> {
  const due = await talk.documents.find({
    where: { esteemDue: true, state: 'live' },
    orderBy: [['_id', 'asc']],
    limit: PAID_AT_ONCE_MAX,
  })
  if (due.length === 0) return 0
  const seen = await likersSeen(due.map(({ _id }) => _id))
  const fresh = due.map(({ _id, likers, author }) =>
    likers.filter(liker => liker !== author.employeeId && !seen.get(_id)?.has(liker)),
  )
  const silent = await silentAmong(fresh.flat(), now)
  const authors = await colleaguesBy([...new Set(due.map(({ author }) => author.employeeId))])
  const here = new Set(authors.map(({ employeeId }) => employeeId))
  let paid = 0
  for (const [place, document] of due.entries()) {
    if (shift.isOver()) break
    try {
      const likers = fresh[place] ?? []
      // The account of an author who has left is settled, or will be with what it has.
      const countsFor = (liker: string) => !silent.has(liker) && here.has(document.author.employeeId)
      await payFor(talk, kind, document, likers, countsFor, now)
      paid += 1
    } catch (error) {
      // It stays due. Thrown on, it would keep everybody after it from their coins, at every run again.
      logFailure('forum.payForLikes', error)
    }
  }
  return paid
}

async function payFor(
  talk: Talk,
  kind: SubjectKind,
  document: Ranked,
  fresh: readonly string[],
  countsFor: (liker: string) => boolean,
  at: Instant,
): Promise<void> {
  const { _id, author, voice, likings } = document
  // An official account earns nothing.
  if (fresh.length > 0 && !voice)
    await earnByLikes({
      employeeId: author.employeeId,
      sourceId: _id,
      title: statementTitle.liked(kind, wordsOf(document)),
      subject: { kind: 'post', id: postIdOf(document) },
      at,
      likers: fresh.filter(countsFor),
      passedOver: fresh.filter(liker => !countsFor(liker)),
    })
  await talk.documents.updateWhere({ _id, likings }, { esteemDue: false })
}

function wordsOf(document: Ranked): string {
  return 'title' in document ? (document as PostDocument).title : document.body
}

function postIdOf(document: Ranked): string {
  return 'postId' in document ? (document as CommentDocument).postId : document._id
}
