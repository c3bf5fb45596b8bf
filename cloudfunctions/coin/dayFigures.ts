import { DAY_MS, type Day, startOfDay } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { readSpan } from '@platform/span'
import { currentRules } from './rules'
import { entries, ruleVersions } from './store'

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

const VERSIONS_MAX = 50

/** Since when there is a Happy Hour, where there was a time without one, and which there are. Two requests, one mostly. */
export async function happyHoursSince(at: number) {
  const versions = await ruleVersions.find({
    where: {},
    orderBy: [['effectiveAt', 'desc']],
    limit: VERSIONS_MAX,
  })
  const { happyHours } = await currentRules(at)
  const past = [...versions].reverse().filter(({ effectiveAt }) => effectiveAt <= at)
  const first = past.findIndex(rules => rules.happyHours.length > 0)
  const began = past[first]
  const since = began !== undefined && first > 0 ? began.effectiveAt : null
  return { happyHours, since }
}
