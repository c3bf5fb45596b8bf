import { dayOf, type Instant } from '../kernel/time'
import type { OrderState } from './order'

interface Counted {
  employeeId: string
  buyer: { department: string }
  productId: string
  productName: string
  quantity: number
  paid: number
  state: OrderState
  placedAt: Instant
}

/** Orders whose coins went back: they count as refunded and nowhere else. */
const UNDONE: readonly OrderState[] = ['cancelled', 'returned']
const TOP_MAX = 20

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return [...groups]
}

const coinsOf = (orders: readonly Counted[]) => orders.reduce((sum, { paid }) => sum + paid, 0)
const peopleOf = (orders: readonly Counted[]) => new Set(orders.map(({ employeeId }) => employeeId)).size
const byCoins = (one: { coins: number }, other: { coins: number }) => other.coins - one.coins

/**
 * Who redeemed what among orders placed in a span. An order counts on the day it was placed, unless its coins went
 * back, whenever that was. `coins` is what left circulation: the prices of the orders that stand.
 */
export function mallStats(placed: readonly Counted[]) {
  const standing = placed.filter(({ state }) => !UNDONE.includes(state))
  return {
    orders: standing.length,
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
    days: grouped(standing, ({ placedAt }) => dayOf(placedAt)).map(([on, orders]) => ({
      on,
      coins: coinsOf(orders),
    })),
  }
}
