import type { Approval } from '@domain/approval/flow'
import { _ } from '@platform/cloud'
import { formerPerson, type Leaving, type OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import {
  type AssociationDocument,
  associations,
  events,
  type FoundingDocument,
  foundings,
  type MembershipDocument,
  memberships,
  photos,
} from './store'

/** What this room keeps about somebody. */
export async function exportOf(
  employeeId: string,
): Promise<OwnTables<'memberships' | 'foundings' | 'offices' | 'photos'>> {
  const [ofMemberships, ofFoundings, ofPhotos, ofOffices] = await Promise.all([
    readAll(memberships, { employeeId }, 'appliedKey'),
    readAll(foundings, { 'applicant.employeeId': employeeId }, '_id'),
    readAll(photos, { 'by.employeeId': employeeId }, '_id'),
    associationsNaming(employeeId),
  ])
  return {
    memberships: ofMemberships.map(ownMembership),
    foundings: ofFoundings.map(ownFounding),
    offices: ofOffices.map(association => ownOffice(association, employeeId)),
    photos: ofPhotos,
  }
}

/** As many as one read returns; there are some hundred. */
const ASSOCIATIONS_MAX = 1_000

/** The associations that somebody presides over, did, or was asked to. One request. */
async function associationsNaming(employeeId: string): Promise<AssociationDocument[]> {
  const all = await associations.find({
    where: { name: _.gt('') },
    orderBy: [['name', 'asc']],
    limit: ASSOCIATIONS_MAX,
  })
  return all.filter(({ president, office, officeTrail = [] }) => {
    const people = [president, office?.to, office?.by, ...officeTrail.flatMap(({ by, to }) => [by, to])]
    return people.some(one => one?.employeeId === employeeId)
  })
}

/** Who decided is a colleague's part, and not the person's own. */
const ownMembership = ({ trail, ...membership }: MembershipDocument) => ({
  ...membership,
  trail: trail.map(({ action, at, reason }) => ({ action, at, reason })),
})

const ownFounding = ({ approval, openIds: _openIds, ...founding }: FoundingDocument) => ({
  ...founding,
  state: approval.state,
  decisions: approval.decisions.map(({ verdict, reason, at }) => ({ verdict, reason, at })),
})

function ownOffice(
  { _id, name, president, office, officeTrail = [] }: AssociationDocument,
  employeeId: string,
) {
  const own = officeTrail.filter(({ by, to }) => [by.employeeId, to.employeeId].includes(employeeId))
  return {
    associationId: _id,
    name,
    presides: president.employeeId === employeeId,
    offered: office?.to.employeeId === employeeId,
    steps: own.map(({ action, at }) => ({ action, at })),
  }
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
export async function forget(leaving: Leaving, shift: Shift): Promise<boolean> {
  const { employeeId, pseudonym } = leaving
  const former = formerPerson(pseudonym)
  await photos.updateWhere({ 'by.employeeId': employeeId }, { by: former })
  await events.updateWhere({ 'recap.by.employeeId': employeeId }, { 'recap.by': former })
  if (!(await forgetMatters(leaving, shift)) || !(await forgetOffices(leaving, shift))) return false
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

/** What they asked the union for stays decided; nobody's own matter any more, where it was theirs. */
async function forgetMatters({ employeeId, pseudonym }: Leaving, shift: Shift): Promise<boolean> {
  const former = formerPerson(pseudonym)
  for (;;) {
    if (shift.isOver()) return false
    const asked = await foundings.find({ where: { 'applicant.employeeId': employeeId }, limit: BLOCK })
    const hosted = await events.find({ where: { 'host.employeeId': employeeId }, limit: BLOCK })
    const ownersOf = ({ ownerIds }: Approval) => ({
      'approval.ownerIds': ownerIds.map(id => (id === employeeId ? pseudonym : id)),
    })
    for (const { _id, approval } of asked)
      await foundings.updateWhere({ _id }, { applicant: former, ...ownersOf(approval) })
    for (const { _id, approval } of hosted)
      await events.updateWhere({ _id }, { host: former, ...(approval ? ownersOf(approval) : {}) })
    if (asked.length < BLOCK && hosted.length < BLOCK) return true
  }
}

/** An office that was offered to them is offered no more; who had one, and was asked, stays a former colleague. */
async function forgetOffices(leaving: Leaving, shift: Shift): Promise<boolean> {
  for (const { _id } of await associationsNaming(leaving.employeeId)) {
    if (shift.isOver()) return false
    await transaction(async tx => {
      const association = await associations.in(tx).get(_id)
      if (association) await associations.in(tx).update(_id, withoutOffice(association, leaving))
    })
  }
  return true
}

function withoutOffice(
  { president, office, officeTrail = [] }: AssociationDocument,
  { employeeId, pseudonym }: Leaving,
): Partial<AssociationDocument> {
  const former = formerPerson(pseudonym)
  const isTheirs = (one: { employeeId: string } | undefined) => one?.employeeId === employeeId
  const signed = <P extends { employeeId: string; name: string }>(one: P): P =>
    isTheirs(one) ? { ...one, employeeId: pseudonym, name: former.name } : one
  return {
    president: isTheirs(president) ? former : president,
    office: office && (isTheirs(office.to) || isTheirs(office.by)) ? null : (office ?? null),
    officeTrail: officeTrail.map(step => ({ ...step, by: signed(step.by), to: signed(step.to) })),
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
