import { deadlinesOf } from '@domain/booking/bookingRules'
import type { Slot } from '@domain/booking/slots'
import { DAY_MS, type Instant, inChina } from '@domain/kernel/time'
import { isDuplicate } from '@platform/databaseErrors'
import { ulid } from 'ulid'
import { newSession } from './newSession'
import { type CentreDocument, type SessionDocument, sessions } from './store'

/** Of the door's code: 16 characters of base 32 that nobody guesses. */
const DOOR_CODE_LENGTH = 16

/** `visit:centre-shanghai:2026-11-30T1000`; after a closure that was cancelled the same hour opens again as `….2`. */
function idOf(centreId: string, startsAt: Instant, opening: number): string {
  const id = `visit:${centreId}:${inChina(startsAt).format('YYYY-MM-DDTHHmm')}`
  return opening === 1 ? id : `${id}.${opening}`
}

/**
 * The session of a slot. The first who books opens it: its id says which slot it is, so that of many who come at once
 * one makes it and all find it. What a closure called off stays called off; the slot opens again as another session.
 * One request, two for the first.
 */
export async function openVisitSession(
  centre: CentreDocument,
  slot: Slot,
  now: Instant,
): Promise<SessionDocument> {
  for (let opening = 1; ; opening += 1) {
    const _id = idOf(centre._id, slot.startsAt, opening)
    const session = (await sessions.get(_id)) ?? (await open(_id, centre, slot, now))
    if (session.state !== 'calledOff') return session
  }
}

async function open(_id: string, centre: CentreDocument, slot: Slot, now: Instant): Promise<SessionDocument> {
  try {
    return await sessions.insert(sessionOf(_id, centre, slot, now))
  } catch (error) {
    const theirs = isDuplicate(error) ? await sessions.get(_id) : null
    if (!theirs) throw error
    return theirs
  }
}

function sessionOf(_id: string, centre: CentreDocument, slot: Slot, now: Instant): SessionDocument {
  const { startsAt, endsAt } = slot
  const { seats, partyMax } = centre.rules
  const remindAt = startsAt - DAY_MS
  return newSession({
    _id,
    kind: 'visit',
    subjectId: centre._id,
    title: centre.name,
    venue: centre.address,
    coverFileId: centre.coverFileId,
    startsAt,
    endsAt,
    ...deadlinesOf(slot, centre.rules),
    capacity: seats,
    partyMax,
    fee: 0,
    earns: 'booking.attended',
    hostScopeId: centre._id,
    doorCode: ulid().slice(-DOOR_CODE_LENGTH),
    remindAt: remindAt > now ? remindAt : null,
    state: 'open',
  })
}
