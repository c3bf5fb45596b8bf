import { coin } from '@domain/coin/contract'
import { replay } from '@domain/coin/replay'
import { DAY_MS, dayOf, startOfDay } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { readSpan } from '@platform/span'
import { rulesOf } from './ruleDraft'
import { entries } from './store'

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
  return { day, ...replay(found, rules), more }
})
