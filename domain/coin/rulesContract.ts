import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { Coins, Count, Instant, Reason } from '../kernel/schema'
import { earnReasons } from './reasons'
import { ruleStates } from './ruleReview'
import { versionStates } from './ruling'

const Price = z.number().int().min(0).max(1_000)
const Most = z.number().int().min(0).max(10_000)
const Minute = z.number().int().min(0).max(1_440)

const RuleRow = z.strictObject({
  base: Price,
  perDayMax: Most,
  experience: z.strictObject({ base: Price, perDayMax: Most }),
  perPair: z
    .strictObject({
      perDayMax: z.number().int().min(1).max(50),
      perWeekMax: z.number().int().min(1).max(200),
    })
    .optional(),
  streak: z
    .strictObject({
      fromDay: z.number().int().min(2).max(60),
      extra: Price,
      everyDays: z.number().int().min(2).max(60),
      gift: Price,
    })
    .optional(),
})

const Hour = z.strictObject({
  fromMinute: Minute,
  toMinute: Minute,
  multiplier: z.number().int().min(2).max(10),
  reasons: z.array(z.enum(earnReasons)).min(1).max(earnReasons.length),
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
})

/** Everything that decides an earning, as it is written. */
export const RuleDraft = z.strictObject({
  earning: z.record(z.enum(earnReasons), RuleRow),
  happyHours: z.array(Hour).max(6),
  /** What may be earned in a quarter by all together; a measure that is shown, not a cap. Absent: none is set. */
  quarterBudget: z.number().int().min(1).max(100_000_000).optional(),
})

/** What a day's earnings come to, reason by reason: as they were booked, and as a draft would have it. */
const Replayed = z.object({ was: Coins, becomes: Coins })

export const RulesPreview = z.object({
  day: z.string(),
  entries: Count,
  people: Count,
  coins: Replayed,
  experience: Replayed,
  /** Of the coins: what Happy Hours added. */
  happyHour: Replayed,
  reasons: z.array(Replayed.extend({ reason: z.enum(earnReasons) })),
  /** Colleagues who would have had less, and the most that one of them would have lost. */
  fewer: Count,
  mostLost: Coins,
  /** There were more entries than a preview reads; the figures are of the first so many. */
  more: z.boolean(),
})

export const RuleVersion = z.object({
  version: z.number().int(),
  state: z.enum(versionStates),
  startsAt: Instant,
  /** Absent in the version that the house was delivered with. */
  byName: z.string().nullable(),
  why: z.string().nullable(),
  /** The second person's word; null before it, and in versions that took none. */
  decision: z.object({ byName: z.string(), at: Instant, reason: z.string() }).nullable(),
  /** Whether the caller may be the second; whether it is the caller's own, to be withdrawn. */
  mayDecide: z.boolean(),
  mine: z.boolean(),
  rules: RuleDraft,
})

const Version = z.number().int().min(1)

/** The rules of earning: versions that start at a time. Each takes a second person before it counts. */
export const ruling = {
  openRules: query({
    access: 'coin.rules',
    input: z.strictObject({}),
    output: z.object({
      versions: z.array(RuleVersion),
      /** Who may agree to what the caller proposes: other keepers, or the administrators where there is none. */
      reviewers: z.array(z.string()),
      /** What this quarter's earnings come to, as far as the figures have got. */
      earnedInQuarter: Count,
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 6,
      because: 'the caller; versions, those in force, what the quarter cost and who may agree at once',
    },
  }),
  /** One version beside the one that it follows: what a second person agrees to, or what there once was. */
  openRuleVersion: query({
    access: 'coin.rules.review',
    input: z.strictObject({ version: Version }),
    output: z.object({
      version: RuleVersion,
      /** Null for the version that the house was delivered with. */
      before: z.object({ version: Version, rules: RuleDraft }).nullable(),
      now: Instant,
    }),
    errors: ['COIN_RULES_MISSING'],
    budget: {
      requests: 4,
      because: 'the caller; the version and those in force at once; and for an administrator the keepers',
    },
  }),
  /** Replays what yesterday earned under a draft, and changes nothing. */
  previewRules: query({
    access: 'coin.rules.review',
    input: z.strictObject({ draft: RuleDraft }),
    output: RulesPreview,
    errors: ['COIN_RULES_WRONG'],
    budget: {
      requests: 34,
      because:
        'a day of up to ten thousand entries is read a thousand at a time, and so are those who were liked',
    },
  }),
  /** Proposes a version; once somebody else has agreed it is, from its start on, what earnings go by. It is never edited. */
  scheduleRules: command({
    access: 'coin.rules',
    input: z.strictObject({
      draft: RuleDraft,
      startsAt: Instant,
      /** The latest version that the draft was made from. */
      after: Version,
      why: Reason,
    }),
    output: z.object({ version: z.number().int(), reviewers: z.array(z.string()) }),
    errors: [
      'COIN_RULES_WRONG',
      'COIN_RULES_TOO_SOON',
      'COIN_RULES_CHANGED',
      'COIN_RULES_SCHEDULED',
      'COIN_RULES_NO_SECOND',
    ],
    budget: {
      requests: 13,
      because:
        'caller, versions, those in force and who may agree; the version, a notice to each of five, and the result',
    },
  }),
  /** The second person's word: the version counts from its start, or never. */
  decideRules: command({
    access: 'coin.rules.review',
    input: z.strictObject({ version: Version, decision: z.enum(['approve', 'refuse']), reason: Reason }),
    output: z.object({ state: z.enum(ruleStates) }),
    errors: ['COIN_RULES_MISSING', 'COIN_RULES_DECIDED', 'COIN_RULES_NOT_YOURS', 'COIN_RULES_LATE'],
    budget: {
      requests: 8,
      because:
        'caller and the other keepers; the version read and written, notice and result; the notes done',
    },
  }),
  /** Takes a version back that has not begun: whoever proposed it while it waits, any keeper once it was agreed to. */
  withdrawRules: command({
    access: 'coin.rules',
    input: z.strictObject({ version: Version, why: Reason }),
    output: z.object({ state: z.literal('withdrawn') }),
    errors: ['COIN_RULES_MISSING', 'COIN_RULES_BEGUN', 'COIN_RULES_NOT_YOURS'],
    budget: {
      requests: 7,
      because: 'caller; the version read and written, notice and result; the notes done',
    },
  }),
}
