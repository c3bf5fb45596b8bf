import type { Approval } from '@domain/approval/flow'
import { rolesAt, seatsAt } from '@domain/approval/seats'
import { APPROVERS_MAX } from '@domain/union/foundingFlow'
import { holdersOf } from '../identity/public'

/** Who decides at a node of an approval, by who holds which role now; at most ten. One request, none past the last. */
export async function decidersAt(
  approval: Pick<Approval, 'nodes' | 'decisions' | 'ownerIds'>,
  index: number,
): Promise<string[]> {
  const roles = rolesAt(approval, index)
  if (roles.length === 0) return []
  return seatsAt(approval, index, await holdersOf(roles)).slice(0, APPROVERS_MAX)
}
