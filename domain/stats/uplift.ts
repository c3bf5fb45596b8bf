import { startOfDay, weekdayOf } from '../kernel/time'
import type { CountedDay, Window } from './adviser'
import { sumOf } from './figures'
import { HALF_HOURS } from './rollUp'
import { quantileT } from './student'
import { mondayOf } from './weeks'

export interface Uplift {
  /** 0.38: so much more than the hours beside it let expect. */
  uplift: number
  low: number
  high: number
  weeksBefore: number
  weeksAfter: number
  /** What the hours around it changed by, of their part in the day's quiet hours; far below 0: people only came earlier or later. */
  moved: number
}

export type Measured =
  | ({ verdict: 'more' | 'less' | 'cannotTell' } & Uplift & { because: null | 'interval' })
  | { verdict: 'cannotTell'; because: 'fewWeeks' | 'fewVisits' }

const WEEKS_MIN = 4
/** Fewer visits than these in an hour that is compared, and one person more or less decides. */
const VISITS_A_WEEK_MIN = 20
const CONFIDENCE = 0.95
/** So many half hours beside a window are no control: whoever waits for it leaves them empty. */
const BESIDE = 2
const SLOT_MINUTES = 30
const NIGHT_SHARE = 0.1

/**
 * How much more people come in a window since it brings more coins. Each week gives one number, the log of the visits
 * in the window over those in the control hours of the same weekdays; what a week is like as a whole cancels out. The
 * means before and after are compared by Welch's t (Welch 1947, Biometrika 34, 28–35), weeks being the units because
 * days beside each other are alike. It says that it can't tell where the interval holds 0, or there are too few weeks.
 */
export function measureUplift(
  window: Window,
  others: readonly Window[],
  { before, after }: { before: readonly CountedDay[]; after: readonly CountedDay[] },
  weekdays: readonly number[],
): Measured {
  const control = controlSlots(before, [window, ...others])
  const inside = slotsOf(window)
  const ratios = (days: readonly CountedDay[]) => weekRatios(days, weekdays, inside, control)
  const [old, recent] = [ratios(before), ratios(after)]
  if (old.length < WEEKS_MIN || recent.length < WEEKS_MIN)
    return { verdict: 'cannotTell', because: 'fewWeeks' }
  const least = Math.min(...[...old, ...recent].map(({ visits }) => visits))
  if (least < VISITS_A_WEEK_MIN) return { verdict: 'cannotTell', because: 'fewVisits' }
  const { difference, half } = welch(
    old.map(({ ratio }) => ratio),
    recent.map(({ ratio }) => ratio),
  )
  const measured = {
    uplift: Math.exp(difference) - 1,
    low: Math.exp(difference - half) - 1,
    high: Math.exp(difference + half) - 1,
    weeksBefore: old.length,
    weeksAfter: recent.length,
    moved: movedBy(window, control, before, after),
  }
  if (measured.low > 0) return { verdict: 'more', because: null, ...measured }
  if (measured.high < 0) return { verdict: 'less', because: null, ...measured }
  return { verdict: 'cannotTell', because: 'interval', ...measured }
}

function slotsOf({ fromMinute, toMinute }: Window): number[] {
  const from = Math.floor(fromMinute / SLOT_MINUTES)
  return Array.from({ length: Math.ceil(toMinute / SLOT_MINUTES) - from }, (_, index) => from + index)
}

/** Half hours in which people were about before, that no window and no hour beside one holds. */
function controlSlots(before: readonly CountedDay[], windows: readonly Window[]): number[] {
  const taken = new Set(
    windows.flatMap(window => {
      const own = slotsOf(window)
      const beside = Array.from({ length: BESIDE }, (_, index) => [
        (own[0] ?? 0) - 1 - index,
        (own.at(-1) ?? 0) + 1 + index,
      ])
      return [...own, ...beside.flat()]
    }),
  )
  const curve = Array.from({ length: HALF_HOURS }, (_, slot) =>
    sumOf(before, day => day.byHalfHour[slot] ?? 0),
  )
  const busiest = Math.max(...curve)
  return curve.flatMap((visits, slot) => (visits >= NIGHT_SHARE * busiest && !taken.has(slot) ? [slot] : []))
}

function weekRatios(
  days: readonly CountedDay[],
  weekdays: readonly number[],
  inside: readonly number[],
  control: readonly number[],
) {
  const weeks = new Map<string, CountedDay[]>()
  for (const day of days)
    if (weekdays.includes(weekdayOf(startOfDay(day.on)))) {
      const monday = mondayOf(day.on)
      weeks.set(monday, [...(weeks.get(monday) ?? []), day])
    }
  // A week that is cut off has other weekdays than the rest, and is left out.
  return [...weeks.values()]
    .filter(week => week.length === weekdays.length)
    .map(week => {
      const visitsIn = (slots: readonly number[]) => visitsOf(week, slots)
      const [visits, beside] = [visitsIn(inside), visitsIn(control)]
      return { visits: Math.min(visits, beside), ratio: Math.log((visits + 0.5) / (beside + 0.5)) }
    })
}

function visitsOf(days: readonly CountedDay[], slots: readonly number[]): number {
  return sumOf(days, day => sumOf(slots, slot => day.byHalfHour[slot] ?? 0))
}

function welch(old: readonly number[], recent: readonly number[]) {
  const mean = (numbers: readonly number[]) => sumOf(numbers, number => number) / numbers.length
  const error = (numbers: readonly number[]) =>
    sumOf(numbers, number => (number - mean(numbers)) ** 2) / (numbers.length - 1) / numbers.length
  const [a, b] = [error(old), error(recent)]
  const df = (a + b) ** 2 / (a ** 2 / (old.length - 1) + b ** 2 / (recent.length - 1))
  const half = a + b === 0 ? 0 : quantileT(CONFIDENCE, df) * Math.sqrt(a + b)
  return { difference: mean(recent) - mean(old), half }
}

function movedBy(
  window: Window,
  control: readonly number[],
  before: readonly CountedDay[],
  after: readonly CountedDay[],
): number {
  const own = slotsOf(window)
  const beside = [-2, -1]
    .map(step => (own[0] ?? 0) + step)
    .concat([1, 2].map(step => (own.at(-1) ?? 0) + step))
  const part = (days: readonly CountedDay[]) =>
    (visitsOf(days, beside) + 0.5) / (visitsOf(days, control) + 0.5)
  return part(after) / part(before) - 1
}
