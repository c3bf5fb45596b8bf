interface Facts {
  /** Whole coins of one piece. */
  price: number
  quantity: number
  /** Whole coins at hand. */
  balance: number
  stock: number
  on: boolean
  /** In all, for one person; null: no limit. */
  limitPerPerson: number | null
  /** How many of it the person has redeemed already. */
  taken: number
}

export type Affordability =
  | { can: true; cost: number; left: number }
  | { can: false; why: 'off' | 'soldOut' | 'overLimit' }
  | { can: false; why: 'coins'; missing: number }

/** Whether a redemption would go through as far as the page knows; the server decides again with what it knows then. */
export function affordability(facts: Facts): Affordability {
  const cost = facts.price * facts.quantity
  if (!facts.on) return { can: false, why: 'off' }
  if (facts.stock < facts.quantity) return { can: false, why: 'soldOut' }
  if (facts.limitPerPerson !== null && facts.taken + facts.quantity > facts.limitPerPerson) {
    return { can: false, why: 'overLimit' }
  }
  if (facts.balance < cost) return { can: false, why: 'coins', missing: cost - facts.balance }
  return { can: true, cost, left: facts.balance - cost }
}

/** How many can be chosen at most: by stock, personal limit and what one order may hold. At least 1, to be shown. */
export function quantityMost(
  { stock, limitPerPerson, taken }: Pick<Facts, 'stock' | 'limitPerPerson' | 'taken'>,
  orderMost: number,
): number {
  const allowed = limitPerPerson === null ? orderMost : limitPerPerson - taken
  return Math.max(1, Math.min(stock, allowed, orderMost))
}
