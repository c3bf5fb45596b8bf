import { type Instant, inChina, instantAt } from '../kernel/time'
import type { SessionKind } from './views'

/** `visit:centre-shanghai:2026-11-30T1000`; the subject and the slot are all that it says. */
export function slotSessionId(kind: SessionKind, subjectId: string, startsAt: Instant): string {
  return `${kind}:${subjectId}:${inChina(startsAt).format('YYYY-MM-DDTHHmm')}`
}

const SLOT = /:(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\.\d+)?$/

/** When the slot of a session begins by the timetable, wherever the session has moved; null for what is of no slot. */
export function slotOfSession(sessionId: string): Instant | null {
  const [, on, hour, minute] = SLOT.exec(sessionId) ?? []
  return on === undefined ? null : instantAt(on, `${hour}:${minute}`)
}

/** When what somebody has booked begins by the timetable: in the week of that it counts, wherever its lesson has moved. */
export function slotOf({ sessionId, startsAt }: { sessionId: string; startsAt: Instant }): Instant {
  return slotOfSession(sessionId) ?? startsAt
}

/** One slot of one subject, whichever of its sessions. */
export function slotKey(subjectId: string, slotAt: Instant): string {
  return `${subjectId} ${slotAt}`
}
