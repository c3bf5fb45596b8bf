import { clockLabel } from '../kernel/time'
import { type EarnReason, earnReasons, reasonNames } from './reasons'
import { type CoinRules, deliveredRules, type EarningRule } from './rules'

type Draft = Pick<CoinRules, 'earning' | 'happyHours'>

/** What can't be lived by: where in the draft it stands, and what is wrong with it, in words. */
export interface RuleProblem {
  field: string
  said: string
}

/** What each deed has wrong: a cap takes at least one deed, and what is counted by pairs or days stays so. */
function problemsOf(reason: EarnReason, row: EarningRule): RuleProblem[] {
  const { base, perDayMax, experience, perPair, streak } = row
  const name = reasonNames[reason]
  const delivered = deliveredRules.earning[reason]
  const found: [boolean, string, string][] = [
    [perDayMax < base, 'perDayMax', `${name}的沃币每天最多 ${perDayMax}，比一次的 ${base} 还少`],
    [
      experience.perDayMax < experience.base,
      'experience.perDayMax',
      `${name}的经验每天最多 ${experience.perDayMax}，比一次的 ${experience.base} 还少`,
    ],
    [(perPair === undefined) !== (delivered.perPair === undefined), 'perPair', `${name}的同一个人上限对不上`],
    [(streak === undefined) !== (delivered.streak === undefined), 'streak', `${name}的连着几天对不上`],
  ]
  return found.flatMap(([isWrong, field, said]) =>
    isWrong ? [{ field: `earning.${reason}.${field}`, said }] : [],
  )
}

/** Everything that keeps a version from being lived by; none: it can be. */
export function ruleProblems({ earning, happyHours }: Draft): RuleProblem[] {
  const rows = earnReasons.flatMap(reason => problemsOf(reason, earning[reason]))
  const hours = happyHours.flatMap(({ fromMinute, toMinute }, place) =>
    fromMinute < toMinute
      ? []
      : [
          {
            field: `happyHours.${place}.toMinute`,
            said: `第 ${place + 1} 段 Happy Hour 到 ${clockLabel(toMinute)} 结束，不晚于 ${clockLabel(fromMinute)} 开始`,
          },
        ],
  )
  return [...rows, ...hours]
}
