import { Refusal, refuse } from '@domain/kernel/errors'
import { mall } from '@domain/mall/contract'
import { pictureOf, variantName } from '@domain/mall/goods'
import { orderNumber } from '@domain/mall/orderNumber'
import { type EmployeeContext, handleWith } from '@platform/context'
import { accountAlong, accountFrom, spend } from '../coin/public'
import { personOf } from '../identity/public'
import { takeOutOfBasket } from './basket'
import { deliverCodes } from './codes'
import { destinationOf } from './delivery'
import { newPickupCode } from './parts'
import { type Hold, releasePieces, takePieces } from './pieces'
import { type OrderDocument, orders, type ProductDocument, products } from './store'

const along = () => ({ account: accountAlong() })

/**
 * Pieces are taken first and held for two minutes, then coins and order commit together. Whatever happens in between,
 * the receipt decides: it is either done, and the pieces are sold, or void, and they go back; never both. The
 * reservation stays until the sweeper strikes it out: a slower execution of the same command knows by it that these
 * pieces are taken, and would take others otherwise.
 */
export const redeem = handleWith(mall.redeem, along, async (ctx, input, found) => {
  const { productId, variantId, quantity, delivery, priceSeen } = input
  const read = await products.require(productId, 'MALL_PRODUCT_MISSING')
  const destination = await destinationOf(delivery, read.deliveries, ctx.employee)
  const wanted = {
    receiptId: ctx.receiptId,
    orderId: ctx.newId('order'),
    employeeId: ctx.employee.id,
    variantId,
    quantity,
  }
  const { experience } = accountFrom(ctx.employee.id, found.account[0] ?? null)
  const { product, hold } = await takePieces(read, wanted, { at: ctx.now, experience })
  const order = placedOrder(ctx, product, hold, destination)
  const result = await pay(ctx, { product, order, hold, priceSeen, fromBasket: input.fromBasket })
  // What follows the payment is finished by the sweeper, or by the buyer's next look, if it dies here.
  if (delivery.kind === 'code') await deliverCodes(order)
  return result
})

interface Payment {
  product: ProductDocument
  order: OrderDocument
  hold: Hold
  priceSeen: number
  fromBasket: boolean
}

/** Coins, order and basket together; a refusal gives the pieces back. */
async function pay(ctx: EmployeeContext, { product, order, hold, priceSeen, fromBasket }: Payment) {
  try {
    // Asked of the product as it was taken: a keeper may have changed it since it was read.
    refuse(product.price !== priceSeen, 'MALL_PRICE_CHANGED')
    refuse(!product.deliveries.includes(order.delivery.kind), 'MALL_DELIVERY_INVALID', ['delivery.kind'])
    return await ctx.transaction(async tx => {
      const { balance } = await spend(tx, {
        employeeId: ctx.employee.id,
        reason: 'mall.redeem',
        sourceId: order._id,
        amount: order.paid,
        title: `兑换「${product.name}」`,
        subject: { kind: 'order', id: order._id },
        at: ctx.now,
      })
      await orders.in(tx).insert(order)
      if (fromBasket) await takeOutOfBasket(tx, order)
      return { orderId: order._id, paid: order.paid, balance, stock: product.stock }
    })
  } catch (error) {
    // A refusal is final for this command. After any other error it may yet have committed, or be repeated: then the
    // pieces stay held, until a repetition pays for them or the sweeper puts them back.
    if (error instanceof Refusal) await releasePieces(product._id, hold, error.code)
    throw error
  }
}

function placedOrder(
  ctx: EmployeeContext,
  product: ProductDocument,
  { orderId, variantId, quantity, period }: Hold,
  delivery: OrderDocument['delivery'],
): OrderDocument {
  const { employee, now } = ctx
  const variant = product.variants.find(one => one.variantId === variantId)
  const { _id: productId, name, coverGround, unit, price, deliveries: ways } = product
  return {
    _id: orderId,
    number: orderNumber(orderId, now),
    employeeId: employee.id,
    buyer: personOf(employee),
    productId,
    productName: name,
    coverFileId: pictureOf(product, variantId),
    coverGround,
    unit,
    variantId,
    variantName: variant ? variantName(variant) : '',
    quantity,
    period,
    paid: price * quantity,
    state: 'placed',
    delivery,
    ways,
    parcel: null,
    trail: [{ action: 'place', by: employee.name, at: now, note: null }],
    placedAt: now,
    pickupCode: newPickupCode(ctx),
    restock: 'none',
    nodes: [],
    afterSale: null,
    backKey: null,
    swap: null,
  }
}
