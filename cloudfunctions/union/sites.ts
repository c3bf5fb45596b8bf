import { MINUTE_MS } from '@domain/kernel/time'
import { remember } from '@platform/memory'
import { associations } from './store'

/** As many as one read returns; a company has dozens. */
const ASSOCIATIONS_MAX = 1_000

/** The sites that have an association: one more every some months. One request, once in some minutes. */
export const sitesOfAll = remember(5 * MINUTE_MS, async () => {
  const all = await associations.find({
    where: {},
    orderBy: [['_id', 'asc']],
    limit: ASSOCIATIONS_MAX,
    fields: ['site'],
  })
  return [...new Set(all.map(({ site }) => site))]
})
