import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { type Transaction, transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { notify } from '../notice/public'
import { refundFee } from './fee'
import { followClosure } from './followClosure'
import { followed } from './followed'
import { calledOffNotice, movedNotice } from './notices'
import { afterStep, mayStep } from './placeSteps'
import { type PlaceDocument, places, type SessionDocument, sessions } from './store'

/** What one run does at most; the next minute goes on where this one stopped. */
const SESSIONS_MAX = 20
const PLACES_MAX = 100
/** Longer than an execution lives that read the session before it changed and writes its place after. */
const LATECOMERS_MS = 2 * MINUTE_MS
const HOST = '发起人'

/**
 * Carries changes of sessions into their places: the lines that places copy, and the end of a session that was called
 * off. Each place remembers how far it has come, so that a run after a crash repeats nothing.
 * @returns how many places followed
 */
export async function spread(now: Instant): Promise<number> {
  const changed = await sessions.find({
    where: { spreading: true },
    orderBy: [['revision', 'asc']],
    limit: SESSIONS_MAX,
  })
  let followed = 0
  for (const session of changed) followed += await spreadOne(session, now)
  return followed
}

async function spreadOne(session: SessionDocument, now: Instant): Promise<number> {
  const { _id, revision } = session
  const behind = await places.find({
    where: { sessionId: _id, revision: _.lt(revision) },
    limit: PLACES_MAX,
    fields: ['_id'],
  })
  for (const place of behind) await followOne(session, place._id, now)
  if (behind.length < PLACES_MAX && now - revision > LATECOMERS_MS)
    await sessions.updateWhere({ _id, revision }, { spreading: false })
  return behind.length
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
  { calledOffBecause }: SessionDocument,
  now: Instant,
): Promise<void> {
  const because = calledOffBecause ?? ''
  const after = afterStep(place, { action: 'callOff', at: now, by: HOST, note: because })
  await places.in(tx).put({ ...after, paid: 0 })
  const refunded = await refundFee(tx, place, `取消了：${because}`, now)
  await notify(tx, { _id: ulid(now), ...calledOffNotice(place, because, refunded), at: now })
}
