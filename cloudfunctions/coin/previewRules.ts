import { coin } from '@domain/coin/contract'
import type { Entry } from '@domain/coin/entry'
import type { Given } from '@domain/coin/esteem'
import { replay } from '@domain/coin/replay'
import { slicesOf } from '@domain/kernel/slices'
import { DAY_MS, type Day, dayOf, startOfDay } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { readSpan } from '@platform/span'
import { rulesOf } from './ruleDraft'
import { entries, givens } from './store'

/** More thousands of earnings than a day has. */
const BLOCKS_MAX = 10

export const previewRules = handle(coin.previewRules, async ({ now }, { draft }) => {
  const rules = rulesOf(draft, 0, 0)
  const day = dayOf(now - DAY_MS)
  const from = startOfDay(day)
  const { found, more } = await readSpan(entries, {
    at: 'receivedAt',
    from,
    to: from + DAY_MS,
    where: { kind: 'earn' },
    blocksMax: BLOCKS_MAX,
  })
  return { day, ...replay(found, rules, await givenBefore(day, found)), more }
})

/** As many as one request brings. */
const AUTHORS_AT_ONCE = 1_000

/** Whose likes had counted before a day for those who were liked on it. One request for a thousand of them. */
async function givenBefore(
  day: Day,
  found: readonly Pick<Entry, 'employeeId' | 'likers'>[],
): Promise<Map<string, readonly Given[]>> {
  const authors = [...new Set(found.flatMap(({ employeeId, likers }) => (likers ? [employeeId] : [])))]
  const given = new Map<string, readonly Given[]>()
  for (const some of slicesOf(authors, AUTHORS_AT_ONCE)) {
    const known = await givens.find({ where: { _id: _.in(some) }, limit: some.length })
    for (const one of known)
      given.set(
        one._id,
        one.given.filter(({ on }) => on < day),
      )
  }
  return given
}
