import { sortKey } from '@domain/kernel/paging'
import type { PlaceDocument, SessionDocument } from './store'

/** A place with its session's lines as they are now. */
export function followed(place: PlaceDocument, session: SessionDocument): PlaceDocument {
  const { _id, title, venue, startsAt, endsAt, revision } = session
  return { ...place, title, venue, startsAt, endsAt, revision, listKey: sortKey(startsAt, _id) }
}
