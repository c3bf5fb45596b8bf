import { DAY_MS, type Day, startOfDay } from '@domain/kernel/time'
import type { DecidedSpan } from '@domain/stats/figures'
import { _ } from '@platform/cloud'
import { rebinds } from './store'

const DECIDED_MAX = 1_000

/** The requests to bind another WeChat account that HR decided on a day. One request. */
export async function rebindsDecidedOn(on: Day): Promise<DecidedSpan[]> {
  const from = startOfDay(on)
  const found = await rebinds.find({
    where: { 'decision.at': _.gte(from).and(_.lt(from + DAY_MS)) },
    limit: DECIDED_MAX,
    fields: ['askedAt', 'decision'],
  })
  return found.flatMap(({ askedAt, decision }) => (decision ? [{ since: askedAt, until: decision.at }] : []))
}
