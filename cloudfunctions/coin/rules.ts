import { type CoinRules, deliveredRules, rulesAt } from '@domain/coin/rules'
import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import { remember } from '@platform/memory'
import { ruleVersions } from './store'

/** A change of rules is announced days ahead, so that an instance may be a minute behind. */
const REMEMBERED_MS = MINUTE_MS
const VERSIONS_MAX = 50

const versions = remember(REMEMBERED_MS, () =>
  ruleVersions.find({ where: {}, orderBy: [['effectiveAt', 'desc']], limit: VERSIONS_MAX }),
)

/** The rules in force at an instant; the delivered ones until operations set others. */
export async function currentRules(at: Instant): Promise<CoinRules> {
  const rules = rulesAt(await versions(), at)
  // A version that changes Happy Hours alone says nothing of amounts.
  return { ...rules, earning: { ...deliveredRules.earning, ...rules.earning } }
}
