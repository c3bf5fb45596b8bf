import type { AssociationDocument } from './store'

/** Whose own matter an event is: its host's, and the president's for whom the host may only stand in. */
export function eventOwners(hostId: string, { president }: Pick<AssociationDocument, 'president'>): string[] {
  return [...new Set([hostId, president.employeeId])]
}
