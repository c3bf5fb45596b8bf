import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import { fingerprint, seal } from '../../cloudfunctions/mall/seal'
import type { CodeDocument, OrderDocument, ProductDocument } from '../../cloudfunctions/mall/store'
import { backKeyOf } from '../../domain/mall/afterSale'
import { arrivesAt } from '../../domain/mall/arrival'
import { ONLY_VARIANT, variantName } from '../../domain/mall/goods'
import type { JournalEntry } from '../../domain/mall/journal'
import { nextOrderState, type OrderState } from '../../domain/mall/order'
import { orderNumber } from '../../domain/mall/orderNumber'
import { developmentCodeKey } from '../local-cloud/functions/environment'
import { goodsTold } from './goods'
import { type GoodTold, keptOf, picturesOf } from './goodTold'
import type { Deed } from './ledger'
import { desksTold, type OrderTold, ordersTold } from './ordersTold'
import { personOf } from './people'
import { lived, onlyVariant, plainTerms, type Shelved, shelfOf } from './shelf'
import type { World } from './world'

export interface Mall {
  products: ProductDocument[]
  orders: OrderDocument[]
  deeds: Deed[]
  journal: JournalEntry[]
  codes: CodeDocument[]
}

export function mallOf(world: World): Mall {
  const orders = ordersTold.map(told => orderOf(world, told))
  const shelves = goodsTold.map(good => shelvedOf(world, good, orders))
  return {
    orders,
    products: shelves.map(({ product }) => product),
    journal: shelves.flatMap(({ journal }) => journal),
    deeds: orders.flatMap(deedsOf),
    codes: goodsTold.flatMap(codesOf),
  }
}

const SHELVED_DAYS = 90

/** As many pieces came in as are on the shelf now and in orders. */
function shelvedOf(world: World, good: GoodTold, orders: readonly OrderDocument[]) {
  const { id, name, ground, category, price, limit, unit, summary, deliveries } = good
  const pictures = picturesOf(good)
  const sold = orders.filter(({ productId, restock }) => productId === id && restock === 'none')
  const outOf = (variantId: string) =>
    sold.reduce((sum, order) => sum + (order.variantId === variantId ? order.quantity : 0), 0)
  const takenBy: Record<string, number> = {}
  for (const { employeeId, quantity } of sold) takenBy[employeeId] = (takenBy[employeeId] ?? 0) + quantity
  const shelvedAt = world.calendar.at(good.shelved ?? SHELVED_DAYS, '10:00')
  const variants = variantsOf(good, outOf)
  const shelf = shelfOf(id, variants, shelvedAt)
  const journal = good.shelved === undefined ? lived(shelf.journal) : shelf.journal
  const stocked = { ...shelf.stocked, journalled: journal.length }
  const described = { _id: id, name, category, price, shelvedAt, coverFileId: pictures[0] }
  const product: ProductDocument = {
    ...described,
    ...plainTerms(described, variants),
    ...stocked,
    summary,
    coverGround: ground,
    limitPerPerson: limit,
    limitPerPeriod: good.limitPerPeriod ?? null,
    sale: good.opens ? { opensAt: world.calendar.ahead(...good.opens), closesAt: null } : null,
    experienceMin: good.experienceMin ?? null,
    featured: good.featured ?? null,
    pictures,
    unit,
    deliveries: [...deliveries],
    on: true,
    takenBy,
  }
  return { product, journal }
}

function variantsOf(good: GoodTold, outOf: (variantId: string) => number): Shelved[] {
  const { variants, stock } = good
  if (!variants) return onlyVariant(stock, outOf(ONLY_VARIANT))
  return variants.map(({ id, colour = null, size = null, picture, stock: left }) => ({
    variantId: id,
    colour,
    size,
    ...(picture === undefined ? {} : { picture: picturesOf(good)[picture] }),
    stock: left,
    out: outOf(id),
  }))
}

function codesOf({ id, codes = [] }: GoodTold): CodeDocument[] {
  process.env.MALL_CODE_KEY ??= developmentCodeKey
  return codes.map(text => {
    const _id = fingerprint(`${id}:${text}`)
    return {
      _id,
      productId: id,
      variantId: ONLY_VARIANT,
      sealed: seal(text, _id),
      free: true,
      orderId: null,
      claim: _id,
      // The entry with which the shelf's book begins counts them.
      causeId: `open.${id}.1`,
      at: 0,
    }
  })
}

const PICKUP_CODE_LENGTH = 12

function orderOf(world: World, told: OrderTold): OrderDocument {
  const { calendar, chance } = world
  const buyer = world.who(told.by)
  const good = goodsTold.find(({ id }) => id === told.good) as GoodTold
  const placedAt = calendar.at(...told.placed)
  const _id = chance.id(placedAt)
  const steps = (told.steps ?? []).map(([action, daysAgo, clock, note = null]) => ({
    action,
    at: calendar.at(daysAgo, clock),
    by: action === 'ship' || action === 'handOver' ? world.who('wangyanqiu').name : buyer.name,
    note,
  }))
  const delivery = deliveryOf(told, buyer)
  const state = steps.reduce<OrderState>((before, { action }) => {
    const next = nextOrderState(before, action, delivery.kind)
    if (!next) throw new Error(`An order that is ${before} knows no ${action}`)
    return next
  }, 'placed')
  const trail = [{ action: 'place' as const, at: placedAt, by: buyer.name, note: null }, ...steps]
  const [carrier, number] = steps.find(({ action }) => action === 'ship')?.note?.split(' ') ?? []
  return {
    _id,
    number: orderNumber(_id, placedAt),
    employeeId: buyer._id,
    buyer: personOf(buyer),
    ...keptOf(good),
    quantity: told.quantity,
    paid: good.price * told.quantity,
    state,
    delivery,
    ways: [...good.deliveries],
    parcel: carrier && number ? { carrier, number } : null,
    trail,
    placedAt,
    variantId: told.variant ?? ONLY_VARIANT,
    variantName: kindIn(good, told.variant),
    period: null,
    nodes: (told.nodes ?? []).map(([daysAgo, clock, place, words]) => ({
      at: calendar.at(daysAgo, clock),
      place,
      words,
    })),
    afterSale: afterSaleOf(good, told),
    backKey: backKeyOf(_id, state, steps.at(-1)?.at ?? placedAt),
    arrivesAt: arrivesAt({ state, trail }),
    swap: null,
    pickupCode: chance.id(placedAt).slice(-PICKUP_CODE_LENGTH),
    restock: state === 'cancelled' ? 'done' : 'none',
  }
}

function kindIn({ variants = [] }: GoodTold, id: string | undefined): string {
  const found = variants.find(variant => variant.id === id)
  return found ? variantName({ colour: found.colour ?? null, size: found.size ?? null }) : ''
}

function afterSaleOf(good: GoodTold, { afterSale }: OrderTold): OrderDocument['afterSale'] {
  if (!afterSale) return null
  const { wish, ...asked } = afterSale
  return { ...asked, wish: wish ? { variantId: wish, name: kindIn(good, wish) } : null }
}

function deliveryOf({ to }: OrderTold, { name, phone }: EmployeeDocument): OrderDocument['delivery'] {
  if ('address' in to) return { kind: 'home', deskId: null, place: to.address, recipient: name, phone }
  const place = desksTold.find(({ _id }) => _id === to.desk)?.name ?? ''
  return { kind: 'desk', deskId: to.desk, place, recipient: name, phone: null }
}

function deedsOf(order: OrderDocument): Deed[] {
  const { _id, employeeId, productName, paid, placedAt, trail } = order
  const cause = { employeeId, sourceId: _id, subject: { kind: 'order' as const, id: _id } }
  const spending: Deed = {
    ...cause,
    kind: 'spend',
    reason: 'mall.redeem',
    amount: paid,
    title: `兑换「${productName}」`,
    at: placedAt,
  }
  const cancelled = trail.find(({ action }) => action === 'cancel')
  if (!cancelled) return [spending]
  return [
    spending,
    {
      ...cause,
      kind: 'refund',
      reason: 'mall.redeem',
      amount: paid,
      title: `取消「${productName}」`,
      at: cancelled.at,
      because: cancelled.note ?? '',
    },
  ]
}
