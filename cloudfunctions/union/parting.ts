import type { Instant } from '@domain/kernel/time'
import { afterStep } from '@domain/union/trail'
import { _ } from '@platform/cloud'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { hasParted, leaversIn } from '../identity/public'
import { takenBack } from './foundingTurn'
import { settle } from './messages'
import { offerEnded, tellOfferLost } from './officeEnding'
import { associations, foundings, memberships } from './store'

/** More than there are associations whose president has left: they stay in the list. The next minute goes on. */
const LEAVERS_MAX = 100
/** As many associations as anybody is in. */
const MEMBERSHIPS_MAX = 100
const FOUNDINGS_MAX = 20

/**
 * Ends the memberships and the applications of those who have left the company, and takes back what they have asked to
 * found. Who still presides stays in the list until the office has gone to another. A leaver is done once a run finds
 * nothing, so that a command that was still on its way is caught too.
 * @returns how many memberships and applications have ended
 */
export async function partFromLeavers(now: Instant, shift: Shift): Promise<number> {
  let ended = 0
  const count = (hasEnded: boolean) => {
    if (hasEnded) ended += 1
  }
  await eachWhile(shift, await leaversIn('union', LEAVERS_MAX), async employeeId => {
    const { joined, asked } = await heldBy(employeeId)
    await eachWhile(shift, joined, async ({ _id, associationId }) =>
      count(await end(_id, associationId, now)),
    )
    await eachWhile(shift, asked, async ({ _id }) => count(await takeBack(_id, now)))
    if (joined.length + asked.length === 0) await hasParted('union', employeeId)
  })
  return ended
}

async function heldBy(employeeId: string) {
  const [joined, asked] = await Promise.all([
    memberships.find({
      where: { employeeId, state: _.in(['pending', 'member']) },
      limit: MEMBERSHIPS_MAX,
      fields: ['_id', 'associationId'],
    }),
    foundings.find({
      where: { 'applicant.employeeId': employeeId, decidedAt: null },
      limit: FOUNDINGS_MAX,
      fields: ['_id'],
    }),
  ])
  return { joined, asked }
}

async function takeBack(foundingId: string, now: Instant): Promise<boolean> {
  const isTaken = await transaction(async tx => {
    const founding = await foundings.in(tx).get(foundingId)
    if (founding?.approval.state !== 'running') return false
    await foundings.in(tx).update(foundingId, takenBack(founding, now))
    return true
  })
  if (isTaken) await settle('founding', [foundingId], now)
  return isTaken
}

async function end(membershipId: string, associationId: string, now: Instant): Promise<boolean> {
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  let wasAsked = false
  const was = await transaction(async tx => {
    const before = await memberships.in(tx).get(membershipId)
    const association = await associations.in(tx).get(associationId)
    if (!before || association?.president.employeeId === before.employeeId) return null
    const by = { employeeId: before.employeeId, name: before.applicant.name }
    const stepped = afterStep(before, { action: 'part', by, at: now, reason: null })
    if (!stepped) return null
    await memberships.in(tx).update(membershipId, { ...stepped, remindAt: null })
    if (before.state !== 'member') return before.state
    const offer =
      association && offerEnded(association, before.employeeId, { action: 'decline', by, at: now })
    await associations.in(tx).update(associationId, { members: _.inc(-1), ...offer })
    wasAsked = offer !== null
    const told = { noticeId: ulid(now), why: '离职了', at: now }
    if (association && wasAsked) await tellOfferLost(tx, association, told)
    return before.state
  })
  if (wasAsked) await settle('association', [associationId], now)
  if (was === 'pending') await settle('application', [membershipId], now)
  return was !== null
}
