import type { WaitingItem } from '@domain/access/contract'
import { WAITING_MAX } from '@domain/access/inbox'
import { whyNotDecide } from '@domain/forum/deciding'
import type { ReviewRow } from '@domain/forum/moderationContract'
import type { ReportReason } from '@domain/forum/reports'
import { ANSWER_MS, type Appeal, isOffence, OFFENCE_MS, type ReviewDecision } from '@domain/forum/review'
import { quoted } from '@domain/forum/wording'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import type * as z from 'zod'
import type { Reader } from './livePublications'
import { type PostDocument, type ReviewDocument, reviews } from './store'

const OFFENCES_MAX = 99

/** The author's offences within the year before, this one apart. One request. */
export async function offencesOf(
  { _id, author }: Pick<ReviewDocument, '_id' | 'author'>,
  now: Instant,
): Promise<number> {
  const found = await reviews.find({
    where: { 'author.employeeId': author.employeeId, offenceAt: _.gt(now - OFFENCE_MS) },
    limit: OFFENCES_MAX,
    fields: ['_id'],
  })
  return found.filter(offence => offence._id !== _id).length
}

/** What moderators removed of a colleague's within a year and did not give back, and what they did about it. One request. */
export async function removedOf(employeeId: string, now: Instant) {
  const found = await reviews.find({
    where: { 'author.employeeId': employeeId, offenceAt: _.gt(now - OFFENCE_MS) },
    limit: OFFENCES_MAX,
    fields: ['subject', 'decision'],
  })
  return found.flatMap(({ subject, decision }) =>
    decision === null
      ? []
      : [
          {
            at: decision.at,
            about: subject.kind === 'post' ? subject.title : subject.words,
            reason: decision.reason,
            byName: decision.by.name,
            muteDays: decision.muteDays,
          },
        ],
  )
}

/** A review as the list shows it to one moderator. */
export function reviewRow(review: ReviewDocument, moderator: Reader): z.output<typeof ReviewRow> {
  const { _id, version, state, hidden, subject, author, appeal, reasons } = review
  const { reports, unheeded, bestShare, dueAt, decision } = review
  return {
    reviewId: _id,
    version,
    state,
    hidden,
    kind: subject.kind,
    author,
    words: state === 'appealed' && appeal ? appeal.words : subject.words,
    title: subject.title,
    reasons: Object.entries(reasons)
      .map(([reason, count]) => ({ reason: reason as ReportReason, count }))
      .sort((a, b) => b.count - a.count),
    reports,
    unheeded,
    bestShare,
    dueAt,
    decision: decision && { verdict: decision.verdict, by: decision.by.name, at: decision.at },
    mine: whyNotDecide(review, moderator) === null,
  }
}

/**
 * The pictures of what is under review. A removed post's are there until nobody can bring it back any more; a comment has
 * none.
 */
export function picturesOf(
  { subject, state, purgeAt }: ReviewDocument,
  post: Pick<PostDocument, 'state' | 'images'>,
): string[] {
  const gone =
    post.state === 'deleted' || (post.state === 'removed' && state === 'decided' && purgeAt === null)
  if (subject.kind === 'comment' || gone) return []
  return post.images.filter(image => image.state !== 'blocked').map(({ fileId }) => fileId)
}

/** What was decided, as its author reads it: not by whom. */
export function verdictOf(decision: ReviewDecision) {
  const { verdict, reason, at, muteDays, reversed } = decision
  return { verdict, reason, at, muteDays, offence: isOffence(decision), reversed }
}

/**
 * An appeal as its author and moderators read it: not who answered it, and for moderators without pictures that WeChat
 * has not looked at.
 */
export function appealView({ words, evidence = [], at, answer }: Appeal, reader: 'author' | 'moderator') {
  const shown = evidence.filter(({ state }) => state === 'passed' || reader === 'author')
  return {
    words,
    pictures: shown.map(({ fileId }) => fileId),
    picturesChecking: evidence.filter(({ state }) => state === 'checking').length,
    at,
    answer: answer && viewOf(answer),
  }
}

function viewOf({ verdict, reason, at, repaid }: NonNullable<Appeal['answer']>) {
  return { verdict, reason, at, repaid }
}

/** What somebody else has to decide may stand before what this moderator can: far more than ever waits at once. */
const LOOKED_THROUGH_MAX = 10 * WAITING_MAX

/** What waits in the forum for a moderator, the first that is due first, at most 50. One request. */
export async function waitingReviews(moderator: Reader): Promise<WaitingItem[]> {
  const found = await reviews.find({
    where: { waiting: true },
    orderBy: [['orderKey', 'asc']],
    limit: LOOKED_THROUGH_MAX,
  })
  const own = found.filter(review => whyNotDecide(review, moderator) === null)
  return own.slice(0, WAITING_MAX).map(waitingOf)
}

function waitingOf({ _id, state, subject, author, appeal, dueAt }: ReviewDocument): WaitingItem {
  const what = subject.kind === 'post' ? '帖子' : '评论'
  const { employeeId, name, site, department } = author
  const isAppeal = state === 'appealed'
  return {
    kind: isAppeal ? 'appeal' : 'report',
    id: _id,
    place: what,
    person: { employeeId, name, site, department },
    title: isAppeal ? `${name}对移除的申诉` : `${name}的${what}${quoted(subject.title)}`,
    summary: isAppeal && appeal ? appeal.words : subject.words,
    since: dueAt - ANSWER_MS,
  }
}
