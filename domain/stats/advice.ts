import type { Day } from '../kernel/time'
import { type CountedDay, proposeWindows, type Window, whyUnproposed } from './adviser'
import type { AdviserView, MeasuredView } from './contract'
import { dayAfter, daysFrom } from './events'
import { HALF_HOURS } from './rollUp'
import { type Measured, measureUplift } from './uplift'

export interface RunningHour extends Window {
  weekdays: readonly number[]
  /** The first whole day on which it ran; null: it ran from the start. */
  since: Day | null
  /** No Happy Hour ran at its time from the first of these days on, and the second is the first that is no longer so. */
  free: { from: Day; until: Day }
  /** The others that ran in its days or in those before it. */
  beside: readonly Window[]
}

interface Grounds {
  /** Those of `daysLookedAt` that are counted, the earliest first. */
  days: readonly CountedDay[]
  /** The first day that is not over. */
  over: Day
  running: readonly RunningHour[]
  /** The day on which the first Happy Hour began; null: it never did, or ran from the start. */
  since: Day | null
}

/** Far enough back to tell, near enough to be like today: twelve weeks on either side. */
const DAYS = 84

/** The days before the first Happy Hour, those before each one that runs, and the latest. */
export function daysLookedAt({ over, running, since }: Omit<Grounds, 'days'>): Day[] {
  const ends = [over, since ?? over, ...running.map(({ free }) => free.until)]
  return [...new Set(ends.flatMap(end => daysFrom(dayAfter(end, -DAYS), dayAfter(end, -1))))]
}

/** What to say about Happy Hours: windows out of the days before the first, and what each running one has brought. */
export function adviceOf({ days, over, running, since }: Grounds): AdviserView {
  const before = lastUntil(days, since ?? over)
  const [first, last] = [before[0], before.at(-1)]
  const counts = before.map(({ byHalfHour }) => byHalfHour)
  const { proposals, because } = proposeWindows(counts)
  const isRunning = (window: Window) =>
    running.some(hour => hour.fromMinute === window.fromMinute && hour.toMinute === window.toMinute)
  const curve = Array.from({ length: HALF_HOURS }, (_, slot) => meanOf(counts.map(day => day[slot] ?? 0)))
  const isTold = because === null || because === 'noPeak'
  return {
    looked: first && last ? { from: first.on, to: last.on } : null,
    curve,
    proposals: proposals.map(one => ({ ...one, running: isRunning(one) })),
    because,
    since,
    running: running.map(hour => ({
      ...shown(hour, measureUplift(hour, hour.beside, sidesOf(hour, days, over), hour.weekdays)),
      unproposed: isTold ? whyUnproposed(hour, curve, proposals) : null,
    })),
  }
}

/** The days that one window is measured on: before it ran itself, and since. */
function sidesOf({ since, free }: RunningHour, days: readonly CountedDay[], over: Day) {
  if (since === null) return { before: [], after: [] }
  return {
    before: lastUntil(days, free.until).filter(({ on }) => on >= free.from),
    after: lastUntil(days, over).filter(({ on }) => on >= since),
  }
}

function lastUntil(days: readonly CountedDay[], end: Day): CountedDay[] {
  return days.filter(({ on }) => dayAfter(end, -DAYS) <= on && on < end)
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)
}

const unknown = { uplift: null, low: null, high: null, weeksBefore: 0, weeksAfter: 0, moved: null }

function shown(
  { fromMinute, toMinute, since }: RunningHour,
  measured: Measured,
): Omit<MeasuredView, 'unproposed'> {
  return { fromMinute, toMinute, since, ...unknown, ...measured }
}
