import type { Instant } from '@domain/kernel/time'
import type { OrderView } from '@domain/mall/contract'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import {
  afterVerdicts,
  type Dropped,
  dropPictures,
  removeDropped,
  type Verdicts,
  verdictsOn,
} from '../forum/public'
import { type AfterSalePhoto, type OrderDocument, orders } from './store'

/** As many as one read can return: those without a verdict yet keep none behind them waiting. */
const PICTURED_AT_ONCE = 1_000

/** What is shown of an order's photos: to its buyer also what is still being looked at. */
export function photosFor(
  actor: 'buyer' | 'keeper',
  { photos = [] }: NonNullable<OrderDocument['afterSale']>,
): NonNullable<OrderView['afterSale']>['photos'] {
  const seen = photos.filter(({ state }) => state === 'passed' || actor === 'buyer')
  return seen.map(({ fileId, state }) => ({ fileId, checking: state === 'checking' }))
}

/** The photos that go with what was asked before. */
export const photosIn = ({ afterSale }: Pick<OrderDocument, 'afterSale'>): AfterSalePhoto[] =>
  afterSale?.photos ?? []

/** Shows the photos that WeChat has passed and takes the others away. @returns of how many orders */
export async function settlePhotos(now: Instant, shift: Shift): Promise<number> {
  const checking = await orders.find({
    where: { photosState: 'checking' },
    orderBy: [['_id', 'asc']],
    limit: PICTURED_AT_ONCE,
    fields: ['_id', 'afterSale', 'trail'],
  })
  if (checking.length === 0) return 0
  const verdicts = await verdictsOn(checking.flatMap(order => photosIn(order).map(({ traceId }) => traceId)))
  const due = checking.filter(order => looked(order, verdicts, now) !== null)
  return eachWhile(shift, due, ({ _id }) => settleOne(_id, verdicts, now))
}

/** In a transaction: whoever withdraws meanwhile, or asks anew with other photos, is not written over. */
async function settleOne(orderId: string, verdicts: Verdicts, now: Instant): Promise<void> {
  const gone: { dropped: Dropped } = { dropped: null }
  await transaction(async tx => {
    gone.dropped = null
    const order = await orders.in(tx).get(orderId)
    const photos = order && looked(order, verdicts, now)
    if (!order || !photos) return
    const kept = photos.map(({ fileId }) => fileId)
    const blocked = photosIn(order).filter(({ fileId }) => !kept.includes(fileId))
    gone.dropped = await dropPictures(tx, blocked, now)
    // Where it was withdrawn there is nothing left to look at.
    const shown = order.afterSale ? { 'afterSale.photos': photos } : {}
    await orders.in(tx).update(orderId, { ...shown, photosState: 'done' })
  })
  await removeDropped(gone.dropped)
}

/** What is left of an order's photos; null: one of them is still to be looked at. */
function looked(
  order: Pick<OrderDocument, 'afterSale' | 'trail'>,
  verdicts: Verdicts,
  now: Instant,
): AfterSalePhoto[] | null {
  const askedAt = order.trail.filter(({ action }) => action.startsWith('ask')).at(-1)?.at ?? now
  return afterVerdicts(photosIn(order), verdicts, now - askedAt)
}
