import { coin } from '@domain/coin/contract'
import type { Entry } from '@domain/coin/entry'
import { replay } from '@domain/coin/replay'
import { DAY_MS, dayOf, startOfDay } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { rulesOf } from './ruleDraft'
import { entries } from './store'

const PAGE = 1_000
const PAGES_MAX = 10

export const previewRules = handle(coin.previewRules, async ({ now }, { draft }) => {
  const rules = rulesOf(draft, 0, 0)
  const day = dayOf(now - DAY_MS)
  const from = startOfDay(day)
  const { found, more } = await earningsWithin(from, from + DAY_MS)
  return { day, ...replay(found, rules), more }
})

/**
 * The earnings that were received within a span, a thousand at a time. The likes of a run are all booked at its instant:
 * where a page ends in the middle of one, the rest of that instant is read by itself.
 */
async function earningsWithin(from: number, to: number): Promise<{ found: Entry[]; more: boolean }> {
  const found: Entry[] = []
  for (let pages = 0, after: Entry | undefined; pages < PAGES_MAX; pages += 1) {
    const receivedAt = after ? _.gt(after.receivedAt).and(_.lt(to)) : _.gte(from).and(_.lt(to))
    const page = await pageOf({ kind: 'earn', receivedAt })
    found.push(...page)
    after = page.at(-1)
    if (!after || page.length < PAGE) return { found, more: false }
    found.push(...(await restOf(after)))
  }
  return { found, more: true }
}

async function restOf({ receivedAt, _id }: Entry): Promise<Entry[]> {
  const found: Entry[] = []
  for (let last = _id; ; ) {
    const page = await pageOf({ kind: 'earn', receivedAt, _id: _.gt(last) })
    found.push(...page)
    if (page.length < PAGE) return found
    last = page.at(-1)?._id ?? last
  }
}

function pageOf(where: Parameters<typeof entries.find>[0]['where']): Promise<Entry[]> {
  return entries.find({
    where,
    orderBy: [
      ['receivedAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: PAGE,
  })
}
