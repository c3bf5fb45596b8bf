import { type Instant, MINUTE_MS } from '../kernel/time'

/** Seats that are taken for a place before the place says so; kept for a while afterwards, see `RESERVATION_LIFE_MS`. */
export interface Reservation {
  /** See `turnKey`. */
  key: string
  placeId: string
  turn: number
  /** How many seats, see `seatsOf`. */
  party: number
  /** The receipt of the command that took them: no other goes on with them. Absent: nobody's command did. */
  receiptId?: string
  /** From when on the sweeper settles it. */
  expiresAt: Instant
}

/** A turn whose seats came back, remembered for a while so that they come back once. */
export interface Returned {
  key: string
  placeId: string
  turn: number
  forgetAt: Instant
}

/** What a session's document knows of its seats. */
export interface Seats {
  capacity: number
  /** As many as were given out before there were fewer: those who have them keep them. Absent: none. */
  promised?: number
  /** Seats that somebody has or is being given. */
  taken: number
  reservations: Reservation[]
  returned: Returned[]
}

/** The most seats that may be taken: none more is given out than there are, but those that were stand. */
export function seatsMaxOf({ capacity, promised = 0 }: Pick<Seats, 'capacity' | 'promised'>): number {
  return Math.max(capacity, promised)
}

/** What a place knows of its seats. */
export interface Seated {
  /** How many times this place has got seats: each time is a turn, and only a place's own document counts them. */
  turn: number
  /** `due`: given up, and still to be put back among the session's seats. */
  seats: 'none' | 'held' | 'due'
  /** How many people it is about; their seats, see `seatsOf`. */
  party: number
}

/**
 * How long seats stay reserved for a turn that has not been written to its place. Far longer than a function may run
 * (60 s at most) and a transaction lives (30 s), so that no execution can still be about to use a reservation that the
 * sweeper has settled; and so long that a slower copy of the same command still finds it and takes no second seat.
 */
export const RESERVATION_LIFE_MS = 3 * MINUTE_MS

/** The turn that a place's next seats would be. */
export function nextTurn(place: Pick<Seated, 'turn'> | null): number {
  return (place?.turn ?? 0) + 1
}

/** One turn of one place, as a session's document names it. */
export function turnKey(placeId: string, turn: number): string {
  return `${placeId}#${turn}`
}

/** What becomes of a reservation whose time is over: its place has had that turn, or its seats go back. */
export function settlementOf(
  { turn }: Pick<Reservation, 'turn'>,
  place: Pick<Seated, 'turn'> | null,
): 'forget' | 'release' {
  return (place?.turn ?? 0) >= turn ? 'forget' : 'release'
}

/** The longest that an execution lives, so that whoever goes on with a reservation writes its place before it is settled. */
const EXECUTION_MS_MAX = MINUTE_MS

/**
 * What a reservation that was made for a turn before is worth to whoever wants seats for it now. `good`: they are its
 * own. `bad`: it is another command's, which may yet use it or give it back, or of another number of seats, or so old
 * that it may be settled before the place is written; then the turn can have no seats until it is.
 */
export function claimOf(
  reservations: readonly Reservation[],
  { key, party, receiptId, now }: Pick<Reservation, 'key' | 'party' | 'receiptId'> & { now: Instant },
): 'none' | 'good' | 'bad' {
  const found = reservations.find(reservation => reservation.key === key)
  if (!found) return 'none'
  const isOwn = found.receiptId === receiptId && found.party === party
  return isOwn && now + EXECUTION_MS_MAX < found.expiresAt ? 'good' : 'bad'
}
