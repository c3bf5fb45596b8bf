import { type CoinRules, rulesAt } from '@domain/coin/rules'
import { type AnnouncedRules, rulesFromStored, versionId } from '@domain/coin/ruling'
import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { remember } from '@platform/memory'
import { ruleVersions } from './store'

/** Shorter than the time for which a version is announced before it starts: see `LEAD_MS`. */
const REMEMBERED_MS = MINUTE_MS
const VERSIONS_MAX = 50

/**
 * Versions that count, or will, the latest first: asked for by themselves, so that no number of proposals that came to
 * nothing keeps the rules in force out of what is read. One request.
 */
export async function versionsInForce(): Promise<AnnouncedRules[]> {
  const found = await ruleVersions.find({
    // Absent in versions that took no second person; an index has them as null.
    where: { state: _.in(['approved', null]), withdrawn: null },
    orderBy: [['version', 'desc']],
    limit: VERSIONS_MAX,
  })
  return found.map(rulesFromStored)
}

/** The latest versions, whatever has become of them, and all that are in force; the latest first. Two requests at once. */
export async function latestVersions(): Promise<AnnouncedRules[]> {
  const [latest, inForce] = await Promise.all([
    ruleVersions.find({ where: {}, orderBy: [['version', 'desc']], limit: VERSIONS_MAX }),
    versionsInForce(),
  ])
  const oldest = latest.at(-1)?.version ?? 0
  return [...latest.map(rulesFromStored), ...inForce.filter(({ version }) => version < oldest)]
}

/** One version, whatever has become of it, beside those in force. Two requests at once. */
export async function versionAndInForce(version: number): Promise<AnnouncedRules[]> {
  const [found, inForce] = await Promise.all([ruleVersions.get(versionId(version)), versionsInForce()])
  return [...(found ? [rulesFromStored(found)] : []), ...inForce.filter(one => one.version !== version)]
}

const versions = remember(REMEMBERED_MS, versionsInForce)

/** The rules in force at an instant; the delivered ones until operations set others. */
export async function currentRules(at: Instant): Promise<CoinRules> {
  return rulesAt(await versions(), at)
}
