import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { Coins, Count, Instant, Reason } from '../kernel/schema'
import { earnReasons } from './reasons'

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

export const versionStates = ['past', 'current', 'scheduled', 'withdrawn'] as const

export const RuleVersion = z.object({
  version: z.number().int(),
  state: z.enum(versionStates),
  startsAt: Instant,
  /** Absent in the version that the house was delivered with. */
  byName: z.string().nullable(),
  why: z.string().nullable(),
  rules: RuleDraft,
})

/** The rules of earning: versions that start at a time. */
export const ruling = {
  openRules: query({
    access: 'coin.rules',
    input: z.strictObject({}),
    output: z.object({
      versions: z.array(RuleVersion),
      /** What this quarter's earnings come to, as far as the figures have got. */
      earnedInQuarter: Count,
      now: Instant,
    }),
    errors: [],
  }),
  /** Replays what yesterday earned under a draft, and changes nothing. */
  previewRules: query({
    access: 'coin.rules',
    input: z.strictObject({ draft: RuleDraft }),
    output: RulesPreview,
    errors: ['COIN_RULES_WRONG'],
    budget: {
      requests: 34,
      because:
        'a day of up to ten thousand entries is read a thousand at a time, and so are those who were liked',
    },
  }),
  /** Announces a version; from its start on it is what earnings go by, and is never edited. */
  scheduleRules: command({
    access: 'coin.rules',
    input: z.strictObject({
      draft: RuleDraft,
      startsAt: Instant,
      /** The latest version that the draft was made from. */
      after: z.number().int().min(1),
      why: Reason,
    }),
    output: z.object({ version: z.number().int() }),
    errors: ['COIN_RULES_WRONG', 'COIN_RULES_TOO_SOON', 'COIN_RULES_CHANGED', 'COIN_RULES_SCHEDULED'],
  }),
  /** Takes a version back that has not begun. */
  withdrawRules: command({
    access: 'coin.rules',
    input: z.strictObject({ version: z.number().int().min(1), why: Reason }),
    output: z.object({ state: z.literal('withdrawn') }),
    errors: ['COIN_RULES_MISSING', 'COIN_RULES_BEGUN'],
  }),
}
