import type { EntryKind } from '@domain/coin/entry'
import { happyHoursOf } from '@domain/coin/ruling'
import { DAY_MS, type Day, type Instant, startOfDay } from '@domain/kernel/time'
import { decidedIn } from '@platform/decidedOn'
import { readSpan } from '@platform/span'
import { versionsInForce } from './rules'
import { batches, entries, type HandDocument, hands } from './store'

/** What a day's entries come to: whole coins, and who earned. */
export async function movedOn(on: Day) {
  const from = startOfDay(on)
  const { found } = await readSpan(entries, {
    at: 'receivedAt',
    from,
    to: from + DAY_MS,
    fields: ['kind', 'amount', 'employeeId', 'receivedAt'],
  })
  const of = (kind: EntryKind) => found.filter(entry => entry.kind === kind)
  const sum = (list: readonly { amount: number }[]) => list.reduce((total, { amount }) => total + amount, 0)
  return {
    earned: sum(of('earn')),
    spent: -sum(of('spend')),
    given: sum(of('give')),
    taken: -sum(of('take')),
    net: sum(found),
    earners: of('earn').map(({ employeeId }) => employeeId),
  }
}

/** Since when there is a Happy Hour, where there was a time without one, and which there are. One request. */
export async function happyHoursSince(at: Instant) {
  return happyHoursOf(await versionsInForce(), at)
}

/** What a second person decided on a day: single movements and whole lists. Two requests at once. */
export async function handsDecidedOn(on: Day) {
  const until = { at: 'decision.at', until: ({ decision }: Pick<HandDocument, 'decision'>) => decision?.at }
  const decided = await Promise.all([
    decidedIn(hands, on, { ...until, fields: ['askedAt', 'decision'], since: ({ askedAt }) => askedAt }),
    decidedIn(batches, on, {
      ...until,
      fields: ['checkedAt', 'decision'],
      since: ({ checkedAt }) => checkedAt,
    }),
  ])
  return decided.flat()
}
