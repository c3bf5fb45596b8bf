import { DAY_MS, type Day, dayOf, type Instant, startOfDay } from '../kernel/time'
import { isUndone, type OrderState, wholeOrderId } from './order'

interface Counted {
  _id: string
  employeeId: string
  buyer: { department: string }
  productId: string
  productName: string
  quantity: number
  paid: number
  state: OrderState
  placedAt: Instant
}

const TOP_MAX = 20

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return [...groups]
}

/** When the figures of so many days begin, today among them. */
export function figuresFrom(days: number, now: Instant): Instant {
  return startOfDay(dayOf(now)) - (days - 1) * DAY_MS
}

/** Whether the newest orders, as far as they were read, hold all that were placed since an instant. */
export function holdsAllSince(
  { complete, oldestAt }: { complete: boolean; oldestAt: Instant | undefined },
  since: Instant,
): boolean {
  return complete || (oldestAt !== undefined && oldestAt < since)
}

const daysOf = (days: number, now: Instant): Day[] =>
  Array.from({ length: days }, (_, index) => dayOf(figuresFrom(days, now) + index * DAY_MS))

const coinsOf = (orders: readonly Counted[]) => orders.reduce((sum, { paid }) => sum + paid, 0)
const peopleOf = (orders: readonly Counted[]) => new Set(orders.map(({ employeeId }) => employeeId)).size
const byCoins = (one: { coins: number }, other: { coins: number }) => other.coins - one.coins

/**
 * Who redeemed what among orders placed in a span. An order counts on the day it was placed, unless its coins went
 * back, whenever that was. `coins` is what left circulation: the prices of the orders that stand. Days without an order
 * are there as well.
 */
export function mallStats(placed: readonly Counted[], days: number, now: Instant) {
  const standing = placed.filter(({ state }) => !isUndone(state))
  const onDay = new Map(grouped(standing, ({ placedAt }) => dayOf(placedAt)))
  return {
    // What was set apart of an order was redeemed with it.
    orders: new Set(standing.map(({ _id }) => wholeOrderId(_id))).size,
    people: peopleOf(standing),
    coins: coinsOf(standing),
    refunded: coinsOf(placed) - coinsOf(standing),
    goods: grouped(standing, ({ productId }) => productId)
      .map(([productId, orders]) => ({
        productId,
        name: orders.at(-1)?.productName ?? '',
        pieces: orders.reduce((sum, { quantity }) => sum + quantity, 0),
        coins: coinsOf(orders),
      }))
      .sort(byCoins)
      .slice(0, TOP_MAX),
    departments: grouped(standing, ({ buyer }) => buyer.department)
      .map(([name, orders]) => ({ name, people: peopleOf(orders), coins: coinsOf(orders) }))
      .sort(byCoins)
      .slice(0, TOP_MAX),
    days: daysOf(days, now).map(on => ({ on, coins: coinsOf(onDay.get(on) ?? []) })),
  }
}
