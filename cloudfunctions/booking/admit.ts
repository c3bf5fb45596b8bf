import { attendedAt } from '@domain/booking/checkIn'
import type { Instant } from '@domain/kernel/time'
import type { EmployeeContext } from '@platform/context'
import { attend, attendedAtOf } from './attend'
import type { PlaceDocument, SessionDocument } from './store'
import { countAgain } from './tally'

interface Scan {
  scannedAt: Instant
  now: Instant
}

/** Lets somebody in whom a host has scanned, once however often it is sent. Up to six requests. */
export async function admit(
  ctx: EmployeeContext,
  session: SessionDocument,
  place: PlaceDocument,
  { scannedAt, now }: Scan,
) {
  const at = attendedAt(session, scannedAt, now)
  const { outcome, place: after } = await ctx.transaction(tx =>
    attend(tx, session, place, { at, by: ctx.employee.name }),
  )
  if (outcome === 'attended' && session.tally) await countAgain(session._id)
  return { outcome, name: after.person.name, party: after.party, attendedAt: attendedAtOf(after) }
}
