import { weekOf } from '@domain/booking/facility'
import { isOneTooMany, type Plan } from '@domain/booking/ownPlans'
import { slotKey } from '@domain/booking/slotIds'
import type { Wanted } from './BookSheet'

interface Known {
  plans: readonly (Plan & { isHere: boolean })[]
  atOnceMax: number
  fullWeeks: readonly string[]
  /** Slots that somebody else was faster at. */
  taken: readonly string[]
}

/** What may be had where somebody else was faster: another court at that hour, else the next hour, best on the same court. */
export function insteadOf(
  free: readonly Wanted[],
  { subjectId, slot }: Wanted,
  { plans, atOnceMax, fullWeeks, taken }: Known,
): Wanted | undefined {
  const here = plans.filter(({ isHere }) => isHere)
  const isSame = (one: Wanted) => Number(one.subjectId === subjectId)
  return free
    .filter(one => one.slot.state === 'free' && one.slot.mine === null && one.slot.startsAt >= slot.startsAt)
    .filter(one => !taken.includes(slotKey(one.subjectId, one.slotAt)))
    .filter(one => !fullWeeks.includes(weekOf(one.slotAt)) && !isOneTooMany(here, one.slot, atOnceMax))
    .sort((one, other) => one.slot.startsAt - other.slot.startsAt || isSame(other) - isSame(one))[0]
}

/** What differs of it: the court where the hour is the same, the hour where the court is, or both. */
export function sayInstead(instead: Wanted, wanted: Wanted, when: string): string {
  if (instead.slot.startsAt === wanted.slot.startsAt) return instead.name
  return instead.name === wanted.name ? when : `${instead.name} ${when}`
}
