import { offerExpiry } from '@domain/booking/offer'
import { nextTurn, turnKey } from '@domain/booking/seats'
import { seatsOf } from '@domain/booking/visitKinds'
import { MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { notify } from '../notice/public'
import { termsOf } from './fee'
import { tellOffered } from './messages'
import { offerNotice } from './notices'
import { afterStep, CLOCK, mayStep } from './placeSteps'
import { takeSeats } from './seats'
import { type PlaceDocument, places, type SessionDocument, sessions } from './store'

/** How far the queue is looked at for a party that fits into what is free. */
const QUEUE_MAX = 20
/** So many offers one call makes at most; the sweeper goes on. */
const OFFERS_MAX = 40
/** Longer than any execution that announced itself may still need to write its place. */
const QUEUE_QUIET_MS = 2 * MINUTE_MS

/**
 * Offers free seats to those who wait, the first first. Safe to call at any time, by several at once, and to be killed
 * at any step: a seat is reserved for one turn of one place before it is offered, and the sweeper calls this again
 * for every session where somebody may be waiting.
 * @returns how many offers were made
 */
export async function allot(sessionId: string): Promise<number> {
  let offers = 0
  for (let round = 0; round < OFFERS_MAX; round += 1) {
    const session = await sessions.get(sessionId)
    const expiresAt = session && offerExpiry(Date.now(), session.cancelUntil)
    if (session?.state !== 'open' || expiresAt === null) return offers
    const waiting = await firstWaiting(session)
    const next = waiting.find(place => fits(session, place))
    if (!next) {
      if (waiting.length === 0) await endQueue(session)
      return offers
    }
    if (!(await takeSeats(session, { _id: next._id, party: next.party, place: next }))) continue
    if (await offer(next, expiresAt, session)) offers += 1
  }
  return offers
}

async function firstWaiting({
  _id,
  taken,
  capacity,
  reservations,
}: SessionDocument): Promise<PlaceDocument[]> {
  if (taken >= capacity) return places.find({ where: { sessionId: _id, state: 'waiting' }, limit: 1 })
  return places.find({
    where: { sessionId: _id, state: 'waiting' },
    orderBy: [['queueKey', 'asc']],
    limit: reservations.length + QUEUE_MAX,
  })
}

/** Whoever has seats reserved is being offered them by somebody else this very moment. */
function fits({ capacity, taken, reservations, visit }: SessionDocument, place: PlaceDocument): boolean {
  const key = turnKey(place._id, nextTurn(place))
  return (
    taken + seatsOf({ visit, party: place.party }) <= capacity &&
    !reservations.some(reservation => reservation.key === key)
  )
}

/** @returns false when the person left the queue meanwhile; then the sweeper puts the reserved seats back */
async function offer(
  { _id }: PlaceDocument,
  offerExpiresAt: number,
  session: SessionDocument,
): Promise<boolean> {
  const at = Date.now()
  const offerNoticeId = ulid(at)
  const offered = await transaction(async tx => {
    const place = await places.in(tx).get(_id)
    if (!place || !mayStep(place, 'offer')) return null
    const next = afterStep(
      { ...place, offerExpiresAt, offerNoticeId },
      { action: 'offer', at, by: CLOCK, note: null },
    )
    await places.in(tx).put(next)
    await notify(tx, {
      _id: offerNoticeId,
      ...offerNotice(next, offerExpiresAt, termsOf(next, session).fee),
      at,
    })
    return next
  })
  if (offered) await tellOffered(offered, offerExpiresAt)
  return offered !== null
}

/** Nobody waits: joining looks at the queue no more. Not while somebody who announced it may still be on the way. */
async function endQueue({ _id, queueing }: SessionDocument): Promise<void> {
  if (!queueing) return
  await sessions.updateWhere(
    { _id, queueing: true, queuedAt: _.lt(Date.now() - QUEUE_QUIET_MS) },
    { queueing: false },
  )
}
