import { decideEarning, type Earning, sumOf, type Worth } from './earning'
import { type Entry, worthOf } from './entry'
import { decideEsteem, type Given, givenAfter } from './esteem'
import { type EarnReason, earnReasons } from './reasons'
import type { CoinRules } from './rules'

export type Replayed = Pick<
  Entry,
  'employeeId' | 'number' | 'reason' | 'postings' | 'experience' | 'earning' | 'receivedAt' | 'likers'
>

interface Change {
  was: number
  becomes: number
}

export interface Replay {
  entries: number
  people: number
  coins: Change
  experience: Change
  happyHour: Change
  reasons: (Change & { reason: EarnReason })[]
  fewer: number
  mostLost: number
}

/**
 * What a day's earnings would have come to under other rules. Each is decided again as it was received, after the same
 * person's earlier ones of that day, and likes also after those of the same colleague; what nothing was booked for,
 * because a cap was reached, is not known and not counted.
 * @param entries the earnings of one day
 * @param givenBefore whose likes have counted for each author on the days before
 */
export function replay(
  entries: readonly Replayed[],
  rules: CoinRules,
  givenBefore: ReadonlyMap<string, readonly Given[]> = new Map(),
): Replay {
  const sums = { was: zero(), becomes: zero(), happyWas: 0, happyBecomes: 0 }
  const byReason = new Map(earnReasons.map(reason => [reason, { was: 0, becomes: 0 }]))
  const byPerson = new Map<string, number>()
  const soFar = new Map<string, Worth>()
  const given = new Map(givenBefore)
  for (const entry of [...entries].sort((a, b) => a.number - b.number)) {
    const reason = entry.reason as EarnReason
    const key = `${entry.employeeId} ${reason}`
    const before = soFar.get(key) ?? zero()
    const was = worthOf(entry as Entry)
    const decided = again(entry, rules, { before, given })
    soFar.set(key, sumOf(before, decided.worth))
    sums.was = sumOf(sums.was, was)
    sums.becomes = sumOf(sums.becomes, decided.worth)
    sums.happyWas += addedBy(entry.earning?.multiplier ?? 1, entry, was.amount)
    sums.happyBecomes += addedBy(decided.multiplier, entry, decided.worth.amount, decided.base)
    const row = byReason.get(reason)
    if (row) {
      row.was += was.amount
      row.becomes += decided.worth.amount
    }
    const gain = decided.worth.amount - was.amount
    byPerson.set(entry.employeeId, (byPerson.get(entry.employeeId) ?? 0) + gain)
  }
  const losses = [...byPerson.values()].filter(gain => gain < 0).map(gain => -gain)
  return {
    entries: entries.length,
    people: byPerson.size,
    coins: { was: sums.was.amount, becomes: sums.becomes.amount },
    experience: { was: sums.was.experience, becomes: sums.becomes.experience },
    happyHour: { was: sums.happyWas, becomes: sums.happyBecomes },
    reasons: earnReasons.map(reason => ({ reason, ...(byReason.get(reason) ?? { was: 0, becomes: 0 }) })),
    fewer: losses.length,
    mostLost: Math.max(0, ...losses),
  }
}

const zero = (): Worth => ({ amount: 0, experience: 0 })

interface SoFar {
  /** What the same reason has brought that day. */
  before: Worth
  /** Whose likes have counted for each author: added to. */
  given: Map<string, readonly Given[]>
}

function again(entry: Replayed, rules: CoinRules, { before, given }: SoFar) {
  const { employeeId, reason, receivedAt: at, earning, likers } = entry
  const today = { rules, at, earnedToday: before.amount, experienceToday: before.experience }
  if (reason === 'forum.liked' && likers) {
    const known = given.get(employeeId) ?? []
    const decided = decideEsteem({ ...today, authorId: employeeId, likers, given: known })
    given.set(employeeId, givenAfter(known, decided.likers, at))
    return worthOfDecision(decided.earning)
  }
  return worthOfDecision(
    decideEarning({
      ...today,
      reason: reason as EarnReason,
      times: earning?.times ?? 1,
      ...(earning?.inARow ? { day: earning.inARow.day } : {}),
    }),
  )
}

const worthOfDecision = ({ amount, experience, multiplier, base }: Earning) => ({
  worth: { amount, experience },
  multiplier,
  base,
})

/** What of an earning is there only because it was multiplied. */
function addedBy(
  multiplier: number,
  { earning }: Replayed,
  amount: number,
  base = earning?.base ?? 0,
): number {
  if (multiplier === 1) return 0
  return Math.max(0, amount - base * (earning?.times ?? 1))
}
