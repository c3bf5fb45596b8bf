import * as z from 'zod'
import { Place } from '../booking/views'
import { Earned } from '../coin/contract'
import { command, query } from '../kernel/contract'
import { Coins, Count, Instant } from '../kernel/schema'
import { Product } from '../mall/schema'
import { Ride } from '../selfservice/shuttleViews'
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
  /** 充能量, the third tab, in one call: what a working day needs first, then what coins are good for. */
  openEnergy: query({
    access: 'employee',
    input: z.strictObject({}),
    output: z.object({
      /** The bus that leaves next from one of the caller's own stops; null: no line is a favourite. */
      ride: Ride.nullable(),
      /** The next two bookings, and how many there are. */
      coming: z.array(
        Place.pick({ placeId: true, title: true, visit: true, venue: true, startsAt: true, state: true }),
      ),
      booked: Count,
      /** The words that most colleagues have looked up. */
      sought: z.array(z.object({ termId: z.string(), name: z.string() })),
      balance: Coins,
      products: z.array(Product),
      now: Instant,
    }),
    errors: [],
    budget: {
      requests: 6,
      because:
        'caller; timetables, then lines; bookings; a new instance also reads which words are looked up, and what they are called',
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
