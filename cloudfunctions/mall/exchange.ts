import { Refusal, refuse } from '@domain/kernel/errors'
import { mall } from '@domain/mall/contract'
import { pictureOf } from '@domain/mall/goods'
import { type EmployeeContext, handle } from '@platform/context'
import { messageBuyer, noticeBuyer } from './messages'
import { afterKeeper } from './orderSteps'
import { type Hold, releasePieces, restockSwap, takePieces } from './pieces'
import { type OrderDocument, orders, products } from './store'

/**
 * The new pieces are taken as by a redemption, before the transaction; it makes them the order's, and the old ones
 * those that are to be put back, or written off where they came back broken. So no variant is sold twice, and a crash in between gives the new ones back.
 */
export const exchange = handle(mall.exchange, async (ctx, { orderId, broken }) => {
  const read = await orders.require(orderId, 'MALL_ORDER_MISSING')
  afterKeeper(read, ctx.employee, { action: 'exchange', at: ctx.now, note: null })
  const wish = read.afterSale?.wish
  if (!wish) throw new Refusal('MALL_TRANSITION_REFUSED')
  const { employeeId, quantity, productId } = read
  const wanted = {
    receiptId: ctx.receiptId,
    orderId: ctx.newId('swap'),
    employeeId,
    variantId: wish.variantId,
    quantity,
  }
  const product = await products.require(productId, 'MALL_PRODUCT_MISSING')
  const { hold } = await takePieces(product, wanted, null)
  const coverFileId = pictureOf(product, wish.variantId)
  const exchanged = await settle(ctx, read, hold, { variantName: wish.name, coverFileId, broken })
  await restockSwap(exchanged)
  await messageBuyer(exchanged, '换货中')
  return { state: exchanged.state }
})

/** Not where its buyer has meanwhile asked anew, for fewer pieces or for another kind. */
const isHeldFor = ({ quantity, afterSale }: OrderDocument, hold: Hold) =>
  quantity === hold.quantity && afterSale?.wish?.variantId === hold.variantId

interface Swap {
  variantName: string
  coverFileId: string
  /** Whether what came back is broken. */
  broken: boolean
}

async function settle(
  ctx: EmployeeContext,
  read: OrderDocument,
  hold: Hold,
  { variantName, coverFileId, broken }: Swap,
) {
  const { employee, now } = ctx
  const { _id: orderId, productId } = read
  try {
    return await ctx.transaction(
      async tx => {
        const order = await orders.in(tx).require(orderId, 'MALL_ORDER_MISSING')
        refuse(!isHeldFor(order, hold), 'MALL_TRANSITION_REFUSED')
        const stepped = afterKeeper(order, employee, {
          action: 'exchange',
          at: now,
          note: variantName || null,
        })
        const found = broken ? { broken: { employeeId: employee.id, name: employee.name, at: now } } : {}
        const swap = {
          variantId: order.variantId,
          restock: 'due' as const,
          heldAs: hold.orderId,
          ...found,
        }
        const change = {
          ...stepped,
          variantId: hold.variantId,
          variantName,
          coverFileId,
          swap,
          parcel: null,
          nodes: [],
        }
        await orders.in(tx).update(orderId, change)
        await noticeBuyer(tx, order, {
          noticeId: ctx.newId('notice'),
          title: `${order.productName}在换了`,
          body: '新的一件已经留好，正在准备。',
          at: now,
        })
        return { ...order, ...change }
      },
      () => ({
        subject: `${orders.name}/${orderId}`,
        before: { variantId: read.variantId, state: read.state },
        after: { variantId: hold.variantId, state: 'placed', ...(broken ? { broken } : {}) },
      }),
    )
  } catch (error) {
    if (error instanceof Refusal) await releasePieces(productId, hold, error.code)
    throw error
  }
}
