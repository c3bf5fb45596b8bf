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

/** What a session says of itself that may be another by the time somebody books next. */
type Lines = Partial<
  Pick<SessionDocument, 'title' | 'venue' | 'coverFileId' | 'fee' | 'joinUntil' | 'cancelUntil'>
>

/**
 * A session of a slot as whoever books next is shown it: by the rules and the address of now, also where somebody has
 * opened it before. Those who have booked keep what they have booked. One request where something has changed.
 */
export async function asOfNow(session: SessionDocument, lines: Lines): Promise<SessionDocument> {
  const isOld = (name: keyof Lines) => name in lines && session[name] !== lines[name]
  if (!lineNames.some(isOld)) return session
  await sessions.updateWhere({ _id: session._id, state: 'open' }, lines)
  return { ...session, ...lines }
}

const lineNames = ['title', 'venue', 'coverFileId', 'fee', 'joinUntil', 'cancelUntil'] as const

async function open(session: SessionDocument): Promise<SessionDocument> {
  try {
    return await sessions.insert(session)
  } catch (error) {
    const theirs = isDuplicate(error) ? await sessions.get(session._id) : null
    if (!theirs) throw error
    return theirs
  }
}
