import { scopesOf } from '@domain/access/roles'
import { isDoorOpen } from '@domain/booking/checkIn'
import type { ClosureView, VisitorView } from '@domain/booking/deskContract'
import type { PlaceState } from '@domain/booking/place'
import { seatsOf } from '@domain/booking/visitKinds'
import { spellingOf } from '@domain/identity/searchTerms'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import type { Employee } from '@platform/context'
import { attendedAtOf } from './attend'
import { allCentres } from './centreReading'
import {
  type CentreDocument,
  type ClosureDocument,
  type PlaceDocument,
  places,
  type SessionDocument,
} from './store'
import { noteOf } from './visitViews'

/** The centres that a colleague runs, in their order. One request. */
export async function centresRunBy({ grants }: Employee): Promise<CentreDocument[]> {
  const scopes = scopesOf(grants, 'booking.centres.run')
  const all = await allCentres()
  return scopes === null ? all : all.filter(({ _id }) => scopes.includes(_id))
}

const VISITORS_MAX = 1_000

/** Everybody with a part in some sessions, in one of these states. One request, none for no sessions. */
export async function partsIn(
  found: readonly SessionDocument[],
  states: readonly PlaceState[],
): Promise<PlaceDocument[]> {
  if (found.length === 0) return []
  return places.find({
    where: { sessionId: _.in(found.map(({ _id }) => _id)), state: _.in([...states]) },
    limit: VISITORS_MAX,
  })
}

export const peopleIn = (parts: readonly Pick<PlaceDocument, 'party'>[]) =>
  parts.reduce((sum, { party }) => sum + party, 0)

export function visitorView(place: PlaceDocument): VisitorView {
  const { _id, sessionId, startsAt, person, party, guests, codes, state } = place
  return {
    placeId: _id,
    ...{ sessionId, startsAt, person, party, guests, state },
    note: noteOf(place),
    shortCode: codes[1],
    spelling: spellingOf(person.name),
    attendedAt: attendedAtOf(place),
  }
}

/** Who has said that they come, and has not called it off. */
export const isExpected = ({ state }: Pick<PlaceDocument, 'state'>) =>
  state === 'confirmed' || state === 'attended' || state === 'absent'

const seatsIn = (parts: readonly PlaceDocument[]) => parts.reduce((sum, place) => sum + seatsOf(place), 0)

export function deskSessionView(session: SessionDocument, parts: readonly PlaceDocument[], now: Instant) {
  const { _id, startsAt, endsAt, state, capacity } = session
  const own = parts.filter(({ sessionId }) => sessionId === _id)
  const inState = (state: PlaceState) => own.filter(place => place.state === state)
  return {
    sessionId: _id,
    visitName: session.visit?.name ?? '',
    ...{ startsAt, endsAt, state, capacity },
    taken: seatsIn(own.filter(isExpected)),
    held: seatsIn(inState('offered')),
    byCar: session.visit?.byCar === true,
    attended: seatsIn(inState('attended')),
    waiting: peopleIn(inState('waiting')),
    doorOpen: isDoorOpen(session, now),
  }
}

export function closureView(closure: ClosureDocument, now: Instant): ClosureView {
  const { _id, fromAt, untilAt, reason, state, by, at, moved, calledOff, spreading } = closure
  const isOver = state === 'planned' && untilAt <= now
  return {
    closureId: _id,
    ...{ fromAt, untilAt, reason, by, at, moved, calledOff, spreading },
    state: isOver ? 'over' : state,
  }
}
