import { refuse } from '../kernel/errors'
import { dayOf, type Instant, type Month, monthOf } from '../kernel/time'
import type { Earning, Worth } from './earning'
import { type AccountName, type Entry, entryId, type Hand, type Posting, posted, sideOf } from './entry'
import {
  type Closing,
  closingsAfter,
  type DayEarning,
  daysAfter,
  type MonthTotals,
  monthOutOf,
  monthsAfter,
} from './lately'
import {
  type EarnReason,
  earnReasons,
  HAND_ACCOUNT,
  type HandReason,
  payees,
  type Reason,
  type SpendReason,
} from './reasons'

/** An employee's coins as they stand after the last entry. */
export interface Account {
  /** The employee's id. */
  _id: string
  balance: number
  /** What reversals could not take because it had been spent; later income pays it first. */
  debt: number
  /** All points of experience; they are never spent, so that only a reversal lessens them. */
  experience: number
  entries: number
  /**
   * What each reason has earned on each of the last days that earned anything. Several are kept, because a retry
   * counts on the day of its first reception and may get through after later days have begun.
   */
  days: DayEarning[]
  /** What the balance changed by in each of the last months that changed it, the latest last. */
  months: MonthTotals[]
  /** What the balance was at the end of each of the last days that changed it, the latest last. */
  closings: Closing[]
  /** What one person alone has moved by hand in the latest month in which somebody did. Absent: nothing. */
  alone?: Worth & { on: Month }
}

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
  likers?: string[]
  hand?: Hand
}

/** The account of somebody who has never moved a coin. */
export function emptyAccount(employeeId: string): Account {
  return {
    _id: employeeId,
    balance: 0,
    debt: 0,
    experience: 0,
    entries: 0,
    days: [],
    months: [],
    closings: [],
  }
}

/** An account's totals of a month. */
export function totalsOf(account: Account, on: Month): MonthTotals {
  return monthOutOf(account.months, on)
}

/** What a reason has earned the account on the day of an instant. */
export function earnedOn(account: Account, reason: EarnReason, at: Instant): number {
  return worthOn(account, reason, at).amount
}

/** As `earnedOn`, with the points of experience. */
export function worthOn(account: Account, reason: EarnReason, at: Instant): Worth {
  const on = dayOf(at)
  const day = account.days.find(one => one.on === on && one.reason === reason)
  return { amount: day?.amount ?? 0, experience: day?.experience ?? 0 }
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
  const { amount, leftToday: _left, experience, ...why } = earning
  const movement = credit(account, `mint:${reason}`, amount, {
    ...source,
    kind: 'earn',
    experience,
    earning: why,
    because: null,
  })
  const before = worthOn(account, reason, source.receivedAt)
  const days = daysAfter(account.days, {
    on: dayOf(source.receivedAt),
    reason,
    amount: before.amount + amount,
    experience: before.experience + experience,
  })
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
  return record(account, postings, { ...source, kind: 'spend', experience: 0, earning: null, because: null })
}

/** Books a price back; debts are paid out of it first. */
export function postRefund(
  account: Account,
  amount: number,
  source: Source<SpendReason>,
  because: string,
): Movement {
  const story = { ...source, kind: 'refund' as const, experience: 0, earning: null, because }
  return credit(account, payees[source.reason], amount, story)
}

/**
 * Takes an earning back as far as the balance goes; the rest becomes a debt. Its experience goes whole: none was spent.
 * `earned` is what it once brought in all.
 */
export function postReversal(
  account: Account,
  reason: EarnReason,
  earned: Worth,
  source: Source,
  because: string,
): Movement {
  const experience = -earned.experience
  const story = { ...source, kind: 'reverse' as const, experience, earning: null, because }
  return debit(account, `mint:${reason}`, earned.amount, story)
}

/** Books what somebody is given by hand; debts are paid out of it first. */
export function postGift(account: Account, worth: Worth, source: Source<HandReason>): Movement {
  const story = { ...source, kind: 'give' as const, earning: null, because: null }
  return credit(account, HAND_ACCOUNT, worth.amount, { ...story, experience: worth.experience })
}

/** Takes coins by hand as far as the balance goes, the rest as a debt; and experience as far as there is any. */
export function postTaking(account: Account, worth: Worth, source: Source<HandReason>): Movement {
  const experience = -Math.min(account.experience, worth.experience)
  const story = { ...source, kind: 'take' as const, earning: null, because: null }
  return debit(account, HAND_ACCOUNT, worth.amount, { ...story, experience })
}

/** Books what a reversal took back in again, debts first; `taken` is what the reversal once took in all. */
export function postRestoration(
  account: Account,
  reason: EarnReason,
  { amount, experience }: Worth,
  source: Source,
  because: string,
): Movement {
  const story = { ...source, kind: 'restore' as const, experience, earning: null, because }
  return credit(account, `mint:${reason}`, amount, story)
}

type Story = Source & Pick<Entry, 'kind' | 'earning' | 'because' | 'experience'>

function credit(account: Account, from: AccountName, amount: number, story: Story): Movement {
  const repaid = Math.min(account.debt, amount)
  const postings: Posting[] = [
    { account: from, amount: -amount },
    { account: `debt:${account._id}`, amount: repaid },
    { account: `employee:${account._id}`, amount: amount - repaid },
  ]
  return record(account, postings, story)
}

/** Takes as far as the balance goes; the rest becomes a debt. */
function debit(account: Account, to: AccountName, amount: number, story: Story): Movement {
  const taken = Math.min(account.balance, amount)
  const postings: Posting[] = [
    { account: `employee:${account._id}`, amount: -taken },
    { account: `debt:${account._id}`, amount: taken - amount },
    { account: to, amount },
  ]
  return record(account, postings, story)
}

function record(account: Account, postings: Posting[], story: Story): Movement {
  const balance = account.balance + posted({ postings }, `employee:${account._id}`)
  const debt = account.debt - posted({ postings }, `debt:${account._id}`)
  const experience = account.experience + story.experience
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
    experienceAfter: experience,
    month: monthOf(story.receivedAt),
    ...story,
  }
  return {
    entry,
    account: {
      ...account,
      balance,
      debt,
      experience,
      entries: number,
      months: monthsAfter(account.months, { on: entry.month, side: entry.side, amount: entry.amount }),
      closings: closingsAfter(account.closings, { on: dayOf(entry.recordedAt), balance }),
    },
  }
}
