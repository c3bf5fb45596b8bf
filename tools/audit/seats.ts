import { auditSeats } from '@domain/booking/seatAudit'
import type { Dump } from './readLedger'

type Session = Parameters<typeof auditSeats>[0] & { _id: string }
type Place = Parameters<typeof auditSeats>[1][number] & { sessionId: string }

/** Sessions whose seats are not those of their places, a line each; none when every seat is somebody's. */
export function auditSessions(dump: Dump): string[] {
  const sessions = dump('booking_sessions') as Session[]
  const places = new Map<string, Place[]>(sessions.map(({ _id }) => [_id, []]))
  for (const place of dump('booking_places') as Place[]) places.get(place.sessionId)?.push(place)
  return sessions.flatMap(session =>
    auditSeats(session, places.get(session._id) ?? []).map(
      ({ of, expected, found }) => `  ${session._id}  ${of}: expected ${expected}, found ${found}`,
    ),
  )
}
