import { dayOf } from '../kernel/time'
import { decideEarning, sumOf, type Worth } from './earning'
import { type AccountName, type Entry, earnedBy, entryId, posted, worthOf } from './entry'
import { type EsteemWalk, noEsteem, stepOfLikes } from './esteemAudit'
import { type Difference, differs, type Finding } from './findings'
import { stepOfHand } from './handAudit'
import type { Account } from './ledger'
import { type EarnReason, HAND_ACCOUNT, payees } from './reasons'
import { stepOfRefund } from './refundAudit'
import { type CoinRules, deliveredRules } from './rules'
import { noStreak, type StreakWalk, stepOfStreak } from './streakAudit'

export type { Finding, FindingCode } from './findings'

export interface Ledger {
  entries: readonly Entry[]
  accounts: readonly Account[]
  /** The versions of the rules beside the delivered one. */
  rules?: readonly CoinRules[]
}

export interface AuditReport {
  findings: Finding[]
  entries: number
  accounts: number
  /** Every account of the books, those of all employees as one: `employee`, `debt`, `mint:forum.post`, `mall`. */
  totals: Record<string, number>
  /** Of all totals; zero in a sound ledger. */
  sum: number
}

/**
 * Rebuilds every balance from the entries alone and names the first difference of each account: what comes after it
 * would only repeat it. An entry belongs to one employee, so that accounts are judged one by one; only what a source
 * paid is looked for in all of them.
 */
export function audit(ledger: Ledger): AuditReport {
  const books = openBooks(ledger)
  const totals = totalsOf(ledger.entries)
  return {
    findings: [...books.employeeIds].sort().flatMap(id => firstDifference(books, id)),
    entries: ledger.entries.length,
    accounts: ledger.accounts.length,
    totals,
    sum: Object.values(totals).reduce((sum, amount) => sum + amount, 0),
  }
}

interface Books {
  employeeIds: Set<string>
  accounts: Map<string, Account>
  /** In the order of their numbers. */
  entriesOf: Map<string, Entry[]>
  byId: Map<string, Entry>
  /** The entry that first moved coins for a source; any other has paid it again. */
  firstOfSource: Map<string, Entry>
  rules: Map<number, CoinRules>
}

function openBooks({ entries, accounts, rules = [] }: Ledger): Books {
  const entriesOf = new Map<string, Entry[]>()
  const firstOfSource = new Map<string, Entry>()
  for (const entry of [...entries].sort(inOrder)) {
    entriesOf.set(entry.employeeId, [...(entriesOf.get(entry.employeeId) ?? []), entry])
    if (!firstOfSource.has(sourceOf(entry))) firstOfSource.set(sourceOf(entry), entry)
  }
  return {
    employeeIds: new Set([...entriesOf.keys(), ...accounts.map(account => account._id)]),
    accounts: new Map(accounts.map(account => [account._id, account])),
    entriesOf,
    byId: new Map(entries.map(entry => [entry._id, entry])),
    firstOfSource,
    rules: new Map([deliveredRules, ...rules].map(version => [version.version, version])),
  }
}

function inOrder(a: Entry, b: Entry): number {
  return a.number - b.number || a.recordedAt - b.recordedAt || (a._id < b._id ? -1 : 1)
}

function sourceOf({ reason, kind, sourceId, again }: Entry): string {
  return entryId(reason, kind, sourceId, again)
}

/** What the entries so far have made of an account. */
interface Walk {
  balance: number
  debt: number
  experience: number
  number: number
  /** What each reason has earned on each day: `2026-01-31 forum.post`. */
  earned: Map<string, Worth>
  esteem: EsteemWalk
  streak: StreakWalk
  /** What one person alone moved by hand, by month. */
  alone: Map<string, Worth>
}

function firstDifference(books: Books, employeeId: string): Finding[] {
  const walk: Walk = {
    balance: 0,
    debt: 0,
    experience: 0,
    number: 0,
    earned: new Map(),
    esteem: noEsteem(),
    streak: noStreak(),
    alone: new Map(),
  }
  for (const entry of books.entriesOf.get(employeeId) ?? []) {
    const difference = step(books, walk, entry)
    if (difference) return [{ employeeId, entryId: entry._id, ...difference }]
  }
  const difference = compare(books.accounts.get(employeeId), walk)
  return difference ? [{ employeeId, entryId: null, ...difference }] : []
}

/** Judges one entry after those before it, then takes it into the walk. */
function step(books: Books, walk: Walk, entry: Entry): Difference | null {
  const today = walk.earned.get(dayAndReason(entry)) ?? { amount: 0, experience: 0 }
  walk.number += 1
  walk.experience += entry.experience
  walk.balance += posted(entry, `employee:${entry.employeeId}`)
  walk.debt -= posted(entry, `debt:${entry.employeeId}`)
  if (entry.kind === 'earn') walk.earned.set(dayAndReason(entry), sumOf(today, worthOf(entry)))
  return (
    identityOf(books, walk, entry) ??
    sumsOf(walk, entry) ??
    (entry.kind === 'earn' ? earningOf(books, walk, entry, today) : null) ??
    (entry.kind === 'reverse' ? reversalOf(books, walk, entry) : null) ??
    (entry.kind === 'restore' ? restorationOf(books, entry) : null) ??
    (entry.kind === 'refund' ? stepOfRefund(books, entry) : null) ??
    (entry.kind === 'give' || entry.kind === 'take' ? stepOfHand(walk.alone, books.byId, entry) : null)
  )
}

function identityOf(books: Books, walk: Walk, entry: Entry): Difference | null {
  const first = books.firstOfSource.get(sourceOf(entry))
  if (first && first !== entry) return { code: 'SOURCE_PAID_TWICE', expected: first._id, actual: entry._id }
  return (
    differs('ENTRY_ID_WRONG', sourceOf(entry), entry._id) ?? differs('NUMBER_GAP', walk.number, entry.number)
  )
}

function sumsOf(walk: Walk, entry: Entry): Difference | null {
  const own: AccountName[] = [
    `employee:${entry.employeeId}`,
    `debt:${entry.employeeId}`,
    ...Object.values(payees),
    ...(entry.hand ? ([HAND_ACCOUNT] as const) : []),
  ]
  const foreign = entry.postings.find(
    ({ account }) => !own.includes(account) && account !== `mint:${entry.reason}`,
  )
  const sum = entry.postings.reduce((total, { amount }) => total + amount, 0)
  return (
    differs('FOREIGN_POSTING', null, foreign?.account ?? null) ??
    differs('SUM_NOT_ZERO', 0, sum) ??
    differs('AMOUNT_WRONG', posted(entry, `employee:${entry.employeeId}`), entry.amount) ??
    (walk.balance < 0 ? { code: 'NEGATIVE_BALANCE', expected: 0, actual: walk.balance } : null) ??
    (walk.debt < 0 ? { code: 'NEGATIVE_DEBT', expected: 0, actual: walk.debt } : null) ??
    differs('BALANCE_AFTER_WRONG', walk.balance, entry.balanceAfter) ??
    differs('DEBT_AFTER_WRONG', walk.debt, entry.debtAfter) ??
    differs('EXPERIENCE_AFTER_WRONG', walk.experience, entry.experienceAfter)
  )
}

/** Decides the earning again by the version of the rules that the entry names and the time it was received. */
function earningOf(books: Books, walk: Walk, entry: Entry, today: Worth): Difference | null {
  const rules = entry.earning && books.rules.get(entry.earning.ruleVersion)
  if (!entry.earning || !rules)
    return {
      code: 'EARNING_WRONG',
      expected: 'a known version of the rules',
      actual: entry.earning?.ruleVersion ?? null,
    }
  const { cap, times, inARow } = entry.earning
  const total = today.amount + earnedBy(entry)
  if (total > cap.perDay) return { code: 'CAP_EXCEEDED', expected: cap.perDay, actual: total }
  const reason = entry.reason as EarnReason
  const likes = reason === 'forum.liked' ? stepOfLikes(walk.esteem, entry, rules) : null
  const decided = decideEarning({
    rules,
    reason,
    times,
    day: inARow?.day,
    at: entry.receivedAt,
    earnedToday: today.amount,
    experienceToday: today.experience,
  })
  return (
    likes ??
    stepOfStreak(walk.streak, entry) ??
    differs('EARNING_WRONG', equation(decided), equation(entry.earning)) ??
    differs('EARNING_WRONG', decided.amount, earnedBy(entry)) ??
    differs('EXPERIENCE_WRONG', decided.experience, entry.experience)
  )
}

function equation({
  base,
  times,
  multiplier,
  inARow,
  cap,
  experienceCap,
}: NonNullable<Entry['earning']>): string {
  const added = inARow ? ` + ${inARow.extra} + ${inARow.gift}` : ''
  const points = `${experienceCap.earnedToday} of ${experienceCap.perDay}`
  return `${base} × ${times} × ${multiplier}${added}, ${cap.earnedToday} of ${cap.perDay}, ${points}`
}

/** What a source has earned before: by one entry, or by all that likes brought it. */
function earnedBefore(books: Books, { esteem }: Walk, entry: Entry): Worth | null {
  if (entry.reason === 'forum.liked') return esteem.worth.get(entry.sourceId) ?? null
  const earning = books.byId.get(entryId(entry.reason, 'earn', entry.sourceId))
  return earning?.employeeId === entry.employeeId ? worthOf(earning) : null
}

function reversalOf(books: Books, walk: Walk, entry: Entry): Difference | null {
  const earned = earnedBefore(books, walk, entry)
  if (earned === null) {
    const id = entryId(entry.reason, 'earn', entry.sourceId)
    return { code: 'REVERSED_WITHOUT_EARNING', expected: id, actual: null }
  }
  const restoredId = entryId(entry.reason, 'restore', entry.sourceId)
  if (entry.again && !books.byId.has(restoredId))
    return { code: 'REVERSED_WITHOUT_EARNING', expected: restoredId, actual: null }
  return (
    differs('REVERSAL_WRONG', earned.amount, -earnedBy(entry)) ??
    differs('EXPERIENCE_WRONG', -earned.experience, entry.experience)
  )
}

function restorationOf(books: Books, entry: Entry): Difference | null {
  const id = entryId(entry.reason, 'reverse', entry.sourceId)
  const reversal = books.byId.get(id)
  if (reversal?.employeeId !== entry.employeeId)
    return { code: 'RESTORED_WITHOUT_REVERSAL', expected: id, actual: null }
  return (
    differs('RESTORATION_WRONG', -earnedBy(reversal), earnedBy(entry)) ??
    differs('EXPERIENCE_WRONG', -reversal.experience, entry.experience)
  )
}

function compare(account: Account | undefined, walk: Walk): Difference | null {
  return (
    differs('BALANCE_DIFFERS', walk.balance, account?.balance ?? null) ??
    differs('DEBT_DIFFERS', walk.debt, account?.debt ?? null) ??
    differs('EXPERIENCE_DIFFERS', walk.experience, account?.experience ?? null) ??
    differs('ENTRIES_DIFFER', walk.number, account?.entries ?? null)
  )
}

function dayAndReason({ receivedAt, reason }: Entry): string {
  return `${dayOf(receivedAt)} ${reason}`
}

function totalsOf(entries: readonly Entry[]): Record<string, number> {
  const totals: Record<string, number> = {}
  for (const { account, amount } of entries.flatMap(entry => entry.postings)) {
    const name = account.replace(/^(employee|debt):.*/, '$1')
    totals[name] = (totals[name] ?? 0) + amount
  }
  return totals
}
