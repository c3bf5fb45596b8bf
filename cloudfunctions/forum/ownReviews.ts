import { evidenceOf, reviewAfterParting, reviewWithoutWords } from '@domain/forum/appeal'
import { reviewIdOf, type SubjectKind } from '@domain/forum/review'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { formerPerson, type Leaving } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { type Dropped, dropPictures, removeDropped } from './droppedPictures'
import { appealView, verdictOf } from './reviewing'
import { withTerms } from './reviewTerms'
import { type ReportDocument, type ReviewDocument, reports, reviews } from './store'

/** What moderators looked at of somebody's, as they read it themselves. */
export async function ownReviews(employeeId: string) {
  const found = await readAll(reviews, { 'author.employeeId': employeeId }, '_id')
  return found.map(({ _id, subject: { title, words }, decision, appeal }) => ({
    reviewId: _id,
    ...{ title, words },
    decision: decision && verdictOf(decision),
    appeal: appeal && appealView(appeal, 'author'),
  }))
}

const BLOCK = 50

/** Decisions stay, on what a former colleague wrote. Two requests each. @returns false when the shift was over before */
export async function forgetReviews({ employeeId, pseudonym, at }: Leaving, shift: Shift): Promise<boolean> {
  const author = { ...formerPerson(pseudonym), official: false }
  for (;;) {
    if (shift.isOver()) return false
    const block = await reviews.find({
      where: { 'author.employeeId': employeeId },
      limit: BLOCK,
      fields: ['_id'],
    })
    for (const { _id } of block) await partFrom(_id, { employeeId, author, at })
    if (block.length < BLOCK) return true
  }
}

interface Parting {
  employeeId: string
  author: ReviewDocument['author']
  at: Instant
}

/** What they showed for an appeal goes as well: noted in the transaction, so that whoever dies leaves it to the timer. */
async function partFrom(reviewId: string, { employeeId, author, at }: Parting): Promise<void> {
  const gone: { dropped: Dropped } = { dropped: null }
  await transaction(async tx => {
    gone.dropped = null
    const review = await reviews.in(tx).get(reviewId)
    if (review?.author.employeeId !== employeeId) return
    gone.dropped = await dropPictures(tx, evidenceOf(review), at)
    await reviews.in(tx).put(withTerms(reviewAfterParting(review, author, at)))
  })
  await removeDropped(gone.dropped)
}

/** Takes what somebody's posts or comments said out of the reviews of them; of a post also its title above its comments. */
export async function silenceReviews(kind: SubjectKind, ids: readonly string[]): Promise<void> {
  const found = await reviews.find({
    where: { _id: _.in(ids.map(id => reviewIdOf(kind, id))) },
    limit: ids.length,
    fields: ['_id'],
  })
  for (const { _id } of found) await changeReview(_id, reviewWithoutWords)
  if (kind === 'post')
    await reviews.updateWhere(
      { 'subject.postId': _.in([...ids]), 'subject.kind': 'comment' },
      { 'subject.title': '' },
    )
}

/** In a transaction: what moderators and reporters do to it at the same time stays done. */
function changeReview(reviewId: string, change: (review: ReviewDocument) => ReviewDocument): Promise<void> {
  return transaction(async tx => {
    const review = await reviews.in(tx).get(reviewId)
    if (review) await reviews.in(tx).put(withTerms(change(review)))
  })
}

/** Reports stay for the moderators, by nobody: a report is called by who reported, so that it gets another id. */
export async function forgetReports(leaving: Leaving, shift: Shift): Promise<boolean> {
  for (;;) {
    if (shift.isOver()) return false
    const block = await reports.find({
      where: { 'reporter.employeeId': leaving.employeeId },
      orderBy: [['at', 'desc']],
      limit: BLOCK,
    })
    for (const report of block) await renameReport(report, leaving)
    if (block.length < BLOCK) return true
  }
}

function renameReport({ _id, reviewId }: ReportDocument, { pseudonym }: Leaving): Promise<void> {
  return transaction(async tx => {
    const report = await reports.in(tx).get(_id)
    if (!report) return
    await reports.in(tx).remove(_id)
    await reports.in(tx).put({
      ...report,
      _id: `${reviewId}.${pseudonym}`,
      reporter: formerPerson(pseudonym),
      note: '',
    })
  })
}
