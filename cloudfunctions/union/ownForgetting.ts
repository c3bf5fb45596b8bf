import type { Approval } from '@domain/approval/flow'
import { _ } from '@platform/cloud'
import { formerPerson, type Leaving } from '@platform/ownData'
import type { Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { settle } from './messages'
import { offerEnded, tellOfferLost } from './officeEnding'
import { associationsNaming } from './ownPart'
import { type AssociationDocument, associations, events, foundings, memberships, photos } from './store'

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

/** An office that was offered to them is offered no more, and its president hears so; who had one, and was asked, stays a former colleague. */
async function forgetOffices(leaving: Leaving, shift: Shift): Promise<boolean> {
  for (const { _id } of await associationsNaming(leaving.employeeId)) {
    if (shift.isOver()) return false
    const isEnded = await transaction(async tx => {
      const association = await associations.in(tx).get(_id)
      if (!association) return false
      const ended = offerWithout(association, leaving)
      await associations.in(tx).update(_id, signedAnew({ ...association, ...ended }, leaving))
      if (ended && association.office?.to.employeeId === leaving.employeeId)
        await tellOfferLost(tx, withFormer(association, leaving), {
          noticeId: ulid(leaving.at),
          why: '删除了自己的数据',
          at: leaving.at,
        })
      return ended !== null
    })
    if (isEnded) await settle('association', [_id], leaving.at)
  }
  return true
}

/** What says that an offer to them, or of theirs, is over; null: there is none. */
function offerWithout(association: AssociationDocument, { employeeId, pseudonym, at }: Leaving) {
  const { to, by } = association.office ?? {}
  const isAsked = to?.employeeId === employeeId
  if (!to || !(isAsked || by?.employeeId === employeeId)) return null
  const action = isAsked ? ('decline' as const) : ('withdraw' as const)
  return offerEnded(association, to.employeeId, { action, by: formerPerson(pseudonym), at })
}

/** As it names whoever was asked once their data is gone. */
const withFormer = (association: AssociationDocument, { pseudonym }: Leaving): AssociationDocument =>
  association.office
    ? { ...association, office: { ...association.office, to: formerPerson(pseudonym) } }
    : association

function signedAnew(
  { president, office, officeTrail = [] }: AssociationDocument,
  { employeeId, pseudonym }: Leaving,
): Partial<AssociationDocument> {
  const former = formerPerson(pseudonym)
  const signed = <P extends { employeeId: string; name: string }>(one: P): P =>
    one.employeeId === employeeId ? { ...one, employeeId: pseudonym, name: former.name } : one
  return {
    president: president.employeeId === employeeId ? former : president,
    office: office ?? null,
    officeTrail: officeTrail.map(step => ({
      ...step,
      ...{ by: signed(step.by), to: signed(step.to) },
      ...(step.from ? { from: signed(step.from) } : {}),
    })),
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
