import { namesOfActing } from '@domain/access/lending'
import { firstLooked } from '@domain/booking/checkIn'
import { booking } from '@domain/booking/contract'
import type { PlaceState } from '@domain/booking/place'
import type { SessionKind } from '@domain/booking/views'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { DAY_MS, type Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { attendedAtOf } from './attend'
import { hostedSession } from './hosting'
import { rollOf, soughtIn } from './roll'
import { type PlaceDocument, places } from './store'

export const listAttendees = handle(
  booking.listAttendees,
  async ({ employee, now }, { sessionId, ...asked }) => {
    const session = await hostedSession(employee, sessionId)
    const { kind, doorCode, title, startsAt, endsAt, capacity, taken, hostScopeId } = session
    const own = namesOfActing(employee, 'booking.host', hostScopeId)
    const { after, typed, state = firstLooked(session, now) } = asked
    const [found, roll] = await Promise.all([
      typed === undefined ? pageIn(sessionId, state, after) : soughtIn(sessionId, typed),
      after === undefined ? rollOf(session, { own, now }) : null,
    ])
    const page = pageOf(found, limits.pageSize, ({ queueKey }) => queueKey)
    // Of whom one looks for, the first are enough: more letters leave fewer.
    const { rows, next } = typed === undefined ? page : { ...page, next: null }
    const employeeIds = rows.map(({ employeeId }) => employeeId)
    const absences = await absencesOf(employeeIds, { kind, now })
    return {
      attendees: rows.map(place => ({
        ...attendeeView(place),
        own: own.includes(place.employeeId),
        absences: absences.get(place.employeeId) ?? 0,
      })),
      state,
      roll,
      session: { title, startsAt, endsAt, capacity, taken },
      next,
      doorCode,
      now,
    }
  },
)

function pageIn(sessionId: string, state: PlaceState, after: string | undefined): Promise<PlaceDocument[]> {
  return places.find({
    where: { sessionId, state, ...(after === undefined ? {} : { queueKey: _.gt(after) }) },
    orderBy: [['queueKey', 'asc']],
    limit: limits.pageSize + 1,
  })
}

const REMEMBERED_MS = 183 * DAY_MS
const ABSENCES_MAX = 500

/**
 * How often each of some people had a seat of this kind in the last half year and did not come: whoever runs an event
 * learns nothing of courts and visits. One request, none for nobody.
 */
async function absencesOf(
  employeeIds: readonly string[],
  { kind, now }: { kind: SessionKind; now: Instant },
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  if (employeeIds.length === 0) return counts
  const missed = await places.find({
    where: { employeeId: _.in([...employeeIds]), state: 'absent', endsAt: _.gt(now - REMEMBERED_MS), kind },
    limit: ABSENCES_MAX,
    fields: ['employeeId'],
  })
  for (const { employeeId } of missed) counts.set(employeeId, (counts.get(employeeId) ?? 0) + 1)
  return counts
}

function attendeeView(place: PlaceDocument) {
  const { _id, person, party, guests, answers, state, trail, codes, told } = place
  const entered = trail.filter(({ action }) => action === 'join' || action === 'queue').at(-1)
  return {
    placeId: _id,
    person,
    party,
    guests,
    answers,
    state,
    joinedAt: entered?.at ?? 0,
    attendedAt: attendedAtOf(place),
    shortCode: codes[1],
    told: told?.answer === undefined ? (told?.what ?? null) : null,
  }
}
