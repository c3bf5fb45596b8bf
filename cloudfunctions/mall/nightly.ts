import { type Instant, inChina } from '@domain/kernel/time'
import { isLongOver } from '@domain/mall/goods'
import { _ } from '@platform/cloud'
import { removeExpiredFiles } from '@platform/handedFiles'
import type { Shift } from '@platform/shift'
import { exportFiles, products } from './store'

const GOODS_MAX = 500

/** When few are about; a run that is missed is made up for the next night. */
export const NIGHT_CLOCK = '03:30'

/** What need not be looked for each minute: counts of periods that are over, files that were taken away. */
export async function tidy(now: Instant, shift: Shift): Promise<Record<string, number>> {
  if (inChina(now).format('HH:mm') !== NIGHT_CLOCK) return {}
  const files = await removeExpiredFiles(exportFiles, now, shift)
  return { periods: await forgetPeriods(now), files }
}

async function forgetPeriods(now: Instant): Promise<number> {
  const goods = await products.find({
    where: { _id: _.gt('') },
    orderBy: [['_id', 'asc']],
    limit: GOODS_MAX,
    fields: ['_id', 'takenIn'],
  })
  let forgotten = 0
  for (const { _id, takenIn } of goods) {
    const over = Object.keys(takenIn).filter(period => isLongOver(period, now))
    if (over.length === 0) continue
    await products.updateWhere(
      { _id },
      Object.fromEntries(over.map(period => [`takenIn.${period}` as const, _.remove()])),
    )
    forgotten += over.length
  }
  return forgotten
}
