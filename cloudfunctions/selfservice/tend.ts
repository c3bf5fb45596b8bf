import type { Instant } from '@domain/kernel/time'
import { keepHouse } from '@platform/shift'
import { carryOnClaims, removeExpiredClaimLines } from './claimImporting'
import { sweepTimetables } from './sweeping'
import { tellChanges } from './telling'
import { closeTickets, escalateTickets, settleTicketPictures } from './ticketClock'

/** Everything that time does here. */
export function tend(now: Instant) {
  return keepHouse(
    'selfservice',
    {
      told: tellChanges,
      escalated: escalateTickets,
      closed: closeTickets,
      pictures: settleTicketPictures,
      claims: carryOnClaims,
      lines: removeExpiredClaimLines,
      swept: sweepTimetables,
    },
    now,
  )
}
