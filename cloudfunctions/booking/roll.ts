import type { PlaceState } from '@domain/booking/place'
import { _ } from '@platform/cloud'
import { type PlaceDocument, places } from './store'

/** As many as one read can return. */
const PLACES_MAX = 1_000
/** The states that a host's list shows. */
const SHOWN: readonly PlaceState[] = ['confirmed', 'attended', 'waiting', 'offered', 'absent', 'excused']

/** Everybody with a part in a session, in short. One request. */
export async function rollOf(sessionId: string) {
  const found = await places.find({
    where: { sessionId, state: _.in([...SHOWN]) },
    limit: PLACES_MAX,
    fields: ['_id', 'person', 'state', 'party', 'codes', 'told'],
  })
  const isExpected = ({ state }: Pick<PlaceDocument, 'state'>) =>
    state === 'confirmed' || state === 'attended'
  return {
    seats: found.filter(isExpected).map(({ _id, person, codes }) => ({
      placeId: _id,
      name: person.name,
      shortCode: codes[1],
    })),
    claims: found.filter(isClaim).map(({ _id, person, told }) => ({
      placeId: _id,
      person,
      scannedAt: told?.scannedAt ?? null,
    })),
    counts: peopleByState(found),
    complete: found.length < PLACES_MAX,
  }
}

/** Somebody says that they were there, and nobody has let them in. */
const isClaim = ({ state, told }: Pick<PlaceDocument, 'state' | 'told'>) =>
  told?.what === 'came' && (state === 'confirmed' || state === 'absent')

function peopleByState(found: readonly Pick<PlaceDocument, 'state' | 'party'>[]) {
  const counts: Partial<Record<PlaceState, number>> = {}
  for (const { state, party } of found) counts[state] = (counts[state] ?? 0) + party
  return counts
}
