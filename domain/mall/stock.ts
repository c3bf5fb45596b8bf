import type { Instant } from '../kernel/time'

/** Pieces that a redemption took from the shelf and has not yet paid for, or not yet put back. */
export interface Reservation {
  /** The receipt of the command that took them: it can take them once. */
  receiptId: string
  employeeId: string
  quantity: number
  /** From when on the sweeper settles it. */
  expiresAt: Instant
}

/** What a product document knows of its pieces. */
export interface Stocked {
  /** Pieces on the shelf. */
  stock: number
  reservations: Reservation[]
  /** Pieces that each person holds or has redeemed, by employee number; cancelled ones are taken out again. */
  takenBy: Record<string, number>
}
