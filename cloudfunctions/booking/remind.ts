import type { Instant } from '@domain/kernel/time'
import { inBlocks } from '@platform/blocks'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { notify } from '../notice/public'
import { tellSoon } from './messages'
import { reminderNotice } from './notices'
import { places, type SessionDocument, sessions } from './store'

/** What is read at once; a run goes on until everybody is reminded or its time is over. */
const SESSIONS_MAX = 100
const PLACES_MAX = 100

/**
 * Reminds those who come of what begins soon. A session is done once nobody is left to be reminded: where the shift
 * ends before, the next run goes on with those who have not been. Of what has begun nobody is told any more.
 * @returns how many were reminded
 */
export async function remind(now: Instant, shift: Shift): Promise<number> {
  const due = await sessions.find({
    where: { state: 'open', remindAt: _.lte(now) },
    orderBy: [['remindAt', 'asc']],
    limit: SESSIONS_MAX,
    fields: ['_id', 'remindAt', 'startsAt'],
  })
  let reminded = 0
  await eachWhile(shift, due, async session => {
    reminded += await remindAll(session, now, shift)
  })
  return reminded
}

async function remindAll(
  { _id: sessionId, remindAt, startsAt }: Pick<SessionDocument, '_id' | 'remindAt' | 'startsAt'>,
  now: Instant,
  shift: Shift,
): Promise<number> {
  let reminded = 0
  // Not where it was moved meanwhile, and has another reminder to come.
  const end = () => sessions.updateWhere({ _id: sessionId, remindAt }, { remindAt: null })
  if (startsAt <= now) {
    await end()
    return reminded
  }
  while (!shift.isOver()) {
    const coming = await places.find({
      where: { sessionId, state: 'confirmed', reminded: false },
      limit: PLACES_MAX,
      fields: ['_id'],
    })
    const done = await inBlocks(shift, coming, async ({ _id }) => {
      if (await remindOne(_id, now)) reminded += 1
    })
    if (done < coming.length) break
    if (coming.length < PLACES_MAX) {
      await end()
      break
    }
  }
  return reminded
}

/** The place remembers that it was reminded, so that a run after a crash tells nobody twice. */
async function remindOne(placeId: string, now: Instant): Promise<boolean> {
  const reminded = await transaction(async tx => {
    const place = await places.in(tx).get(placeId)
    if (place?.state !== 'confirmed' || place.reminded) return null
    await places.in(tx).update(placeId, { reminded: true })
    await notify(tx, { _id: ulid(now), ...reminderNotice(place, now), at: now })
    return place
  })
  if (reminded) await tellSoon(reminded)
  return reminded !== null
}
