import type { OutputOf } from '@domain/kernel/contract'
import { mall } from '@domain/mall/contract'
import { handle } from '@platform/context'
import { type OrderDocument, orders } from './store'

const ORDERS_MAX = 1_000

type Pick = OutputOf<typeof mall.openPicking>['picks'][number]

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
  for (const order of waiting) {
    const { productId, productName: name, variantId, variantName, unit, coverFileId, coverGround } = order
    const { quantity, delivery, buyer, number } = order
    const key = `${productId}.${variantId}`
    const shown = { productId, name, variantName, unit, coverFileId, coverGround }
    const pick = picks.get(key) ?? { ...shown, quantity: 0, places: [] }
    const place = delivery.kind === 'desk' ? delivery.place : '寄到家'
    const person = { name: buyer.name, number, quantity }
    const known = pick.places.find(one => one.place === place)
    if (known) {
      known.quantity += quantity
      known.people.push(person)
    } else pick.places.push({ place, quantity, people: [person] })
    picks.set(key, { ...pick, quantity: pick.quantity + quantity })
  }
  return picks
}
