import { audit } from '@domain/coin/audit'
import { decideEarning } from '@domain/coin/earning'
import { entryId } from '@domain/coin/entry'
import {
  type Account,
  earnedOn,
  emptyAccount,
  postEarning,
  postRefund,
  postRestoration,
  postReversal,
  postSpending,
  totalsOf,
  worthOn,
} from '@domain/coin/ledger'
import { deliveredRules } from '@domain/coin/rules'
import { statementLine } from '@domain/coin/statement'
import fc from 'fast-check'
import { Bookkeeper, movables } from '../../support/movements'

const at = Date.parse('2026-03-02T12:00:00+08:00')
const paid = { amount: 5, experience: 10 }
const source = <R extends 'forum.post' | 'mall.redeem'>(reason: R, sourceId: string, receivedAt = at) => ({
  reason,
  sourceId,
  title: `发帖「${sourceId}」`,
  subject: null,
  receivedAt,
  recordedAt: receivedAt,
})

function earn(account: Account, sourceId: string, receivedAt = at) {
  const { amount: earnedToday, experience: experienceToday } = worthOn(account, 'forum.post', receivedAt)
  const today = { earnedToday, experienceToday }
  const earning = decideEarning({ rules: deliveredRules, reason: 'forum.post', at: receivedAt, ...today })
  return postEarning(account, 'forum.post', source('forum.post', sourceId, receivedAt), earning)
}

describe('properties of any sequence of movements', () => {
  const booked = movables.map(sequence => {
    const keeper = new Bookkeeper()
    for (const movable of sequence) keeper.book(movable)
    return keeper
  })

  test('every entry sums to zero, no balance and no debt is ever negative, the auditor finds nothing', () => {
    fc.assert(
      fc.property(booked, ({ entries, accounts }) => {
        for (const entry of entries) {
          expect(entry.postings.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
          expect(entry.balanceAfter).toBeGreaterThanOrEqual(0)
          expect(entry.debtAfter).toBeGreaterThanOrEqual(0)
        }
        expect(audit({ entries, accounts: [...accounts.values()] })).toMatchObject({ findings: [], sum: 0 })
      }),
    )
  })

  test('a debt is paid before anything is credited', () => {
    fc.assert(
      fc.property(booked, ({ entries }) => {
        const credits = entries.filter(({ kind }) => kind === 'earn' || kind === 'refund')
        for (const entry of credits) if (entry.debtAfter > 0) expect(entry.amount).toBe(0)
      }),
    )
  })

  test('no day brings more than its cap, however late a retry is booked', () => {
    fc.assert(
      fc.property(booked, ({ accounts }) => {
        for (const { reason, amount } of [...accounts.values()].flatMap(account => account.days)) {
          expect(amount).toBeLessThanOrEqual(deliveredRules.earning[reason].perDayMax)
        }
      }),
    )
  })
})

describe('a cap', () => {
  test('stays closed for yesterday when a retry of yesterday comes after today has begun', () => {
    const yesterday = at - 24 * 3_600_000
    let account = emptyAccount('VC000001')
    for (let post = 0; post < 6; post += 1) account = earn(account, `y${post}`, yesterday).account
    account = earn(account, 'today').account
    expect(earnedOn(account, 'forum.post', yesterday)).toBe(30)
    expect(earnedOn(account, 'forum.post', at)).toBe(5)
  })
})

describe('a reversal', () => {
  test('takes what is there, owes the rest, and the next income pays that first', () => {
    const earned = earn(emptyAccount('VC000001'), 'p1')
    const spent = postSpending(earned.account, 4, source('mall.redeem', 'o1'))
    const reversed = postReversal(spent.account, 'forum.post', paid, source('forum.post', 'p1'), '广告')
    expect(reversed.account).toMatchObject({ balance: 0, debt: 4 })
    expect(statementLine(reversed.entry)).toMatchObject({ amount: -1, debtAdded: 4, because: '广告' })
    const again = earn(reversed.account, 'p2')
    expect(again.account).toMatchObject({ balance: 1, debt: 0 })
    expect(statementLine(again.entry)).toMatchObject({ amount: 1, debtPaid: 4, balanceAfter: 1 })
  })
})

describe('a spending', () => {
  test('is refused beyond the balance and changes nothing', () => {
    const { account } = earn(emptyAccount('VC000001'), 'p1')
    expect(() => postSpending(account, 6, source('mall.redeem', 'o1'))).toThrow('COIN_NOT_ENOUGH')
    expect(account.balance).toBe(5)
  })

  test('and its refund leave a month in which nothing was spent', () => {
    const { account } = earn(emptyAccount('VC000001'), 'p1')
    const spent = postSpending(account, 3, source('mall.redeem', 'o1')).account
    expect(totalsOf(spent, '2026-03')).toEqual({ on: '2026-03', earned: 5, spent: 3, reversed: 0 })
    const refunded = postRefund(spent, 3, source('mall.redeem', 'o1'), '取消订单').account
    expect(totalsOf(refunded, '2026-03')).toEqual({ on: '2026-03', earned: 5, spent: 0, reversed: 0 })
  })

  test('of last month, booked late, does not touch the totals of this month', () => {
    const { account } = earn(emptyAccount('VC000001'), 'p1')
    const february = Date.parse('2026-02-28T23:59:59+08:00')
    const late = postSpending(account, 1, source('mall.redeem', 'o1', february)).account
    expect(totalsOf(late, '2026-03')).toEqual({ on: '2026-03', earned: 5, spent: 0, reversed: 0 })
    expect(totalsOf(late, '2026-02')).toEqual({ on: '2026-02', earned: 0, spent: 1, reversed: 0 })
  })
})

test('a restoration gives back what a reversal took, debts first, and may be reversed again', () => {
  const { account } = earn(emptyAccount('VC000001'), 'p1')
  const spent = postSpending(account, 3, source('mall.redeem', 'o1')).account
  const reversal = postReversal(spent, 'forum.post', paid, source('forum.post', 'p1'), '广告')
  expect(reversal.account).toMatchObject({ balance: 0, debt: 3 })
  const restored = postRestoration(
    reversal.account,
    'forum.post',
    paid,
    source('forum.post', 'p1'),
    '判断错了',
  )
  expect(restored.account).toMatchObject({ balance: 2, debt: 0, entries: 4 })
  expect(restored.entry).toMatchObject({ _id: 'forum.post.restored:p1', side: 'reversed', amount: 2 })
  expect(restored.entry.postings.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
  expect(totalsOf(restored.account, '2026-03')).toEqual({ on: '2026-03', earned: 5, spent: 3, reversed: 0 })
  const twice = { ...source('forum.post', 'p1'), again: true as const }
  const again = postReversal(restored.account, 'forum.post', paid, twice, '自己删除')
  expect(again.entry._id).toBe('forum.post.reversed.again:p1')
  expect(again.account).toMatchObject({ balance: 0, debt: 3 })
})

test('the id of an entry is its source, kind by kind', () => {
  expect(entryId('forum.post', 'earn', 'p1')).toBe('forum.post:p1')
  expect(entryId('forum.post', 'reverse', 'p1')).toBe('forum.post.reversed:p1')
  expect(entryId('mall.redeem', 'spend', 'o1')).toBe('mall.redeem:o1')
  expect(entryId('mall.redeem', 'refund', 'o1')).toBe('mall.redeem.refunded:o1')
})
