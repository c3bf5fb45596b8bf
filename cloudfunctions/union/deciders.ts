import { signingRoles } from '@domain/access/lending'
import { type Approval, hasDecided } from '@domain/approval/flow'
import { rolesAt, seatsAt } from '@domain/approval/seats'
import type { Instant } from '@domain/kernel/time'
import { APPROVERS_MAX } from '@domain/union/foundingFlow'
import { holdersOf, withDeputies } from '../identity/public'
import type { AssociationDocument } from './store'

/** Who decides at a node of an approval, by who holds which role now; at most ten. One request, none past the last. */
export async function decidersAt(
  approval: Pick<Approval, 'nodes' | 'decisions' | 'ownerIds'>,
  index: number,
): Promise<string[]> {
  const roles = rolesAt(approval, index)
  if (roles.length === 0) return []
  return seatsAt(approval, index, await holdersOf(roles)).slice(0, APPROVERS_MAX)
}

/** The work of whoever presides over an association, as `withDeputies` asks for it. */
export const presiding = (associationId: string) => ({
  roles: ['president'] as const,
  scopeId: associationId,
})

/**
 * Who answers an application to join: whoever presides and is here, and their deputy, but not the applicant, who may be
 * that deputy. One request.
 */
export async function answering(
  { _id, president }: AssociationDocument,
  applicantId: string,
  now: Instant,
): Promise<string[]> {
  const deciders = await withDeputies([president.employeeId], presiding(_id), now)
  return deciders.filter(id => id !== applicantId)
}

/**
 * Who hears that something waits: those of some colleagues who are here, and whoever does their work now and may sign it,
 * so neither who has had a say already nor whose own matter it is. One request, none for nobody.
 */
export async function hearingOf(
  { decisions, ownerIds }: Pick<Approval, 'decisions' | 'ownerIds'>,
  deciders: readonly string[],
  now: Instant,
): Promise<string[]> {
  const heard = await withDeputies(deciders, { roles: signingRoles }, now)
  const maySign = (id: string) => !ownerIds.includes(id) && !hasDecided({ decisions }, id)
  return heard.filter(id => deciders.includes(id) || maySign(id))
}
