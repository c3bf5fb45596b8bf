import { centreLimits } from '@domain/booking/centreWords'
import { promisesMax } from '@domain/booking/visitKinds'
import { limits } from '@domain/kernel/limits'
import { startOfDay } from '@domain/kernel/time'
import { pointOf } from '@/rooms/coordinates'
import { sayDate, sayWeekday } from '../../centre/hoursWords'
import {
  type CentreDraft,
  type KindDraft,
  linesOf,
  longestOf,
  type SpanDraft,
  shortestOf,
  spanOf,
} from './centreDraft'

const { lineMax, linesMax } = centreLimits
const SEATS_MAX = 500

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
  linesOf(text).length > linesMax || linesOf(text).some(line => lengthOf(line) > lineMax)

const isWhole = (typed: string, least: number, most: number) =>
  /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most

/** What is wrong with one thing to come for; undefined: nothing. @param longest see `longestOf` */
export function kindProblem(kind: KindDraft, longest: number | null): string | undefined {
  const { name, minutes, seats, partyMax, byCar, words, promises } = kind
  const checks: [boolean, string][] = [
    [lengthOf(name) < 2, '写一个名字，两个字以上'],
    [!isWhole(minutes, 10, 480), '一次写 10 到 480 分钟'],
    [longest !== null && Number(minutes) > longest, `最长的一段开放时间只有 ${longest} 分钟，放不下它`],
    [!isWhole(seats, 1, SEATS_MAX), '每个时段的名额写 1 到 500'],
    [!byCar && partyMax > Number(seats), '一个预约的人数不能比名额多'],
    [lengthOf(words) > lineMax, `一句话说明最多 ${lineMax} 个字`],
    [
      linesOf(promises).length > promisesMax || areLinesWrong(promises),
      `要求：最多 ${promisesMax} 行，每行 ${lineMax} 个字`,
    ],
  ]
  return checks.find(([isWrong]) => isWrong)?.[1]
}

function kindsProblem(draft: CentreDraft): string | undefined {
  const { kinds } = draft
  const longest = longestOf(draft)
  if (kinds.length === 0) return '至少留一种可以约的'
  for (const kind of kinds) {
    const problem = kindProblem(kind, longest)
    if (problem !== undefined) return `${kind.name.trim() || '新的一种'}：${problem}`
  }
  const isTwice = new Set(kinds.map(({ name }) => name.trim())).size < kinds.length
  return isTwice ? '有两种叫同一个名字' : undefined
}

/** What is wrong in which part of the form, in its order. */
export type CentreProblems = Partial<
  Record<
    | 'headline'
    | 'intro'
    | 'phone'
    | 'address'
    | 'spot'
    | 'directions'
    | 'advice'
    | 'story'
    | 'kinds'
    | 'days',
    string
  >
>

/** What keeps the form from being saved, each at its field; empty: nothing. */
export function centreProblems(draft: CentreDraft): CentreProblems {
  const checks: [keyof CentreProblems, boolean, string][] = [
    ['headline', lengthOf(draft.headline) < 2, '写一句话介绍，两个字以上'],
    ['headline', lengthOf(draft.headline) > limits.titleMax, `一句话介绍最多 ${limits.titleMax} 个字`],
    ['intro', lengthOf(draft.intro) < 2, '写几句介绍，两个字以上'],
    ['phone', !/^[\d-]{5,20}$/.test(draft.phone.trim()), '电话写数字和短横线，5 到 20 位'],
    ['address', lengthOf(draft.address) < 2, '写地址，两个字以上'],
    ['spot', pointOf(draft.spot) === null, '写纬度和经度：31.2896, 121.1635'],
    ['directions', areLinesWrong(draft.directions), `怎么来：最多 ${linesMax} 行，每行 ${lineMax} 个字`],
    ['advice', areLinesWrong(draft.advice), `来之前：最多 ${linesMax} 行，每行 ${lineMax} 个字`],
    [
      'story',
      draft.story.some(({ title, text }) => title.trim() === '' || text.trim() === ''),
      '故事的每一站写一个标题、一段话',
    ],
  ]
  const kinds = kindsProblem(draft)
  const days = daysProblem(draft, shortestOf(draft))
  return {
    ...Object.fromEntries(
      // The first problem of a field is the one that stands.
      checks
        .filter(([, isWrong]) => isWrong)
        .map(([field, , words]) => [field, words])
        .reverse(),
    ),
    ...(kinds === undefined ? {} : { kinds }),
    ...(days === undefined ? {} : { days }),
  }
}

const order = [
  'headline',
  'intro',
  'story',
  'phone',
  'address',
  'spot',
  'directions',
  'advice',
  'kinds',
  'days',
] as const

/** The first of them from above, for the bar; undefined: nothing. */
export function firstProblem(problems: CentreProblems): string | undefined {
  const field = order.find(one => problems[one] !== undefined)
  return field && problems[field]
}
