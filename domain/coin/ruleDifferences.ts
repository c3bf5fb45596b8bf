import { clockLabel } from '../kernel/time'
import { earnReasons, reasonNames } from './reasons'
import type { CoinRules, EarningRule, HappyHour } from './rules'

type Draft = Pick<CoinRules, 'earning' | 'happyHours' | 'quarterBudget'>

/** One thing that a version says otherwise than the one before; null: it is not there. */
export interface RuleDifference {
  what: string
  was: string | null
  becomes: string | null
}

/** Each number of a deed by what it is called. */
function numbersOf({ base, perDayMax, experience, perPair, streak }: EarningRule): Map<string, number> {
  return new Map([
    ['沃币', base],
    ['沃币每天最多', perDayMax],
    ['经验', experience.base],
    ['经验每天最多', experience.perDayMax],
    ...(perPair
      ? ([
          ['同一位同事每天最多', perPair.perDayMax],
          ['同一位同事每周最多', perPair.perWeekMax],
        ] as const)
      : []),
    ...(streak
      ? ([
          ['连着几天起多得', streak.fromDay],
          ['多得', streak.extra],
          ['每几天一份礼物', streak.everyDays],
          ['礼物', streak.gift],
        ] as const)
      : []),
  ])
}

/** A number as it is read: "1,200". */
const said = (number: number | undefined) => number?.toLocaleString('en-US') ?? null

const DAYS = [...'一二三四五六日']

/** "周一二三四五，发帖、评论": on which days and for what. */
const sayOn = ({ weekdays, reasons }: Pick<HappyHour, 'weekdays' | 'reasons'>) => {
  const days = [...weekdays].sort((a, b) => a - b).map(day => DAYS[day - 1] ?? '')
  const on = days.length === DAYS.length ? '每天' : `周${days.join('')}`
  return `${on}，${earnReasons
    .filter(reason => reasons.includes(reason))
    .map(reason => reasonNames[reason])
    .join('、')}`
}

const saySpan = ({ fromMinute, toMinute, multiplier, ...on }: HappyHour) =>
  `${clockLabel(fromMinute)}–${clockLabel(toMinute)} ×${multiplier}，${sayOn(on)}`

/** What a version changes of the one before, in the order of the page. */
export function ruleDifferences(rules: Draft, before: Draft): RuleDifference[] {
  const rows = earnReasons.flatMap(reason => {
    const was = numbersOf(before.earning[reason])
    return [...numbersOf(rules.earning[reason])].map(([name, number]) => ({
      what: `${reasonNames[reason]} · ${name}`,
      was: said(was.get(name)),
      becomes: said(number),
    }))
  })
  const places = Math.max(rules.happyHours.length, before.happyHours.length)
  const hourAt = (hours: readonly HappyHour[], place: number) => {
    const hour = hours[place]
    return hour ? saySpan(hour) : null
  }
  const hours = Array.from({ length: places }, (_one, place) => ({
    what: `Happy Hour 第 ${place + 1} 段`,
    was: hourAt(before.happyHours, place),
    becomes: hourAt(rules.happyHours, place),
  }))
  const budget = { what: '季度预算', was: said(before.quarterBudget), becomes: said(rules.quarterBudget) }
  return [...rows, ...hours, budget].filter(({ was, becomes }) => was !== becomes)
}
