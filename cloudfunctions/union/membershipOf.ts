import type { Employee } from '@platform/context'
import { membershipIdOf, memberships } from './store'
import { holdsOffice } from './views'

/** Whether the caller belongs to an association now: as a member, or because they preside over it. One request. */
export async function isMember(associationId: string, employee: Employee): Promise<boolean> {
  const membership = await memberships.get(membershipIdOf(associationId, employee.id))
  return membership?.state === 'member' || holdsOffice(employee, associationId)
}
