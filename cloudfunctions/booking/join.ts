import { nextPlaceState } from '@domain/booking/place'
import { seatsOf } from '@domain/booking/visitKinds'
import { type ErrorCode, Refusal, refuse } from '@domain/kernel/errors'
import type { EmployeeContext } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { personOf } from '../identity/public'
import { allot } from './allot'
import { enteringPlace, firstInQueue, type Wish } from './entering'
import { payFee } from './fee'
import { afterStep } from './placeSteps'
import { type Claimant, earlierClaim, releaseSeats, returnSeats, takeSeats } from './seats'
import { type PlaceDocument, placeIdOf, places, type SessionDocument, sessions } from './store'

export interface Joined {
  placeId: string
  state: 'confirmed' | 'waiting'
  /** Whole coins left after the fee; null where there is none. */
  balance: number | null
}

/**
 * Joins a session, or its queue when it is full. Seats are taken first and kept reserved for some minutes; then the
 * place, its fee and the result commit together. A final refusal gives them back at once.
 *
 * @param coins whole coins that they have, for its fee
 * @throws Refusal BOOKING_SESSION_MISSING, BOOKING_CLOSED, BOOKING_PARTY_TOO_LARGE, BOOKING_ALREADY_IN, BOOKING_FULL, COIN_NOT_ENOUGH
 */
export async function join(
  ctx: EmployeeContext,
  sessionId: string,
  wish: Wish,
  coins: number,
): Promise<Joined> {
  const [session, before] = await Promise.all([
    sessions.require(sessionId, 'BOOKING_SESSION_MISSING'),
    places.get(placeIdOf(sessionId, ctx.employee.id)),
  ])
  return joinSession(ctx, { session, before, coins }, wish)
}

interface Start {
  session: SessionDocument
  before: PlaceDocument | null
  /** Whole coins that they have; whoever cannot pay the fee takes no seat. */
  coins: number
}

/** What commits together with a place, which has a seat or queues, and whether its person stands first in a queue. */
export type Joint = (
  tx: Transaction,
  place: { placeId: string; isSeated: boolean },
) => Promise<{ isFirst: boolean }>

const ALONE: Joint = async () => ({ isFirst: false })

/**
 * The same with a session and a place of one's own that have been read.
 * @throws Refusal as `join`, but for the session; BOOKING_JUST_TAKEN where they would not queue; and what `joint` throws
 */
export async function joinSession(
  ctx: EmployeeContext,
  { session, before, coins }: Start,
  wish: Wish,
  joint: Joint = ALONE,
): Promise<Joined> {
  const placeId = placeIdOf(session._id, ctx.employee.id)
  assertMayJoin(session, before, wish, ctx.now)
  // Its last turn's seats go back before the next turn forgets them.
  if (before?.seats === 'due') await returnSeats(before)

  const claimant = { _id: placeId, party: wish.party, place: before, receiptId: ctx.receiptId }
  const isSeated = coins < session.fee ? await failsToPay(session, wish) : await claimSeats(session, claimant)
  // Nobody is offered a seat after the deadline for giving one up: a queue would be waited in for nothing.
  refuse(!isSeated && Date.now() >= session.cancelUntil, 'BOOKING_FULL')
  refuse(!isSeated && wish.queues === false, 'BOOKING_JUST_TAKEN')
  if (!isSeated) await announceQueue(session)
  const joined = await orReleased(ctx, session, () =>
    ctx.transaction(tx => write(ctx, tx, session, { placeId, wish, isSeated, before, joint })),
  )

  // Seats that came back while this one queued up.
  if (!isSeated) await allot(session._id)
  return joined
}

/**
 * Whoever cannot pay for a seat may wait for one where there is none: it is paid for once it is offered.
 * @returns false: they have to queue
 * @throws Refusal COIN_NOT_ENOUGH where there is one
 */
async function failsToPay(session: SessionDocument, { party }: Wish): Promise<false> {
  const isFree = session.taken + seatsOf({ ...session, party }) <= session.capacity
  refuse(isFree && !(await someoneWaits(session)), 'COIN_NOT_ENOUGH')
  return false
}

/** What makes seats that were taken a place; a refusal is final for this command, and gives them to whoever waits. */
export async function orReleased<T>(
  ctx: EmployeeContext,
  session: SessionDocument,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    // After any other error it may yet have committed, or be repeated: then the sweeper sees to the seats.
    if (!(error instanceof Refusal)) throw error
    if (await releaseSeats(session._id, ctx.receiptId, error.code)) await allot(session._id)
    throw error
  }
}

function assertMayJoin(
  session: SessionDocument,
  before: PlaceDocument | null,
  { party }: Wish,
  now: number,
): void {
  const refusals: [boolean, ErrorCode][] = [
    [session.state !== 'open' || now >= session.joinUntil, 'BOOKING_CLOSED'],
    [
      party > session.partyMax || seatsOf({ ...session, party }) > session.capacity,
      'BOOKING_PARTY_TOO_LARGE',
    ],
    [before !== null && nextPlaceState(before.state, 'join') === null, 'BOOKING_ALREADY_IN'],
  ]
  for (const [condition, code] of refusals) refuse(condition, code)
}

/**
 * Seats for somebody who comes; whoever waits comes first, but for a command that had taken them when its execution died.
 * Up to four requests.
 * @returns false when they have to queue
 * @throws Refusal TOO_BUSY while seats are reserved for another try of theirs
 */
export async function claimSeats(session: SessionDocument, claimant: Claimant): Promise<boolean> {
  const claim = earlierClaim(session, claimant)
  refuse(claim === 'bad', 'TOO_BUSY')
  return claim === 'good' || (!(await someoneWaits(session)) && (await takeSeats(session, claimant)))
}

/** No request where nobody has queued lately. After the deadline no seat is offered, so that it is whoever's comes. */
async function someoneWaits({ _id, queueing, cancelUntil }: SessionDocument): Promise<boolean> {
  if (!queueing || Date.now() >= cancelUntil) return false
  const first = await places.find({
    where: { sessionId: _id, state: 'waiting' },
    limit: 1,
    fields: ['_id'],
  })
  return first.length > 0
}

/** Said before the place is written, so that nobody waits in a queue that the sweeper does not look at. */
async function announceQueue({ _id }: SessionDocument): Promise<void> {
  await sessions.updateWhere({ _id }, { queueing: true, queuedAt: Date.now() })
}

interface Entry {
  placeId: string
  wish: Wish
  isSeated: boolean
  before: PlaceDocument | null
  joint: Joint
}

async function write(
  ctx: EmployeeContext,
  tx: Transaction,
  session: SessionDocument,
  { placeId, wish, isSeated, before, joint }: Entry,
): Promise<Joined> {
  const current = await places.in(tx).get(placeId)
  // Somebody's other command came in between: its seats are not this turn's.
  refuse((current?.turn ?? 0) !== (before?.turn ?? 0), 'BOOKING_ALREADY_IN')
  refuse(current !== null && nextPlaceState(current.state, 'join') === null, 'BOOKING_ALREADY_IN')
  const action = isSeated ? ('join' as const) : ('queue' as const)
  const step = { action, at: ctx.now, by: ctx.employee.name, note: null }
  const { isFirst } = await joint(tx, { placeId, isSeated })
  const entering = enteringPlace(session, current, {
    placeId,
    person: personOf(ctx.employee),
    wish,
    queueKey: isFirst ? firstInQueue(ctx.newId('queue')) : ctx.newId('queue'),
    long: ctx.newId('code'),
  })
  const place = afterStep(entering, step)
  const paid = isSeated ? session.fee : 0
  await places.in(tx).put({ ...place, paid })
  const balance = paid > 0 ? await payFee(tx, place, paid, ctx.now) : null
  return { placeId, state: isSeated ? 'confirmed' : 'waiting', balance }
}
