import { namesOfActing } from '@domain/access/lending'
import { countsAsScan, doorsOpenAt } from '@domain/booking/checkIn'
import { booking } from '@domain/booking/contract'
import { refuse } from '@domain/kernel/errors'
import { _ } from '@platform/cloud'
import { type EmployeeContext, handle } from '@platform/context'
import { admit } from './admit'
import { isPlaceId } from './checkInVisitors'
import { hostedSession } from './hosting'
import { type PlaceDocument, places, type SessionDocument } from './store'

interface Scan {
  code: string
  scannedAt: number
}

/** Every scan stands for itself, also as to when it was made: sending a queue twice, or from two phones, lets nobody in twice. */
export const checkIn = handle(booking.checkIn, async (ctx, { sessionId, scans }) => {
  const session = await hostedSession(ctx.employee, sessionId)
  const now = Date.now()
  refuse(now < doorsOpenAt(session), 'BOOKING_NOT_OPEN_YET')
  const results = []
  const own = namesOfActing(ctx.employee, 'booking.host', session.hostScopeId)
  for (const scan of scans) results.push(await letIn(ctx, session, scan, { now, own }))
  return { results }
})

/** Of one's own place, and that of whoever lent the office, it is not believed when it was scanned: it earns. */
async function letIn(
  ctx: EmployeeContext,
  session: SessionDocument,
  { code, scannedAt: told }: Scan,
  { now, own }: { now: number; own: readonly string[] },
) {
  const found = await placesOf(session._id, code)
  const [place] = found
  const nobody = { code, name: null, party: 0, attendedAt: null }
  if (!place) return { ...nobody, outcome: 'unknown' as const }
  // Four digits may be shared: then the long code has to be scanned.
  if (found.length > 1) return { ...nobody, outcome: 'ambiguous' as const }
  const scannedAt = own.includes(place.employeeId) ? now : told
  if (!countsAsScan(session, scannedAt, now)) return { ...nobody, outcome: 'notOpen' as const }
  return { code, ...(await admit(ctx, session, place, { scannedAt, now })) }
}

async function placesOf(sessionId: string, code: string): Promise<PlaceDocument[]> {
  if (!isPlaceId(code)) return places.find({ where: { sessionId, codes: _.in([code]) }, limit: 2 })
  const place = await places.get(code)
  return place?.sessionId === sessionId ? [place] : []
}
