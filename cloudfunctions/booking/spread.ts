import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { type Transaction, transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { notify } from '../notice/public'
import { undoAttendance } from './attend'
import { refundFee } from './fee'
import { followClosure } from './followClosure'
import { followed } from './followed'
import { calledOffNotice, dropOffer, movedNotice } from './notices'
import { afterStep, mayStep } from './placeSteps'
import { type PlaceDocument, places, type SessionDocument, sessions } from './store'

/** What is read at once; a run goes on until nothing is left or its time is over. */
const SESSIONS_MAX = 50
const PLACES_MAX = 100
/** Longer than an execution lives that read the session before it changed and writes its place after. */
const LATECOMERS_MS = 2 * MINUTE_MS
const HOST = '发起人'

/**
 * Carries changes of sessions into their places: the lines that places copy, and the end of a session that was called
 * off. Each place remembers how far it has come, so that a run after a crash repeats nothing; a session whose places
 * have all followed steps aside until nobody can come late any more, and keeps nobody waiting.
 * @returns how many places followed
 */
export async function spread(now: Instant, shift: Shift): Promise<number> {
  let followed = 0
  while (!shift.isOver()) {
    const changed = await sessions.find({
      where: { spreading: true, spreadAt: _.lte(now) },
      orderBy: [['spreadAt', 'asc']],
      limit: SESSIONS_MAX,
    })
    if (changed.length === 0) break
    await eachWhile(shift, changed, async session => {
      followed += await spreadOne(session, now, shift)
    })
  }
  return followed
}

async function spreadOne(session: SessionDocument, now: Instant, shift: Shift): Promise<number> {
  const { _id, revision } = session
  const behind = await places.find({
    where: { sessionId: _id, revision: _.lt(revision) },
    limit: PLACES_MAX,
    fields: ['_id'],
  })
  const followed = await eachWhile(shift, behind, place => followOne(session, place._id, now))
  if (followed === behind.length && behind.length < PLACES_MAX)
    await stepAside(session, { isDone: behind.length === 0, now })
  return followed
}

/** It is looked at again when nobody can come late any more, at the earliest by the next run; then it is done. */
async function stepAside(
  { _id, revision }: SessionDocument,
  { isDone, now }: { isDone: boolean; now: Instant },
): Promise<void> {
  const settledAt = revision + LATECOMERS_MS
  const isOver = isDone && now > settledAt
  await sessions.updateWhere(
    { _id, revision },
    isOver ? { spreading: false } : { spreadAt: Math.max(settledAt, now) + 1 },
  )
}

async function followOne(session: SessionDocument, placeId: string, now: Instant): Promise<void> {
  const isClosed = session.kind === 'visit' && session.state === 'calledOff'
  if (isClosed) await followClosure(session, placeId, now)
  else await transaction(tx => follow(tx, session, placeId, now))
}

async function follow(
  tx: Transaction,
  session: SessionDocument,
  placeId: string,
  now: Instant,
): Promise<void> {
  const before = await places.in(tx).get(placeId)
  if (!before || before.revision >= session.revision) return
  const place = followed(before, session)
  if (!mayStep(before, 'callOff')) {
    await places.in(tx).put(place)
  } else if (session.state === 'calledOff') {
    await callOff(tx, place, session, now)
  } else {
    await places.in(tx).put({ ...place, reminded: place.reminded && !isMoved(before, session) })
    if (isMoved(before, session)) await notify(tx, { _id: ulid(now), ...movedNotice(place), at: now })
  }
}

function isMoved(place: PlaceDocument, session: SessionDocument): boolean {
  return (
    place.startsAt !== session.startsAt || place.endsAt !== session.endsAt || place.venue !== session.venue
  )
}

async function callOff(
  tx: Transaction,
  place: PlaceDocument,
  session: SessionDocument,
  now: Instant,
): Promise<void> {
  const because = session.calledOffBecause ?? ''
  const after = afterStep(place, { action: 'callOff', at: now, by: HOST, note: because })
  await places.in(tx).put({ ...after, paid: 0 })
  await dropOffer(tx, place)
  const why = `取消了：${because}`
  const refunded = await refundFee(tx, place, why, now)
  await undoAttendance(tx, session, place, { at: now, because: why })
  await notify(tx, { _id: ulid(now), ...calledOffNotice(place, because, refunded), at: now })
}
