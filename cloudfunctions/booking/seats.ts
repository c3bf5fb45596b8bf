import {
  claimOf,
  nextTurn,
  RESERVATION_LIFE_MS,
  type Reservation,
  settlementOf,
  turnKey,
} from '@domain/booking/seats'
import { seatsOf } from '@domain/booking/visitKinds'
import type { ErrorCode } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { voidReceipt } from '@platform/receipts'
import { eachWhile, type Shift } from '@platform/shift'
import { type PlaceDocument, places, type SessionDocument, sessions } from './store'

/** What one run of a sweeper looks at; the next minute goes on where this one stopped. */
const DOCUMENTS_MAX = 100

const ATTEMPTS_MAX = 3

/** Who wants seats: a place that may not exist yet. */
export interface Claimant {
  _id: string
  party: number
  place: Pick<PlaceDocument, 'turn'> | null
  /** Of the command that takes them; absent: nobody's does. */
  receiptId?: string
}

/** Whether somebody has reserved seats for this very turn before; see `claimOf`. By the clock of this execution. */
export function earlierClaim({ reservations, visit }: SessionDocument, claimant: Claimant) {
  const { _id, party, place, receiptId } = claimant
  const wanted = { key: turnKey(_id, nextTurn(place)), party: seatsOf({ visit, party }), receiptId }
  return claimOf(reservations, { ...wanted, now: Date.now() })
}

/**
 * Takes seats for a place before its transaction: they are too hot to be fought over in one. A command that has
 * reserved seats for this very turn goes on with them, so that copies of it take them once. One request; two more when
 * they were not to be had, to see why.
 * @returns false when not so many are left, or others are reserved for this turn
 */
export async function takeSeats(read: SessionDocument, claimant: Claimant): Promise<boolean> {
  const key = turnKey(claimant._id, nextTurn(claimant.place))
  let session: SessionDocument | null = read
  for (let attempt = 1; attempt <= ATTEMPTS_MAX && session?.state === 'open'; attempt += 1) {
    const claim = earlierClaim(session, claimant)
    if (claim !== 'none') return claim === 'good'
    if (session.taken + seatsOf({ ...session, party: claimant.party }) > session.capacity) return false
    if (await takeOnce(session, key, claimant)) return true
    session = await sessions.get(read._id)
  }
  return false
}

async function takeOnce(
  { _id, capacity, visit }: SessionDocument,
  key: string,
  { _id: placeId, party, place, receiptId }: Claimant,
): Promise<boolean> {
  // By the clock of this execution: a retry keeps the time of reception, which may be long ago.
  const expiresAt = Date.now() + RESERVATION_LIFE_MS
  const seats = seatsOf({ visit, party })
  const by = receiptId === undefined ? {} : { receiptId }
  const changed = await sessions.updateWhere(
    { _id, state: 'open', taken: _.lte(capacity - seats), 'reservations.key': _.neq(key) },
    {
      taken: _.inc(seats),
      reservations: _.push([{ key, placeId, turn: nextTurn(place), party: seats, ...by, expiresAt }]),
    },
  )
  return changed === 1
}

/**
 * Ends a command that was refused once it had taken seats: it is forbidden ever to commit, and answered with `refusal`
 * for good; then they go back. A crash in between is finished by the sweeper. Three requests.
 * @returns whether any went back; not where another execution of the command has come to its place with them
 */
export async function releaseSeats(
  sessionId: string,
  receiptId: string,
  refusal: ErrorCode,
): Promise<boolean> {
  const session = await sessions.get(sessionId)
  const held = session?.reservations.find(one => one.receiptId === receiptId)
  if (!held || !(await voidReceipt(receiptId, Date.now(), refusal))) return false
  const changed = await sessions.updateWhere(
    { _id: sessionId, 'reservations.receiptId': receiptId },
    { taken: _.inc(-held.party), reservations: _.pull({ receiptId }) },
  )
  return changed === 1
}

/**
 * Puts the seats of a place that has given them up back, once however often it is called: the session remembers the
 * turn for longer than any execution lives, and the place forgets that they are due. Two requests.
 */
export async function returnSeats({
  _id,
  sessionId,
  turn,
  party,
  visit,
}: Pick<PlaceDocument, '_id' | 'sessionId' | 'turn' | 'party' | 'visit'>): Promise<void> {
  const key = turnKey(_id, turn)
  await sessions.updateWhere(
    { _id: sessionId, 'returned.key': _.neq(key) },
    {
      taken: _.inc(-seatsOf({ visit, party })),
      returned: _.push([{ key, placeId: _id, turn, forgetAt: Date.now() + RESERVATION_LIFE_MS }]),
    },
  )
  await markReturned(_id, turn)
}

async function markReturned(placeId: string, turn: number): Promise<void> {
  await places.updateWhere({ _id: placeId, turn, seats: 'due' }, { seats: 'none' })
}

/**
 * Finishes what crashes have left: reservations whose time is over become their place's, or go back. Every step may be
 * repeated and may meet another sweeper, as those of `finishReturning`.
 * @returns the sessions whose seats changed, for whoever waits there
 */
export async function settleReservations(now: Instant, shift: Shift): Promise<string[]> {
  const found = await sessions.find({
    where: { 'reservations.expiresAt': _.lt(now) },
    limit: DOCUMENTS_MAX,
    fields: ['_id', 'reservations'],
  })
  const changed = new Set<string>()
  await eachWhile(shift, found, async ({ _id, reservations }) => {
    for (const reservation of reservations.filter(({ expiresAt }) => expiresAt < now))
      if (await settle(_id, reservation)) changed.add(_id)
  })
  return [...changed]
}

/** @returns whether seats went back */
async function settle(sessionId: string, reservation: Reservation): Promise<boolean> {
  const { key, placeId, party } = reservation
  const releases = settlementOf(reservation, await places.get(placeId)) === 'release'
  const changed = await sessions.updateWhere(
    { _id: sessionId, 'reservations.key': key },
    { reservations: _.pull({ key }), ...(releases ? { taken: _.inc(-party) } : {}) },
  )
  return releases && changed === 1
}

/**
 * Puts seats back that were given up when a crash came.
 * @returns the sessions whose seats changed, for whoever waits there
 */
export async function finishReturning(_now: Instant, shift: Shift): Promise<string[]> {
  const due = await places.find({ where: { seats: 'due' }, limit: DOCUMENTS_MAX })
  const done = await eachWhile(shift, due, returnSeats)
  return [...new Set(due.slice(0, done).map(({ sessionId }) => sessionId))]
}

/** Forgets which turns' seats came back, not before their places know. @returns of how many sessions */
export async function forgetReturned(now: Instant, shift: Shift): Promise<number> {
  const found = await sessions.find({
    where: { 'returned.forgetAt': _.lt(now) },
    limit: DOCUMENTS_MAX,
    fields: ['_id', 'returned'],
  })
  return eachWhile(shift, found, async ({ _id, returned }) => {
    for (const { key, placeId, turn } of returned.filter(({ forgetAt }) => forgetAt < now)) {
      await markReturned(placeId, turn)
      await sessions.updateWhere({ _id, 'returned.key': key }, { returned: _.pull({ key }) })
    }
  })
}
