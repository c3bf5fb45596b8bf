import { sortKey } from '../kernel/paging'
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../kernel/time'
import {
  hides,
  isUnheeded,
  type ReportOutcome,
  type ReportReason,
  type ReportRecord,
  weightOf,
} from './reports'

/** A moderator has answered within this time of the first report, the doubt or the appeal. */
export const ANSWER_MS = 24 * HOUR_MS
/** How long an author may appeal after a removal. */
export const APPEAL_MS = 7 * DAY_MS
/** A picture that WeChat has not spoken of by then is looked at by a moderator. */
export const PICTURE_PATIENCE_MS = 30 * MINUTE_MS
/** Offences count for a year. */
export const OFFENCE_MS = 365 * DAY_MS
/** For how many days somebody may be muted. */
export const muteDays = [3, 7, 30] as const

export type SubjectKind = 'post' | 'comment'

/** `appealed`: decided once, and waiting for another moderator. */
export type ReviewState = 'open' | 'decided' | 'appealed'

export interface Decider {
  employeeId: string
  name: string
}

export interface ReviewDecision {
  verdict: 'keep' | 'remove'
  reason: string
  by: Decider
  at: Instant
  /** 0: a warning. */
  muteDays: number
  /** False: a removal that is not held against its author. Absent: it is. */
  offence?: boolean
  mutedUntil: Instant | null
  /** Whole coins that went back. */
  reversed: number
}

/** A picture that an author shows for an appeal; one that WeChat refuses is left out. */
export interface Evidence {
  fileId: string
  traceId: string
  state: 'checking' | 'passed'
}

export interface Appeal {
  words: string
  /** Shown until the answer; absent: none. */
  evidence?: Evidence[]
  at: Instant
  /** Null while it waits. */
  answer: { verdict: 'uphold' | 'restore'; reason: string; by: Decider; at: Instant; repaid: number } | null
}

export const reviewSteps = [
  'reported',
  'doubted',
  'hidden',
  'kept',
  'removed',
  'appealed',
  'upheld',
  'restored',
  'edited',
] as const

export interface ReviewStep {
  what: (typeof reviewSteps)[number]
  at: Instant
  /** Who did it; null where the reader must not know, or where nobody did. */
  by: string | null
  words: string | null
}

/** What is under review, as it reads now. */
export interface ReviewSubject {
  kind: SubjectKind
  id: string
  postId: string
  /** The title of the post that it is, or that it stands under. */
  title: string
  /** What it says. */
  words: string
  /** When its author last put other words there; absent: never since it came under review. */
  editedAt?: Instant
  /** The official account that said it; absent: its author for themselves. */
  accountId?: string
}

/** How one thing stands with the moderators. There is one for each thing, whatever happens to it. */
export interface Review<A extends { employeeId: string } = { employeeId: string }> {
  _id: string
  subject: ReviewSubject
  author: A
  state: ReviewState
  /** Whether a moderator has to do something. */
  waiting: boolean
  /** Whether reports alone have hidden it. */
  hidden: boolean
  /** Goes up with whatever changes what a moderator would decide: two who decide on the same one can't both. */
  version: number
  /** How often it has come under review; reports are of one round. */
  round: number
  /** Reports of this round: how many, what they weigh, and what they are for. */
  reports: number
  weight: number
  unheeded: number
  /** The best share of upheld reports among the reporters; null when none had a report decided. */
  bestShare: number | null
  reasons: Partial<Record<ReportReason, number>>
  dueAt: Instant
  /** Waiting: by when it is due; decided: by when it was. Unique. */
  orderKey: string
  decision: ReviewDecision | null
  appeal: Appeal | null
  /** Whether pictures of its appeal wait for WeChat's verdict; absent: there never were any. */
  evidenceState?: 'checking' | 'done'
  /** When the author did wrong by the standing decision; null: did not. */
  offenceAt: Instant | null
  trail: ReviewStep[]
  /** Whether reporters wait to be told. */
  telling: boolean
  /** Of rounds before this one those whose reporters wait, and what is to be told; absent: none. */
  untold?: { round: number; outcome: ReportOutcome }[]
  /** From when its pictures are not needed any more. */
  purgeAt: Instant | null
}

/** `post.01J…`: one review for one thing. */
export function reviewIdOf(kind: SubjectKind, id: string): string {
  return `${kind}.${id}`
}

/** A thing that nobody has looked at yet. */
export function unreviewed<A extends { employeeId: string }>(
  subject: ReviewSubject,
  author: A,
  now: Instant,
): Review<A> {
  const _id = reviewIdOf(subject.kind, subject.id)
  return {
    _id,
    subject,
    author,
    state: 'open',
    waiting: true,
    hidden: false,
    version: 0,
    round: 0,
    reports: 0,
    weight: 0,
    unheeded: 0,
    bestShare: null,
    reasons: {},
    dueAt: now + ANSWER_MS,
    orderKey: sortKey(now + ANSWER_MS, _id),
    decision: null,
    appeal: null,
    offenceAt: null,
    trail: [],
    telling: false,
    purgeAt: null,
  }
}

/** Opens a round, unless one is open. What has been decided keeps its decision until the next one. */
function opened<R extends Review>(review: R, now: Instant): R {
  if (review.round > 0 && review.state === 'open') return review
  const dueAt = now + ANSWER_MS
  const empty = { reports: 0, weight: 0, unheeded: 0, bestShare: null, reasons: {}, hidden: false }
  const untold = roundsToTell(review)
  return {
    ...review,
    ...empty,
    ...(untold.length > 0 ? { untold } : {}),
    state: 'open',
    waiting: true,
    version: review.version + 1,
    round: review.round + 1,
    dueAt,
    orderKey: sortKey(dueAt, review._id),
  }
}

interface ReportFacts {
  reason: ReportReason
  record: ReportRecord
  at: Instant
  /** Whether reports alone may hide it: see `isOpenTo`. */
  mayHide: boolean
}

/** Whether a moderator has judged what the thing says now. */
function isJudged({ decision, subject }: Review): boolean {
  return decision !== null && decision.at > (subject.editedAt ?? 0)
}

/**
 * A review after one more report. It hides the thing once the reports weigh enough, but never what a moderator has
 * already looked at and kept: whoever wants that hidden has to convince one.
 */
export function reviewAfterReport<R extends Review>(
  before: R,
  { reason, record, at, mayHide }: ReportFacts,
): R {
  const review = opened(before, at)
  const share = record.decided === 0 ? null : record.upheld / record.decided
  const weight = review.weight + weightOf(record)
  const hidden = review.hidden || (mayHide && !isJudged(review) && hides(weight))
  const steps: ReviewStep[] = [
    ...(review.reports === 0 ? [{ what: 'reported' as const, at, by: null, words: null }] : []),
    ...(hidden && !review.hidden ? [{ what: 'hidden' as const, at, by: null, words: null }] : []),
  ]
  return {
    ...review,
    reports: review.reports + 1,
    weight,
    unheeded: review.unheeded + (isUnheeded(record) ? 1 : 0),
    bestShare: share === null ? review.bestShare : Math.max(share, review.bestShare ?? 0),
    reasons: { ...review.reasons, [reason]: (review.reasons[reason] ?? 0) + 1 },
    hidden,
    trail: [...review.trail, ...steps],
  }
}

/** A review after the machine has doubted a picture or said nothing. */
export function reviewAfterDoubt<R extends Review>(before: R, at: Instant, words: string): R {
  const review = opened(before, at)
  return { ...review, trail: [...review.trail, { what: 'doubted', at, by: null, words }] }
}

/**
 * A review after its author put other words there: moderators decide on what stands now, so whoever has read what stood
 * before has to read again. What was said of it stays in the trail.
 */
export function reviewAfterEdit<R extends Review>(
  review: R,
  { title, words, at }: Pick<ReviewSubject, 'title' | 'words'> & { at: Instant },
): R {
  const { subject } = review
  return {
    ...review,
    subject: { ...subject, title, words, editedAt: at },
    version: review.version + 1,
    trail: [...review.trail, { what: 'edited', at, by: null, words: `${subject.title}\n${subject.words}` }],
  }
}

/** Whether a removal counts against its author. */
export function isOffence({ verdict, offence = true }: Pick<ReviewDecision, 'verdict' | 'offence'>): boolean {
  return verdict === 'remove' && offence
}

/** A review after a moderator's decision. */
export function reviewAfterDecision<R extends Review>(before: R, decision: ReviewDecision): R {
  const { at, verdict, by, reason } = decision
  const removed = verdict === 'remove'
  return {
    ...before,
    state: 'decided',
    waiting: false,
    hidden: false,
    version: before.version + 1,
    round: Math.max(1, before.round),
    orderKey: sortKey(at, before._id),
    decision,
    offenceAt: removed && isOffence(decision) ? at : null,
    telling: before.telling || before.reports > 0,
    purgeAt: removed ? at + APPEAL_MS : null,
    trail: [...before.trail, { what: removed ? 'removed' : 'kept', at, by: by.name, words: reason }],
  }
}

/** Of which rounds reporters wait to be told, and what: each round by the decision that ended it. */
export function roundsToTell(review: Review): { round: number; outcome: ReportOutcome }[] {
  const { telling, state, round, untold = [] } = review
  if (!telling) return []
  // What has been reported again since then is another round, and waits for another decision.
  return state === 'open' ? untold : [...untold, { round, outcome: outcomeOf(review) }]
}

/** What became of the reports of the last round, by the decision as it stands now. */
export function outcomeOf({ decision, appeal }: Review): ReportOutcome {
  if (decision === null) return 'open'
  if (decision.verdict === 'keep') return 'dismissed'
  // What was restored may have been removed once more, for other reports.
  const restored = appeal?.answer?.verdict === 'restore' && appeal.at >= decision.at
  return restored ? 'void' : 'upheld'
}
