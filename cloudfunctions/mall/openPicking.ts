import { mall } from '@domain/mall/contract'
import { handle } from '@platform/context'
import { type OrderDocument, orders } from './store'

const ORDERS_MAX = 1_000

type Pick = {
  productId: string
  name: string
  variantName: string
  unit: string
  quantity: number
  places: { place: string; quantity: number }[]
}

export const openPicking = handle(mall.openPicking, async ctx => {
  const found = await orders.find({
    where: { state: 'placed' },
    orderBy: [['_id', 'asc']],
    limit: ORDERS_MAX,
  })
  const things = found.filter(({ delivery }) => delivery.kind !== 'code')
  return {
    picks: [...picksOf(things).values()],
    orders: things.length,
    complete: found.length < ORDERS_MAX,
    now: ctx.now,
  }
})

function picksOf(waiting: readonly OrderDocument[]): Map<string, Pick> {
  const picks = new Map<string, Pick>()
  for (const { productId, productName: name, variantId, variantName, unit, quantity, delivery } of waiting) {
    const key = `${productId}.${variantId}`
    const pick = picks.get(key) ?? { productId, name, variantName, unit, quantity: 0, places: [] }
    const place = delivery.kind === 'desk' ? delivery.place : '寄到家'
    const known = pick.places.find(one => one.place === place)
    if (known) known.quantity += quantity
    else pick.places.push({ place, quantity })
    picks.set(key, { ...pick, quantity: pick.quantity + quantity })
  }
  return picks
}
