import { membershipIdOf, memberships } from './store'

/** Whether somebody is a member of an association now. One request. */
export async function isMember(associationId: string, employeeId: string): Promise<boolean> {
  const membership = await memberships.get(membershipIdOf(associationId, employeeId))
  return membership?.state === 'member'
}
