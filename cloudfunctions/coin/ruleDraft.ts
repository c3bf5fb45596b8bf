import { earnReasons } from '@domain/coin/reasons'
import { ruleProblems } from '@domain/coin/ruleProblems'
import type { CoinRules } from '@domain/coin/rules'
import type { RuleDraft } from '@domain/coin/rulesContract'
import { Refusal } from '@domain/kernel/errors'
import type * as z from 'zod'

type Draft = z.output<typeof RuleDraft>

/** A version as it is written. */
export function draftOf({ earning, happyHours, quarterBudget }: CoinRules): Draft {
  const rows = earnReasons.map(reason => {
    const { base, perDayMax, experience, perPair, streak } = earning[reason]
    return [
      reason,
      { base, perDayMax, experience, ...(perPair && { perPair }), ...(streak && { streak }) },
    ] as const
  })
  return {
    earning: Object.fromEntries(rows) as Draft['earning'],
    happyHours: happyHours.map(hour => ({
      ...hour,
      reasons: [...hour.reasons],
      weekdays: [...hour.weekdays],
    })),
    ...(quarterBudget === undefined ? {} : { quarterBudget }),
  }
}

/**
 * A draft as a version of the rules.
 * @throws Refusal COIN_RULES_WRONG, which says the first thing that is wrong and where all of them stand
 */
export function rulesOf(draft: Draft, version: number, effectiveAt: number): CoinRules {
  const rules = { version, effectiveAt, ...draft } as CoinRules
  const problems = ruleProblems(rules)
  const [first] = problems
  const fields = problems.map(({ field }) => field)
  if (first) throw new Refusal('COIN_RULES_WRONG', fields, undefined, first.said)
  return rules
}
