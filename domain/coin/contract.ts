import * as z from 'zod'
import { query } from '../kernel/contract'
import { Coins, Instant, NextCursor, NumberCursor } from '../kernel/schema'
import { hands } from './handContract'
import { earnReasons, reasons } from './reasons'
import { ruling } from './rulesContract'

const Points = z.number().int()

/** The Happy Hour that runs now or begins within half an hour; null otherwise. */
export const HappyHourView = z
  .object({ startsAt: Instant, endsAt: Instant, multiplier: z.number().int(), running: z.boolean() })
  .nullable()

/** What an action just earned, with everything needed to say why. */
export const Earned = z.object({
  amount: Coins,
  /** Points of experience that came with the coins. */
  experience: Points,
  base: Coins,
  multiplier: z.number().int(),
  reason: z.enum(earnReasons),
  /** What this reason can still earn today. */
  leftToday: Coins,
  balance: Coins,
})

/** What a day has brought by a reason, and what it may bring. */
const Cap = z.object({ perDay: Coins, earnedToday: Coins })

export const statementFilters = ['all', 'earned', 'spent', 'reversed'] as const

export const StatementLine = z.object({
  entryId: z.string(),
  kind: z.enum(['earn', 'spend', 'refund', 'reverse', 'restore', 'give', 'take']),
  reason: z.string(),
  /** "发帖「带两个孩子露营」" */
  title: z.string(),
  amount: Coins,
  /** What of this line went into paying a debt. */
  debtPaid: Coins,
  /** What of a reversal the balance could not cover. */
  debtAdded: Coins,
  balanceAfter: Coins,
  /** Points of experience that came or went with it. */
  experience: Points,
  receivedAt: Instant,
  recordedAt: Instant,
  earning: z
    .object({
      base: Coins,
      /** How many likes the line gathers; 1 for what somebody did. */
      times: z.number().int(),
      multiplier: z.number().int(),
      /** Only for what days in a row bring: which of them it was, and what it added. */
      inARow: z.object({ day: Points, extra: Coins, gift: Coins }).optional(),
      window: z.object({ fromMinute: z.number().int(), toMinute: z.number().int() }).nullable(),
      cap: Cap,
      experienceCap: Cap,
      ruleVersion: z.number().int(),
    })
    .nullable(),
  /** Why coins went back, in words. */
  because: z.string().nullable(),
  /** Where the line leads: a post, an order. */
  subject: z.object({ kind: z.enum(['post', 'order', 'place']), id: z.string() }).nullable(),
})

/** One way of earning, as the rules have it. */
export const EarningWay = z.object({
  reason: z.enum(earnReasons),
  base: Coins,
  cap: Cap,
  experience: z.object({ base: Points, cap: Cap }),
  /** How many likes of one colleague count for one author; null where nobody gives the coins. */
  perPair: z.object({ perDayMax: Points, perWeekMax: Points }).nullable(),
})

export const coin = {
  ...hands,
  ...ruling,
  openStatement: query({
    access: 'employee',
    input: z.strictObject({
      /** What it moved, or one reason alone. */
      filter: z.enum([...statementFilters, ...reasons]).default('all'),
      /** Absent: all months. */
      month: z
        .string()
        .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
        .optional(),
      after: NumberCursor.optional(),
    }),
    output: z.object({
      balance: Coins,
      debt: Coins,
      experience: Points,
      /** The totals of the month that was asked for, or of this one. */
      month: z.object({ on: z.string(), earned: Coins, spent: Coins, reversed: Coins }),
      /** The months that moved coins, of the last three years; the latest first. */
      months: z.array(z.string()),
      lines: z.array(StatementLine),
      next: NextCursor,
      now: Instant,
    }),
    errors: [],
  }),
  /** How coins are earned, by the rules in force, and how far today has come. */
  openEarning: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({
      experience: Points,
      ways: z.array(EarningWay),
      hours: z.array(
        z.object({
          fromMinute: z.number().int(),
          toMinute: z.number().int(),
          multiplier: z.number().int(),
          reasons: z.array(z.enum(earnReasons)),
          /** ISO weekdays on which it runs, Monday 1. */
          weekdays: z.array(z.number().int()),
        }),
      ),
      now: Instant,
    }),
    errors: [],
  }),
}
