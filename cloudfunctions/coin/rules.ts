import { isInForce } from '@domain/coin/ruleReview'
import { type CoinRules, rulesAt } from '@domain/coin/rules'
import { type AnnouncedRules, rulesFromStored } from '@domain/coin/ruling'
import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import { remember } from '@platform/memory'
import { ruleVersions } from './store'

/** Shorter than the time for which a version is announced before it starts: see `LEAD_MS`. */
const REMEMBERED_MS = MINUTE_MS
const VERSIONS_MAX = 50

/** The latest versions, whatever has become of them, the latest first. One request. */
export async function latestVersions(): Promise<AnnouncedRules[]> {
  const found = await ruleVersions.find({ where: {}, orderBy: [['version', 'desc']], limit: VERSIONS_MAX })
  return found.map(rulesFromStored)
}

const versions = remember(REMEMBERED_MS, async () => (await latestVersions()).filter(isInForce))

/** The rules in force at an instant; the delivered ones until operations set others. */
export async function currentRules(at: Instant): Promise<CoinRules> {
  return rulesAt(await versions(), at)
}
