import type { WaitingItem } from '@domain/access/contract'
import { WAITING_MAX } from '@domain/access/inbox'
import { hasDecided } from '@domain/approval/flow'
import type { Alongs } from '@platform/along'
import { _ } from '@platform/cloud'
import type { Employee } from '@platform/context'
import { lendersOf } from './foundingTurn'
import { eventMatter } from './matters'
import {
  type AssociationDocument,
  associations,
  events,
  foundings,
  type MembershipDocument,
  memberships,
} from './store'

export { decidedOn } from './dayFigures'
export { decidedFoundings } from './decidedFoundings'
export { type DecidedLine, decidedLines } from './decidedReading'
export { exportOf, foundingsOpen } from './ownPart'
export { sitesOfAll } from './sites'
export { officesOf, succeed, succeededIn } from './succession'

/**
 * The applications that wait for whoever presides over these associations, oldest first, at most 50; null: those of
 * all associations. Their own are none of them: see `decide`. One request.
 */
export async function waitingApplications(
  { id }: Pick<Employee, 'id'>,
  scopeIds: string[] | null,
): Promise<WaitingItem[]> {
  if (scopeIds?.length === 0) return []
  const pending = await memberships.find({
    where: {
      ...{ state: 'pending', employeeId: _.neq(id) },
      ...(scopeIds === null ? {} : { associationId: _.in(scopeIds) }),
    },
    orderBy: [['appliedAt', 'asc']],
    limit: WAITING_MAX,
  })
  return pending.map(waitingOf)
}

/** The applications to found an association that wait for a colleague, or for somebody who has lent them the role. */
export async function waitingFoundings({
  id,
  grants,
}: Pick<Employee, 'id' | 'grants'>): Promise<WaitingItem[]> {
  const waiting = await foundings.find({
    where: { openIds: _.in([id, ...lendersOf(grants)]) },
    limit: WAITING_MAX,
  })
  // Whoever has had a say has none in a lender's name: see `approverFor`.
  const theirs = waiting.filter(({ openIds, approval }) => openIds.includes(id) || !hasDecided(approval, id))
  return theirs.map(({ _id, applicant, name, reason, createdAt }) => ({
    kind: 'founding',
    id: _id,
    place: name,
    person: applicant,
    title: `${applicant.name}想创办${name}`,
    summary: reason,
    since: createdAt,
  }))
}

/** The events that wait for a colleague's yes, or for that of somebody who has lent them the role. */
export async function waitingEvents({ id, grants }: Pick<Employee, 'id' | 'grants'>): Promise<WaitingItem[]> {
  const waiting = await events.find({
    where: { openIds: _.in([id, ...lendersOf(grants)]) },
    limit: WAITING_MAX,
  })
  return waiting.map(event => {
    const { asked, summary } = eventMatter(event)
    const { _id, host, associationName, startsAt, approval } = event
    return {
      kind: 'event',
      id: _id,
      place: associationName,
      person: host,
      title: asked,
      summary,
      since: approval?.since ?? startsAt,
    }
  })
}

/** The associations of some ids, for their names and who presides; those that are not there are left out. One request, none for no ids. */
export async function associationsBy(
  ids: readonly string[],
): Promise<Pick<AssociationDocument, '_id' | 'name' | 'headline' | 'president'>[]> {
  if (ids.length === 0) return []
  return associations.find({
    where: { _id: _.in([...ids]) },
    limit: ids.length,
    fields: ['_id', 'name', 'headline', 'president'],
  })
}

const JOINED_MAX = 99

/** What the associations that a person is a member of are called, at most 99. One request. */
export async function associationsJoined(employeeId: string): Promise<string[]> {
  const joined = await memberships.find({
    where: { employeeId, state: 'member' },
    limit: JOINED_MAX,
    fields: ['associationName'],
  })
  return joined.map(({ associationName }) => associationName)
}

/** The memberships of the caller, at most 99, each with what another room has for it, for whoever reads them along. */
export function joinedAlong(each: Alongs = {}) {
  return memberships.along({
    where: { state: 'member' },
    ofCaller: 'employeeId',
    limit: JOINED_MAX,
    fields: ['associationId'],
    each,
  })
}

/** How an association is called and how many are in it; null: there is none. One request. */
export async function associationNamed(
  associationId: string,
): Promise<{ name: string; members: number } | null> {
  return associations.get(associationId)
}

const ASSOCIATIONS_MAX = 1_000

/** Associations by their ids; null: all. One request, none for no ids. */
export async function associationsIn(
  ids: string[] | null,
): Promise<{ associationId: string; name: string; site: string }[]> {
  if (ids?.length === 0) return []
  const found = await associations.find({
    where: ids === null ? {} : { _id: _.in(ids) },
    orderBy: [['_id', 'asc']],
    limit: ASSOCIATIONS_MAX,
    fields: ['_id', 'name', 'site'],
  })
  return found.map(({ _id, name, site }) => ({ associationId: _id, name, site }))
}

function waitingOf({ _id, associationName, applicant, reason, appliedAt }: MembershipDocument): WaitingItem {
  return {
    kind: 'application',
    id: _id,
    place: associationName,
    person: applicant,
    title: `${applicant.name}想加入`,
    summary: reason,
    since: appliedAt,
  }
}
