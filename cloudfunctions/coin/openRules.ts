import { coin } from '@domain/coin/contract'
import { statesOf } from '@domain/coin/ruling'
import { handle } from '@platform/context'
import { draftOf } from './ruleDraft'
import { latestVersions } from './rules'

/** Every version, how it stands, and by whom; the latest first. */
export const openRules = handle(coin.openRules, async ({ now }) => ({
  versions: statesOf(await latestVersions(), now).map(({ rules, announced, state }) => ({
    version: rules.version,
    state,
    startsAt: rules.effectiveAt,
    byName: announced?.by.name ?? null,
    why: announced?.why ?? null,
    rules: draftOf(rules),
  })),
  now,
}))
