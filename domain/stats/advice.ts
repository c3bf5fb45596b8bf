import { type CountedDay, proposeWindows, type Window } from './adviser'
import type { AdviserView, MeasuredView } from './contract'
import { HALF_HOURS } from './rollUp'
import { type Measured, measureUplift } from './uplift'

export interface RunningHour extends Window {
  weekdays: readonly number[]
}

interface Grounds {
  /** Days without a Happy Hour, or the latest ones where it ran from the start. */
  before: readonly CountedDay[]
  after: readonly CountedDay[]
  running: readonly RunningHour[]
  since: string | null
}

/** What to say about Happy Hours: windows out of the days before the first, and what each running one has brought. */
export function adviceOf({ before, after, running, since }: Grounds): AdviserView {
  const [first, last] = [before[0], before.at(-1)]
  const days = before.map(({ byHalfHour }) => byHalfHour)
  const { proposals, because } = proposeWindows(days)
  const isRunning = (window: Window) =>
    running.some(hour => hour.fromMinute === window.fromMinute && hour.toMinute === window.toMinute)
  return {
    looked: first && last ? { from: first.on, to: last.on } : null,
    curve: Array.from({ length: HALF_HOURS }, (_, slot) => meanOf(days.map(day => day[slot] ?? 0))),
    proposals: proposals.map(one => ({ ...one, running: isRunning(one) })),
    because,
    since,
    running: running.map(hour => {
      const others = running.filter(other => other !== hour)
      const days = since === null ? { before: [], after: [] } : { before, after }
      return shown(hour, measureUplift(hour, others, days, hour.weekdays))
    }),
  }
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)
}

const unknown = { uplift: null, low: null, high: null, weeksBefore: 0, weeksAfter: 0, moved: null }

function shown({ fromMinute, toMinute }: Window, measured: Measured): MeasuredView {
  return { fromMinute, toMinute, ...unknown, ...measured }
}
