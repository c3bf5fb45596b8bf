import { DAY_MS, type Instant, MINUTE_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { followCourse } from './followLessons'
import { type ClosureDocument, closures, type SessionDocument, sessions } from './store'

/** What one run looks at; the next minute goes on where this one stopped. */
const CLOSURES_MAX = 20
/** What is read at once; a run goes on until nothing is open or its time is over. */
const SESSIONS_MAX = 100
/** The longest that one session of a centre lasts. */
const SESSION_MS_MAX = DAY_MS
/** Longer than an execution lives that read the closures before this one and opens a session after it. */
const LATECOMERS_MS = 2 * MINUTE_MS

/**
 * Calls off what is open in the time of a closure, again each minute until nobody can be about to open more; the
 * places follow as those of every session that was called off.
 * @returns how many sessions were called off
 */
export async function closeSlots(now: Instant, shift: Shift): Promise<number> {
  const spreading = await closures.find({
    where: { spreading: true },
    orderBy: [['at', 'asc']],
    limit: CLOSURES_MAX,
  })
  let closed = 0
  await eachWhile(shift, spreading, async closure => {
    closed += await closeOne(closure, now, shift)
  })
  return closed
}

async function closeOne(closure: ClosureDocument, now: Instant, shift: Shift): Promise<number> {
  let closed = 0
  // Where its lessons are now: one that has just been moved is not called off for where it was.
  await followCourse(closure.centreId, now)
  while (!shift.isOver()) {
    const open = await openIn(closure, now)
    closed += await eachWhile(shift, open, session => callOff(session, closure, now))
    if (open.length > 0) continue
    if (closed === 0 && now - closure.at > LATECOMERS_MS) await settle(closure)
    break
  }
  return closed
}

/** What `isClosedBy` says of one session, as a query: those that it calls off are found no more. */
function openIn(
  { centreId, fromAt, untilAt }: ClosureDocument,
  now: Instant,
): Promise<Pick<SessionDocument, '_id'>[]> {
  const hasNotBegun = _.gt(Math.max(now, fromAt - SESSION_MS_MAX))
  return sessions.find({
    where: {
      ...{ subjectId: centreId, state: 'open', endsAt: _.gt(fromAt) },
      startsAt: hasNotBegun.and(_.lt(untilAt)),
    },
    orderBy: [['startsAt', 'asc']],
    limit: SESSIONS_MAX,
    fields: ['_id'],
  })
}

/** It is carried through when the places of all that it called off have followed. */
async function settle({ _id }: ClosureDocument): Promise<void> {
  const behind = await sessions.find({
    where: { spreading: true, closureId: _id },
    limit: 1,
    fields: ['_id'],
  })
  if (behind.length === 0) await closures.updateWhere({ _id, state: 'planned' }, { spreading: false })
}

/** One update that names the state: whoever takes a seat before it follows, whoever comes after finds it closed. */
async function callOff(
  { _id }: Pick<SessionDocument, '_id'>,
  closure: ClosureDocument,
  now: Instant,
): Promise<void> {
  await sessions.updateWhere(
    { _id, state: 'open' },
    {
      state: 'calledOff',
      calledOffBecause: closure.reason,
      closureId: closure._id,
      revision: now,
      spreading: true,
      spreadAt: now,
    },
  )
}
