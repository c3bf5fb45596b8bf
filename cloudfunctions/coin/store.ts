import type { Entry } from '@domain/coin/entry'
import type { Given } from '@domain/coin/esteem'
import type { Account } from '@domain/coin/ledger'
import type { StoredRules } from '@domain/coin/ruling'
import { collection, type Document } from '@platform/collection'

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

export const accounts = collection<Account>('coin_accounts')
export const entries = collection<Entry>('coin_entries')
export const esteems = collection<EsteemDocument>('coin_esteems')
export const givens = collection<GivenDocument>('coin_givens')
export const ruleVersions = collection<StoredRules>('coin_rules')
