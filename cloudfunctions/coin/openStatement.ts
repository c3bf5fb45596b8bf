import { coin } from '@domain/coin/contract'
import { totalsOf } from '@domain/coin/ledger'
import { statementLine } from '@domain/coin/statement'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { monthOf } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { accountOf } from './public'
import { entries } from './store'

export const openStatement = handle(coin.openStatement, async (ctx, { filter, after }) => {
  const employeeId = ctx.employee.id
  const [account, found] = await Promise.all([
    accountOf(employeeId),
    entries.find({
      where: {
        employeeId,
        ...(filter === 'all' ? {} : { side: filter }),
        ...(after === undefined ? {} : { number: _.lt(Number(after)) }),
      },
      orderBy: [['number', 'desc']],
      limit: limits.pageSize + 1,
    }),
  ])
  const { rows, next } = pageOf(found, limits.pageSize, entry => entry.number)
  return {
    balance: account.balance,
    debt: account.debt,
    experience: account.experience,
    month: totalsOf(account, monthOf(ctx.now)),
    lines: rows.map(statementLine),
    next,
    now: ctx.now,
  }
})
