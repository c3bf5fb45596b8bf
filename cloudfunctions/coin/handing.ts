import { sumOf, type Worth } from '@domain/coin/earning'
import type { Hand } from '@domain/coin/entry'
import { type HandWay, needsSecond } from '@domain/coin/hand'
import { type Account, postGift, postTaking } from '@domain/coin/ledger'
import { refuse } from '@domain/kernel/errors'
import { grouped } from '@domain/kernel/grouped'
import { type Instant, monthOf } from '@domain/kernel/time'
import type { Employee } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import { accountIn, write } from './books'
import { type Asker, keepers } from './store'

export interface Handing extends Worth {
  /** The source of the entry: a proposal, or a line of a batch. */
  sourceId: string
  employeeId: string
  way: HandWay
  why: string
  hand: Hand
  at: Instant
  /** Of the notice to its owner. */
  noticeId: string
}

/** @throws Refusal COIN_HAND_NOT_YOURS */
export function assertMine(employee: Employee, by: Asker): void {
  refuse(by.employeeId !== employee.id, 'COIN_HAND_NOT_YOURS')
}

/**
 * Books it, and tells its owner, inside the caller's transaction: four requests; `account` where it has been read.
 * @throws Refusal COIN_ENTRY_CONFLICT when it was booked before
 */
export async function book(tx: Transaction, handing: Handing, known?: Account): Promise<void> {
  const { employeeId, way, amount, experience, why, hand, at, sourceId, noticeId } = handing
  const account = known ?? (await accountIn(tx, employeeId))
  const source = {
    reason: way === 'give' ? ('hand.given' as const) : ('hand.taken' as const),
    ...{ sourceId, title: why, subject: null, receivedAt: at, recordedAt: Date.now(), hand },
  }
  const post = way === 'give' ? postGift : postTaking
  await write(tx, post(account, { amount, experience }, source))
  await notify(tx, {
    _id: noticeId,
    employeeId,
    kind: 'coin',
    title: `${way === 'give' ? '收到' : '收回'} ${worthLabel(handing)}`,
    body: why,
    at,
    target: null,
  })
}

/** "200 沃币、50 经验" */
export function worthLabel({ amount, experience }: Worth): string {
  const parts = [
    amount > 0 ? `${grouped(amount)} 沃币` : '',
    experience > 0 ? `${grouped(experience)} 经验` : '',
  ]
  return parts.filter(Boolean).join('、')
}

/**
 * Counts what one person moves alone, inside the caller's transaction. Three requests, two when it takes a second.
 * @returns the receiver's account with it counted; null: it takes a second person
 */
export async function countAlone(
  tx: Transaction,
  { employeeId, amount, experience, hand, at }: Handing,
): Promise<Account | null> {
  const account = await accountIn(tx, employeeId)
  const kept = await keepers.in(tx).get(hand.byId)
  const on = monthOf(at)
  const worth = { amount, experience }
  const aloneOfReceiver = aloneIn(account.alone, on)
  const aloneOfKeeper = aloneIn(kept, on)
  if (needsSecond({ worth, aloneOfReceiver, aloneOfKeeper })) return null
  await keepers.in(tx).put({ _id: hand.byId, on, ...sumOf(aloneOfKeeper, worth) })
  return { ...account, alone: { on, ...sumOf(aloneOfReceiver, worth) } }
}

/** What was moved alone in a month; what is kept may be of an earlier one. */
export function aloneIn(kept: (Worth & { on: string }) | null | undefined, on: string): Worth {
  return kept?.on === on ? { amount: kept.amount, experience: kept.experience } : { amount: 0, experience: 0 }
}
