import { type ErrorCode, refuse } from '../kernel/errors'
import { type Instant, MINUTE_MS } from '../kernel/time'

/** Pieces that a redemption has taken from the shelf and may still have to pay for. */
export interface Reservation {
  /** The receipt of the command that took them: it takes them once. */
  receiptId: string
  /** The order that they are for; once it exists the pieces are its own. */
  orderId: string
  employeeId: string
  quantity: number
  /** From when on the sweeper settles it. */
  expiresAt: Instant
}

/** An order whose pieces are back on the shelf, remembered for a while so that they come back once. */
export interface Restocking {
  orderId: string
  forgetAt: Instant
}

/** What a product document knows of its pieces. */
export interface Stocked {
  /** Pieces that ever came into the shop. */
  delivered: number
  /** Pieces on the shelf. */
  stock: number
  reservations: Reservation[]
  restocked: Restocking[]
  /** Pieces that each person holds or has redeemed, by employee number; cancelled ones are taken out again. */
  takenBy: Record<string, number>
}

/**
 * How long a redemption may stay between taking pieces and paying for them. Far longer than a function may run
 * (10 s), so that no execution can still be about to act on a reservation that the sweeper has settled.
 */
export const RESERVATION_LIFE_MS = 2 * MINUTE_MS

interface Wish {
  product: Pick<Stocked, 'stock' | 'takenBy'> & { on: boolean; limitPerPerson: number | null }
  employeeId: string
  quantity: number
}

/**
 * Whether a person may take that many pieces now.
 * @throws Refusal MALL_PRODUCT_OFF, MALL_OVER_LIMIT, MALL_OUT_OF_STOCK
 */
export function assertMayTake({ product, employeeId, quantity }: Wish): void {
  const taken = product.takenBy[employeeId] ?? 0
  const over = product.limitPerPerson !== null && taken + quantity > product.limitPerPerson
  const refusals: [boolean, ErrorCode][] = [
    [!product.on, 'MALL_PRODUCT_OFF'],
    [over, 'MALL_OVER_LIMIT'],
    [product.stock < quantity, 'MALL_OUT_OF_STOCK'],
  ]
  for (const [condition, code] of refusals) refuse(condition, code)
}
