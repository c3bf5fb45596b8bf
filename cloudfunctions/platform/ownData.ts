import type { Words } from '@domain/identity/ownData'
import type { Instant } from '@domain/kernel/time'

/** What a room keeps about somebody under one heading: `tables` of domain/identity/ownData.ts say why. */
export type OwnTables<Name extends string> = Record<Name, readonly object[]>

/** Somebody whose data goes. Every step may be done again: what it has changed, it does not find any more. */
export interface Leaving {
  employeeId: string
  /** What stands for them in what stays; nothing leads from it to the person. */
  pseudonym: string
  /** What becomes of their posts and comments. */
  words: Words
  at: Instant
}

/** As colleagues see somebody whose data is gone. */
export function formerPerson(pseudonym: string) {
  return { employeeId: pseudonym, name: '前同事', site: '', department: '' }
}

const PSEUDONYM = 'former-'

/** Whether a number is none, but stands for somebody whose data is gone. */
export function isPseudonym(employeeId: string): boolean {
  return employeeId.startsWith(PSEUDONYM)
}
