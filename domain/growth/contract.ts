import { z } from 'zod'
import { Earned } from '../coin/contract'
import { command, query } from '../kernel/contract'
import { Coins, Count, Instant } from '../kernel/schema'
import { badgeNames } from './badges'

/** Somebody's days in a row, and the week as they see it. */
export const StreakView = z.object({
  daysInRow: Count,
  longest: Count,
  checkedToday: z.boolean(),
  /** Monday first. */
  week: z.array(
    z.object({
      on: z.string(),
      state: z.enum(['done', 'missed', 'ahead']),
      amount: Coins,
      gift: z.boolean(),
    }),
  ),
  nextGift: z.object({ day: Count, amount: Coins }).nullable(),
})

export const growth = {
  /** Once a UTC+8 day; saying it again gives the day's first answer. */
  checkIn: command({
    access: 'employee',
    idempotency: 'reception',
    input: z.strictObject({}),
    output: z.object({ on: z.string(), daysInRow: Count, longest: Count, earned: Earned }),
    errors: ['GROWTH_DAY_OVER'],
    budget: {
      requests: 9,
      because: 'the reception, the days in a row, the account, its entry and the rules',
    },
  }),
  /** Where experience has led and which badges there are. */
  openLevel: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({
      experience: Count,
      badges: z.array(z.object({ badge: z.enum(badgeNames), held: z.boolean(), reached: Count })),
      total: Count,
      now: Instant,
    }),
    errors: [],
  }),
}
