import { happyHoursOf } from '@domain/coin/ruling'
import { DAY_MS, type Day, type Instant, startOfDay } from '@domain/kernel/time'
import type { DecidedSpan } from '@domain/stats/figures'
import { _ } from '@platform/cloud'
import { readSpan } from '@platform/span'
import { latestVersions } from './rules'
import { batches, entries, hands } from './store'

/** What a day's entries come to: whole coins, and who earned. */
export async function movedOn(on: Day) {
  const from = startOfDay(on)
  const found = await readSpan(from, from + DAY_MS, (start, end, limit) =>
    entries.find({
      where: { receivedAt: _.gte(start).and(_.lt(end)) },
      limit,
      fields: ['kind', 'amount', 'employeeId'],
    }),
  )
  const of = (kind: 'earn' | 'spend') => found.filter(entry => entry.kind === kind)
  const sum = (list: readonly { amount: number }[]) => list.reduce((total, { amount }) => total + amount, 0)
  return {
    earned: sum(of('earn')),
    spent: -sum(of('spend')),
    net: sum(found),
    earners: of('earn').map(({ employeeId }) => employeeId),
  }
}

const DECIDED_MAX = 1_000

/** What a second person decided on a day: coins by hand, and lists of them. Two requests at once. */
export async function handsDecidedOn(on: Day): Promise<DecidedSpan[]> {
  const from = startOfDay(on)
  const find = { where: { 'decision.at': _.gte(from).and(_.lt(from + DAY_MS)) }, limit: DECIDED_MAX }
  const [single, listed] = await Promise.all([
    hands.find({ ...find, fields: ['askedAt', 'decision'] }),
    batches.find({ ...find, fields: ['checkedAt', 'decision'] }),
  ])
  return [
    ...single.map(({ askedAt, decision }) => ({ since: askedAt, decision })),
    ...listed.map(({ checkedAt, decision }) => ({ since: checkedAt, decision })),
  ].flatMap(({ since, decision }) => (decision ? [{ since, until: decision.at }] : []))
}

/** Since when there is a Happy Hour, where there was a time without one, and which there are. One request. */
export async function happyHoursSince(at: Instant) {
  return happyHoursOf(await latestVersions(), at)
}
