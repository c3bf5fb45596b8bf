import { coin } from '@domain/coin/contract'
import { earnedOn } from '@domain/coin/ledger'
import { earnReasons } from '@domain/coin/reasons'
import { handle } from '@platform/context'
import { accountOf, happyHour } from './public'

export const openBalance = handle(coin.openBalance, async ctx => {
  const [account, running] = await Promise.all([accountOf(ctx.employee.id), happyHour(ctx.now)])
  return {
    balance: account.balance,
    debt: account.debt,
    earnedToday: earnReasons.reduce((sum, reason) => sum + earnedOn(account, reason, ctx.now), 0),
    happyHour: running,
    now: ctx.now,
  }
})
