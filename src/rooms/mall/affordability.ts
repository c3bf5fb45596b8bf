import { type PeriodLimit, type SaleWindow, saleStateAt } from '@domain/mall/goods'

interface Facts {
  /** Whole coins of one piece. */
  price: number
  quantity: number
  /** Whole coins at hand. */
  balance: number
  /** Of the chosen kind. */
  stock: number
  on: boolean
  /** In all, for one person; null: no limit. */
  limitPerPerson: number | null
  /** How many of it the person has redeemed already. */
  taken: number
  limitPerPeriod?: PeriodLimit | null
  takenInPeriod?: number
  sale?: SaleWindow | null
  experienceMin?: number | null
  experience?: number
  /** The server's present. */
  now?: number
}

export type Affordability =
  | { can: true; cost: number; left: number }
  | { can: false; why: 'off' | 'soldOut' | 'overLimit' | 'overPeriod' | 'early' | 'over' | 'level' }
  | { can: false; why: 'coins'; missing: number }

/** How many are left to the person by both limits; null: no limit. */
function allowedOf({ limitPerPerson, taken, limitPerPeriod, takenInPeriod = 0 }: Limits): number | null {
  const rests = [
    ...(limitPerPerson === null ? [] : [limitPerPerson - taken]),
    ...(limitPerPeriod ? [limitPerPeriod.most - takenInPeriod] : []),
  ]
  return rests.length === 0 ? null : Math.min(...rests)
}

type Limits = Pick<Facts, 'limitPerPerson' | 'taken' | 'limitPerPeriod' | 'takenInPeriod'>

/** Whether a redemption would go through as far as the page knows; the server decides again with what it knows then. */
export function affordability(facts: Facts): Affordability {
  const cost = facts.price * facts.quantity
  const sale = saleStateAt(facts.sale ?? null, facts.now ?? 0)
  if (!facts.on) return { can: false, why: 'off' }
  if (sale === 'before') return { can: false, why: 'early' }
  if (sale === 'over') return { can: false, why: 'over' }
  if ((facts.experience ?? 0) < (facts.experienceMin ?? 0)) return { can: false, why: 'level' }
  if (facts.stock < facts.quantity) return { can: false, why: 'soldOut' }
  const { limitPerPerson, taken, limitPerPeriod, takenInPeriod = 0, quantity } = facts
  if (limitPerPerson !== null && taken + quantity > limitPerPerson) return { can: false, why: 'overLimit' }
  if (limitPerPeriod && takenInPeriod + quantity > limitPerPeriod.most)
    return { can: false, why: 'overPeriod' }
  if (facts.balance < cost) return { can: false, why: 'coins', missing: cost - facts.balance }
  return { can: true, cost, left: facts.balance - cost }
}

/** How many can be chosen at most: by stock, personal limits and what one order may hold. At least 1, to be shown. */
export function quantityMost(facts: Limits & Pick<Facts, 'stock'>, orderMost: number): number {
  const allowed = allowedOf(facts) ?? orderMost
  return Math.max(1, Math.min(facts.stock, allowed, orderMost))
}
