import type { Entry } from '@domain/coin/entry'
import type { Given } from '@domain/coin/esteem'
import type { HandState, HandWay, SecondWord } from '@domain/coin/hand'
import type { BatchView } from '@domain/coin/handContract'
import type { HandProblemLine, HandRow, HandSums } from '@domain/coin/handFile'
import type { Account } from '@domain/coin/ledger'
import type { StoredRules } from '@domain/coin/ruling'
import type { Person } from '@domain/kernel/schema'
import type { Instant, Month } from '@domain/kernel/time'
import { collection, type Document } from '@platform/collection'
import type * as z from 'zod'

/** What likes have brought the author of one post or comment; the id is that of the post or comment. */
export interface EsteemDocument extends Document {
  employeeId: string
  /** Whose likes have been looked at, each once, whether they counted or not: so nobody's is paid twice. */
  seen: string[]
  /** How many earnings there were. */
  batches: number
  /** All of them together: whole coins and points of experience. */
  amount: number
  experience: number
  /** Taken back: likes bring nothing until the post or comment is given back. */
  closed: boolean
}

/** Whose likes have counted for one author within a week; the id is the author's. */
export interface GivenDocument extends Document {
  given: Given[]
}

/** Who asked for something, and in whose names: their own, and their lenders' where they have no grant of their own. */
export interface Asker {
  employeeId: string
  name: string
  inNames: string[]
}

/** What somebody moves by hand for one colleague; the id is the source of its entry. */
export interface HandDocument extends Document {
  employeeId: string
  person: z.infer<typeof Person>
  way: HandWay
  amount: number
  experience: number
  /** What the receiver reads. */
  why: string
  state: HandState
  by: Asker
  askedAt: Instant
  /** Where it took a second person. */
  decision: SecondWord | null
}

/** What one person has moved alone in the latest month in which they did; the id is theirs. */
export interface KeeperDocument extends Document {
  on: Month
  amount: number
  experience: number
}

export interface BatchDocument extends Document {
  fileName: string
  read: number
  sums: HandSums
  /** One that was checked before names were kept has none. */
  problems: (Omit<HandProblemLine, 'name'> & { name?: string })[]
  moreProblems: number
  state: z.infer<typeof BatchView>['state']
  /** Whose lines to write. */
  linesId: string
  written: number
  /** How many of these were for somebody who had left, and brought nothing. Absent: none. */
  passedOver?: number
  toWrite: number
  /** Until when whoever writes a slice keeps others from it; in the past while nobody does. */
  leaseUntil: Instant
  by: Asker
  checkedAt: Instant
  decision: SecondWord | null
}

export interface BatchLineDocument extends Document, HandRow {
  linesId: string
  /** Counted from 0, what moves most first: the order of reading and of writing. */
  number: number
  expiresAt: Instant
}

export const accounts = collection<Account>('coin_accounts')
export const entries = collection<Entry>('coin_entries')
export const esteems = collection<EsteemDocument>('coin_esteems')
export const givens = collection<GivenDocument>('coin_givens')
export const ruleVersions = collection<StoredRules>('coin_rules')
export const hands = collection<HandDocument>('coin_hands')
export const keepers = collection<KeeperDocument>('coin_keepers')
export const batches = collection<BatchDocument>('coin_batches')
export const batchLines = collection<BatchLineDocument>('coin_batch_lines')
