import type { Day, Instant } from '../kernel/time'

/** What was done in the back office, as the chain keeps it. */
export interface AuditRecord {
  /** 1, 2, 3 …: nothing may be missing. */
  number: number
  at: Instant
  on: Day
  /** An employee number, or `timer`. */
  by: string
  /** `union.decide`; empty where a timer did it. */
  action: string
  room: string
  /** `<collection>/<id>` */
  subject: string
  /** JSON with its keys in order: what is hashed must read the same for ever. */
  before: string
  after: string
  /** The hash of the record before; of the first: `FIRST`. */
  previous: string
  hash: string
}

export type Unsealed = Omit<AuditRecord, 'number' | 'previous' | 'hash'>

/** SHA-256 in hexadecimal: the rule knows no library. */
export type Hash = (text: string) => string

/** What stands before the first record. */
export const FIRST = '0'.repeat(64)

/** How far a chain goes: its last record. */
export interface Head {
  number: number
  hash: string
}

export const START: Head = { number: 0, hash: FIRST }

/** What is hashed of a record: every field in one order, so that none can be changed unseen. */
function contentOf(record: Omit<AuditRecord, 'hash'>): string {
  const { number, at, on, by, action, room, subject, before, after, previous } = record
  return JSON.stringify([number, at, on, by, action, room, subject, before, after, previous])
}

/** Appends records to a chain, in the order given. */
export function sealAfter(head: Head, unsealed: readonly Unsealed[], hash: Hash): AuditRecord[] {
  const sealed: AuditRecord[] = []
  for (const one of unsealed) {
    const last = sealed.at(-1) ?? head
    const record = { ...one, number: last.number + 1, previous: last.hash }
    sealed.push({ ...record, hash: hash(contentOf(record)) })
  }
  return sealed
}

export interface Break {
  number: number
  why: 'missing' | 'altered' | 'moved'
}

/**
 * Follows the chain from a record on and finds the first that does not hold: `missing` where a number is left out,
 * `altered` where a record does not give its own hash, `moved` where it does not follow the one before.
 */
export function checkFrom(
  head: Head,
  records: readonly AuditRecord[],
  hash: Hash,
): { head: Head; broken: Break | null } {
  let last = head
  for (const record of records) {
    const { number } = record
    if (number !== last.number + 1) return { head: last, broken: { number: last.number + 1, why: 'missing' } }
    if (hash(contentOf(record)) !== record.hash) return { head: last, broken: { number, why: 'altered' } }
    if (record.previous !== last.hash) return { head: last, broken: { number, why: 'moved' } }
    last = record
  }
  return { head: { number: last.number, hash: last.hash }, broken: null }
}

/** Whether the chain ends where it was known to end: records cut off its end leave a sound chain that is too short. */
export function checkEnd(found: Head, known: Head): Break | null {
  if (found.number < known.number) return { number: found.number + 1, why: 'missing' }
  return found.number === known.number && found.hash !== known.hash
    ? { number: found.number, why: 'altered' }
    : null
}
