import { Refusal, refuse } from '../kernel/errors'
import type { Day } from '../kernel/time'
import { dayAfter, daysFrom } from './events'

/** The longest span that is read day by day. */
export const RANGE_DAYS_MAX = 62

export type SpanKind = 'today' | 'week' | 'month' | 'range' | 'all'

export interface Range {
  from: Day
  to: Day
}

/** Two stretches of as many days, all of them over and counted: the span's own and those before. */
export interface Comparison {
  own: Range
  before: Range
  /** How many days are counted up to the last of those before. */
  behind: number
}

/** The days of a span, and what it is compared with; null: with nothing. */
export interface Span extends Range {
  kind: SpanKind
  compared: Comparison | null
  /** Which days are compared with which, or why none are. */
  comparison: string
  /** The day that is not over, where it is one of them. */
  running: Day | null
  /** Whether the month of its last day is over and counted to its end. */
  wholeMonth: boolean
  title: string
}

interface Asked {
  span: SpanKind
  on?: Day | undefined
  from?: Day | undefined
}

/** The days that are counted. */
export interface Counted {
  first: Day
  last: Day
  /** Whether the last one is not over. */
  running: boolean
}

/**
 * The days that are asked for, as far as there are any.
 * @throws Refusal STATS_RANGE_WRONG
 */
export function spanOf(asked: Asked, counted: Counted): Span {
  const span = daysOf(asked, counted)
  const firstOpen = counted.running ? counted.last : dayAfter(counted.last)
  const running = counted.running && span.to === counted.last ? counted.last : null
  return { ...span, running, wholeMonth: span.to.slice(0, 7) < firstOpen.slice(0, 7) }
}

/** The days that averages are taken of: the one that is not over would pull them down, unless there is no other. */
export function wholeDays<T extends { _id: Day }>({ running }: Span, days: readonly T[]): readonly T[] {
  return days.length > 1 ? days.filter(({ _id }) => _id !== running) : days
}

type Compared = Omit<Span, 'running' | 'wholeMonth'>

function daysOf(asked: Asked, counted: Counted): Compared {
  const { first, last } = counted
  const on = asked.on !== undefined && asked.on < last ? asked.on : last
  refuse(on < first, 'STATS_RANGE_WRONG')
  const known = (day: Day) => (day < first ? first : day)
  switch (asked.span) {
    case 'today':
      return spanWith({ kind: 'today', from: on, to: on, title: label(on) }, () => dayAfter(on, -7), counted)
    case 'week': {
      const from = dayAfter(on, -6)
      const title = `${label(known(from))}–${label(on)}`
      return spanWith({ kind: 'week', from: known(from), to: on, title }, () => dayAfter(from, -7), counted)
    }
    case 'month':
      return monthSpan(on, known, counted)
    case 'all':
      return alone({ kind: 'all', from: first, to: last, title: `${label(first)}–${label(last)}` })
    case 'range':
      return rangeSpan(asked.from, on, counted)
  }
}

type Bare = Omit<Compared, 'compared' | 'comparison'>

/** A running month is compared with as many days of the last one; where that is shorter, with as many before this one. */
function monthSpan(on: Day, known: (day: Day) => Day, counted: Counted): Compared {
  const month = on.slice(0, 7)
  const days = daysFrom(`${month}-01`, `${month}-31`).filter(
    day => day.startsWith(month) && day <= counted.last,
  )
  const begin = days[0] as Day
  const from = known(begin)
  const to = days.at(-1) as Day
  const previous = `${dayAfter(begin, -1).slice(0, 7)}-01`
  const title = `${Number(month.slice(5))} 月 1 日–${Number(to.slice(8))} 日`
  const bare = {
    kind: 'month' as const,
    from,
    to,
    title: from === begin ? title : `${label(from)}–${Number(to.slice(8))} 日`,
  }
  const fits = (length: number) => dayAfter(previous, length) <= begin
  return spanWith(bare, length => (fits(length) ? previous : dayAfter(begin, -length)), counted)
}

/** Days that somebody has chosen are compared with as many before them. */
function rangeSpan(asked: Day | undefined, to: Day, counted: Counted): Compared {
  if (asked === undefined || asked > to) throw new Refusal('STATS_RANGE_WRONG')
  const from = asked < counted.first ? counted.first : asked
  refuse(daysFrom(from, to).length > RANGE_DAYS_MAX, 'STATS_RANGE_WRONG')
  const title = `${label(from)}–${label(to)}`
  return spanWith({ kind: 'range', from, to, title }, length => dayAfter(from, -length), counted)
}

const alone = (bare: Bare): Compared => ({ ...bare, compared: null, comparison: '不和别的时间比' })

/**
 * Compares like with like: the day that is not over is left out, and where not all days before are counted there is
 * nothing to compare with.
 * @param beforeFrom the first of so many days before
 */
function spanWith(
  bare: Bare,
  beforeFrom: (length: number) => Day,
  { first, last, running }: Counted,
): Compared {
  const end = running && bare.to === last ? dayAfter(last, -1) : bare.to
  const length = daysFrom(bare.from, end).length
  if (length === 0) return { ...bare, compared: null, comparison: '今天还没过完，不比' }
  const from = beforeFrom(length)
  if (from < first) return { ...bare, compared: null, comparison: '之前没有同样多的天数，不比' }
  const own = { from: bare.from, to: end }
  const before = { from, to: dayAfter(from, length - 1) }
  const behind = daysFrom(first, before.to).length
  const comparison = `${rangeLabel(own)} 比 ${rangeLabel(before)}`
  return { ...bare, compared: { own, before, behind }, comparison }
}

/** `11 月 16 日–22 日` */
export function rangeLabel({ from, to }: Range): string {
  if (from === to) return label(from)
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${label(from)}–${Number(to.slice(8))} 日`
    : `${label(from)}–${label(to)}`
}

function label(on: Day): string {
  return `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日`
}
