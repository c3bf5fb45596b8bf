import { withTerms } from '../../cloudfunctions/forum/reviewTerms'
import type {
  CommentDocument,
  PostDocument,
  ReportDocument,
  ReviewDocument,
} from '../../cloudfunctions/forum/store'
import { reviewAfterAppeal } from '../../domain/forum/appeal'
import type { ReportReason } from '../../domain/forum/reports'
import { reviewAfterDecision, reviewAfterReport, unreviewed } from '../../domain/forum/review'
import type { Talk } from './forum'
import type { Books } from './ledger'
import { personOf } from './people'
import type { World } from './world'

/** What is before the moderators in the demonstration world, and who has put it there. */
export interface Moderated {
  reviews: ReviewDocument[]
  reports: ReportDocument[]
}

const APPEALED_MINUTES_AGO = 15 * 60
/** Who has reported the latest post of somebody who sells, when and why. */
const reporters: readonly { by: string; minutesAgo: number; reason: ReportReason }[] = [
  { by: 'suyutong', minutesAgo: 19 * 60, reason: 'offTopic' },
  { by: 'hejunlin', minutesAgo: 6 * 60, reason: 'advertising' },
]
const REPORTED_AUTHORS = ['马骁', '唐果']

/** An appeal against the one removal, and a post that two colleagues have reported. */
export function moderatedOf(world: World, talk: Talk, books: Books): Moderated {
  const removed = talk.comments.filter(({ state }) => state === 'removed')
  const reported = talk.posts.filter(({ author }) => REPORTED_AUTHORS.includes(author.name)).slice(-1)
  const found = reported.map(post => reportedBy(world, post))
  return {
    reviews: [
      ...removed.map(comment => appealed(world, talk, comment, books)),
      ...found.map(({ review }) => review),
    ],
    reports: found.flatMap(({ reports }) => reports),
  }
}

function appealed(world: World, talk: Talk, comment: CommentDocument, { entries }: Books): ReviewDocument {
  const post = talk.posts.find(({ _id }) => _id === comment.postId)
  const moderator = world.who('wangyanqiu')
  const at = comment.withdrawal?.at ?? comment.postedAt
  const reversal = entries.find(({ kind, sourceId }) => kind === 'reverse' && sourceId === comment._id)
  const subject = {
    kind: 'comment' as const,
    id: comment._id,
    postId: comment.postId,
    title: post?.title ?? '',
    words: comment.body,
  }
  const removed = reviewAfterDecision(withTerms(unreviewed(subject, comment.author, at)), {
    verdict: 'remove',
    reason: comment.withdrawal?.reason ?? '',
    by: { employeeId: moderator._id, name: moderator.name },
    at,
    muteDays: 0,
    mutedUntil: null,
    reversed: reversal ? -reversal.amount : 0,
  })
  const appealedAt = Math.max(at, world.calendar.minutesAgo(APPEALED_MINUTES_AGO))
  const words = '我自己就坐 3 号线，是在说我自己，没有针对谁。'
  return reviewAfterAppeal(removed, { words, at: appealedAt })
}

function reportedBy(world: World, post: PostDocument): { review: ReviewDocument; reports: ReportDocument[] } {
  const { _id, title, body, author, postedAt } = post
  const subject = { kind: 'post' as const, id: _id, postId: _id, title, words: body }
  const record = { upheld: 0, decided: 0 }
  let review = withTerms(unreviewed(subject, author, postedAt))
  const reports = reporters.map(({ by, minutesAgo, reason }): ReportDocument => {
    const at = world.calendar.minutesAgo(minutesAgo)
    review = reviewAfterReport(review, { reason, record, at, mayHide: true })
    const reporter = personOf(world.who(by))
    const reportId = `${review._id}.${reporter.employeeId}`
    return {
      _id: reportId,
      reviewId: review._id,
      round: review.round,
      reporter,
      reason,
      at,
      ...record,
      outcome: 'open',
    }
  })
  return { review, reports }
}
