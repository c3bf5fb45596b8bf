import { booking } from '@domain/booking/contract'
import { isOneTooMany } from '@domain/booking/ownPlans'
import { nextPlaceState, type PlaceAction } from '@domain/booking/place'
import { isPromised, kindOfVisit, seatsOf, type VisitKind } from '@domain/booking/visitKinds'
import { spanLabel } from '@domain/booking/wording'
import { Refusal, refuse } from '@domain/kernel/errors'
import { type EmployeeContext, handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { allot } from './allot'
import { bookableSlot, ownVisits } from './centreReading'
import { enteringPlace } from './entering'
import { claimSeats, orReleased } from './join'
import { closeOffer } from './notices'
import { afterStep } from './placeSteps'
import { countBooking } from './quota'
import { returnSeats } from './seats'
import {
  type CentreDocument,
  type PlaceDocument,
  placeIdOf,
  places,
  type SessionDocument,
  sessions,
} from './store'
import { ownPlace } from './views'
import { openVisitSession } from './visitSession'
import { agreedIn, answersOf, noteOf } from './visitViews'

/**
 * The new seats are reserved first; then one transaction writes the new place and gives up the old one, so that nobody
 * ever has both or neither. What a crash leaves, the sweeper settles as after joining and leaving.
 */
export const moveVisit = handle(booking.moveVisit, async (ctx, { placeId, startsAt, agreed }) => {
  const old = await ownPlace(placeId, ctx.employee.id)
  refuse(old.kind !== 'visit', 'BOOKING_PLACE_MISSING')
  const { cancelUntil } = await sessions.require(old.sessionId, 'BOOKING_PLACE_MISSING')
  assertMayGo(old, cancelUntil, ctx.now)

  const kindIn = (centre: CentreDocument) => kindToMove(centre, old)
  const wanted = { centreId: old.subjectId, startsAt, kindIn }
  const { centre, kind, slot } = await bookableSlot(ctx.employee.id, wanted, ctx.now)
  // What the kind has come to ask for since it was booked.
  refuse(!isPromised(kind, [...agreedIn(old), ...agreed]), 'BOOKING_PROMISE_MISSING', ['agreed'])
  const session = await openVisitSession(centre, kind, slot, ctx.now)
  const { party } = old
  const isTooLarge = party > Math.min(kind.partyMax, session.partyMax)
  refuse(isTooLarge || seatsOf({ ...session, party }) > session.capacity, 'BOOKING_PARTY_TOO_LARGE')
  const newId = placeIdOf(session._id, ctx.employee.id)
  const [before, upcoming] = await Promise.all([
    places.get(newId),
    ownVisits(ctx.employee.id, ctx.now, centre._id),
  ])
  refuse(before !== null && nextPlaceState(before.state, 'join') === null, 'BOOKING_ALREADY_IN')
  const others = upcoming.filter(({ _id }) => _id !== placeId && _id !== newId)
  // Whoever opened the hour first may have gone by other times than these.
  refuse(isOneTooMany(others, session, 1), 'BOOKING_AT_ONCE')
  if (before?.seats === 'due') await returnSeats(before)
  const claimant = { _id: newId, party, place: before, receiptId: ctx.receiptId }
  const isSeated = await claimSeats(session, claimant)
  refuse(!isSeated, 'BOOKING_SLOT_FULL')

  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const left: { place?: PlaceDocument } = {}
  const move = async (tx: Transaction) => {
    left.place = await giveUp(ctx, tx, placeId, { session, cancelUntil })
    await enter(ctx, tx, session, { old: withPromises(left.place, kind), newId, before })
    await countBooking(tx, {
      subjectId: centre._id,
      employeeId: ctx.employee.id,
      placeId: newId,
      // Moving adds none.
      max: Number.POSITIVE_INFINITY,
      besides: placeId,
      span: session,
      now: ctx.now,
    })
    return { placeId: newId, state: 'confirmed' as const }
  }
  const result = await orReleased(ctx, session, () => ctx.transaction(move))

  if (left.place?.seats === 'due') {
    await returnSeats(left.place)
    await allot(left.place.sessionId)
  }
  return result
})

/** @throws Refusal BOOKING_KIND_MISSING: there is no such time to move to any more */
function kindToMove(centre: CentreDocument, old: PlaceDocument): VisitKind {
  const kind = kindOfVisit(centre, old)
  if (kind === null) throw new Refusal('BOOKING_KIND_MISSING')
  return kind
}

/** What somebody has told the centre, with what the kind asks for now. */
function withPromises(old: PlaceDocument, { promises }: VisitKind): PlaceDocument {
  return { ...old, answers: answersOf(noteOf(old), promises) }
}

/** By which step of the table the person gives a place up; null: it is nothing to give up. */
function leavingStep(state: PlaceDocument['state']): PlaceAction | null {
  const steps: PlaceAction[] = ['cancel', 'decline']
  return steps.find(step => nextPlaceState(state, step) !== null) ?? null
}

function assertMayGo({ state }: PlaceDocument, cancelUntil: number, now: number): void {
  refuse(leavingStep(state) === null, 'BOOKING_TRANSITION_REFUSED')
  refuse(state === 'confirmed' && now >= cancelUntil, 'BOOKING_TOO_LATE')
}

async function giveUp(
  ctx: EmployeeContext,
  tx: Transaction,
  placeId: string,
  { session, cancelUntil }: { session: SessionDocument; cancelUntil: number },
): Promise<PlaceDocument> {
  const current = await places.in(tx).require(placeId, 'BOOKING_PLACE_MISSING')
  assertMayGo(current, cancelUntil, ctx.now)
  const action = leavingStep(current.state)
  if (action === null) throw new Refusal('BOOKING_TRANSITION_REFUSED')
  const note = `改到 ${spanLabel(session.startsAt, session.endsAt)}`
  const gone = { ...current, wentTo: session.startsAt }
  const left = afterStep(gone, { action, at: ctx.now, by: ctx.employee.name, note })
  await places.in(tx).put(left)
  await closeOffer(tx, current, 'declined')
  return left
}

async function enter(
  ctx: EmployeeContext,
  tx: Transaction,
  session: SessionDocument,
  { old, newId, before }: { old: PlaceDocument; newId: string; before: PlaceDocument | null },
): Promise<void> {
  const current = await places.in(tx).get(newId)
  // Somebody's other command came in between: its seats are not this turn's.
  refuse((current?.turn ?? 0) !== (before?.turn ?? 0), 'BOOKING_ALREADY_IN')
  refuse(current !== null && nextPlaceState(current.state, 'join') === null, 'BOOKING_ALREADY_IN')
  const { party, guests, answers, person } = old
  const entering = enteringPlace(session, current, {
    placeId: newId,
    person,
    wish: { party, guests, answers },
    queueKey: ctx.newId('queue'),
    long: ctx.newId('code'),
  })
  const note = `从 ${spanLabel(old.startsAt, old.endsAt)} 改来`
  await places.in(tx).put(afterStep(entering, { action: 'join', at: ctx.now, by: ctx.employee.name, note }))
}
