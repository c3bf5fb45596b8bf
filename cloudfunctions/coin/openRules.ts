import { quarterFrom } from '@domain/coin/budget'
import { coin } from '@domain/coin/contract'
import { statesOf } from '@domain/coin/ruling'
import { dayOf } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { earnedSince } from '../stats/public'
import { draftOf } from './ruleDraft'
import { latestVersions } from './rules'

/** Every version, how it stands, and by whom, the latest first; and what the quarter has cost. Two requests at once. */
export const openRules = handle(coin.openRules, async ({ now }) => {
  const [known, earnedInQuarter] = await Promise.all([latestVersions(), earnedSince(quarterFrom(dayOf(now)))])
  return {
    versions: statesOf(known, now).map(({ rules, announced, state }) => ({
      version: rules.version,
      state,
      startsAt: rules.effectiveAt,
      byName: announced?.by.name ?? null,
      why: announced?.why ?? null,
      rules: draftOf(rules),
    })),
    earnedInQuarter,
    now,
  }
})
