import { _ } from '@platform/cloud'
import type { OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import {
  type AssociationDocument,
  associations,
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
export async function associationsNaming(employeeId: string): Promise<AssociationDocument[]> {
  const all = await associations.find({
    where: { name: _.gt('') },
    orderBy: [['name', 'asc']],
    limit: ASSOCIATIONS_MAX,
  })
  return all.filter(({ president, office, officeTrail = [] }) => {
    const people = [
      president,
      office?.to,
      office?.by,
      ...officeTrail.flatMap(({ by, to, from }) => [by, to, from]),
    ]
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
