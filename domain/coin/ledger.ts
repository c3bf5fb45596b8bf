import { refuse } from '../kernel/errors'
import { type Day, dayOf, type Instant, type Month, monthOf } from '../kernel/time'
import type { Earning } from './earning'
import { type EarnReason, earnReasons, type Payee, payees, type Reason, type SpendReason } from './reasons'

/** `employee:VC018842`, `debt:VC018842`, `mint:forum.post`, `mall`, `booking`. Only employees' accounts have a balance document. */
export type AccountName = `employee:${string}` | `debt:${string}` | `mint:${EarnReason}` | Payee

export interface Posting {
  account: AccountName
  /** Whole coins; positive comes in. */
  amount: number
}

export type EntryKind = 'earn' | 'spend' | 'refund' | 'reverse' | 'restore'

/** The monthly total that an entry counts in; a refund lessens what was spent, a restoration what was reversed. */
export type Side = 'earned' | 'spent' | 'reversed'

export const sideOf: Record<EntryKind, Side> = {
  earn: 'earned',
  spend: 'spent',
  refund: 'spent',
  reverse: 'reversed',
  restore: 'reversed',
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
  title: string
  because: string | null
  subject: { kind: 'post' | 'order' | 'place'; id: string } | null
  /** Only in a reversal of what had been reversed and restored before. */
  again?: true
  earning: Omit<Earning, 'amount' | 'leftToday'> | null
  receivedAt: Instant
  recordedAt: Instant
}

/** An employee's coins as they stand after the last entry. */
export interface Account {
  /** The employee's id. */
  _id: string
  balance: number
  /** What reversals could not take because it had been spent; later income pays it first. */
  debt: number
  entries: number
  /**
   * What each reason has earned on each of the last days that earned anything. Several are kept, because a retry
   * counts on the day of its first reception and may get through after later days have begun.
   */
  days: DayEarning[]
  /** What the balance changed by in the last months, for the same reason more than one. */
  months: MonthTotals[]
}

/** Whole coins that a reason has earned on a day, debts that they paid included. */
export interface DayEarning {
  on: Day
  reason: EarnReason
  amount: number
}

/** Whole coins; earned − spent − reversed is what the balance changed by. */
export interface MonthTotals extends Record<Side, number> {
  on: Month
}

/** A retry finds its first reception for seven days, so that at most eight calendar days can still change. */
const DAYS_KEPT = 8
const MONTHS_KEPT = 2

export interface Movement {
  account: Account
  entry: Entry
}

/** What every movement tells of itself. */
export interface Source<R extends Reason = Reason> {
  reason: R
  sourceId: string
  title: string
  subject: Entry['subject']
  receivedAt: Instant
  recordedAt: Instant
  again?: true
}

export function emptyAccount(employeeId: string): Account {
  return {
    _id: employeeId,
    balance: 0,
    debt: 0,
    entries: 0,
    days: [],
    months: [],
  }
}

/** An account's totals of a month. */
export function totalsOf(account: Account, on: Month): MonthTotals {
  return account.months.find(month => month.on === on) ?? { on, earned: 0, spent: 0, reversed: 0 }
}

/** What a reason has earned the account on the day of an instant. */
export function earnedOn(account: Account, reason: EarnReason, at: Instant): number {
  const on = dayOf(at)
  return account.days.find(day => day.on === on && day.reason === reason)?.amount ?? 0
}

/** What all reasons together have earned the account on the day of an instant. */
export function earnedToday(account: Account, at: Instant): number {
  return earnReasons.reduce((sum, reason) => sum + earnedOn(account, reason, at), 0)
}

/** Books an earning; debts are paid out of it first. */
export function postEarning(
  account: Account,
  reason: EarnReason,
  source: Source,
  earning: Earning,
): Movement {
  const { amount, leftToday: _left, ...why } = earning
  const movement = credit(account, `mint:${reason}`, amount, {
    ...source,
    kind: 'earn',
    earning: why,
    because: null,
  })
  const earned = earnedOn(account, reason, source.receivedAt) + amount
  const days = daysAfter(account, { on: dayOf(source.receivedAt), reason, amount: earned })
  return { ...movement, account: { ...movement.account, days } }
}

/**
 * Books a price.
 * @throws Refusal COIN_NOT_ENOUGH
 */
export function postSpending(account: Account, amount: number, source: Source<SpendReason>): Movement {
  refuse(account.balance < amount, 'COIN_NOT_ENOUGH')
  const postings: Posting[] = [
    { account: `employee:${account._id}`, amount: -amount },
    { account: payees[source.reason], amount },
  ]
  return record(account, postings, { ...source, kind: 'spend', earning: null, because: null })
}

/** Books a price back; debts are paid out of it first. */
export function postRefund(
  account: Account,
  amount: number,
  source: Source<SpendReason>,
  because: string,
): Movement {
  return credit(account, payees[source.reason], amount, { ...source, kind: 'refund', earning: null, because })
}

/** Takes an earning back as far as the balance goes; the rest becomes a debt. `earned` is what it once brought in all. */
export function postReversal(
  account: Account,
  reason: EarnReason,
  earned: number,
  source: Source,
  because: string,
): Movement {
  const taken = Math.min(account.balance, earned)
  const owed = earned - taken
  const postings: Posting[] = [
    { account: `employee:${account._id}`, amount: -taken },
    { account: `debt:${account._id}`, amount: -owed },
    { account: `mint:${reason}`, amount: earned },
  ]
  return record(account, postings, { ...source, kind: 'reverse', earning: null, because })
}

/** Books what a reversal took back in again, debts first; `amount` is what the reversal once took in all. */
export function postRestoration(
  account: Account,
  reason: EarnReason,
  amount: number,
  source: Source,
  because: string,
): Movement {
  return credit(account, `mint:${reason}`, amount, { ...source, kind: 'restore', earning: null, because })
}

/** What an earning brought, debts that it paid included. */
export function earnedBy(entry: Entry): number {
  return -entry.postings
    .filter(posting => posting.account.startsWith('mint:'))
    .reduce((sum, { amount }) => sum + amount, 0)
}

/** The id of an entry: one source moves coins once for a reason and kind, and once again after a restoration. */
export function entryId(reason: Reason, kind: EntryKind, sourceId: string, again = false): string {
  const suffix = { earn: '', spend: '', refund: '.refunded', reverse: '.reversed', restore: '.restored' }[
    kind
  ]
  return `${reason}${suffix}${again ? '.again' : ''}:${sourceId}`
}

type Story = Source & Pick<Entry, 'kind' | 'earning' | 'because'>

function credit(account: Account, from: AccountName, amount: number, story: Story): Movement {
  const repaid = Math.min(account.debt, amount)
  const postings: Posting[] = [
    { account: from, amount: -amount },
    { account: `debt:${account._id}`, amount: repaid },
    { account: `employee:${account._id}`, amount: amount - repaid },
  ]
  return record(account, postings, story)
}

function record(account: Account, postings: Posting[], story: Story): Movement {
  const moved = (name: AccountName) =>
    postings.filter(posting => posting.account === name).reduce((sum, { amount }) => sum + amount, 0)
  const balance = account.balance + moved(`employee:${account._id}`)
  const debt = account.debt - moved(`debt:${account._id}`)
  const number = account.entries + 1
  const entry: Entry = {
    _id: entryId(story.reason, story.kind, story.sourceId, story.again),
    side: sideOf[story.kind],
    employeeId: account._id,
    number,
    postings: postings.filter(({ amount }) => amount !== 0),
    amount: balance - account.balance,
    balanceAfter: balance,
    debtAfter: debt,
    ...story,
  }
  return {
    entry,
    account: { ...account, balance, debt, entries: number, months: monthsAfter(account, entry) },
  }
}

function daysAfter(account: Account, { on, reason, amount }: DayEarning): DayEarning[] {
  const others = account.days.filter(day => day.on !== on || day.reason !== reason)
  const all = [...others, { on, reason, amount }]
  const latest = [...new Set(all.map(day => day.on))].sort().slice(-DAYS_KEPT)
  return all.filter(day => latest.includes(day.on))
}

function monthsAfter(account: Account, entry: Entry): MonthTotals[] {
  const totals = totalsOf(account, monthOf(entry.receivedAt))
  const change = entry.side === 'earned' ? entry.amount : -entry.amount
  const changed = { ...totals, [entry.side]: totals[entry.side] + change }
  const others = account.months.filter(month => month.on !== totals.on)
  return [...others, changed].sort((a, b) => (a.on < b.on ? -1 : 1)).slice(-MONTHS_KEPT)
}
