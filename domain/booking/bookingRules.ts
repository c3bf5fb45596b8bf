import type { ErrorCode } from '../kernel/errors'
import { DAY_MS, dayOf, type Instant, MINUTE_MS, startOfDay } from '../kernel/time'
import type { PlaceState } from './place'
import type { Slot } from './slots'

/** What may be booked, as data: whoever offers slots says so once, and server and page go by it. */
export interface BookingRules {
  /** The most people in one slot. */
  seats: number
  /** The most people in one booking, the person's own seat included. */
  partyMax: number
  /** How long before its beginning a slot closes for bookings. */
  noticeMinutes: number
  /** How many days ahead, after today, one may book. */
  horizonDays: number
  /** How many bookings that still count one person may hold. */
  upcomingMax: number
  /** Until how long before the beginning a booking may be changed or given up. */
  cancelMinutes: number
  /** So many absences within so many days, and nothing can be booked until the oldest of them is that long ago. */
  absencesMax: number
  absencesWithinDays: number
}

/** What a slot goes by, whoever books it. */
export type SlotRules = Pick<BookingRules, 'noticeMinutes' | 'horizonDays' | 'cancelMinutes'>

/** Until when a slot may be booked, and until when a seat in it may be given up. */
export function deadlinesOf(
  { startsAt }: Pick<Slot, 'startsAt'>,
  { noticeMinutes, cancelMinutes }: SlotRules,
): { joinUntil: Instant; cancelUntil: Instant } {
  return {
    joinUntil: startsAt - noticeMinutes * MINUTE_MS,
    cancelUntil: startsAt - cancelMinutes * MINUTE_MS,
  }
}

/** The first instant of the day from which on nothing can be booked yet. */
export function horizonOf(now: Instant, { horizonDays }: SlotRules): Instant {
  return startOfDay(dayOf(now)) + (horizonDays + 1) * DAY_MS
}

/** Why a slot cannot be booked at this moment, whoever asks and whether or not seats are left; null: it can. */
export function refusalOf(slot: Slot | null, rules: SlotRules, now: Instant): ErrorCode | null {
  if (slot === null) return 'BOOKING_SLOT_MISSING'
  if (slot.closedBecause !== null) return 'BOOKING_SLOT_CLOSED'
  if (now >= deadlinesOf(slot, rules).joinUntil) return 'BOOKING_NOTICE_TOO_SHORT'
  if (slot.startsAt >= horizonOf(now, rules)) return 'BOOKING_BEYOND_HORIZON'
  return null
}

export const slotStates = ['free', 'full', 'closed', 'tooSoon', 'over'] as const
export type SlotState = (typeof slotStates)[number]

/** A slot as the page shows it, by the same rules. @param left seats that nobody has */
export function slotStateOf(slot: Slot, rules: SlotRules, left: number, now: Instant): SlotState {
  if (now >= slot.startsAt) return 'over'
  if (slot.closedBecause !== null) return 'closed'
  if (now >= deadlinesOf(slot, rules).joinUntil) return 'tooSoon'
  return left > 0 ? 'free' : 'full'
}

const COUNTED: readonly PlaceState[] = ['confirmed', 'waiting', 'offered']

/** Whether a booking is one of those that a person may hold only so many of. */
export function isUpcoming({ state, endsAt }: { state: PlaceState; endsAt: Instant }, now: Instant): boolean {
  return COUNTED.includes(state) && now < endsAt
}

/**
 * From when on somebody may book again after not having come.
 * @param absences when those sessions ended
 * @returns null: now
 */
export function pausedUntil(
  absences: readonly Instant[],
  { absencesMax, absencesWithinDays }: BookingRules,
  now: Instant,
): Instant | null {
  const withinMs = absencesWithinDays * DAY_MS
  const counted = absences.filter(at => at > now - withinMs).sort((a, b) => b - a)
  const decisive = counted[absencesMax - 1]
  return decisive === undefined ? null : decisive + withinMs
}
