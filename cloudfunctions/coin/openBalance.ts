import { coin } from '@domain/coin/contract'
import { earnedToday } from '@domain/coin/ledger'
import { handle } from '@platform/context'
import { accountOf, happyHour } from './public'

export const openBalance = handle(coin.openBalance, async ctx => {
  const [account, running] = await Promise.all([accountOf(ctx.employee.id), happyHour(ctx.now)])
  return {
    balance: account.balance,
    debt: account.debt,
    earnedToday: earnedToday(account, ctx.now),
    happyHour: running,
    now: ctx.now,
  }
})
