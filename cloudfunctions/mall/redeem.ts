import { Refusal } from '@domain/kernel/errors'
import { mall } from '@domain/mall/contract'
import { orderNumber } from '@domain/mall/orderNumber'
import { type EmployeeContext, handle } from '@platform/context'
import { spend } from '../coin/public'
import { personOf } from '../identity/public'
import { destinationOf } from './delivery'
import { releasePieces, takePieces } from './pieces'
import { type OrderDocument, orders, type ProductDocument, products } from './store'

/** Of a pickup code: 12 characters of base 32, which a colleague can also read out. */
const PICKUP_CODE_LENGTH = 12

/**
 * Pieces are taken first and held for two minutes, then coins and order commit together. Whatever happens in between,
 * the receipt decides: it is either done, and the pieces are sold, or void, and they go back; never both. The
 * reservation stays until the sweeper strikes it out: a slower execution of the same command knows by it that these
 * pieces are taken, and would take others otherwise.
 */
export const redeem = handle(mall.redeem, async (ctx, { productId, quantity, delivery }) => {
  const read = await products.require(productId, 'MALL_PRODUCT_MISSING')
  const destination = await destinationOf(delivery, read, ctx.employee)
  const orderId = ctx.newId('order')
  const hold = { receiptId: ctx.receiptId, orderId, employeeId: ctx.employee.id, quantity }
  const product = await takePieces(read, hold)
  const order = placedOrder(ctx, orderId, product, quantity, destination)
  try {
    return await ctx.transaction(async tx => {
      const { balance } = await spend(tx, {
        employeeId: ctx.employee.id,
        reason: 'mall.redeem',
        sourceId: orderId,
        amount: order.paid,
        title: `兑换「${product.name}」`,
        subject: { kind: 'order', id: orderId },
        at: ctx.now,
      })
      await orders.in(tx).insert(order)
      return { orderId, paid: order.paid, balance, stock: product.stock }
    })
  } catch (error) {
    // A refusal is final for this command. After any other error it may yet have committed, or be repeated: then the
    // pieces stay held, until a repetition pays for them or the sweeper puts them back.
    if (error instanceof Refusal) await releasePieces(productId, hold, error.code)
    throw error
  }
})

function placedOrder(
  { employee, now, newId }: EmployeeContext,
  orderId: string,
  product: ProductDocument,
  quantity: number,
  delivery: OrderDocument['delivery'],
): OrderDocument {
  const { _id: productId, name, coverFileId, coverGround, unit, price } = product
  return {
    _id: orderId,
    number: orderNumber(orderId, now),
    employeeId: employee.id,
    buyer: personOf(employee),
    productId,
    productName: name,
    coverFileId,
    coverGround,
    unit,
    quantity,
    paid: price * quantity,
    state: 'placed',
    delivery,
    parcel: null,
    trail: [{ action: 'place', by: employee.name, at: now, note: null }],
    placedAt: now,
    // The last characters of an id are its hash, and nobody but the buyer knows what was hashed.
    pickupCode: newId('pickup').slice(-PICKUP_CODE_LENGTH),
    restock: 'none',
  }
}
