import type { Day } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { daily } from './store'

/** A quarter and a day. */
const DAYS_MAX = 93

/** What all together have earned from a day on, as far as the figures have got. One request. */
export async function earnedSince(from: Day): Promise<number> {
  const found = await daily.find({
    where: { _id: _.gte(from) },
    orderBy: [['_id', 'asc']],
    limit: DAYS_MAX,
    fields: ['coinsEarned'],
  })
  return found.reduce((sum, { coinsEarned }) => sum + coinsEarned, 0)
}
