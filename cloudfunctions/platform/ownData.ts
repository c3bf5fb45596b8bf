import { randomUUID } from 'node:crypto'
import type { Words } from '@domain/identity/ownData'
import type { Instant } from '@domain/kernel/time'

/** What a room keeps about somebody under one heading: `tables` of domain/identity/ownData.ts say why. */
export type OwnTables<Name extends string> = Record<Name, readonly object[]>

/** Somebody whose data goes. Every step may be done again: what it has changed, it does not find any more. */
export interface Leaving {
  employeeId: string
  /** What the roster calls them; steps of theirs may also be signed as it called them before. */
  name: string
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

/** Without a dot, for it becomes a key of what is counted by person. */
export function newPseudonym(): string {
  return `${PSEUDONYM}${randomUUID()}`
}

/** Whether a number is none, but stands for somebody whose data is gone. */
export function isPseudonym(employeeId: string): boolean {
  return employeeId.startsWith(PSEUDONYM)
}

interface Signed {
  action: string
  by: string
  note: string | null
}

/**
 * A trail as it stays of somebody. What only they could do is theirs, whatever they were called then, and with it what
 * they said; beside it a former colleague has signed what bears one of their names.
 */
export function withoutSignature<S extends Signed>(
  trail: readonly S[],
  { name, pseudonym }: Pick<Leaving, 'name' | 'pseudonym'>,
  { called, isOwn = () => false }: { called: string; isOwn?: (action: S['action']) => boolean },
): S[] {
  const by = formerPerson(pseudonym).name
  return trail.map(step => {
    if (isOwn(step.action)) return { ...step, by, note: null }
    return step.by === called || step.by === name ? { ...step, by } : step
  })
}
