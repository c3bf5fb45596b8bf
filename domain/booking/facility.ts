import { DAY_MS, type Day, dayOf, type Instant, startOfDay, weekdayOf } from '../kernel/time'
import type { SlotRules } from './bookingRules'
import type { PlaceState } from './place'
import type { SessionKind } from './views'

/** A gym has courses; a venue has courts or rooms, which are booked by the hour. */
export const facilityKinds = ['gym', 'venue'] as const

export const venueSorts = ['badminton', 'tableTennis', 'basketball', 'meeting', 'nursing'] as const
export type VenueSort = (typeof venueSorts)[number]

/** The most courts or rooms of one venue. */
export const unitsMax = 20

/** The most courses that one gym teaches at a time. */
export const coursesMax = 20

/** A court or room that is booked by itself. */
export interface Unit {
  unitId: string
  name: string
  /** Since when nobody can book it any more; absent: it can be booked. */
  retiredAt?: Instant
}

/** A name for each court, none twice among those that can be booked. */
export function areUnits(units: readonly Unit[]): boolean {
  const names = units.filter(({ retiredAt }) => retiredAt === undefined).map(({ name }) => name)
  return names.length > 0 && names.length <= unitsMax && new Set(names).size === names.length
}

/**
 * The courts of a venue after some got another name and some came new; an id is never used twice.
 * @returns null where a court is named that there is not, or a name twice
 */
export function unitsAfter(
  facilityId: string,
  before: readonly Unit[],
  wanted: readonly { unitId?: string | undefined; name: string }[],
): Unit[] | null {
  const named = wanted.filter(({ unitId }) => unitId !== undefined)
  const isOpen = (id: string | undefined) =>
    before.some(({ unitId, retiredAt }) => unitId === id && retiredAt === undefined)
  if (named.some(({ unitId }) => !isOpen(unitId))) return null
  const kept = before.map(unit => ({
    ...unit,
    name: named.find(({ unitId }) => unitId === unit.unitId)?.name ?? unit.name,
  }))
  const fresh = wanted
    .filter(({ unitId }) => unitId === undefined)
    .map(({ name }, index) => ({ unitId: `${facilityId}.${before.length + index + 1}`, name }))
  const units = [...kept, ...fresh]
  return areUnits(units) ? units : null
}

export const courseLevels = ['easy', 'medium', 'hard'] as const
export type CourseLevel = (typeof courseLevels)[number]

/** What a course or a venue goes by, as data of its own. */
export interface FacilityRules extends SlotRules {
  /** How many times a week, Monday to Sunday, one person may have it; those that were given up do not count. */
  weekMax: number
  /** Whole coins that are held until somebody comes; 0: none. */
  deposit: number
}

/**
 * How many courts or rooms of a venue one person may have or queue for at the same time; lessons of a gym, and courts
 * where nothing else is said: one.
 */
export function atOnceMaxOf(facility: { kind: (typeof facilityKinds)[number]; atOnceMax?: number }): number {
  return facility.atOnceMax ?? 1
}

/** What becomes of those who had a seat and did not come. An absence counts in the whole facility. */
export interface AbsenceRule {
  /** So many absences, and nothing can be booked for a while; 0: never. */
  absencesMax: number
  /** Within how many days they count together. */
  absencesWithinDays: number
  /** For how many days after the last of them nothing can be booked. */
  pauseDays: number
}

/** Everything that can be booked belongs to a facility, and its id begins with that one's: `gym-shanghai.yoga`. */
export function facilityIdOf(subjectId: string): string {
  return subjectId.split('.')[0] ?? subjectId
}

/** The Monday of the week that an instant belongs to. */
export function weekOf(at: Instant): Day {
  return dayOf(startOfDay(dayOf(at)) - (weekdayOf(at) - 1) * DAY_MS)
}

/** Whether what is paid for a seat comes back to whoever takes it: a fee does not, a deposit does. */
export function isDeposited({ kind }: { kind: SessionKind }): boolean {
  return kind === 'course' || kind === 'venue'
}

const GIVEN_BACK: readonly PlaceState[] = [
  'cancelled',
  'declined',
  'expired',
  'unseated',
  'calledOff',
  'excused',
]

/** Whether a booking is one of those of its week: it still stands, or its time has come and nobody forgave an absence. */
export function countsInWeek({ state }: { state: PlaceState }): boolean {
  return !GIVEN_BACK.includes(state)
}

interface Absence {
  endsAt: Instant
}

/** How long somebody may not book, and for which absences. */
export interface Pause<A> {
  until: Instant
  counted: A[]
}

/** How a person stands with a facility. */
export interface Standing<A> {
  pause: Pause<A> | null
  /** Absences that count towards the next pause, the oldest first. */
  counting: A[]
}

/**
 * How somebody stands after not having come. Absences that have led to a pause are done with: the next pause needs as
 * many again.
 * @param absences all of the last year, so that it stays the same which of them belong together
 */
export function standingOf<A extends Absence>(
  absences: readonly A[],
  { absencesMax, absencesWithinDays, pauseDays }: AbsenceRule,
  now: Instant,
): Standing<A> {
  if (absencesMax === 0) return { pause: null, counting: [] }
  const withinMs = absencesWithinDays * DAY_MS
  let pause: Pause<A> | null = null
  let counting: A[] = []
  for (const absence of [...absences].sort((a, b) => a.endsAt - b.endsAt)) {
    counting = [...counting.filter(({ endsAt }) => absence.endsAt - endsAt < withinMs), absence]
    if (counting.length < absencesMax) continue
    pause = { until: absence.endsAt + pauseDays * DAY_MS, counted: counting }
    counting = []
  }
  return {
    pause: pause !== null && now < pause.until ? pause : null,
    counting: counting.filter(({ endsAt }) => now - endsAt < withinMs),
  }
}
