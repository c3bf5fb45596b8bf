import { can, type Grant } from '../access/roles'

/**
 * An official account is not a person: it is a voice of the company, of the union or of an association, and whoever has
 * the right speaks as it. Readers see the account; who spoke stays in the document and in the audit.
 */
export interface Voice {
  accountId: string
  name: string
}

const OF_ASSOCIATION = 'association:'

/** The account that an association has by being one. */
export function accountOfAssociation(associationId: string): string {
  return `${OF_ASSOCIATION}${associationId}`
}

/** The association whose voice an account is; null for an account of the company or the union. */
export function associationOf(accountId: string): string | null {
  return accountId.startsWith(OF_ASSOCIATION) ? accountId.slice(OF_ASSOCIATION.length) : null
}

/** Whether somebody may speak as an account: an association's president as the association, others by a role over it. */
export function maySpeakAs(grants: readonly Grant[], accountId: string): boolean {
  const associationId = associationOf(accountId)
  return associationId === null
    ? can(grants, 'forum.speak', accountId)
    : can(grants, 'union.speak', associationId)
}

interface Said {
  author: { employeeId: string }
  voice?: Voice
}

/**
 * Whether a publication is somebody's own, to change and to delete: what an account has said belongs to all who may
 * speak as it, and no longer to whoever spoke once that right has ended.
 */
export function isOwnOf({ author, voice }: Said, person: { id: string; grants: readonly Grant[] }): boolean {
  return voice ? maySpeakAs(person.grants, voice.accountId) : author.employeeId === person.id
}
