import { holidayOf } from '../kernel/holidays'
import { DAY_MS, type Day, dayOf, type Instant, MINUTE_MS, startOfDay, weekdayOf } from '../kernel/time'

/** In minutes since midnight in UTC+8; the end is not included. */
export interface Span {
  fromMinute: number
  untilMinute: number
}

/** When something is open on a weekday: Monday is 1, Sunday 7. */
export interface Hours extends Span {
  weekday: number
}

/** A day that goes by hours of its own; none at all means closed. */
export interface SpecialDay {
  on: Day
  spans: Span[]
  why: string
}

/** What a public holiday does to the hours: closed, open as on any such weekday, or open as on a Sunday. */
export const holidayRules = ['closed', 'usual', 'sunday'] as const
export type HolidayRule = (typeof holidayRules)[number]

/** When something can be booked, as data: a centre, a gym, a court. */
export interface Timetable {
  week: Hours[]
  onHolidays: HolidayRule
  /** Whether a weekend day that is worked in exchange for a holiday goes by Monday's hours. */
  followsExchange: boolean
  specialDays: SpecialDay[]
  slotMinutes: number
}

/** A time in which nothing takes place, whatever the hours say. */
export interface Closing {
  fromAt: Instant
  untilAt: Instant
  reason: string
}

export interface Slot {
  startsAt: Instant
  endsAt: Instant
  /** Why nothing takes place in it; null: it does. */
  closedBecause: string | null
}

/** A time that somebody has opened by booking it: it ends when it did then, whatever the hours say by now. */
export interface Opened {
  startsAt: Instant
  endsAt: Instant
  /** Seats that somebody has. */
  taken: number
}

/** What sort of day it is. `rest`: no hours on this weekday; `closed`: no hours for a closure. */
export const daySorts = ['usual', 'rest', 'holiday', 'special', 'closed'] as const
export type DaySort = (typeof daySorts)[number]

export interface DayHours {
  on: Day
  sort: DaySort
  /** 国庆节, or why its hours are its own; null on a usual day. */
  note: string | null
  /** Empty: closed all day. */
  spans: Span[]
}

const MONDAY = 1
const SUNDAY = 7
const MINUTES_PER_DAY = 24 * 60

function spansOf({ week }: Timetable, weekday: number): Span[] {
  return week
    .filter(hours => hours.weekday === weekday)
    .map(({ fromMinute, untilMinute }) => ({ fromMinute, untilMinute }))
    .sort((a, b) => a.fromMinute - b.fromMinute)
}

/**
 * The hours of a day: its own where it has such, else those of its weekday, bent by public holidays. Which days are
 * holidays says `chinese-days`; of a year that the State Council has not announced yet only those fixed by law.
 */
export function hoursOn(on: Day, timetable: Timetable): DayHours {
  const special = timetable.specialDays.find(day => day.on === on)
  if (special) return { on, sort: 'special', note: special.why, spans: special.spans }
  const holiday = holidayOf(on)
  const usual = spansOf(timetable, weekdayOf(startOfDay(on)))
  if (holiday && !holiday.isWorked) {
    const spans = { closed: [], usual, sunday: spansOf(timetable, SUNDAY) }[timetable.onHolidays]
    return { on, sort: 'holiday', note: holiday.name, spans }
  }
  const spans = holiday && timetable.followsExchange ? spansOf(timetable, MONDAY) : usual
  return { on, sort: spans.length === 0 ? 'rest' : 'usual', note: null, spans }
}

/**
 * The slots of a day, one after another from the beginning of each span; what is left at its end is too short for one.
 * A slot that a closing touches is there, but closed; one that somebody has opened ends as it did then, and what would
 * run beside a booked one is none: both would have the same guide, the same car.
 * @param opened what has been opened of the same kind, on this day at least
 */
export function slotsOn(
  on: Day,
  timetable: Timetable,
  closings: readonly Closing[],
  opened: readonly Opened[] = [],
): Slot[] {
  const midnight = startOfDay(on)
  const { slotMinutes } = timetable
  return hoursOn(on, timetable).spans.flatMap(({ fromMinute, untilMinute }) => {
    const count = Math.max(0, Math.floor((untilMinute - fromMinute) / slotMinutes))
    return Array.from({ length: count }, (_, index) => {
      const startsAt = midnight + (fromMinute + index * slotMinutes) * MINUTE_MS
      const known = opened.find(one => one.startsAt === startsAt)
      return slotOf(startsAt, known?.endsAt ?? startsAt + slotMinutes * MINUTE_MS, closings)
    }).filter(slot => !opened.some(one => runsBeside(one, slot)))
  })
}

function runsBeside({ taken, startsAt, endsAt }: Opened, slot: Slot): boolean {
  return taken > 0 && startsAt !== slot.startsAt && startsAt < slot.endsAt && slot.startsAt < endsAt
}

/** The slots of the days from one midnight to another, the end not included. */
export function slotsWithin(
  { fromAt, untilAt }: { fromAt: Instant; untilAt: Instant },
  timetable: Timetable,
  closings: readonly Closing[],
  opened: readonly Opened[] = [],
): Slot[] {
  return daysFrom(fromAt, (untilAt - fromAt) / DAY_MS).flatMap(on => slotsOn(on, timetable, closings, opened))
}

function slotOf(startsAt: Instant, endsAt: Instant, closings: readonly Closing[]): Slot {
  const closing = closings.find(({ fromAt, untilAt }) => fromAt < endsAt && startsAt < untilAt)
  return { startsAt, endsAt, closedBecause: closing?.reason ?? null }
}

/** The slot that begins at an instant; null where the hours have none. Whoever books says when, and nothing else of it. */
export function slotAt(
  startsAt: Instant,
  timetable: Timetable,
  closings: readonly Closing[],
  opened: readonly Opened[] = [],
): Slot | null {
  const slots = slotsOn(dayOf(startsAt), timetable, closings, opened)
  return slots.find(slot => slot.startsAt === startsAt) ?? null
}

/**
 * The slot that somebody is let into who has just come: of those whose doors are open the one that begins nearest to now,
 * so that nobody joins what is about to end while the next is about to begin; null where no door is open.
 * @param isOpen whether the doors of a slot are open now: see `isDoorOpen`
 */
export function slotRunning(
  now: Instant,
  slots: readonly Slot[],
  isOpen: (slot: Slot) => boolean,
): Slot | null {
  const distance = ({ startsAt }: Slot) => Math.abs(startsAt - now)
  return slots.filter(isOpen).sort((a, b) => distance(a) - distance(b))[0] ?? null
}

/** A day as its doors go by it: hours that a closing takes whole are none, with the reason. */
export function openHoursOn(on: Day, timetable: Timetable, closings: readonly Closing[]): DayHours {
  const hours = hoursOn(on, timetable)
  const midnight = startOfDay(on)
  const closing = closings.find(({ fromAt, untilAt }) =>
    hours.spans.every(
      ({ fromMinute, untilMinute }) =>
        fromAt <= midnight + fromMinute * MINUTE_MS && midnight + untilMinute * MINUTE_MS <= untilAt,
    ),
  )
  if (hours.spans.length === 0 || !closing) return hours
  return { on, sort: 'closed', note: closing.reason, spans: [] }
}

/** The days from the one that an instant belongs to, so many. */
export function daysFrom(at: Instant, count: number): Day[] {
  const midnight = startOfDay(dayOf(at))
  return Array.from({ length: count }, (_, index) => dayOf(midnight + index * DAY_MS))
}

/**
 * Whether hours make sense: every span can hold a slot, ends by midnight, and no two of a day overlap.
 */
export function isTimetable({ week, specialDays, slotMinutes }: Timetable): boolean {
  const days = [
    ...[1, 2, 3, 4, 5, 6, 7].map(weekday => week.filter(hours => hours.weekday === weekday)),
    ...specialDays.map(({ spans }) => spans),
  ]
  const areDaysOnce = new Set(specialDays.map(({ on }) => on)).size === specialDays.length
  return areDaysOnce && slotMinutes > 0 && days.every(spans => haveRoom(spans, slotMinutes))
}

function haveRoom(spans: readonly Span[], slotMinutes: number): boolean {
  const sorted = [...spans].sort((a, b) => a.fromMinute - b.fromMinute)
  return sorted.every(({ fromMinute, untilMinute }, index) => {
    const next = sorted[index + 1]
    return (
      fromMinute >= 0 &&
      untilMinute <= MINUTES_PER_DAY &&
      untilMinute - fromMinute >= slotMinutes &&
      (!next || next.fromMinute >= untilMinute)
    )
  })
}
