import type { StreakDocument } from '../../cloudfunctions/growth/store'
import type { DeletionDocument } from '../../cloudfunctions/identity/store'
import { type Entry, earnedBy } from '../../domain/coin/entry'
import { type Streak, streakAfter } from '../../domain/growth/streak'
import { checkInTitle } from '../../domain/growth/wording'
import { DAY_MS, dayOf } from '../../domain/kernel/time'
import { cast } from './cast'
import type { Deed } from './ledger'
import type { World } from './world'

/** How many days in a row until yesterday: today is left to be tapped, and Lin's will be the twelfth. */
const LIN_DAYS = 11
/** The streaks of the others come round every so many of them; nobody's is the same as their neighbour's. */
const LONGEST = 17

const LEAVING = 'mengchuan'

/** Who has checked in every day up to yesterday; every third has missed it, so that theirs is over. */
export function checkInsOf(world: World): Deed[] {
  return cast
    .filter(({ left }) => !left)
    .flatMap((member, index) => {
      const days = member.key === 'linxiaochuan' ? LIN_DAYS : (index * 5) % LONGEST
      const lastDaysAgo = member.key !== 'linxiaochuan' && index % 3 === 0 ? 2 : 1
      const employeeId = world.who(member.key)._id
      return Array.from({ length: days }, (_day, place): Deed => {
        const minute = String((index * 7 + place * 3) % 60).padStart(2, '0')
        const at = world.calendar.at(lastDaysAgo + days - 1 - place, `7:${minute}`)
        const day = place + 1
        const sourceId = `${employeeId}.${dayOf(at)}`
        const title = checkInTitle(day)
        return { kind: 'earn', reason: 'growth.checkIn', employeeId, at, sourceId, day, title, subject: null }
      })
    })
}

/** The days in a row that the booked check-ins make. */
export function streaksOf(entries: readonly Entry[]): StreakDocument[] {
  const streaks = new Map<string, StreakDocument>()
  const checkIns = entries.filter(({ reason }) => reason === 'growth.checkIn')
  for (const entry of [...checkIns].sort((a, b) => a.receivedAt - b.receivedAt)) {
    const { employeeId, receivedAt, experience, balanceAfter } = entry
    const amount = earnedBy(entry)
    const before: Streak | null = streaks.get(employeeId) ?? null
    const base = entry.earning?.base ?? amount
    const earned = { amount, experience, base, multiplier: 1, leftToday: 0, balance: balanceAfter }
    streaks.set(employeeId, {
      _id: employeeId,
      ...streakAfter(before, dayOf(receivedAt), amount),
      earned: { ...earned, reason: 'growth.checkIn' },
    })
  }
  return [...streaks.values()]
}

/** Somebody who wants their data to go, and has four days left to think again. */
export function deletionsOf(world: World): DeletionDocument[] {
  const askedAt = world.calendar.at(3, '20:15')
  const dueAt = askedAt + 7 * DAY_MS
  return [{ _id: world.who(LEAVING)._id, words: 'anonymous', askedAt, dueAt, pseudonym: null, done: 0 }]
}
