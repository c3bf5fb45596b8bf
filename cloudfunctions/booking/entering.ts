import { shortCodeOf } from '@domain/booking/code'
import { isDeposited } from '@domain/booking/facility'
import { sortKey } from '@domain/kernel/paging'
import type { PlaceDocument, SessionDocument } from './store'

export interface Wish {
  /** How many seats, the person's own included. */
  party: number
  guests?: string[]
  answers?: PlaceDocument['answers']
  /** Whether the person queues where no seat is left; absent: they do. */
  queues?: boolean
}

/** Of the long code: 16 characters of base 32, 80 bits of a hash that only this command knows. */
const CODE_LENGTH = 16

/** ULIDs of our time begin with 01: whoever is put before the queue comes before all of them, among themselves in order. */
export function firstInQueue(queueKey: string): string {
  return `00${queueKey}`
}

interface Entering {
  placeId: string
  person: PlaceDocument['person']
  wish: Wish
  queueKey: string
  /** A ULID that nobody can guess. */
  long: string
}

/** A place before the step that makes it count: still outside, for the next turn. */
export function enteringPlace(
  session: SessionDocument,
  current: PlaceDocument | null,
  { placeId, person, wish, queueKey, long }: Entering,
): PlaceDocument {
  const { _id: sessionId, kind, subjectId, title, venue, startsAt, endsAt, fee, cancelUntil, visit } = session
  const { party, guests = [], answers = [] } = wish
  const code = long.slice(-CODE_LENGTH)
  return {
    _id: placeId,
    sessionId,
    kind,
    subjectId,
    title,
    ...(visit ? { visit } : {}),
    venue,
    startsAt,
    endsAt,
    employeeId: person.employeeId,
    revision: session.revision,
    listKey: sortKey(startsAt, sessionId),
    person,
    state: current?.state ?? 'cancelled',
    turn: current?.turn ?? 0,
    seats: 'none',
    party,
    queueKey,
    offerExpiresAt: null,
    reminded: false,
    answers,
    guests,
    paid: 0,
    ...(isDeposited(session) ? { deposit: fee, cancelUntil } : {}),
    codes: [code, shortCodeOf(code)],
    trail: current?.trail ?? [],
  }
}
