import { facilityIdOf } from '@domain/booking/facility'
import type { Person } from '@domain/kernel/schema'
import { DAY_MS, dayOf, type Instant, startOfDay } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import type { Transaction } from '@platform/transaction'
import type * as z from 'zod'
import { stillHere } from '../identity/public'
import { allCentres } from './centreReading'
import { allFacilities, isPrivate, ownPlacesIn, upcomingOf } from './facilityReading'
import { type NewSession, newSession } from './newSession'
import { rankOf } from './openPlace'
import { type PlaceDocument, placeIdOf, places, type SessionDocument, sessions } from './store'
import { placeView } from './views'

export { endPlaces } from './endPlaces'
export { join } from './join'
export { exportOf, forget } from './ownPart'
export { callOffSession, endProposed, openProposed, reshapeAgreed, reshapeProposed } from './reshape'
export { tellOfSeat } from './telling'
export { waitingClaims } from './waitingClaims'

/** Opens a session inside the caller's transaction. One request. */
export async function openSession(tx: Transaction, session: NewSession): Promise<void> {
  await sessions.in(tx).insert(newSession(session))
}

/** What others may know of a session. */
export interface SessionView {
  capacity: number
  taken: number
  partyMax: number
  state: SessionDocument['state']
  calledOffBecause: string | null
  joinUntil: Instant
  cancelUntil: Instant
  earns: SessionDocument['earns']
}

function viewOf(session: SessionDocument): SessionView {
  const { capacity, taken, partyMax, state, calledOffBecause, joinUntil, cancelUntil, earns } = session
  return { capacity, taken, partyMax, state, calledOffBecause, joinUntil, cancelUntil, earns }
}

/** Sessions by their ids. One request, none for no ids. */
export async function sessionsBy(ids: readonly string[]): Promise<Map<string, SessionView>> {
  if (ids.length === 0) return new Map()
  const found = await sessions.find({ where: { _id: _.in([...ids]) }, limit: ids.length })
  return new Map(found.map(session => [session._id, viewOf(session)]))
}

/** What a colleague has booked and what is still to come, the next first. One request. */
export async function comingUp(employeeId: string, now: Instant): Promise<ReturnType<typeof placeView>[]> {
  const own = await ownPlacesIn(employeeId, { fromAt: startOfDay(dayOf(now)), untilAt: now + AHEAD_MS })
  return upcomingOf(own, now).map(placeView)
}

const AHEAD_MS = 92 * DAY_MS
const FACES_MAX = 6
const WAITING_MAX = 500

interface Audience {
  /** Some of those who come, those who are there first; and some of those who were let in. */
  people: z.output<typeof Person>[]
  attendees: z.output<typeof Person>[]
  /** How many have a seat that is theirs, and how many were let in; without whom they bring along. */
  coming: number
  attended: number
  waiting: number
  mine: MyPart | null
}

/** What a session's page shows besides the session: some faces of those who are still here, how many come and wait, and the caller's own part. */
export async function audienceOf(sessionId: string, employeeId: string): Promise<Audience> {
  const [found, confirmed, attended, waiting, own] = await Promise.all([
    places.find({
      where: { sessionId, state: _.in(['confirmed', 'attended']) },
      // `attended` sorts before `confirmed`.
      orderBy: [
        ['state', 'asc'],
        ['queueKey', 'asc'],
      ],
      limit: FACES_MAX,
      fields: ['person', 'state'],
    }),
    places.count({ sessionId, state: 'confirmed' }),
    places.count({ sessionId, state: 'attended' }),
    places.find({ where: { sessionId, state: 'waiting' }, limit: WAITING_MAX, fields: ['_id'] }),
    places.get(placeIdOf(sessionId, employeeId)),
  ])
  const people = await stillHere(found.map(({ person }) => person))
  const wasThere = new Set(
    found.flatMap(({ state, person }) => (state === 'attended' ? [person.employeeId] : [])),
  )
  return {
    people,
    attendees: people.filter(person => wasThere.has(person.employeeId)),
    coming: confirmed + attended,
    attended,
    waiting: waiting.length,
    mine: own && (await partOf(own)),
  }
}

interface Coming {
  isOver: boolean
  after: string | undefined
  limit: number
}

/** Those who come to a session, once it is over those who were let in, in the order of their signing up. One request. */
export function comingTo(
  sessionId: string,
  { isOver, after, limit }: Coming,
): Promise<Pick<PlaceDocument, 'person' | 'queueKey'>[]> {
  return places.find({
    where: {
      sessionId,
      state: _.in(isOver ? ['attended'] : ['confirmed', 'attended']),
      ...(after === undefined ? {} : { queueKey: _.gt(after) }),
    },
    orderBy: [['queueKey', 'asc']],
    limit,
    fields: ['person', 'queueKey'],
  })
}

type MyPart = Pick<ReturnType<typeof placeView>, 'placeId' | 'state' | 'offerExpiresAt' | 'actions'> & {
  rank: number | null
}

async function partOf(place: PlaceDocument): Promise<MyPart> {
  const { placeId, state, offerExpiresAt, actions } = placeView(place)
  return { placeId, state, offerExpiresAt, actions, rank: await rankOf(place) }
}

/** Whether somebody was checked in. One request. */
export async function hasAttended(sessionId: string, employeeId: string): Promise<boolean> {
  return (await places.get(placeIdOf(sessionId, employeeId)))?.state === 'attended'
}

/** Those who were checked in, in the order of their signing up, after one of them. One request. */
export function attendeesOf(
  sessionId: string,
  after: string,
  limit: number,
): Promise<Pick<PlaceDocument, 'employeeId' | 'queueKey'>[]> {
  return places.find({
    where: { sessionId, state: 'attended', queueKey: _.gt(after) },
    orderBy: [['queueKey', 'asc']],
    limit,
    fields: ['employeeId', 'queueKey'],
  })
}

const COUNTED_MAX = 99

/** How many events a person was checked in at, counted up to 99. One request. */
export async function eventsAttended(employeeId: string): Promise<number> {
  const attended = await places.find({
    where: { employeeId, state: 'attended', kind: 'event' },
    limit: COUNTED_MAX,
    fields: ['_id'],
  })
  return attended.length
}

/**
 * What a colleague had booked since then and did not come to, counted as missed; nothing of a private room, which is
 * nobody's business. Two requests.
 */
export async function missedSince(employeeId: string, from: Instant) {
  const [found, facilities] = await Promise.all([
    places.find({
      where: { employeeId, state: 'absent', endsAt: _.gt(from) },
      limit: COUNTED_MAX,
      fields: ['subjectId', 'title', 'startsAt'],
    }),
    allFacilities(),
  ])
  const hidden = new Set(facilities.filter(isPrivate).map(({ _id }) => _id))
  return found
    .filter(({ subjectId }) => !hidden.has(facilityIdOf(subjectId)))
    .map(({ title, startsAt }) => ({ title, startsAt }))
}

/** What somebody has, waits for or is offered in what is not over. */
const aheadAt = (at: Instant) => ({
  state: _.in(['confirmed', 'waiting', 'offered'] as const),
  endsAt: _.gt(at),
})

/** How many places of a person are ahead, counted up to 99. One request. */
export async function placesAhead(employeeId: string, now: Instant): Promise<number> {
  const where = { employeeId, ...aheadAt(now) }
  return (await places.find({ where, limit: COUNTED_MAX, fields: ['_id'] })).length
}

/** Those of the caller, for a screen that reads them along and counts them. */
export const placesAheadAlong = () =>
  places.along({
    where: aheadAt(Date.now()),
    ofCaller: 'employeeId',
    limit: COUNTED_MAX,
    fields: ['_id'],
  })

/** How a thing that a role is about is called. */
export interface NamedScope {
  scopeId: string
  name: string
}

/** The centres, for whom a role is limited to one. One request. */
export async function centresNamed(): Promise<NamedScope[]> {
  return (await allCentres()).map(({ _id, name }) => ({ scopeId: _id, name }))
}

/** The gyms and venues, for whom a role is limited to one. One request. */
export async function facilitiesNamed(): Promise<NamedScope[]> {
  return (await allFacilities()).map(({ _id, name }) => ({ scopeId: _id, name }))
}
