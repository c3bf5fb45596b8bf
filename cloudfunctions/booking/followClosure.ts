import { deadlinesOf } from '@domain/booking/bookingRules'
import { heldUntil, nearestFirst, shelterDays } from '@domain/booking/closure'
import { isOneTooMany } from '@domain/booking/ownPlans'
import { isSeated, nextPlaceState } from '@domain/booking/place'
import { type Slot, slotsWithin } from '@domain/booking/slots'
import { centreFor, kindOfVisit, kindSaid, seatsOf, type VisitKind } from '@domain/booking/visitKinds'
import { spanLabel } from '@domain/booking/wording'
import { Refusal } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { type Transaction, transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { notify } from '../notice/public'
import { undoAttendance } from './attend'
import { closuresAfter, ownVisits, sessionsByStart, sessionsOf } from './centreReading'
import { enteringPlace } from './entering'
import { followed } from './followed'
import { tellRehoused } from './messages'
import { closedNotice, dropOffer, rehousedNotice } from './notices'
import { afterStep, mayStep } from './placeSteps'
import { countBooking, putFirst } from './quota'
import { returnSeats, takeSeats } from './seats'
import {
  type CentreDocument,
  centres,
  closures,
  type PlaceDocument,
  placeIdOf,
  places,
  type SessionDocument,
} from './store'
import { openVisitSession } from './visitSession'
import { isWalkIn } from './walkIn'

const CENTRE = '体验中心'
/** How many slots are tried for one booking: others may have taken those that had room a moment ago. */
const ATTEMPTS_MAX = 6

/** Seats in another session that are reserved for the place of somebody whom a closure sends away. */
interface Shelter {
  session: SessionDocument
  placeId: string
  before: PlaceDocument | null
  until: Instant
}

/**
 * Carries a closure into one place. Whoever had a seat is held one in the nearest slot that has room, where there is
 * one; else they stand first in the next queue. Old place, new place, quota and notice are one transaction, which the
 * old place's revision lets through once; seats that a crash left reserved are found again or swept.
 */
export async function followClosure(session: SessionDocument, placeId: string, now: Instant): Promise<void> {
  const place = await places.get(placeId)
  const shelter = place && needsShelter(place) ? await shelterFor(place, now) : null
  const rehoused = await carry(session, placeId, shelter, now).catch(unlessAtOnce)
  if (rehoused && shelter) await tellRehoused(rehoused, shelter.until)
}

/** Whoever has booked something at the time that was found for them is found another one by the next run. */
function unlessAtOnce(error: unknown): null {
  if (error instanceof Refusal && error.code === 'BOOKING_AT_ONCE') return null
  throw error
}

/** @returns the place that the person is held instead; null: none, or it is for the next run to find one */
function carry(
  session: SessionDocument,
  placeId: string,
  shelter: Shelter | null,
  now: Instant,
): Promise<PlaceDocument | null> {
  return transaction(async tx => {
    const before = await places.in(tx).get(placeId)
    if (!before || before.revision >= session.revision) return null
    if (!mayStep(before, 'callOff')) {
      await places.in(tx).put(followed(before, session))
      return null
    }
    if (isWalkIn(before)) {
      await putCalledOff(tx, session, before, now)
      return null
    }
    return shelter && isSeated(before.state)
      ? rehouse(tx, session, before, shelter, now)
      : callOff(tx, session, before, now)
  })
}

/** Who had a seat by a booking; a guest without one was let in early, and is told at the desk. */
function needsShelter(place: PlaceDocument): boolean {
  return isSeated(place.state) && mayStep(place, 'callOff') && !isWalkIn(place)
}

async function shelterFor(place: PlaceDocument, now: Instant): Promise<Shelter | null> {
  const whole = await centres.get(place.subjectId)
  const kind = whole && kindOfVisit(whole, place)
  if (!kind) return null
  const centre = centreFor(whole, kind)
  for (const slot of await slotsWithRoom(centre, kind, place, now)) {
    const shelter = await takeIn(await openVisitSession(centre, kind, slot, now), place, now)
    if (shelter) return shelter
  }
  return null
}

/**
 * Where the party fits by what is booked at this moment, the best first, and the person is nowhere else; who comes
 * meanwhile is met by `takeSeats`, and what the person books meanwhile by `countBooking`.
 */
async function slotsWithRoom(
  centre: CentreDocument,
  kind: VisitKind,
  place: PlaceDocument,
  now: Instant,
): Promise<Slot[]> {
  const { startsAt, employeeId, party } = place
  const days = shelterDays(startsAt, now)
  const [closings, found, own] = await Promise.all([
    closuresAfter([centre._id], now),
    sessionsOf(centre._id, days),
    ownVisits(employeeId, now),
  ])
  const others = own.filter(({ _id }) => _id !== place._id)
  const booked = sessionsByStart(found, kind.kindId)
  const hasRoom = ({ startsAt }: Slot) => {
    const session = booked.get(startsAt)
    if (!session) return seatsOf({ visit: kindSaid(kind), party }) <= centre.rules.seats
    // What a run before this one has reserved for this person is theirs.
    const isReserved = session.reservations.some(
      ({ placeId }) => placeId === placeIdOf(session._id, employeeId),
    )
    return isReserved || session.taken + seatsOf({ ...session, party }) <= session.capacity
  }
  const open = slotsWithin(days, centre, closings, [...booked.values()]).filter(
    slot =>
      slot.closedBecause === null &&
      slot.startsAt !== startsAt &&
      heldUntil(now, deadlinesOf(slot, centre.rules).cancelUntil) !== null &&
      !isOneTooMany(others, slot, 1) &&
      hasRoom(slot),
  )
  return nearestFirst(startsAt, open).slice(0, ATTEMPTS_MAX)
}

async function takeIn(
  session: SessionDocument,
  { employeeId, party }: PlaceDocument,
  now: Instant,
): Promise<Shelter | null> {
  const until = heldUntil(now, session.cancelUntil)
  const placeId = placeIdOf(session._id, employeeId)
  const before = await places.get(placeId)
  if (until === null || nextPlaceState(before?.state ?? null, 'hold') === null) return null
  if (before?.seats === 'due') await returnSeats(before)
  const isTaken = await takeSeats(session, { _id: placeId, party, place: before })
  return isTaken ? { session, placeId, before, until } : null
}

/** @returns the new place, or null when it has changed meanwhile: then the next run goes on */
async function rehouse(
  tx: Transaction,
  session: SessionDocument,
  old: PlaceDocument,
  shelter: Shelter,
  now: Instant,
): Promise<PlaceDocument | null> {
  const current = await places.in(tx).get(shelter.placeId)
  const isChanged = (current?.turn ?? 0) !== (shelter.before?.turn ?? 0)
  if (isChanged || nextPlaceState(current?.state ?? null, 'hold') === null) return null
  const because = session.calledOffBecause ?? ''
  const { party, guests, answers, person, employeeId, subjectId } = old
  const entering = enteringPlace(shelter.session, current, {
    placeId: shelter.placeId,
    person,
    wish: { party, guests, answers },
    queueKey: ulid(now),
    long: ulid(),
  })
  const from = spanLabel(old.startsAt, old.endsAt)
  const step = { action: 'hold' as const, at: now, by: CENTRE, note: `原来 ${from}：${because}` }
  const movedFrom = { placeId: old._id, startsAt: old.startsAt, because }
  const offerNoticeId = ulid(now)
  const offered = { ...entering, offerExpiresAt: shelter.until, offerNoticeId }
  const held = afterStep({ ...offered, movedFrom, movedTo: null }, step)
  await places.in(tx).put(held)
  await putCalledOff(tx, session, { ...old, movedTo: held._id }, now)
  await countBooking(tx, {
    ...{ subjectId, employeeId, placeId: held._id, besides: old._id, now },
    // What the centre moves is not refused for being one too many, but nobody is in two places at once.
    max: Number.POSITIVE_INFINITY,
    span: held,
  })
  await countIn(tx, session, 'moved')
  await notify(tx, { _id: offerNoticeId, ...rehousedNotice(held, because, shelter.until), at: now })
  return held
}

async function callOff(
  tx: Transaction,
  session: SessionDocument,
  place: PlaceDocument,
  now: Instant,
): Promise<null> {
  await putCalledOff(tx, session, place, now)
  if (isSeated(place.state)) await putFirst(tx, place, now)
  await countIn(tx, session, 'calledOff')
  await notify(tx, { _id: ulid(now), ...closedNotice(place, session.calledOffBecause ?? ''), at: now })
  return null
}

async function putCalledOff(
  tx: Transaction,
  session: SessionDocument,
  place: PlaceDocument,
  now: Instant,
): Promise<void> {
  const step = { action: 'callOff' as const, at: now, by: CENTRE, note: session.calledOffBecause }
  await places.in(tx).put(afterStep(followed(place, session), step))
  await dropOffer(tx, place)
  const because = `取消了：${session.calledOffBecause ?? ''}`
  await undoAttendance(tx, session, place, { at: now, because })
}

async function countIn(
  tx: Transaction,
  { closureId }: SessionDocument,
  outcome: 'moved' | 'calledOff',
): Promise<void> {
  if (closureId !== undefined) await closures.in(tx).update(closureId, { [outcome]: _.inc(1) })
}
