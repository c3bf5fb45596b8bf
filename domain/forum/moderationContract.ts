import * as z from 'zod'
import { command, query } from '../kernel/contract'
import {
  Author,
  Coins,
  Count,
  Cursor,
  FileId,
  Id,
  Instant,
  NextCursor,
  Person,
  Reason,
  text,
} from '../kernel/schema'
import { EVIDENCE_MAX } from './appeal'
import { isUploadedPicture } from './images'
import { REPORT_NOTE_MAX, reportReasonNames } from './reports'
import { muteDays, reviewSteps } from './review'

const SubjectKind = z.enum(['post', 'comment'])
const Version = z.number().int().nonnegative()
const ReviewReason = z.object({ reason: z.enum(reportReasonNames), count: Count })

export const reviewFilters = ['waiting', 'appealed', 'hidden', 'decided'] as const

/** One thing under review, as the list shows it. */
export const ReviewRow = z.object({
  reviewId: z.string(),
  version: Version,
  state: z.enum(['open', 'decided', 'appealed']),
  hidden: z.boolean(),
  kind: SubjectKind,
  author: Author,
  /** What it says; of an appeal, what its author says for it. */
  words: z.string(),
  /** The title of the post that it is, or that it stands under. */
  title: z.string(),
  /** The most frequent first; none: the machine has doubted a picture. */
  reasons: z.array(ReviewReason),
  reports: Count,
  /** Reporters who are nearly always wrong: their reports weigh nothing. */
  unheeded: Count,
  /** The best share of upheld reports among the reporters. */
  bestShare: z.number().nullable(),
  dueAt: Instant,
  decision: z.object({ verdict: z.enum(['keep', 'remove']), by: z.string(), at: Instant }).nullable(),
  /** Whether the caller may decide it: not about oneself, and not twice. */
  mine: z.boolean(),
})

const Step = z.object({
  what: z.enum(reviewSteps),
  at: Instant,
  by: z.string().nullable(),
  words: z.string().nullable(),
})

/** What a removal brings its author beside the reason. */
export const penalty = {
  /** From the second offence within a year on. */
  muteDays: z.union(muteDays.map(days => z.literal(days))).optional(),
  /**
   * Whether it is an offence of the author's. Absent: it is, unless what is removed is the talk beside a thing of another
   * room, in which others have spoken.
   */
  offence: z.boolean().optional(),
}

const Decision = z.object({
  verdict: z.enum(['keep', 'remove']),
  reason: z.string(),
  by: z.string(),
  at: Instant,
  muteDays: Count,
  /** Whether it counts against the author. */
  offence: z.boolean(),
  reversed: Count,
})

const Answer = z.object({
  verdict: z.enum(['uphold', 'restore']),
  reason: z.string(),
  at: Instant,
  repaid: Count,
})

const AppealView = z.object({
  words: z.string(),
  /** What the author shows for it, until the answer; one that WeChat has not looked at yet is the author's alone. */
  pictures: z.array(z.string()),
  /** How many of them WeChat has still to look at. */
  picturesChecking: Count,
  at: Instant,
  answer: Answer.nullable(),
})

/** What a removal would take back, line by line. */
const Reversal = z.object({
  lines: z.array(z.object({ reason: z.string(), base: Coins, multiplier: z.number().int(), amount: Coins })),
  total: Count,
  balanceAfter: Coins,
  /** What the balance can't cover and later earnings will pay. */
  owed: Count,
})

/** What a moderator has to know before a removal. */
const Consequences = z.object({
  /** Removals of the author's that stand, within a year. */
  offences: Count,
  mayMute: z.boolean(),
  reversal: Reversal,
  /** Whether it is the talk beside a thing of another room: the thing stays. */
  beside: z.boolean(),
})

const deciding = [
  'FORUM_REVIEW_MISSING',
  'FORUM_REVIEW_DECIDED',
  'FORUM_REVIEW_CHANGED',
  'FORUM_REVIEW_NOT_YOURS',
] as const

export const moderation = {
  /** Anybody's, once for each thing; the author never learns whose. */
  report: command({
    access: 'employee',
    // That there is one is noted before its transaction.
    idempotency: 'reception',
    input: z
      .strictObject({
        kind: SubjectKind,
        id: Id,
        reason: z.enum(reportReasonNames),
        /** For the moderators; what none of the reasons says has to be said. */
        note: text(1, REPORT_NOTE_MAX).optional(),
      })
      .refine(({ reason, note }) => reason !== 'other' || note !== undefined, { path: ['note'] }),
    output: z.object({ reported: z.literal(true) }),
    errors: [
      'FORUM_POST_MISSING',
      'FORUM_COMMENT_MISSING',
      'FORUM_REPORT_OWN',
      'FORUM_ALREADY_REPORTED',
      'FORUM_REPORTS_TOO_MANY',
    ],
    budget: {
      requests: 20,
      because:
        'caller with how much was reported, reception, earlier reports, and that this is; thing, its post, review read and written, report and result; hiding also changes the thing, tells its author and counts its post’s comments, and the replies of the comment above',
    },
  }),
  listReviews: query({
    access: 'forum.moderate',
    input: z.strictObject({
      filter: z.enum(reviewFilters).default('waiting'),
      kind: SubjectKind.optional(),
      reason: z.enum(reportReasonNames).optional(),
      /** Words of what it says, or its author's name, pinyin or number. */
      text: z.string().max(40).optional(),
      after: Cursor.optional(),
    }),
    output: z.object({
      reviews: z.array(ReviewRow),
      /** Each counted up to 99. */
      counts: z.object({ waiting: Count, appealed: Count, hidden: Count }),
      nextDueAt: Instant.nullable(),
      next: NextCursor,
      now: Instant,
    }),
    errors: [],
    budget: { requests: 4, because: 'caller, the page and what waits; names of those who left' },
  }),
  openReview: query({
    access: 'forum.moderate',
    input: z.strictObject({ reviewId: Id }),
    output: z.object({
      review: ReviewRow,
      /** What it says; its row has an appeal's words while that waits. */
      saying: z.string(),
      postId: z.string(),
      postedAt: Instant,
      /** All pictures that are still there, also those that nobody else sees. */
      pictures: z.array(z.string()),
      likes: Count,
      comments: Count,
      reporters: z.array(
        Person.extend({
          reason: z.enum(reportReasonNames),
          note: z.string().nullable(),
          upheld: Count,
          decided: Count,
          heeded: z.boolean(),
        }),
      ),
      ...Consequences.shape,
      decision: Decision.nullable(),
      appeal: AppealView.nullable(),
      trail: z.array(Step),
      now: Instant,
    }),
    errors: ['FORUM_REVIEW_MISSING'],
    budget: {
      requests: 9,
      because:
        'caller and review; thing, reports, earlier offences, what it earned, by likes too, and the account; who has left',
    },
  }),
  /** What the removal of something that stands would mean, reported or not. */
  openRemoval: query({
    access: 'forum.moderate',
    input: z.strictObject({ kind: SubjectKind, id: Id }),
    output: Consequences.extend({ author: Author }),
    errors: ['FORUM_POST_MISSING', 'FORUM_COMMENT_MISSING'],
    budget: {
      requests: 8,
      because:
        'caller, thing and its post; earlier offences, what it earned, by likes too, and the account; whether its author has left',
    },
  }),
  decideReview: command({
    access: 'forum.moderate',
    input: z.strictObject({
      reviewId: Id,
      version: Version,
      verdict: z.enum(['keep', 'remove']),
      /** Only with a removal. */
      ...penalty,
      reason: Reason,
    }),
    output: z.object({ reversed: Count }),
    errors: [...deciding, 'FORUM_POST_MISSING', 'FORUM_MUTE_TOO_EARLY'],
    budget: {
      requests: 31,
      because:
        'caller, earlier offences; review, thing and post read, thing and review written, coins of each reason, one more where an appeal had brought them back, author told and muted, result; then the comments of the post are counted, and the replies of the comment above',
    },
  }),
  /** Another moderator than the first. */
  answerAppeal: command({
    access: 'forum.moderate',
    input: z.strictObject({
      reviewId: Id,
      version: Version,
      verdict: z.enum(['uphold', 'restore']),
      reason: Reason,
    }),
    output: z.object({ repaid: Count }),
    errors: [...deciding, 'FORUM_POST_MISSING'],
    budget: { requests: 32, because: 'as a decision, whose coins it gives back and whose silence it ends' },
  }),
  /** How something of one's own stands with the moderators. */
  openMyReview: query({
    access: 'employee',
    input: z.strictObject({ reviewId: Id }),
    output: z.object({
      reviewId: z.string(),
      kind: SubjectKind,
      postId: z.string(),
      title: z.string(),
      words: z.string(),
      /** Of a post those of its pictures that are still there. */
      pictures: z.array(z.string()),
      state: z.enum(['open', 'decided', 'appealed']),
      hidden: z.boolean(),
      /** By when a moderator answers. */
      dueAt: Instant,
      decision: Decision.omit({ by: true }).nullable(),
      mutedUntil: Instant.nullable(),
      appeal: AppealView.nullable(),
      /** Null: not to be appealed, or not any more. */
      appealUntil: Instant.nullable(),
      now: Instant,
    }),
    errors: ['FORUM_REVIEW_MISSING'],
  }),
  /** Once, within a week of the removal. */
  appeal: command({
    access: 'employee',
    input: z.strictObject({
      reviewId: Id,
      words: Reason,
      imageIds: z
        .array(FileId.refine(isUploadedPicture, { message: 'an uploaded picture' }))
        .max(EVIDENCE_MAX)
        .default([]),
    }),
    output: z.object({ dueAt: Instant }),
    errors: [
      'FORUM_REVIEW_MISSING',
      'FORUM_APPEAL_DONE',
      'FORUM_APPEAL_CLOSED',
      'FORUM_IMAGE_MISSING',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
  }),
}
