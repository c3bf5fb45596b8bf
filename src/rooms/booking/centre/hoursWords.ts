import type { DayHoursView } from '@domain/booking/centreViews'
import { clockLabel, DAY_MS, type Day, startOfDay, weekdayOf } from '@domain/kernel/time'

type Span = DayHoursView['spans'][number]

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** 周六 for 6. */
export const sayWeekday = (weekday: number) => WEEKDAYS[weekday - 1] ?? ''

/** 11 月 28 日 */
export const sayDate = (on: Day) => `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日`

/** The last day of a span: `27 日`, or `12 月 2 日` when the month has turned. */
export const sayLastDay = (from: Day, on: Day) =>
  from.slice(0, 7) === on.slice(0, 7) ? `${Number(on.slice(8))} 日` : sayDate(on)

/** 9:30–12:00、13:30–18:00, or 休息. */
export function saySpans(spans: readonly Span[]): string {
  if (spans.length === 0) return '休息'
  return spans
    .map(({ fromMinute, untilMinute }) => `${clockLabel(fromMinute)}–${clockLabel(untilMinute)}`)
    .join('、')
}

/** What a badge says of the day: 今天开放, 今天休息, 国庆节休息, 今天闭馆. */
export function sayToday({ sort, note, spans }: DayHoursView): { words: string; open: boolean } {
  if (spans.length > 0) return { words: '今天开放', open: true }
  if (sort === 'closed') return { words: '今天闭馆', open: false }
  return { words: sort === 'holiday' && note !== null ? `${note}休息` : '今天休息', open: false }
}

export interface HoursRow {
  key: string
  days: string
  hours: string
  /** Why it is so, where it is not as usual. */
  note: string
  /** The day that is today is in it. */
  today: boolean
}

interface Week {
  week: readonly { weekday: number; spans: readonly Span[] }[]
  unusual: readonly DayHoursView[]
}

/** 10 月 1 日 至 10 月 8 日, or the one day. */
export const sayDays = (first: Day, last: Day) =>
  first === last ? sayDate(first) : `${sayDate(first)} 至 ${sayDate(last)}`

const sayRange = (first: string, last: string) => (first === last ? first : `${first}至${last}`)

/** Neighbours that are alike, together. */
function runs<T>(items: readonly T[], alike: (before: T, item: T) => boolean): T[][] {
  const found: T[][] = []
  for (const item of items) {
    const run = found.at(-1)
    const before = run?.at(-1)
    if (run && before !== undefined && alike(before, item)) run.push(item)
    else found.push([item])
  }
  return found
}

/** The usual week in as few rows as it takes: 周一 休息, 周二至周日 9:30–18:00. */
export function weekRows({ week, unusual }: Week, today: Day): HoursRow[] {
  const weekday = weekdayOf(startOfDay(today))
  const isUsualToday = !unusual.some(({ on }) => on === today)
  return runs(week, (before, one) => saySpans(before.spans) === saySpans(one.spans)).map(run => ({
    key: String(run[0]?.weekday),
    days: sayRange(sayWeekday(run[0]?.weekday ?? 0), sayWeekday(run.at(-1)?.weekday ?? 0)),
    hours: saySpans(run[0]?.spans ?? []),
    note: '',
    today: isUsualToday && run.some(one => one.weekday === weekday),
  }))
}

/** Days that are not as usual, neighbours of one kind together: 10 月 1 日至10 月 8 日 国庆节 休息. */
export function unusualRows({ unusual }: Pick<Week, 'unusual'>, today: Day): HoursRow[] {
  const isNext = (before: DayHoursView, one: DayHoursView) =>
    startOfDay(one.on) - startOfDay(before.on) === DAY_MS &&
    before.note === one.note &&
    saySpans(before.spans) === saySpans(one.spans)
  return runs(unusual, isNext).map(run => {
    const [first, last] = [run[0], run.at(-1)]
    return {
      key: first?.on ?? '',
      days: sayDays(first?.on ?? '', last?.on ?? ''),
      hours: first?.sort === 'closed' ? '闭馆' : saySpans(first?.spans ?? []),
      note: first?.note ?? '',
      today: run.some(({ on }) => on === today),
    }
  })
}
