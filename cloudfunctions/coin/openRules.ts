import { quarterFrom } from '@domain/coin/budget'
import { coin } from '@domain/coin/contract'
import type { CoinRules } from '@domain/coin/rules'
import type { RuleVersion } from '@domain/coin/rulesContract'
import { statesOf, versionBefore } from '@domain/coin/ruling'
import { Refusal } from '@domain/kernel/errors'
import { dayOf } from '@domain/kernel/time'
import { type Employee, handle } from '@platform/context'
import type * as z from 'zod'
import { earnedSince } from '../stats/public'
import { decisionView } from './handViews'
import { mayReview, reviewersFor } from './reviewing'
import { draftOf } from './ruleDraft'
import { latestVersions, versionAndInForce } from './rules'
import { askerOf } from './seconding'

type Standing = ReturnType<typeof statesOf>[number]

/** A version as the caller reads it. No request for a keeper; one for an administrator where it waits. */
async function versionView(
  { rules, announced, state }: Standing,
  employee: Employee,
): Promise<z.output<typeof RuleVersion>> {
  return {
    version: rules.version,
    state,
    startsAt: rules.effectiveAt,
    byName: announced?.by.name ?? null,
    why: announced?.why ?? null,
    decision: decisionView(announced?.decision ?? null),
    mayDecide: state === 'waiting' && announced !== null && (await mayReview(employee, announced.by)),
    mine: announced?.by.employeeId === employee.id,
    rules: draftOf(rules),
  }
}

/** The latest versions and those in force, how it stands, and by whom, the latest first; and what the quarter has cost. */
export const openRules = handle(coin.openRules, async ({ employee, now }) => {
  const [known, earnedInQuarter, reviewers] = await Promise.all([
    latestVersions(),
    earnedSince(quarterFrom(dayOf(now))),
    reviewersFor(askerOf(employee, 'coin.rules')),
  ])
  return {
    versions: await Promise.all(statesOf(known, now).map(one => versionView(one, employee))),
    reviewers: reviewers.map(({ name }) => name),
    earnedInQuarter,
    now,
  }
})

/** One version, and the one that it follows. */
export const openRuleVersion = handle(coin.openRuleVersion, async ({ employee, now }, { version }) => {
  const known = await versionAndInForce(version)
  const found = statesOf(known, now).find(({ rules }) => rules.version === version)
  if (!found) throw new Refusal('COIN_RULES_MISSING')
  const before: CoinRules | null = found.announced ? versionBefore(known, version) : null
  return {
    version: await versionView(found, employee),
    before: before && { version: before.version, rules: draftOf(before) },
    now,
  }
})
