import { slotKey, slotOfSession } from '@domain/booking/slotIds'
import { isDuplicate } from '@platform/databaseErrors'
import { type SessionDocument, sessions } from './store'

/** By subject and slot, of several openings the one that counts: what was called off is another session's past. */
export function sessionsBySlot(found: readonly SessionDocument[]): Map<string, SessionDocument> {
  const counting = found.filter(({ state }) => state !== 'calledOff')
  return new Map(
    counting.map(session => [slotKey(session.subjectId, slotOfSession(session._id) ?? 0), session]),
  )
}

/**
 * The session of a slot. The first who books opens it: its id says which slot it is, so that of many who come at once
 * one makes it and all find it. What a closure called off stays called off; after a closure that was cancelled the same
 * hour opens again as `….2`. One request, two for the first.
 */
export async function openSlotSession(
  id: string,
  sessionOf: (_id: string) => SessionDocument,
): Promise<SessionDocument> {
  for (let opening = 1; ; opening += 1) {
    const _id = opening === 1 ? id : `${id}.${opening}`
    const session = (await sessions.get(_id)) ?? (await open(sessionOf(_id)))
    if (session.state !== 'calledOff') return session
  }
}

async function open(session: SessionDocument): Promise<SessionDocument> {
  try {
    return await sessions.insert(session)
  } catch (error) {
    const theirs = isDuplicate(error) ? await sessions.get(session._id) : null
    if (!theirs) throw error
    return theirs
  }
}
