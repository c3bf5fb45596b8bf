import { Refusal, refuse } from '@domain/kernel/errors'
import { askAction, isReasonOf, mayAsk, reasonsFor, traitsToChange } from '@domain/mall/afterSale'
import { mall } from '@domain/mall/contract'
import { variantName } from '@domain/mall/goods'
import { type EmployeeContext, handle } from '@platform/context'
import { keepingCopies } from '@platform/storage'
import { type Dropped, dropPictures, removeDropped, takePictures } from '../forum/public'
import { notify } from '../notice/public'
import { photosIn } from './afterSalePhotos'
import { heardOfNoOther } from './fourEyes'
import { afterStep } from './orderSteps'
import { rejoin, setApart } from './parts'
import { type OrderDocument, orders, products } from './store'

export const askAfterSale = handle(mall.askAfterSale, async (ctx, input) => {
  const { employee, now } = ctx
  const { orderId, kind, reason, words, imageIds } = input
  refuse(!isReasonOf(kind, reason), 'MALL_REASON_INVALID', ['reason'])
  const read = await orders.require(orderId, 'MALL_ORDER_MISSING')
  refuse(read.employeeId !== employee.id, 'MALL_NOT_YOUR_ORDER')
  const wish = kind === 'exchange' ? await wishOf(read, input.variantId ?? read.variantId, reason) : null
  const action = askAction[kind]
  // Whoever is too late has nothing uploaded for it.
  afterStep(read, { action, by: employee.name, at: now, note: null })
  refuse(!mayAsk(kind, read, now), 'MALL_AFTER_SALE_OVER')
  await ctx.wechat.assertTextIsSafe(words)
  const uploaded = [...new Set(imageIds)].map(fileId => ({ fileId, width: 0, height: 0 }))
  const taken = await takePictures(uploaded, ctx.wechat)
  const photos = taken.map(({ fileId, traceId }) => ({ fileId, traceId, state: 'checking' as const }))
  const pictured = photos.length === 0 ? {} : { photosState: 'checking' as const }
  const told = await heardOfNoOther(employee)
  const before: { dropped: Dropped } = { dropped: null }
  const files = { copies: photos.map(({ fileId }) => fileId), uploads: imageIds }
  const result = await keepingCopies(files, () =>
    ctx.transaction(async tx => {
      const order = await orders.in(tx).require(orderId, 'MALL_ORDER_MISSING')
      const { quantity = order.quantity } = input
      refuse(quantity > order.quantity, 'MALL_MORE_THAN_ORDERED', ['quantity'])
      const isPart = quantity < order.quantity
      const asked = isPart ? await setApart(ctx, tx, order, quantity) : order
      const stepped = afterStep(asked, { action, by: employee.name, at: now, note: words || null })
      refuse(!mayAsk(kind, order, now), 'MALL_AFTER_SALE_OVER')
      const change = { ...stepped, afterSale: { kind, reason, words, wish, photos }, ...pictured }
      before.dropped = isPart ? null : await dropPictures(tx, photosIn(order), now)
      if (isPart) await orders.in(tx).insert({ ...asked, ...change })
      else await orders.in(tx).update(orderId, change)
      for (const employeeId of told) await notify(tx, noOther(ctx, order, employeeId))
      return { state: stepped.state, orderId: asked._id }
    }),
  )
  await removeDropped(before.dropped)
  return result
})

/** Nobody else may answer it: whoever gives roles can see to it that somebody does. News, for nothing settles it. */
function noOther({ employee, newId, now }: EmployeeContext, order: OrderDocument, employeeId: string) {
  return {
    _id: newId(`no keeper ${employeeId}`),
    employeeId,
    kind: 'account' as const,
    from: employee.name,
    fromId: employee.id,
    title: `没有人能答复${employee.name}的退换`,
    body: `「${order.productName}」要退换，商城管理员只有${employee.name}自己，自己的不能自己办。请再给一位同事这个角色。`,
    at: now,
    target: { kind: 'roles' as const, id: order._id },
  }
}

async function wishOf(order: OrderDocument, variantId: string, reason: string) {
  const { variants = [] } = (await products.get(order.productId)) ?? {}
  const variant = variants.find(one => one.variantId === variantId)
  if (!variant) throw new Refusal('MALL_VARIANT_MISSING')
  const given = reasonsFor('exchange', traitsToChange(variants, order.variantId))
  refuse(!given.some(({ key }) => key === reason), 'MALL_REASON_INVALID', ['reason'])
  return { variantId, name: variantName(variant) }
}

export const withdrawAfterSale = handle(mall.withdrawAfterSale, async (ctx, { orderId }) => {
  const shown: { dropped: Dropped } = { dropped: null }
  const result = await ctx.transaction(async tx => {
    const order = await orders.in(tx).require(orderId, 'MALL_ORDER_MISSING')
    refuse(order.employeeId !== ctx.employee.id, 'MALL_NOT_YOUR_ORDER')
    const step = { action: 'withdraw' as const, by: ctx.employee.name, at: ctx.now, note: null }
    const stepped = afterStep(order, step)
    shown.dropped = await dropPictures(tx, photosIn(order), ctx.now)
    const whole = await rejoin(tx, order, ctx.now)
    const pictured = order.photosState === undefined ? {} : { photosState: 'done' as const }
    if (!whole) await orders.in(tx).update(orderId, { ...stepped, afterSale: null, ...pictured })
    return { state: stepped.state, orderId: whole ?? orderId }
  })
  await removeDropped(shown.dropped)
  return result
})
