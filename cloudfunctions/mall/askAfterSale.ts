import { Refusal, refuse } from '@domain/kernel/errors'
import { askAction, isReasonOf, mayAsk } from '@domain/mall/afterSale'
import { mall } from '@domain/mall/contract'
import { variantName } from '@domain/mall/goods'
import { handle } from '@platform/context'
import { afterStep } from './orderSteps'
import { type OrderDocument, orders, products } from './store'

export const askAfterSale = handle(mall.askAfterSale, async (ctx, input) => {
  const { employee, now } = ctx
  const { orderId, kind, reason, words } = input
  refuse(!isReasonOf(kind, reason), 'MALL_REASON_INVALID', ['reason'])
  const read = await orders.require(orderId, 'MALL_ORDER_MISSING')
  refuse(read.employeeId !== employee.id, 'MALL_NOT_YOUR_ORDER')
  const wish = kind === 'exchange' ? await wishOf(read, input.variantId ?? read.variantId) : null
  await ctx.wechat.assertTextIsSafe(words)
  return ctx.transaction(async tx => {
    const order = await orders.in(tx).require(orderId, 'MALL_ORDER_MISSING')
    const stepped = afterStep(order, {
      action: askAction[kind],
      by: employee.name,
      at: now,
      note: words || null,
    })
    refuse(!mayAsk(kind, order, now), 'MALL_AFTER_SALE_OVER')
    await orders.in(tx).update(orderId, { ...stepped, afterSale: { kind, reason, words, wish } })
    return { state: stepped.state }
  })
})

async function wishOf({ productId }: OrderDocument, variantId: string) {
  const product = await products.get(productId)
  const variant = product?.variants.find(one => one.variantId === variantId)
  if (!variant) throw new Refusal('MALL_VARIANT_MISSING')
  return { variantId, name: variantName(variant) }
}

export const withdrawAfterSale = handle(mall.withdrawAfterSale, async (ctx, { orderId }) =>
  ctx.transaction(async tx => {
    const order = await orders.in(tx).require(orderId, 'MALL_ORDER_MISSING')
    refuse(order.employeeId !== ctx.employee.id, 'MALL_NOT_YOUR_ORDER')
    const step = { action: 'withdraw' as const, by: ctx.employee.name, at: ctx.now, note: null }
    const stepped = afterStep(order, step)
    await orders.in(tx).update(orderId, { ...stepped, afterSale: null })
    return { state: stepped.state }
  }),
)
