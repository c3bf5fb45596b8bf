import type { Instant } from '@domain/kernel/time'
import { afterStep } from '@domain/union/trail'
import { _ } from '@platform/cloud'
import type { Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { hasParted, leaversIn } from '../identity/public'
import { settle } from './messages'
import { associations, memberships } from './store'

/** What one run looks at; the next minute goes on where this one stopped. */
const LEAVERS_MAX = 20
/** As many associations as anybody is in. */
const MEMBERSHIPS_MAX = 100

/**
 * Ends the memberships and the applications of those who have left the company. Who still presides stays in the list until
 * the office has gone to another. A leaver is done once a run finds nothing, so that a command that was still on its way
 * is caught too.
 * @returns how many memberships and applications have ended
 */
export async function partFromLeavers(now: Instant, shift: Shift): Promise<number> {
  let ended = 0
  for (const employeeId of await leaversIn('union', LEAVERS_MAX)) {
    const held = await memberships.find({
      where: { employeeId, state: _.in(['pending', 'member']) },
      limit: MEMBERSHIPS_MAX,
      fields: ['associationId'],
    })
    let endedHere = 0
    for (const { _id, associationId } of held) {
      if (shift.isOver()) return ended
      if (await end(_id, associationId, now)) endedHere += 1
    }
    ended += endedHere
    if (endedHere === 0) await hasParted('union', employeeId)
  }
  return ended
}

async function end(membershipId: string, associationId: string, now: Instant): Promise<boolean> {
  const was = await transaction(async tx => {
    const before = await memberships.in(tx).get(membershipId)
    const association = await associations.in(tx).get(associationId)
    if (!before || association?.president.employeeId === before.employeeId) return null
    const by = { employeeId: before.employeeId, name: before.applicant.name }
    const stepped = afterStep(before, { action: 'part', by, at: now, reason: null })
    if (!stepped) return null
    await memberships.in(tx).update(membershipId, { ...stepped, remindAt: null })
    if (before.state === 'member') await associations.in(tx).update(associationId, { members: _.inc(-1) })
    return before.state
  })
  if (was === 'pending') await settle('application', [membershipId], now)
  return was !== null
}
