import { z } from 'zod'
import { query } from '../kernel/contract'
import { Coins, Cursor, Instant, NextCursor } from '../kernel/schema'
import { earnReasons } from './reasons'

/** The Happy Hour that runs now or begins within half an hour; null otherwise. */
export const HappyHourView = z
  .object({ startsAt: Instant, endsAt: Instant, multiplier: z.number().int(), running: z.boolean() })
  .nullable()

/** What an action just earned, with everything needed to say why. */
export const Earned = z.object({
  amount: Coins,
  base: Coins,
  multiplier: z.number().int(),
  reason: z.enum(earnReasons),
  /** What this reason can still earn today. */
  leftToday: Coins,
  balance: Coins,
})

export const statementFilters = ['all', 'earned', 'spent', 'reversed'] as const

export const StatementLine = z.object({
  entryId: z.string(),
  kind: z.enum(['earn', 'spend', 'refund', 'reverse', 'restore']),
  reason: z.string(),
  /** "发帖「带两个孩子露营」" */
  title: z.string(),
  amount: Coins,
  /** What of this line went into paying a debt. */
  debtPaid: Coins,
  /** What of a reversal the balance could not cover. */
  debtAdded: Coins,
  balanceAfter: Coins,
  receivedAt: Instant,
  recordedAt: Instant,
  earning: z
    .object({
      base: Coins,
      multiplier: z.number().int(),
      window: z.object({ fromMinute: z.number().int(), toMinute: z.number().int() }).nullable(),
      cap: z.object({ perDay: Coins, earnedToday: Coins }),
      ruleVersion: z.number().int(),
    })
    .nullable(),
  /** Why coins went back, in words. */
  because: z.string().nullable(),
  /** Where the line leads: a post, an order. */
  subject: z.object({ kind: z.enum(['post', 'order', 'place']), id: z.string() }).nullable(),
})

export const coin = {
  openStatement: query({
    access: 'employee',
    input: z.strictObject({ filter: z.enum(statementFilters).default('all'), after: Cursor.optional() }),
    output: z.object({
      balance: Coins,
      debt: Coins,
      month: z.object({ on: z.string(), earned: Coins, spent: Coins, reversed: Coins }),
      lines: z.array(StatementLine),
      next: NextCursor,
      now: Instant,
    }),
    errors: [],
  }),
}
