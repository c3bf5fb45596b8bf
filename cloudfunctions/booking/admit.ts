import { attendedAt } from '@domain/booking/checkIn'
import type { Instant } from '@domain/kernel/time'
import type { EmployeeContext } from '@platform/context'
import { attend, attendedAtOf, tellEarned } from './attend'
import type { PlaceDocument, SessionDocument } from './store'
import { countAgain } from './tally'

interface Scan {
  scannedAt: Instant
  now: Instant
}

/** Lets somebody in whom a host has scanned, once however often it is sent. Up to seven requests. */
export async function admit(
  ctx: EmployeeContext,
  session: SessionDocument,
  place: PlaceDocument,
  { scannedAt, now }: Scan,
) {
  const at = attendedAt(session, scannedAt, now)
  const { outcome, place: after } = await ctx.transaction(async tx => {
    const attendance = await attend(tx, session, place, { at, by: ctx.employee.name })
    await tellEarned(tx, attendance, now)
    return attendance
  })
  if (outcome === 'attended' && session.tally) await countAgain(session._id)
  return { outcome, name: after.person.name, party: after.party, attendedAt: attendedAtOf(after) }
}
