import { Refusal, refuse } from '../kernel/errors'
import type { Day } from '../kernel/time'
import { RANGE_DAYS_MAX } from './contract'
import { dayAfter, daysFrom } from './events'

export type SpanKind = 'today' | 'week' | 'month' | 'range' | 'all'

/** The days of a span, and those before it that it is compared with; null: with none. */
export interface Span {
  kind: SpanKind
  from: Day
  to: Day
  before: { from: Day; to: Day } | null
  title: string
}

interface Asked {
  span: SpanKind
  on?: Day | undefined
  from?: Day | undefined
}

/**
 * The days that are asked for, as far as there are any. A running month is compared with as many days of the last one.
 * @throws Refusal STATS_RANGE_WRONG
 */
export function spanOf(asked: Asked, { first, last }: { first: Day; last: Day }): Span {
  const on = asked.on !== undefined && asked.on < last ? asked.on : last
  refuse(on < first, 'STATS_RANGE_WRONG')
  const known = (day: Day) => (day < first ? first : day)
  switch (asked.span) {
    case 'today':
      return { kind: 'today', from: on, to: on, before: sameDays(dayAfter(on, -7), on, on), title: label(on) }
    case 'week': {
      const from = dayAfter(on, -6)
      const title = `${label(known(from))}–${label(on)}`
      return {
        kind: 'week',
        from: known(from),
        to: on,
        before: sameDays(dayAfter(from, -7), from, on),
        title,
      }
    }
    case 'month':
      return monthSpan(on, known, last)
    case 'all':
      return { kind: 'all', from: first, to: last, before: null, title: `${label(first)}–${label(last)}` }
    case 'range':
      return rangeSpan(asked.from, on, known)
  }
}

function monthSpan(on: Day, known: (day: Day) => Day, last: Day): Span {
  const month = on.slice(0, 7)
  const days = daysFrom(`${month}-01`, `${month}-31`).filter(day => day.startsWith(month) && day <= last)
  const from = known(days[0] as Day)
  const to = days.at(-1) as Day
  const previous = dayAfter(days[0] as Day, -1).slice(0, 7)
  const before = daysFrom(`${previous}-01`, `${previous}-31`)
    .filter(day => day.startsWith(previous))
    .slice(0, days.length)
  const title = `${Number(month.slice(5))} 月 1 日–${Number(to.slice(8))} 日`
  return {
    kind: 'month',
    from,
    to,
    before: { from: before[0] as Day, to: before.at(-1) as Day },
    title: from === days[0] ? title : `${label(from)}–${Number(to.slice(8))} 日`,
  }
}

function rangeSpan(from: Day | undefined, to: Day, known: (day: Day) => Day): Span {
  if (from === undefined || from > to) throw new Refusal('STATS_RANGE_WRONG')
  const days = daysFrom(known(from), to)
  refuse(days.length > RANGE_DAYS_MAX, 'STATS_RANGE_WRONG')
  return { kind: 'range', from: known(from), to, before: null, title: `${label(known(from))}–${label(to)}` }
}

function sameDays(from: Day, spanFrom: Day, spanTo: Day) {
  return { from, to: dayAfter(from, daysFrom(spanFrom, spanTo).length - 1) }
}

function label(on: Day): string {
  return `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日`
}
