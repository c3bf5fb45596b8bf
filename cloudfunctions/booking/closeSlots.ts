import { isClosedBy } from '@domain/booking/closure'
import { DAY_MS, type Instant, MINUTE_MS } from '@domain/kernel/time'
import { sessionsOf } from './centreReading'
import { type ClosureDocument, closures, type SessionDocument, sessions } from './store'

/** What one run looks at; the next minute goes on where this one stopped. */
const CLOSURES_MAX = 20
/** The longest that one session of a centre lasts. */
const SESSION_MS_MAX = DAY_MS
/** Longer than an execution lives that read the closures before this one and opens a session after it. */
const LATECOMERS_MS = 2 * MINUTE_MS

/**
 * Calls off what is open in the time of a closure, again each minute until nobody can be about to open more; the
 * places follow as those of every session that was called off.
 * @returns how many sessions were called off
 */
export async function closeSlots(now: Instant): Promise<number> {
  const spreading = await closures.find({
    where: { spreading: true },
    orderBy: [['at', 'asc']],
    limit: CLOSURES_MAX,
  })
  let closed = 0
  for (const closure of spreading) closed += await closeOne(closure, now)
  return closed
}

async function closeOne(closure: ClosureDocument, now: Instant): Promise<number> {
  const found = await sessionsOf(closure.centreId, {
    fromAt: closure.fromAt - SESSION_MS_MAX,
    untilAt: closure.untilAt,
  })
  const open = found.filter(session => session.state === 'open' && isClosedBy(session, closure, now))
  for (const session of open) await callOff(session, closure, now)
  const isSettled = found.every(({ closureId, spreading }) => closureId !== closure._id || !spreading)
  if (open.length === 0 && isSettled && now - closure.at > LATECOMERS_MS)
    await closures.updateWhere({ _id: closure._id, state: 'planned' }, { spreading: false })
  return open.length
}

/** One update that names the state: whoever takes a seat before it follows, whoever comes after finds it closed. */
async function callOff({ _id }: SessionDocument, closure: ClosureDocument, now: Instant): Promise<void> {
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
