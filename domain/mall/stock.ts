import { type ErrorCode, refuse } from '../kernel/errors'
import { type Instant, MINUTE_MS } from '../kernel/time'
import { isOffered, type PeriodLimit, periodKey, type SaleWindow, saleStateAt, type Variant } from './goods'
import type { JournalEntry } from './journal'

/** Pieces of one variant, and who has them. */
interface Held {
  employeeId: string
  variantId: string
  quantity: number
  /** The period in which they count, where the thing has a limit for one. */
  period: string | null
}

/** Pieces that a redemption has taken from the shelf and may still have to pay for. */
export interface Reservation extends Held {
  /** The receipt of the command that took them: it takes them once. */
  receiptId: string
  /** The order that they are for; once it exists the pieces are its own. */
  orderId: string
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
  /** Pieces that ever came into the shop, less those that a keeper took out again: the sum of the journal. */
  delivered: number
  /** Pieces on the shelf: the sum of `stockOf`, changed in the same step. */
  stock: number
  /** Pieces on the shelf by variant. */
  stockOf: Record<string, number>
  reservations: Reservation[]
  restocked: Restocking[]
  /** Pieces that each person holds or has redeemed, by employee number; cancelled ones are taken out again. */
  takenBy: Record<string, number>
  /** The same by period and employee number, where there is a limit for one. */
  takenIn: Record<string, Record<string, number>>
  /** How many entries the journal has. */
  journalled: number
  /** Entries that changed the shelf and stand in no book yet. */
  unwritten: JournalEntry[]
}

/**
 * How long a redemption may stay between taking pieces and paying for them. Far longer than a function may run
 * (10 s), so that no execution can still be about to act on a reservation that the sweeper has settled.
 */
export const RESERVATION_LIFE_MS = 2 * MINUTE_MS

/** By what a thing may be had. */
export interface Terms {
  on: boolean
  sale: SaleWindow | null
  limitPerPerson: number | null
  limitPerPeriod: PeriodLimit | null
  /** Points of experience from which on it may be had; null: from the first day. */
  experienceMin: number | null
}

interface Wish {
  product: Pick<Stocked, 'stockOf' | 'takenBy' | 'takenIn'> &
    Terms & {
      /** Those that are offered. */
      variants: readonly Variant[]
    }
  variantId: string
  employeeId: string
  quantity: number
  /** When the command was first received. */
  at: Instant
  /** The person's points of experience. */
  experience: number
}

/** How many pieces count for a person in the period of `at`; 0 where there is no such limit. */
export function takenInPeriod(
  { takenIn, limitPerPeriod }: Pick<Wish['product'], 'takenIn' | 'limitPerPeriod'>,
  employeeId: string,
  at: Instant,
): number {
  if (limitPerPeriod === null) return 0
  return takenIn[periodKey(limitPerPeriod.period, at)]?.[employeeId] ?? 0
}

/**
 * Whether a person may take that many pieces now.
 * @throws Refusal MALL_PRODUCT_OFF, MALL_NOT_OPEN_YET, MALL_SALE_OVER, MALL_LEVEL_TOO_LOW, MALL_VARIANT_MISSING,
 *   MALL_OVER_LIMIT, MALL_OVER_PERIOD_LIMIT, MALL_OUT_OF_STOCK
 */
export function assertMayTake({ product, variantId, employeeId, quantity, at, experience }: Wish): void {
  const { limitPerPerson, limitPerPeriod, experienceMin, stockOf } = product
  const sale = saleStateAt(product.sale, at)
  const taken = (product.takenBy[employeeId] ?? 0) + quantity
  const takenNow = takenInPeriod(product, employeeId, at) + quantity
  const refusals: [boolean, ErrorCode][] = [
    [!product.on, 'MALL_PRODUCT_OFF'],
    [sale === 'before', 'MALL_NOT_OPEN_YET'],
    [sale === 'over', 'MALL_SALE_OVER'],
    [experienceMin !== null && experience < experienceMin, 'MALL_LEVEL_TOO_LOW'],
    [!isOffered(product, variantId), 'MALL_VARIANT_MISSING'],
    [limitPerPerson !== null && taken > limitPerPerson, 'MALL_OVER_LIMIT'],
    [limitPerPeriod !== null && takenNow > limitPerPeriod.most, 'MALL_OVER_PERIOD_LIMIT'],
    [(stockOf[variantId] ?? 0) < quantity, 'MALL_OUT_OF_STOCK'],
  ]
  for (const [condition, code] of refusals) refuse(condition, code)
}
