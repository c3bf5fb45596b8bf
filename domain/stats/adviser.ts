import type { Day } from '../kernel/time'
import { sumOf } from './figures'
import { HALF_HOURS } from './rollUp'

/** Half hours of the day, the end not included. */
export interface Window {
  fromMinute: number
  toMinute: number
}

export interface Proposal extends Window {
  /** Visits a day in it, and how many times the day's usual half hour its half hours have. */
  visitsADay: number
  times: number
  /** In how many of a hundred worlds drawn from the same days the same window comes out. */
  sureness: number
}

export type Proposals = { proposals: Proposal[]; because: null } | { proposals: []; because: Unsure }
export type Unsure = 'fewDays' | 'fewVisits' | 'noPeak'

const SLOT_MINUTES = 30
const DAYS_MIN = 14
const VISITS_MIN = 1_000
/** A Happy Hour of less is none, and one of more is half the day. */
const SLOTS_MIN = 2
const SLOTS_MAX = 6
/** A half hour that has less than a tenth of the busiest one is night: nobody's habit is told from it. */
const NIGHT_SHARE = 0.1
/** A peak has at least half as much again as the usual half hour. */
const TIMES_MIN = 1.5
const WORLDS = 100
const SURE_MIN = 0.8

/**
 * Windows in which people come by themselves, out of whole days without a Happy Hour. The half hours of the day are
 * parted into busy and usual where the variance between the two parts is largest (Otsu 1979, IEEE Trans. SMC 9(1), 62–66);
 * runs of busy ones from one to three hours are windows. Drawing days with replacement (Efron 1979, Ann. Statist. 7(1),
 * 1–26) tells how often each comes out again; what does so in fewer than 80 of 100 is not proposed.
 */
export function proposeWindows(
  days: readonly (readonly number[])[],
  random: () => number = seeded(1),
): Proposals {
  if (days.length < DAYS_MIN) return { proposals: [], because: 'fewDays' }
  const curve = curveOf(days)
  if (sumOf(curve, visits => visits) * days.length < VISITS_MIN)
    return { proposals: [], because: 'fewVisits' }
  const found = windowsIn(curve)
  const times = new Map<string, number>()
  for (let world = 0; world < WORLDS; world += 1) {
    const drawn = days.map(() => days[Math.floor(random() * days.length)] as readonly number[])
    for (const window of windowsIn(curveOf(drawn)))
      times.set(keyOf(window), (times.get(keyOf(window)) ?? 0) + 1)
  }
  const proposals = found
    .map(window => ({ ...window, sureness: (times.get(keyOf(window)) ?? 0) / WORLDS }))
    .filter(({ sureness }) => sureness >= SURE_MIN)
  return proposals.length > 0 ? { proposals, because: null } : { proposals: [], because: 'noPeak' }
}

const keyOf = ({ fromMinute, toMinute }: Window) => `${fromMinute}-${toMinute}`

function curveOf(days: readonly (readonly number[])[]): number[] {
  return Array.from({ length: HALF_HOURS }, (_, slot) => sumOf(days, day => day[slot] ?? 0) / days.length)
}

function windowsIn(curve: readonly number[]): Omit<Proposal, 'sureness'>[] {
  const { threshold, usual } = usualIn(curve)
  if (usual === null) return []
  return runsOf(curve, threshold).flatMap(([from, to]) => {
    const visitsADay = sumOf(curve.slice(from, to), visits => visits)
    const times = visitsADay / (to - from) / usual
    if (to - from < SLOTS_MIN || to - from > SLOTS_MAX || !(times >= TIMES_MIN)) return []
    return [{ fromMinute: from * SLOT_MINUTES, toMinute: to * SLOT_MINUTES, visitsADay, times }]
  })
}

/** From how many visits on a half hour is busy, and how many a usual one has. */
function usualIn(curve: readonly number[]): { threshold: number; usual: number | null } {
  const busiest = Math.max(...curve)
  const awake = curve.filter(visits => visits >= NIGHT_SHARE * busiest)
  const threshold = otsu(awake)
  const rest = awake.filter(visits => visits < threshold)
  // All waking half hours are alike: there is nothing that a peak could stand out from.
  if (rest.length === 0) return { threshold, usual: null }
  return { threshold, usual: sumOf(rest, visits => visits) / rest.length }
}

interface Unproposed {
  /**
   * Too few come then; a window that touches it is proposed; many come for less than an hour, or for more than three; or
   * it is a peak that does not come out again.
   */
  because: 'quiet' | 'near' | 'short' | 'long' | 'unsteady'
  /** How many times the day's usual half hour its half hours have. */
  times: number
}

/** Why a window is not proposed; null where it is, or where the curve tells nothing. */
export function whyUnproposed(
  { fromMinute, toMinute }: Window,
  curve: readonly number[],
  proposals: readonly Window[],
): Unproposed | null {
  if (proposals.some(one => one.fromMinute === fromMinute && one.toMinute === toMinute)) return null
  const { usual, threshold } = usualIn(curve)
  const own = curve.slice(Math.floor(fromMinute / SLOT_MINUTES), Math.ceil(toMinute / SLOT_MINUTES))
  if (!usual || own.length === 0) return null
  const times = sumOf(own, visits => visits) / own.length / usual
  const isNear = proposals.some(one => one.fromMinute < toMinute && fromMinute < one.toMinute)
  if (isNear) return { because: 'near', times }
  if (times < TIMES_MIN) return { because: 'quiet', times }
  const lengths = runsOf(curve, threshold)
    .filter(([from, to]) => from * SLOT_MINUTES < toMinute && fromMinute < to * SLOT_MINUTES)
    .map(([from, to]) => to - from)
  const longest = Math.max(0, ...lengths)
  const isPeak = longest >= SLOTS_MIN && longest <= SLOTS_MAX
  return { because: isPeak ? 'unsteady' : longest > SLOTS_MAX ? 'long' : 'short', times }
}

/** The least value of the upper part. */
function otsu(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  let best = { between: -1, threshold: Number.POSITIVE_INFINITY }
  for (let cut = 1; cut < sorted.length; cut += 1) {
    const [lower, upper] = [sorted.slice(0, cut), sorted.slice(cut)]
    const mean = (part: readonly number[]) => sumOf(part, value => value) / part.length
    const between = lower.length * upper.length * (mean(upper) - mean(lower)) ** 2
    if (between > best.between) best = { between, threshold: upper[0] as number }
  }
  return best.threshold
}

function runsOf(curve: readonly number[], threshold: number): [from: number, to: number][] {
  const runs: [number, number][] = []
  curve.forEach((visits, slot) => {
    if (visits < threshold) return
    const last = runs.at(-1)
    if (last?.[1] === slot) last[1] = slot + 1
    else runs.push([slot, slot + 1])
  })
  return runs
}

/** The same numbers each time, so that the same days get the same advice (Marsaglia 2003, xorshift). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** One day, for comparing hours with hours. */
export interface CountedDay {
  on: Day
  byHalfHour: readonly number[]
}
