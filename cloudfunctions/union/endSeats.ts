import { sortKey } from '@domain/kernel/paging'
import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import type { MembershipAction } from '@domain/union/membership'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { endPlaces } from '../booking/public'
import { events, type MembershipDocument, memberships } from './store'

/** What one run looks at; the next minute goes on where this one stopped. */
const MEMBERSHIPS_MAX = 20
/** More than an association has ahead. */
const EVENTS_MAX = 200
/** Longer than an execution lives that saw the membership before it ended and takes a place after. */
const LATECOMERS_MS = 2 * MINUTE_MS
const ENDINGS: readonly MembershipAction[] = ['revoke', 'leave', 'remove']

/**
 * Ends what former members have in their association's events for members, and looks again when nobody can be about to
 * join any more; whoever is a member again by then keeps it.
 * @returns how many places have ended
 */
export async function endSeats(now: Instant, shift: Shift): Promise<number> {
  const due = await memberships.find({
    where: { seatsDueAt: _.lte(now) },
    orderBy: [['seatsDueAt', 'asc']],
    limit: MEMBERSHIPS_MAX,
  })
  let ended = 0
  await eachWhile(shift, due, async membership => {
    ended += await endSeatsOf(membership, now, shift)
  })
  return ended
}

async function endSeatsOf(
  { _id, associationId, associationName, employeeId, state, trail, seatsDueAt = null }: MembershipDocument,
  now: Instant,
  shift: Shift,
): Promise<number> {
  const ending = trail.filter(({ action }) => ENDINGS.includes(action)).at(-1)
  if (state === 'member' || !ending) {
    await memberships.updateWhere({ _id, seatsDueAt }, { seatsDueAt: null })
    return 0
  }
  const ended = await endPlaces(shift, {
    employeeId,
    sessionIds: await comingForMembers(associationId, now),
    because: `这场只面向${associationName}的会员`,
    givenUpAt: ending.action === 'leave' ? ending.at : null,
    now,
    // Whoever has become a member again meanwhile keeps what they have.
    isDue: async tx => (await memberships.in(tx).get(_id))?.state !== 'member',
  })
  const settledAt = ending.at + LATECOMERS_MS
  if (!shift.isOver())
    await memberships.updateWhere({ _id, seatsDueAt }, { seatsDueAt: now > settledAt ? null : settledAt + 1 })
  return ended
}

async function comingForMembers(associationId: string, now: Instant): Promise<string[]> {
  const coming = await events.find({
    where: { associationId, listKey: _.gt(sortKey(now, '')), membersOnly: true },
    orderBy: [['listKey', 'asc']],
    limit: EVENTS_MAX,
    fields: ['_id'],
  })
  return coming.map(({ _id }) => _id)
}
