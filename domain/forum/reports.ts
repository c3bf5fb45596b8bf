import { DAY_MS, type Instant } from '../kernel/time'

/** What somebody can report a post or a comment for, in the order in which the sheet offers it. */
export const reportReasons = {
  insult: '人身攻击',
  advertising: '广告',
  falsehood: '不实信息',
  secret: '泄露公司机密',
  privacy: '泄露个人信息',
  vulgar: '低俗内容',
  offTopic: '和版块无关',
  other: '其他',
} as const

/** Characters of what a reporter may say to the moderators. */
export const REPORT_NOTE_MAX = 200

export type ReportReason = keyof typeof reportReasons
export const reportReasonNames = Object.keys(reportReasons) as ReportReason[]

/** `void`: an appeal has shown the removal to be wrong, so the report counts neither for nor against its reporter. */
export const reportOutcomes = ['open', 'upheld', 'dismissed', 'void'] as const
export type ReportOutcome = (typeof reportOutcomes)[number]

/** What became of a person's reports, of those that moderators have decided. */
export interface ReportRecord {
  upheld: number
  decided: number
}

/** Earlier reports count for a year. */
export const RECORD_MS = 365 * DAY_MS

interface EarlierReport {
  outcome: ReportOutcome
  at: Instant
}

/** A person's record at an instant, by their reports of the year before. */
export function recordFrom(earlier: readonly EarlierReport[], now: Instant): ReportRecord {
  const counted = earlier.filter(({ at }) => now - at < RECORD_MS)
  const upheld = counted.filter(({ outcome }) => outcome === 'upheld').length
  return { upheld, decided: upheld + counted.filter(({ outcome }) => outcome === 'dismissed').length }
}

/**
 * How likely somebody's next report is right: (upheld + 1) / (decided + 2), Laplace's rule of succession (P.-S. Laplace,
 * "Essai philosophique sur les probabilités", 1814; the mean of the posterior after a uniform prior). Nobody is at 0 or
 * 1 by one report, and who has never reported is at a half.
 */
export function accuracyOf({ upheld, decided }: ReportRecord): number {
  return (upheld + 1) / (decided + 2)
}

/** From so many decided reports on, one who is wrong this often is not heeded any more. The house's own figures. */
const UNHEEDED = { decidedMin: 5, accuracyMax: 0.25 }

/** Whether somebody's reports weigh nothing, because nearly all of them were wrong: they are read, and hide nothing. */
export function isUnheeded(record: ReportRecord): boolean {
  return record.decided >= UNHEEDED.decidedMin && accuracyOf(record) < UNHEEDED.accuracyMax
}

/** What a report weighs: 1 and the reporter's accuracy, so less than 2; nothing from whom nobody heeds. */
export function weightOf(record: ReportRecord): number {
  return isUnheeded(record) ? 0 : 1 + accuracyOf(record)
}

/**
 * The weight at which a thing is hidden until a moderator has looked: three reporters of whom nobody knows anything
 * yet. As a report weighs less than 2, two people never hide anything, however accurate they have been.
 */
export const HIDING_WEIGHT = 3 * weightOf({ upheld: 0, decided: 0 })

/** Weights are sums of fractions: what differs by less than this is the same. */
const ROUNDING = 1e-9

/** Whether reports of this weight together hide a thing: see `HIDING_WEIGHT`. */
export function hides(weight: number): boolean {
  return weight >= HIDING_WEIGHT - ROUNDING
}
