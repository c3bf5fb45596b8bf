import { entryId } from '@domain/coin/entry'
import { postGift, postTaking } from '@domain/coin/ledger'
import type { Instant } from '@domain/kernel/time'
import type { Transaction } from '@platform/transaction'
import { accountIn, write } from './books'
import { entries } from './store'

interface Settlement {
  employeeId: string
  /** Of the leaving; it settles once. */
  sourceId: string
  byId: string
  at: Instant
}

const sourceOf = ({ sourceId, byId, at }: Settlement, title: string) => ({
  ...{ sourceId, title, subject: null, receivedAt: at, recordedAt: Date.now() },
  hand: { byId, checkedById: null },
})

/** Takes what somebody who left still has, inside the caller's transaction: three requests, one when it is nothing. */
export async function settleCoins(tx: Transaction, settlement: Settlement): Promise<number> {
  const account = await accountIn(tx, settlement.employeeId)
  if (account.balance === 0) return 0
  const source = { reason: 'hand.settled' as const, ...sourceOf(settlement, '离职，没用完的沃币清零') }
  await write(tx, postTaking(account, { amount: account.balance, experience: 0 }, source))
  return account.balance
}

/** Gives back what a leaving has settled, inside the caller's transaction: four requests, one when it was nothing. */
export async function resumeCoins(tx: Transaction, settlement: Settlement): Promise<number> {
  const settled = await entries.in(tx).get(entryId('hand.settled', 'take', settlement.sourceId))
  if (!settled) return 0
  const account = await accountIn(tx, settlement.employeeId)
  const source = { reason: 'hand.resumed' as const, ...sourceOf(settlement, '返岗，离职时清零的沃币还给你') }
  await write(tx, postGift(account, { amount: -settled.amount, experience: 0 }, source))
  return -settled.amount
}
