import { answererOf } from '@domain/booking/checkIn'
import { matchesVisitor } from '@domain/booking/deskSearch'
import type { PlaceState } from '@domain/booking/place'
import { spellingOf } from '@domain/identity/searchTerms'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { type PlaceDocument, places, type SessionDocument } from './store'

/** As many as one read can return. */
const PLACES_MAX = 1_000
/** The states that a host's list shows. */
const SHOWN: readonly PlaceState[] = ['confirmed', 'attended', 'waiting', 'offered', 'absent', 'excused']

/**
 * Everybody with a part in a session, in short. One request.
 * @param own whose claims the reader may not answer: see `namesOfActing`
 */
export async function rollOf(
  session: SessionDocument,
  { own, now }: { own: readonly string[]; now: Instant },
) {
  const { _id: sessionId } = session
  const found = await places.find({
    where: { sessionId, state: _.in([...SHOWN]) },
    limit: PLACES_MAX,
    fields: ['_id', 'employeeId', 'person', 'state', 'party', 'guests', 'codes', 'told'],
  })
  const holdsTicket = ({ state }: Pick<PlaceDocument, 'state'>) =>
    state === 'confirmed' || state === 'attended'
  return {
    seats: found.filter(holdsTicket).map(({ _id, person, codes }) => ({
      placeId: _id,
      name: person.name,
      shortCode: codes[1],
    })),
    claims: found.flatMap(place => {
      const answerer = answererOf(place, session, { own, now })
      return answerer ? [{ ...claimView(place), own: answerer === 'another' }] : []
    }),
    counts: peopleByState(found),
    complete: found.length < PLACES_MAX,
  }
}

type Claim = Pick<PlaceDocument, '_id' | 'person' | 'state' | 'party' | 'guests' | 'codes' | 'told'>

function claimView({ _id, person, state, party, guests, codes, told }: Claim) {
  return {
    placeId: _id,
    ...{ person, state, scannedAt: told?.scannedAt ?? null },
    ...{ party, guests, shortCode: codes[1], spelling: spellingOf(person.name) },
  }
}

function peopleByState(found: readonly Pick<PlaceDocument, 'state' | 'party'>[]) {
  const counts: Partial<Record<PlaceState, number>> = {}
  for (const { state, party } of found) counts[state] = (counts[state] ?? 0) + party
  return counts
}

/** Those of a session whom somebody looks for, wherever they stand, in the order in which they came. One request. */
export async function soughtIn(sessionId: string, typed: string): Promise<PlaceDocument[]> {
  const found = await places.find({
    where: { sessionId, state: _.in([...SHOWN]) },
    orderBy: [['queueKey', 'asc']],
    limit: PLACES_MAX,
  })
  return found.filter(({ person, guests, codes }) =>
    matchesVisitor({ person, guests, shortCode: codes[1], spelling: spellingOf(person.name) }, typed),
  )
}
