import { coin } from '@domain/coin/contract'
import { posted } from '@domain/coin/entry'
import type { ReceiverView } from '@domain/coin/handContract'
import type { Account } from '@domain/coin/ledger'
import { HAND_ACCOUNT } from '@domain/coin/reasons'
import { type Instant, monthOf } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import type * as z from 'zod'
import { rosterBy } from '../identity/public'
import { accountFrom } from './books'
import { aloneIn } from './handing'
import { accounts, entries, keepers } from './store'

/** Far more than are moved by hand for those who are shown at once. */
const MOVED_MAX = 1_000

type Receiver = z.output<typeof ReceiverView>

export const openReceiver = handle(coin.openReceiver, async ({ employee, now }, { employeeId }) => {
  const [{ receivers, found }, kept, [known]] = await Promise.all([
    receiversOf([employeeId], now),
    keepers.get(employee.id),
    rosterBy([employeeId]),
  ])
  const month = monthOf(now)
  return {
    ...(receivers.get(employeeId) as Receiver),
    aloneOfReceiver: aloneIn(found.get(employeeId)?.alone, month),
    aloneOfKeeper: aloneIn(kept, month),
    isRegistered: known?.isRegistered ?? false,
  }
})

/** How people stand, and what was given and taken by hand this month. Two requests, none for nobody. */
export async function receiversOf(
  employeeIds: readonly string[],
  now: Instant,
): Promise<{ receivers: Map<string, Receiver>; found: Map<string, Account> }> {
  const ids = [...new Set(employeeIds)]
  if (ids.length === 0) return { receivers: new Map(), found: new Map() }
  const [stored, moved] = await Promise.all([
    accounts.find({ where: { _id: _.in(ids) }, limit: ids.length }),
    entries.find({
      where: {
        employeeId: _.in(ids),
        month: monthOf(now),
        reason: _.in(['hand.given', 'hand.taken']),
      },
      limit: MOVED_MAX,
    }),
  ])
  const found = new Map(stored.map(account => [account._id, account]))
  const receivers = ids.map(id => {
    const own = moved.filter(({ employeeId }) => employeeId === id).map(entry => posted(entry, HAND_ACCOUNT))
    const { balance, debt } = accountFrom(id, found.get(id) ?? null)
    const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + Math.abs(amount), 0)
    const given = sum(own.filter(amount => amount < 0))
    return [id, { balance, debt, given, taken: sum(own.filter(amount => amount > 0)) }] as const
  })
  return { receivers: new Map(receivers), found }
}
