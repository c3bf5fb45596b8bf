import { coin } from '@domain/coin/contract'
import type { Entry } from '@domain/coin/entry'
import { totalsOf } from '@domain/coin/ledger'
import { statementLine } from '@domain/coin/statement'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { monthOf } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import type { Where } from '@platform/collection'
import { handle } from '@platform/context'
import { accountOf } from './public'
import { entries } from './store'

type Filter = 'all' | Entry['side'] | Entry['reason']

function matching(filter: Filter): Where<Entry> {
  if (filter === 'all') return {}
  return filter === 'earned' || filter === 'spent' || filter === 'reversed'
    ? { side: filter }
    : { reason: filter }
}

export const openStatement = handle(coin.openStatement, async (ctx, { filter, month, after }) => {
  const employeeId = ctx.employee.id
  const [account, found] = await Promise.all([
    accountOf(employeeId),
    entries.find({
      where: {
        employeeId,
        ...(month === undefined ? {} : { month }),
        ...matching(filter),
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
    month: totalsOf(account, month ?? monthOf(ctx.now)),
    months: account.months.map(({ on }) => on).reverse(),
    lines: rows.map(statementLine),
    next,
    now: ctx.now,
  }
})
