import { countsAsScan, RECONCILED_MS } from '@domain/booking/checkIn'
import { booking } from '@domain/booking/contract'
import { DAY_MS, type Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { type EmployeeContext, handle } from '@platform/context'
import { admit } from './admit'
import { hostedCentre, sessionsOf } from './centreReading'
import { type PlaceDocument, places, type SessionDocument } from './store'

/** Four digits may be shared by as many as one looks at. */
const SHARED_MAX = 20

interface Scan {
  code: string
  scannedAt: Instant
}

/** Every scan stands for itself, as at the door of an event; only that the ticket says for which hour it is. */
export const checkInVisitors = handle(booking.checkInVisitors, async (ctx, { centreId, scans }) => {
  await hostedCentre(ctx.employee, centreId)
  const now = Date.now()
  const found = await sessionsOf(centreId, { fromAt: now - DAY_MS - RECONCILED_MS, untilAt: now + DAY_MS })
  const sessions = new Map(found.map(session => [session._id, session]))
  const results = []
  for (const scan of scans) results.push(await letIn(ctx, sessions, scan, { now }))
  return { results }
})

/**
 * One scan: whoever's ticket it is, if it is for one of these sessions and now. Up to seven requests.
 * @param own whose tickets the host may not have scanned before: what is said of when is not believed of one's own
 */
export async function letIn(
  ctx: EmployeeContext,
  sessions: ReadonlyMap<string, SessionDocument>,
  { code, scannedAt }: Scan,
  { now, own = [] }: { now: Instant; own?: readonly string[] },
) {
  const nobody = { code, placeId: null, name: null, party: 0, startsAt: null, attendedAt: null }
  const candidates = (await placesOf(code, sessions)).flatMap(place => {
    const session = sessions.get(place.sessionId)
    return session ? [{ place, session }] : []
  })
  if (candidates.length === 0) return { ...nobody, outcome: 'unknown' as const }
  const madeAt = ({ employeeId }: PlaceDocument) => (own.includes(employeeId) ? now : scannedAt)
  const open = candidates.filter(({ place, session }) => countsAsScan(session, madeAt(place), now))
  const [only] = open
  if (!only) return { ...nobody, ...seenOf(candidates), outcome: 'notOpen' as const }
  // Four digits may be shared: then the long code has to be scanned.
  if (open.length > 1) return { ...nobody, outcome: 'ambiguous' as const }
  const { place, session } = only
  const admitted = await admit(ctx, session, place, { scannedAt: madeAt(place), now })
  return { code, placeId: place._id, startsAt: place.startsAt, ...admitted }
}

/** Whether what was scanned is the id of a place and no code: only ids have a colon. */
export const isPlaceId = (code: string) => code.includes(':')

async function placesOf(
  code: string,
  sessions: ReadonlyMap<string, SessionDocument>,
): Promise<PlaceDocument[]> {
  if (sessions.size === 0) return []
  // What it names is looked for among this centre's sessions alone.
  if (isPlaceId(code)) {
    const place = await places.get(code)
    return place ? [place] : []
  }
  const where = { sessionId: _.in([...sessions.keys()]), codes: _.in([code]) }
  return places.find({ where, limit: SHARED_MAX })
}

/** Whom the ticket is for and when, so that the desk can say so; nothing where several share the digits. */
function seenOf(candidates: readonly { place: PlaceDocument }[]) {
  const [only] = candidates
  if (!only || candidates.length > 1) return {}
  const { _id, person, party, startsAt } = only.place
  return { placeId: _id, name: person.name, party, startsAt }
}
