import type { Person } from '@domain/kernel/schema'
import type { Instant } from '@domain/kernel/time'
import { afterStep } from '@domain/union/trail'
import { _ } from '@platform/cloud'
import type { Transaction } from '@platform/transaction'
import type * as z from 'zod'
import { colleaguesBy, grantRole, revokeRole } from '../identity/public'
import { type AssociationDocument, associations, membershipIdOf, memberships } from './store'

const OFFICES_MAX = 20
/** As many as an association has: whoever hands over looks for one by name. */
const SUCCESSORS_MAX = 300

interface Office {
  associationId: string
  name: string
  successors: z.infer<typeof Person>[]
}

/** The associations of these ids that somebody presides over, each with members who may follow. One request and two each. */
export async function officesOf(employeeId: string, associationIds: readonly string[]): Promise<Office[]> {
  if (associationIds.length === 0) return []
  const found = await associations.find({
    where: { _id: _.in([...associationIds]) },
    limit: OFFICES_MAX,
    fields: ['_id', 'name', 'president'],
  })
  return Promise.all(
    found
      .filter(({ president }) => president.employeeId === employeeId)
      .map(async ({ _id, name }) => ({
        associationId: _id,
        name,
        successors: await successorsOf(_id, employeeId),
      })),
  )
}

async function successorsOf(associationId: string, employeeId: string): Promise<Office['successors']> {
  const found = await memberships.find({
    where: { associationId, state: 'member' },
    limit: SUCCESSORS_MAX + 1,
  })
  const others = found.map(({ applicant }) => applicant).filter(one => one.employeeId !== employeeId)
  if (others.length === 0) return []
  // Whoever has left stays in the list of members until the timer comes by.
  const here = new Set((await colleaguesBy(others.map(one => one.employeeId))).map(one => one.employeeId))
  return others.filter(one => here.has(one.employeeId)).slice(0, SUCCESSORS_MAX)
}

/** What the president who has left was by the office stays no longer. Two requests. @returns whether they were a member */
async function endMembership(
  tx: Transaction,
  { _id, president }: AssociationDocument,
  at: Instant,
): Promise<boolean> {
  const { employeeId, name } = president
  const membershipId = membershipIdOf(_id, employeeId)
  const before = await memberships.in(tx).get(membershipId)
  const after = before && afterStep(before, { action: 'part', by: { employeeId, name }, at, reason: null })
  if (!after) return false
  await memberships.in(tx).update(membershipId, { ...after, remindAt: null })
  return before.state === 'member'
}

/**
 * Lets a member follow whoever presides and has left, inside the caller's transaction; their own membership ends with the
 * office. Done already, or no member any more, it changes nothing. Up to nine requests.
 * @returns when the office went on to the member, and what is to tell of it where it did so now; null: it did not
 */
export async function succeed(
  tx: Transaction,
  {
    associationId,
    fromId,
    toId,
    by,
    at,
  }: {
    associationId: string
    fromId: string
    toId: string
    by: { employeeId: string; name: string }
    at: Instant
  },
): Promise<{ at: Instant; news: { name: string; formerName: string } | null } | null> {
  const association = await associations.in(tx).get(associationId)
  const before = association ? successionAt(association, fromId, toId) : null
  if (before !== null) return { at: before, news: null }
  const membership = await memberships.in(tx).get(membershipIdOf(associationId, toId))
  if (association?.president.employeeId !== fromId || membership?.state !== 'member') return null
  const to = membership.applicant
  const grant = { role: 'president', scopeId: associationId } as const
  // Whoever has left meanwhile follows nobody.
  if (!(await grantRole(tx, toId, grant))) return null
  await revokeRole(tx, fromId, grant)
  const isEnded = await endMembership(tx, association, at)
  const { name, president } = association
  const from = { employeeId: fromId, name: president.name }
  const step = { action: 'accept' as const, by, to: { employeeId: toId, name: to.name }, from, at }
  await associations.in(tx).update(associationId, {
    president: to,
    office: null,
    ...(isEnded ? { members: _.inc(-1) } : {}),
    officeTrail: [...(association.officeTrail ?? []), step],
  })
  return { at, news: { name, formerName: president.name } }
}

/** When somebody who presides followed whoever had left; null: they did not. */
function successionAt(
  { president, officeTrail = [] }: Pick<AssociationDocument, 'president' | 'officeTrail'>,
  fromId: string,
  toId: string,
): Instant | null {
  if (president.employeeId !== toId) return null
  const last = officeTrail.filter(({ action }) => action === 'accept').at(-1)
  return last?.to.employeeId === toId && last.from?.employeeId === fromId ? last.at : null
}

/** Of some offices that are to go on, those that have gone to whom they should already. One request. */
export async function succeededIn(
  fromId: string,
  offices: readonly { associationId: string; toEmployeeId: string }[],
): Promise<string[]> {
  const found = await associations.find({
    where: { _id: _.in(offices.map(({ associationId }) => associationId)) },
    limit: OFFICES_MAX,
    fields: ['_id', 'president', 'officeTrail'],
  })
  return offices.flatMap(({ associationId, toEmployeeId }) => {
    const association = found.find(({ _id }) => _id === associationId)
    const isDone = association && successionAt(association, fromId, toEmployeeId) !== null
    return isDone ? [associationId] : []
  })
}
