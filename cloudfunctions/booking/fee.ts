import { isDeposited } from '@domain/booking/facility'
import { turnKey } from '@domain/booking/seats'
import type { Instant } from '@domain/kernel/time'
import type { Transaction } from '@platform/transaction'
import { refund, spend } from '../coin/public'
import type { PlaceDocument, SessionDocument } from './store'

/**
 * What somebody has booked for: of a lesson or a court what its rules said then, whatever they have come to say, but who
 * is moved may give it up until it begins; of anything else what its session says.
 */
export function termsOf(
  place: Pick<PlaceDocument, 'kind' | 'startsAt' | 'deposit' | 'cancelUntil'>,
  session: Pick<SessionDocument, 'startsAt' | 'fee' | 'cancelUntil'>,
): { fee: number; cancelUntil: Instant } {
  const { deposit: fee = session.fee, cancelUntil = session.cancelUntil } = place
  const isMoved = isDeposited(place) && place.startsAt !== session.startsAt
  return { fee, cancelUntil: isMoved ? session.startsAt : cancelUntil }
}

/** A turn is paid for, and paid back, once; what is paid for a lesson or a court is a deposit. */
function causeOf(place: PlaceDocument, at: Instant) {
  const { _id, turn, employeeId, title } = place
  const isDeposit = isDeposited(place)
  return {
    employeeId,
    reason: isDeposit ? ('booking.deposit' as const) : ('booking.fee' as const),
    sourceId: turnKey(_id, turn),
    title: isDeposit ? `「${title}」押金` : `报名「${title}」`,
    subject: { kind: 'place' as const, id: _id },
    at,
  }
}

/**
 * Pays a turn's fee inside the caller's transaction. Three requests.
 * @returns the balance after
 * @throws Refusal COIN_NOT_ENOUGH
 */
export async function payFee(
  tx: Transaction,
  place: PlaceDocument,
  amount: number,
  at: Instant,
): Promise<number> {
  const { balance } = await spend(tx, { ...causeOf(place, at), amount })
  return balance
}

/** Gives a turn's fee back inside the caller's transaction; nothing where none was paid. */
export async function refundFee(
  tx: Transaction,
  place: PlaceDocument,
  because: string,
  at: Instant,
): Promise<number> {
  if (place.paid === 0) return 0
  await refund(tx, { ...causeOf(place, at), amount: place.paid, because })
  return place.paid
}
