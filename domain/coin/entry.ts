import type { Instant, Month } from '../kernel/time'
import type { Earning, Worth } from './earning'
import type { Side } from './lately'
import type { EarnReason, HAND_ACCOUNT, Payee, Reason } from './reasons'

/** `employee:VC018842`, `debt:VC018842`, `mint:forum.post`, `mall`, `adjust`. Only employees' accounts have a balance document. */
export type AccountName =
  | `employee:${string}`
  | `debt:${string}`
  | `mint:${EarnReason}`
  | Payee
  | typeof HAND_ACCOUNT

export interface Posting {
  account: AccountName
  /** Whole coins; positive comes in. */
  amount: number
}

export type EntryKind = 'earn' | 'spend' | 'refund' | 'reverse' | 'restore' | 'give' | 'take'

export const sideOf: Record<EntryKind, Side> = {
  earn: 'earned',
  spend: 'spent',
  refund: 'spent',
  reverse: 'reversed',
  restore: 'reversed',
  give: 'earned',
  take: 'reversed',
}

/** One movement of coins. Written once, never edited; its id makes the same source count once. */
export interface Entry {
  /** `<reason>:<sourceId>`; after the reason `.refunded`, `.reversed`, `.restored`, or `.reversed.again` after that. */
  _id: string
  kind: EntryKind
  side: Side
  reason: Reason
  sourceId: string
  employeeId: string
  /** The employee's entries are numbered without a gap; the statement pages by it. */
  number: number
  postings: Posting[]
  /** What the employee's balance changed by. */
  amount: number
  balanceAfter: number
  debtAfter: number
  /** Points of experience that came with it; negative where a reversal took them back. */
  experience: number
  experienceAfter: number
  title: string
  because: string | null
  subject: { kind: 'post' | 'order' | 'place'; id: string } | null
  /** Only in a reversal of what had been reversed and restored before. */
  again?: true
  /** Only in an earning by likes: whose they were. */
  likers?: string[]
  /** Only in what was moved by hand: who asked for it, and who agreed where it took two. */
  hand?: Hand
  earning: Omit<Earning, 'amount' | 'leftToday' | 'experience'> | null
  receivedAt: Instant
  /** Of `receivedAt`: the month that its totals and its statement count it in. */
  month: Month
  recordedAt: Instant
}

export interface Hand {
  byId: string
  checkedById: string | null
}

/** What an earning brought, debts that it paid included. */
export function earnedBy(entry: Entry): number {
  const minted = entry.postings.filter(posting => posting.account.startsWith('mint:'))
  return minted.reduce((sum, { amount }) => sum - amount, 0)
}

/** As `earnedBy`, with the points of experience; negative for a reversal. */
export function worthOf(entry: Entry): Worth {
  return { amount: earnedBy(entry), experience: entry.experience }
}

const suffixes: Record<EntryKind, string> = {
  earn: '',
  spend: '',
  give: '',
  take: '',
  refund: '.refunded',
  reverse: '.reversed',
  restore: '.restored',
}

/** The id of an entry: one source moves coins once for a reason and kind, and once again after a restoration. */
export function entryId(reason: Reason, kind: EntryKind, sourceId: string, again = false): string {
  const suffix = suffixes[kind]
  return `${reason}${suffix}${again ? '.again' : ''}:${sourceId}`
}

/** What an entry moves into one account; negative: out of it. */
export function posted(entry: Pick<Entry, 'postings'>, name: AccountName): number {
  return entry.postings.filter(({ account }) => account === name).reduce((sum, { amount }) => sum + amount, 0)
}
