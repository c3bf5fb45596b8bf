import type { booking } from '@domain/booking/contract'
import type { InputOf, OutputOf } from '@domain/kernel/contract'
import { limits } from '@domain/kernel/limits'
import { startOfDay } from '@domain/kernel/time'
import { sayDate, sayWeekday } from '../../centre/hoursWords'

type Centre = OutputOf<typeof booking.openCentreForm>['centre']
type CentreInput = InputOf<typeof booking.editCentre>

/** From when to when, as the pickers have it: 09:30. */
export interface SpanDraft {
  from: string
  until: string
}

export interface SpecialDraft {
  on: string
  why: string
  /** None: closed all day. */
  spans: readonly SpanDraft[]
}

/** What is filled in so far; texts of several lines as they are typed. */
export interface CentreDraft {
  headline: string
  intro: string
  phone: string
  directions: string
  advice: string
  /** Monday first. */
  week: readonly (readonly SpanDraft[])[]
  onHolidays: Centre['onHolidays']
  followsExchange: boolean
  specialDays: readonly SpecialDraft[]
  seats: string
  partyMax: number
}

export const spansMax = 3
export const specialDaysMax = 40
const LINES_MAX = 8
const LINE_MAX = 60
const SEATS_MAX = 500

const pad = (value: number) => String(value).padStart(2, '0')
const timeOf = (minute: number) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`

/** Minutes of a time of day; an end at 00:00 is midnight. */
function minuteOf(time: string, isEnd: boolean): number {
  const [hours = Number.NaN, minutes = Number.NaN] = time.split(':').map(Number)
  const minute = hours * 60 + minutes
  return isEnd && minute === 0 ? 1_440 : minute
}

interface Span {
  fromMinute: number
  untilMinute: number
}

// The wheels have no 24:00.
export const spanDraftOf = ({ fromMinute, untilMinute }: Span): SpanDraft => ({
  from: timeOf(fromMinute),
  until: timeOf(untilMinute % 1_440),
})

export const spanOf = ({ from, until }: SpanDraft): Span => ({
  fromMinute: minuteOf(from, false),
  untilMinute: minuteOf(until, true),
})

/** The form of a centre as it stands. */
export function draftOf(centre: Centre): CentreDraft {
  return {
    headline: centre.headline,
    intro: centre.intro,
    phone: centre.phone,
    directions: centre.directions.join('\n'),
    advice: centre.advice.join('\n'),
    week: [1, 2, 3, 4, 5, 6, 7].map(weekday =>
      centre.week.filter(hours => hours.weekday === weekday).map(spanDraftOf),
    ),
    onHolidays: centre.onHolidays,
    followsExchange: centre.followsExchange,
    specialDays: centre.specialDays.map(({ on, why, spans }) => ({ on, why, spans: spans.map(spanDraftOf) })),
    seats: String(centre.rules.seats),
    partyMax: centre.rules.partyMax,
  }
}

/** The lines of a text, without empty ones. */
export const linesOf = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

const lengthOf = (text: string) => [...text.trim()].length

/** What is wrong with the spans of one day; undefined: nothing. */
export function spansProblem(spans: readonly SpanDraft[], slotMinutes: number): string | undefined {
  if (spans.some(({ from, until }) => from === '' || until === '')) return '还有时间没选'
  const sorted = spans.map(spanOf).sort((a, b) => a.fromMinute - b.fromMinute)
  if (sorted.some(({ fromMinute, untilMinute }) => untilMinute <= fromMinute)) return '结束要晚于开始'
  if (sorted.some(({ fromMinute, untilMinute }) => untilMinute - fromMinute < slotMinutes))
    return `一段至少 ${slotMinutes} 分钟，放得下一个时段`
  const overlaps = sorted.some(
    ({ untilMinute }, index) => untilMinute > (sorted[index + 1]?.fromMinute ?? 1_440),
  )
  return overlaps ? '几段时间重叠了' : undefined
}

function daysProblem({ week, specialDays }: CentreDraft, slotMinutes: number): string | undefined {
  for (const [index, spans] of week.entries()) {
    const problem = spansProblem(spans, slotMinutes)
    if (problem !== undefined) return `${sayWeekday(index + 1)}：${problem}`
  }
  for (const { on, why, spans } of specialDays) {
    if (on === '' || Number.isNaN(startOfDay(on))) return '特别的一天还没选日期'
    if (why.trim() === '') return `${sayDate(on)}：写一下为什么`
    const problem = spansProblem(spans, slotMinutes)
    if (problem !== undefined) return `${sayDate(on)}：${problem}`
  }
  const isTwice = new Set(specialDays.map(({ on }) => on)).size < specialDays.length
  return isTwice ? '特别的日子里有一天写了两次' : undefined
}

const areLinesWrong = (text: string) =>
  linesOf(text).length > LINES_MAX || linesOf(text).some(line => lengthOf(line) > LINE_MAX)

/** The first thing that keeps the form from being saved, as the host should read it; undefined: nothing. */
export function centreProblem(draft: CentreDraft, slotMinutes: number): string | undefined {
  const seats = Number(draft.seats)
  const checks: [boolean, string][] = [
    [lengthOf(draft.headline) < 2, '写一句话介绍，两个字以上'],
    [lengthOf(draft.headline) > limits.titleMax, `一句话介绍最多 ${limits.titleMax} 个字`],
    [lengthOf(draft.intro) < 2, '写几句介绍，两个字以上'],
    [!/^[\d-]{5,20}$/.test(draft.phone.trim()), '电话写数字和短横线，5 到 20 位'],
    [areLinesWrong(draft.directions), `怎么来：最多 ${LINES_MAX} 行，每行 ${LINE_MAX} 个字`],
    [areLinesWrong(draft.advice), `来之前：最多 ${LINES_MAX} 行，每行 ${LINE_MAX} 个字`],
    [!/^\d{1,3}$/.test(draft.seats.trim()) || seats < 1 || seats > SEATS_MAX, '每个时段的名额写 1 到 500'],
    [draft.partyMax > seats, '一个预约的人数不能比名额多'],
  ]
  return checks.find(([isWrong]) => isWrong)?.[1] ?? daysProblem(draft, slotMinutes)
}

/** The command's input. Only for a draft without a problem. */
export function toCentre(centreId: string, draft: CentreDraft): CentreInput {
  return {
    centreId,
    headline: draft.headline.trim(),
    intro: draft.intro.trim(),
    phone: draft.phone.trim(),
    directions: linesOf(draft.directions),
    advice: linesOf(draft.advice),
    week: draft.week.flatMap((spans, index) => spans.map(span => ({ weekday: index + 1, ...spanOf(span) }))),
    onHolidays: draft.onHolidays,
    followsExchange: draft.followsExchange,
    specialDays: draft.specialDays.map(({ on, why, spans }) => ({
      on,
      why: why.trim(),
      spans: spans.map(spanOf),
    })),
    seats: Number(draft.seats),
    partyMax: draft.partyMax,
  }
}
