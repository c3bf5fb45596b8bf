import { type Instant, MINUTE_MS } from '../kernel/time'

/** Presence is kept by slots of so many minutes: what a phone says once in each. */
export const SLOT_MINUTES = 5
const SLOT_MS = SLOT_MINUTES * MINUTE_MS

/** The slot that an instant lies in, counted from the epoch, so that no change of a schedule moves it. */
export function slotOf(at: Instant): number {
  return Math.floor(at / SLOT_MS)
}

/** The first instant of a slot: the inverse of `slotOf`. */
export function slotStart(slot: number): Instant {
  return slot * SLOT_MS
}

/** In how many documents the people of one broadcast are kept: by the last two digits of their number. */
export const SHARDS = 100

export const shards = Array.from({ length: SHARDS }, (_hundredth, number) => String(number).padStart(2, '0'))

/** The shard that a person is kept in: the last two digits of the employee number. */
export function shardOf(employeeId: string): string {
  return employeeId.slice(-2)
}

export interface Present {
  /** The slots of five minutes in which their phone said that they were there. */
  slots: readonly number[]
  /** When they spoke in the first and in the last of these slots for the first time. */
  firstAt?: Instant | undefined
  lastAt?: Instant | undefined
}

/**
 * How long somebody was there, in minutes: a phone speaks every five minutes, so that one slot says that somebody looked
 * in, and each further one that they were still there. Not more than lies between the first word and the last, to the
 * nearest five minutes: two moments on both sides of a slot's edge are a moment.
 */
export function minutesPresent({ slots = [], firstAt, lastAt }: Partial<Present>): number {
  const further = Math.max(0, slots.length - 1)
  const between = firstAt === undefined || lastAt === undefined ? further : (lastAt - firstAt) / SLOT_MS
  return Math.min(further, Math.round(between)) * SLOT_MINUTES
}

/** Somebody who has just spoken in a slot that is new to them. */
export function withSlot({ slots = [], firstAt }: Partial<Present>, slot: number, at: Instant): Present {
  return { slots: [...slots, slot], firstAt: firstAt ?? at, lastAt: at }
}

/** How many were there in each slot, in the order of time; slots in which nobody was are left out. */
export function attendanceOf(people: readonly Present[]): { slot: number; people: number }[] {
  const counts = new Map<number, number>()
  for (const { slots } of people) for (const slot of slots) counts.set(slot, (counts.get(slot) ?? 0) + 1)
  return [...counts].map(([slot, count]) => ({ slot, people: count })).sort((a, b) => a.slot - b.slot)
}

/** How many are there now: whoever has spoken in this slot or the one before. */
export function watchingAt(people: readonly Present[], at: Instant): number {
  const slot = slotOf(at)
  return people.filter(({ slots }) => slots.includes(slot) || slots.includes(slot - 1)).length
}
