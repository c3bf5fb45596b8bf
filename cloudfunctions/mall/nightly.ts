import { type Instant, inChina } from '@domain/kernel/time'
import { isLongOver } from '@domain/mall/goods'
import { _ } from '@platform/cloud'
import { removeExpiredFiles } from '@platform/handedFiles'
import { eachWhile, type Shift } from '@platform/shift'
import { removeFiles } from '@platform/storage'
import { exportFiles, orders, type ProductDocument, products } from './store'

/** As many as one read returns. */
const GOODS_AT_ONCE = 1_000

type Night = Pick<ProductDocument, '_id' | 'takenIn' | 'pictures' | 'dropped'>

/** When few are about; a run that is missed is made up for the next night. */
export const NIGHT_CLOCK = '03:30'

/** What need not be looked for each minute: counts of periods that are over, pictures and files that were taken away. */
export async function tidy(now: Instant, shift: Shift): Promise<Record<string, number>> {
  if (inChina(now).format('HH:mm') !== NIGHT_CLOCK) return {}
  const files = await removeExpiredFiles(exportFiles, now, shift)
  const goods = await allGoods(shift)
  if (goods === null) return { files }
  const periods = await forgetPeriods(goods, now, shift)
  return { periods, pictures: await forgetPictures(goods, shift), files }
}

/** All goods, also those off the shelf. @returns null: the shift was over before the last */
async function allGoods(shift: Shift): Promise<Night[] | null> {
  const goods: Night[] = []
  for (let after = ''; !shift.isOver(); ) {
    const found = await products.find({
      where: { _id: _.gt(after) },
      orderBy: [['_id', 'asc']],
      limit: GOODS_AT_ONCE,
      fields: ['_id', 'takenIn', 'pictures', 'dropped'],
    })
    goods.push(...found)
    const last = found.at(-1)
    if (found.length < GOODS_AT_ONCE || !last) return goods
    after = last._id
  }
  return null
}

async function forgetPeriods(goods: readonly Night[], now: Instant, shift: Shift): Promise<number> {
  const over = goods.flatMap(({ _id, takenIn }) => {
    const periods = Object.keys(takenIn).filter(period => isLongOver(period, now))
    return periods.length === 0 ? [] : [{ _id, periods }]
  })
  const done = await eachWhile(shift, over, ({ _id, periods }) =>
    products.updateWhere(
      { _id },
      Object.fromEntries(periods.map(period => [`takenIn.${period}` as const, _.remove()])),
    ),
  )
  return over.slice(0, done).reduce((sum, { periods }) => sum + periods.length, 0)
}

/** Pictures that were taken out of a good, unless another good or an order shows them: an order keeps its cover. */
async function forgetPictures(goods: readonly Night[], shift: Shift): Promise<number> {
  const shown = new Set(goods.flatMap(({ pictures }) => pictures))
  const dropped = goods.flatMap(({ _id, dropped = [] }) => dropped.map(fileId => ({ _id, fileId })))
  return eachWhile(shift, dropped, async ({ _id, fileId }) => {
    const [order] = await orders.find({ where: { coverFileId: fileId }, limit: 1, fields: ['_id'] })
    if (!order && !shown.has(fileId) && !(await removeFiles([fileId]))) return
    await products.updateWhere({ _id }, { dropped: _.pull(fileId) })
  })
}
