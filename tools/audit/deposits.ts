import { auditDeposits } from '@domain/booking/depositAudit'
import type { Entry } from '@domain/coin/entry'
import type { Dump } from './readLedger'

type Places = Parameters<typeof auditDeposits>[0]

/** Deposits that places and ledger do not agree about, a line each; none when both say the same. */
export function auditHeld(dump: Dump, entries: readonly Entry[]): string[] {
  const places = dump('booking_places') as Places[number][]
  return auditDeposits(places, entries).map(
    ({ placeId, turn, expected, found }) =>
      `  ${placeId}  turn ${turn}: expected ${expected}, found ${found}`,
  )
}
