import { ownGrants } from '@domain/access/lending'
import { type Grant, roles } from '@domain/access/roles'
import type { RosterRow } from '@domain/identity/roster'
import type { Instant } from '@domain/kernel/time'
import type { Patch } from '@platform/collection'
import { idFor, keepAudit } from '@platform/receipts'
import type { Transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import { takeFromDeputy } from './grants'
import { IMPORTING, importedId } from './importRecord'
import { type EmployeeDocument, employees, memberSubject } from './store'

export type Place = Pick<EmployeeDocument, 'department' | 'site'>

export const roleNamesOf = (grants: readonly Grant[]) => grants.map(({ role }) => roles[role].zh)

/** What somebody may no longer do in another place. What was lent to them is the lender's, and stays while they are away. */
export const rolesEndingWith = (from: Place & { grants: readonly Grant[] }, to: Place): Grant[] =>
  ownGrants(from.grants).filter(grant => endsWithMove(grant, from, to))

/** A role over the old department or the old city does not move along; one over any other thing stays. */
function endsWithMove({ role, scopeId }: Grant, from: Place, to: Place): boolean {
  const { scope } = roles[role]
  if (scope === 'department') return scopeId === from.department && from.department !== to.department
  return scope === 'city' && scopeId === from.site && from.site !== to.site
}

/** The title and text of the message about a move. */
export function wordsOfMove({ department, site }: Place, ended: readonly Grant[], otherwise: string) {
  const lost = `跟着原来范围的角色已经收回：${roleNamesOf(ended).join('、')}`
  return { title: `你的资料改到了${site} · ${department}`, body: ended.length > 0 ? lost : otherwise }
}

/** Who moved somebody by a file of HR's, and when. */
export interface MovedBy {
  importId: string
  by: string
  at: Instant
}

/**
 * Writes what an import changes of somebody who moves with it, inside the caller's transaction, and ends their roles over
 * the place they leave as a move by hand does. Written again it ends nothing more. Two requests, nine where roles end.
 */
export async function moveByFile(
  tx: Transaction,
  { employeeId, department, site }: Pick<RosterRow, 'employeeId'> & Partial<Place>,
  { patch, facts }: { patch: Patch<EmployeeDocument>; facts: { before: object; after: object } },
  { importId, by, at }: MovedBy,
): Promise<void> {
  const found = await employees.in(tx).require(employeeId, 'IDENTITY_MEMBER_MISSING')
  const to = { department: department ?? found.department, site: site ?? found.site }
  const ended = rolesEndingWith(found, to)
  const grants = found.grants.filter(grant => !ended.includes(grant))
  await employees.in(tx).update(employeeId, { ...patch, grants })
  if (ended.length === 0) return
  await takeFromDeputy(tx, found, ended)
  const id = `moved.${importId}.${employeeId}`
  const entry = {
    by,
    subject: memberSubject(employeeId),
    before: {
      ...facts.before,
      ...{ department: found.department, site: found.site, grants: found.grants },
    },
    after: { ...facts.after, ...to, ended: roleNamesOf(ended) },
  }
  await keepAudit(tx, importedId({ importId }, employeeId), at, entry, IMPORTING)
  const words = wordsOfMove(to, ended, '')
  await notify(tx, {
    _id: idFor({ id, receivedAt: at }, 'notice'),
    employeeId,
    kind: 'account',
    ...words,
    at,
    target: null,
  })
}
