import { forum } from '@domain/forum/contract'
import { RECORD_MS, type ReportRecord, recordFrom } from '@domain/forum/reports'
import { reviewAfterReport, reviewIdOf } from '@domain/forum/review'
import { isOpenTo } from '@domain/forum/standing'
import { hiddenNotice } from '@domain/forum/wording'
import { Refusal, refuse } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { handleWith } from '@platform/context'
import { isDuplicate } from '@platform/databaseErrors'
import type { Transaction } from '@platform/transaction'
import { personOf } from '../identity/public'
import { notify } from '../notice/public'
import { recountAround } from './counting'
import { isMeantFor } from './livePublications'
import { assertInPace, inPace, paceAlong } from './pace'
import { withTerms } from './reviewTerms'
import { type CommentDocument, type ReportDocument, reports, reviews } from './store'
import { reviewOf, setShown, textOf, thingTo } from './subjects'

/** As many as one read can return; far more than a year of reporting. */
const EARLIER_MAX = 1_000

/** What somebody has reported within a year, the newest first. One request. */
function reportedBy(employeeId: string, now: Instant) {
  return reports.find({
    where: { 'reporter.employeeId': employeeId, at: _.gt(now - RECORD_MS) },
    orderBy: [['at', 'desc']],
    limit: EARLIER_MAX,
    fields: ['reviewId', 'outcome', 'at'],
  })
}

/** How often somebody was right who reported, by what moderators have decided within a year. One request. */
export async function reportRecordOf(employeeId: string, now: Instant): Promise<ReportRecord> {
  return recordFrom(await reportedBy(employeeId, now), now)
}

const along = () => ({ paces: paceAlong() })

export const report = handleWith(
  forum.report,
  along,
  async (ctx, { kind, id, reason, note }, { paces: [pace] }) => {
    const { employee, now } = ctx
    const reviewId = reviewIdOf(kind, id)
    const own = { saying: 'report', id: reviewId, words: '' } as const
    const earlier = await reportedBy(employee.id, now)

    refuse(
      earlier.some(one => one.reviewId === reviewId),
      'FORUM_ALREADY_REPORTED',
    )
    const counted = await assertInPace(ctx, pace, own)
    const record = recordFrom(earlier, now)

    // Written in the transaction, read after it; a transaction that runs again writes it again.
    const hidden: { comment?: CommentDocument } = {}
    const send = () =>
      ctx.transaction(async tx => {
        const thing = await thingTo('report', { kind, id }, tx)
        refuse(!isMeantFor(thing.post, ctx), 'FORUM_POST_MISSING')
        const { author } = thing.publication
        refuse(author.employeeId === employee.id, 'FORUM_REPORT_OWN')
        const before = await reviewOf(tx, thing, now)
        const mayHide = isOpenTo('hide', thing.publication.state)
        const after = withTerms(reviewAfterReport(before, { reason, record, at: now, mayHide }))
        await insertOnce(tx, {
          _id: `${reviewId}.${employee.id}`,
          reviewId,
          round: after.round,
          reporter: personOf(employee),
          reason,
          ...(note === undefined ? {} : { note }),
          at: now,
          ...record,
          outcome: 'open',
        })
        await reviews.in(tx).put(after)
        const hides = after.hidden && mayHide
        delete hidden.comment
        if (hides && thing.kind === 'comment') hidden.comment = thing.publication
        if (hides) {
          await setShown(tx, thing, 'hidden')
          await notify(tx, {
            _id: ctx.newId('notice'),
            employeeId: author.employeeId,
            kind: 'talk',
            ...hiddenNotice({ kind, text: textOf(thing) }),
            at: now,
            target: { kind: 'review', id: reviewId },
          })
        }
        return { reported: true as const }
      })
    const result = await inPace(ctx, counted, own, send)

    if (hidden.comment) await recountAround(hidden.comment)
    return result
  },
)

/** @throws Refusal FORUM_ALREADY_REPORTED, also for a report of more than a year ago */
async function insertOnce(tx: Transaction, document: ReportDocument): Promise<void> {
  try {
    await reports.in(tx).insert(document)
  } catch (error) {
    throw isDuplicate(error) ? new Refusal('FORUM_ALREADY_REPORTED') : error
  }
}
