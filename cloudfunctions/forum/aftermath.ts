import type { ReportOutcome } from '@domain/forum/reports'
import { roundsToTell } from '@domain/forum/review'
import { outcomeNotice } from '@domain/forum/wording'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { idFor } from '@platform/receipts'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import { removePictures } from './pictures'
import { posts, type ReportDocument, type ReviewDocument, reports, reviews } from './store'

/*
 * What follows a decision and is too much for its transaction: a thing may have hundreds of reporters. The review says
 * that they are to be told; the timer tells each in a transaction of their own, which also writes down what became of
 * the report, so that whoever dies in between leaves nobody told twice and nobody forgotten.
 */

const REVIEWS_AT_ONCE_MAX = 50
/** As many as one read can return. */
const REPORTS_AT_ONCE_MAX = 1_000

/** Tells the reporters of what was decided, and counts it in their records; a timer calls it. */
export async function tellReporters(now: Instant, shift: Shift): Promise<number> {
  const due = await reviews.find({ where: { telling: true }, limit: REVIEWS_AT_ONCE_MAX })
  let told = 0
  await eachWhile(shift, due, async review => {
    told += await tellThoseOf(review, now, shift)
  })
  return told
}

async function tellThoseOf(review: ReviewDocument, now: Instant, shift: Shift): Promise<number> {
  const { _id: reviewId, version } = review
  let told = 0
  for (const { round, outcome } of roundsToTell(review)) {
    const found = await reports.find({
      where: { reviewId, round },
      orderBy: [['at', 'asc']],
      limit: REPORTS_AT_ONCE_MAX,
    })
    const done = await eachWhile(shift, found, report => tell(report, { review, outcome, now }))
    told += done
    // Those who are left are told at the next run: whoever has been told already is passed over.
    if (done < found.length) return told
  }
  await reviews.updateWhere({ _id: reviewId, version }, { telling: false, untold: [] })
  return told
}

interface Answer {
  review: ReviewDocument
  outcome: ReportOutcome
  now: Instant
}

function tell({ _id, reporter }: ReportDocument, { review, outcome, now }: Answer): Promise<void> {
  const { kind, title, words } = review.subject
  return transaction(async tx => {
    const report = await reports.in(tx).get(_id)
    if (outcome === 'open' || report === null || report.outcome === outcome) return
    await reports.in(tx).update(_id, { outcome })
    await notify(tx, {
      _id: idFor({ id: `${_id}.${outcome}`, receivedAt: now }, 'notice'),
      employeeId: reporter.employeeId,
      kind: 'talk',
      ...outcomeNotice({ kind, text: kind === 'post' ? title : words }, outcome),
      at: now,
      target: null,
    })
  })
}

/** Removes the pictures of removed posts that nobody can bring back any more; a timer calls it. */
export async function purgePictures(now: Instant, shift: Shift): Promise<number> {
  const due = await reviews.find({
    where: { purgeAt: _.gt(0).and(_.lte(now)) },
    orderBy: [['purgeAt', 'asc']],
    limit: REVIEWS_AT_ONCE_MAX,
  })
  return eachWhile(shift, due, async ({ _id, subject, version }) => {
    const post = subject.kind === 'post' ? await posts.get(subject.id) : null
    if (post?.state === 'removed' && !(await removePictures(post))) return
    await reviews.updateWhere({ _id, version }, { purgeAt: null })
  })
}
