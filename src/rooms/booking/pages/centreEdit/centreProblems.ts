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

/** What is wrong, and where: `headline`, `kinds.1.minutes`, as the command calls its inputs. */
export interface CentreProblem {
  at: string
  words: string
  /** Of what, where the words alone do not say: 周一, the name of a kind. */
  of?: string
}

type Check = [field: string, isWrong: boolean, words: string]

/** Those that hold; of several about one field the first. */
function wrongIn(checks: readonly Check[], row: { path: string; of: string } | null = null): CentreProblem[] {
  const wrong = checks.filter(([, isWrong]) => isWrong)
  return wrong
    .filter(([field], index) => wrong.findIndex(([other]) => other === field) === index)
    .map(([field, , words]) =>
      row === null ? { at: field, words } : { at: `${row.path}.${field}`, words, of: row.of },
    )
}

function weekProblems({ week }: CentreDraft, slotMinutes: number): CentreProblem[] {
  return week.flatMap((spans, index) => {
    const words = spansProblem(spans, slotMinutes)
    return words === undefined ? [] : [{ at: `week.${index}`, words, of: sayWeekday(index + 1) }]
  })
}

function specialProblems({ specialDays }: CentreDraft, slotMinutes: number): CentreProblem[] {
  const isTwice = new Set(specialDays.map(({ on }) => on)).size < specialDays.length
  return [
    ...specialDays.flatMap(({ on, why, spans }, index) => {
      const isOpen = on === '' || Number.isNaN(startOfDay(on))
      const wrong = spansProblem(spans, slotMinutes)
      const checks: Check[] = [
        ['on', isOpen, '还没选日期'],
        ['why', why.trim() === '', '写一下为什么'],
        ['spans', wrong !== undefined, wrong ?? ''],
      ]
      return wrongIn(checks, { path: `specialDays.${index}`, of: isOpen ? '特别的一天' : sayDate(on) })
    }),
    ...wrongIn([['specialDays', isTwice, '特别的日子里有一天写了两次']]),
  ]
}

const areLinesWrong = (text: string) =>
  linesOf(text).length > linesMax || linesOf(text).some(line => lengthOf(line) > lineMax)

const isWhole = (typed: string, least: number, most: number) =>
  /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most

/** What is wrong with one thing to come for, each at its field. @param longest see `longestOf` */
function kindChecks(kind: KindDraft, longest: number | null): Check[] {
  const { name, minutes, seats, partyMax, byCar, words, promises } = kind
  return [
    ['name', lengthOf(name) < 2, '写一个名字，两个字以上'],
    ['minutes', !isWhole(minutes, 10, 480), '一次写 10 到 480 分钟'],
    [
      'minutes',
      longest !== null && Number(minutes) > longest,
      `最长的一段开放时间只有 ${longest} 分钟，放不下它`,
    ],
    ['seats', !isWhole(seats, 1, SEATS_MAX), '每个时段的名额写 1 到 500'],
    ['partyMax', !byCar && partyMax > Number(seats), '一个预约的人数不能比名额多'],
    ['words', lengthOf(words) > lineMax, `一句话说明最多 ${lineMax} 个字`],
    [
      'promises',
      linesOf(promises).length > promisesMax || areLinesWrong(promises),
      `要求：最多 ${promisesMax} 行，每行 ${lineMax} 个字`,
    ],
  ]
}

function kindsProblems(draft: CentreDraft): CentreProblem[] {
  const { kinds } = draft
  const longest = longestOf(draft)
  const names = kinds.map(({ name }) => name.trim())
  const twice = names.findIndex((name, index) => names.indexOf(name) < index)
  return [
    ...wrongIn([['kinds', kinds.length === 0, '至少留一种可以约的']]),
    ...kinds.flatMap((kind, index) =>
      wrongIn(kindChecks(kind, longest), {
        path: `kinds.${index}`,
        of: kind.name.trim() || '新的一种',
      }),
    ),
    ...wrongIn([[`kinds.${twice}.name`, twice > 0, '有两种叫同一个名字']]),
  ]
}

function storyProblems({ story }: CentreDraft): CentreProblem[] {
  return story.flatMap(({ title, text }, index) => {
    const checks: Check[] = [
      ['title', title.trim() === '', '写一个标题'],
      ['text', text.trim() === '', '写一段话'],
    ]
    return wrongIn(checks, { path: `story.${index}`, of: `第 ${index + 1} 站` })
  })
}

/** What keeps the form from being saved, each at its field and in the form's order; empty: nothing. */
export function centreProblems(draft: CentreDraft): CentreProblem[] {
  const slotMinutes = shortestOf(draft)
  return [
    ...wrongIn([
      ['headline', lengthOf(draft.headline) < 2, '写一句话介绍，两个字以上'],
      ['headline', lengthOf(draft.headline) > limits.titleMax, `一句话介绍最多 ${limits.titleMax} 个字`],
      ['intro', lengthOf(draft.intro) < 2, '写几句介绍，两个字以上'],
    ]),
    ...storyProblems(draft),
    ...kindsProblems(draft),
    ...wrongIn([
      ['address', lengthOf(draft.address) < 2, '写地址，两个字以上'],
      ['spot', pointOf(draft.spot) === null, '写纬度和经度：31.2896, 121.1635'],
      ['phone', !/^[\d-]{5,20}$/.test(draft.phone.trim()), '电话写数字和短横线，5 到 20 位'],
      ['directions', areLinesWrong(draft.directions), `怎么来：最多 ${linesMax} 行，每行 ${lineMax} 个字`],
      ['advice', areLinesWrong(draft.advice), `来之前：最多 ${linesMax} 行，每行 ${lineMax} 个字`],
    ]),
    ...weekProblems(draft, slotMinutes),
    ...specialProblems(draft, slotMinutes),
  ]
}

/** How the bar says it. */
export const sayProblem = ({ of, words }: CentreProblem) => (of === undefined ? words : `${of}：${words}`)
