import { _ } from '@platform/cloud'
import { formerPerson, type Leaving, type OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { associations, events, foundings, memberships, photos } from './store'

/** What this room keeps about somebody. */
export async function exportOf(
  employeeId: string,
): Promise<OwnTables<'memberships' | 'foundings' | 'photos'>> {
  const [ofMemberships, ofFoundings, ofPhotos] = await Promise.all([
    readAll(memberships, { employeeId }, 'appliedKey'),
    readAll(foundings, { 'applicant.employeeId': employeeId }, '_id'),
    readAll(photos, { 'by.employeeId': employeeId }, '_id'),
  ])
  return { memberships: ofMemberships, foundings: ofFoundings, photos: ofPhotos }
}

const OPEN_MAX = 99

/** How many applications of a person to found an association are not decided. One request. */
export async function foundingsOpen(employeeId: string): Promise<number> {
  const open = await foundings.find({
    where: { 'applicant.employeeId': employeeId, decidedAt: null },
    limit: OPEN_MAX,
    fields: ['_id'],
  })
  return open.length
}

const BLOCK = 50

/** Ends memberships and removes them; what others decided about or look at stays under 前同事. */
export async function forget({ employeeId, pseudonym }: Leaving, shift: Shift): Promise<boolean> {
  const former = formerPerson(pseudonym)
  await foundings.updateWhere({ 'applicant.employeeId': employeeId }, { applicant: former })
  await photos.updateWhere({ 'by.employeeId': employeeId }, { by: former })
  await events.updateWhere({ 'host.employeeId': employeeId }, { host: former })
  await events.updateWhere({ 'recap.by.employeeId': employeeId }, { 'recap.by': former })
  for (;;) {
    if (shift.isOver()) return false
    const block = await memberships.find({
      where: { employeeId },
      orderBy: [['appliedKey', 'desc']],
      limit: BLOCK,
      fields: ['_id'],
    })
    for (const { _id } of block) await removeMembership(_id)
    if (block.length < BLOCK) return true
  }
}

/** The number of members is exact, so that both change together, once. */
function removeMembership(membershipId: string): Promise<void> {
  return transaction(async tx => {
    const membership = await memberships.in(tx).get(membershipId)
    if (!membership) return
    if (membership.state === 'member')
      await associations.in(tx).update(membership.associationId, { members: _.inc(-1) })
    await memberships.in(tx).remove(membershipId)
  })
}
