import { coin } from '@domain/coin/contract'
import type { Entry } from '@domain/coin/entry'
import { totalsOf } from '@domain/coin/ledger'
import { statementLine } from '@domain/coin/statement'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { monthOf } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import type { Where } from '@platform/collection'
import { handleWith } from '@platform/context'
import { gonePosts } from './gonePosts'
import { accountAlong, accountFrom } from './public'
import { entries } from './store'

type Filter = 'all' | Entry['side'] | Entry['reason']

function matching(filter: Filter): Where<Entry> {
  if (filter === 'all') return {}
  return filter === 'earned' || filter === 'spent' || filter === 'reversed'
    ? { side: filter }
    : { reason: filter }
}

const along = () => ({ account: accountAlong() })

export const openStatement = handleWith(
  coin.openStatement,
  along,
  async (ctx, asked, { account: stored }) => {
    const { filter, month, after } = asked
    const employeeId = ctx.employee.id
    const account = accountFrom(employeeId, stored?.[0] ?? null)
    const found = await entries.find({
      where: {
        employeeId,
        ...(month === undefined ? {} : { month }),
        ...matching(filter),
        ...(after === undefined ? {} : { number: _.lt(Number(after)) }),
      },
      orderBy: [['number', 'desc']],
      limit: limits.pageSize + 1,
    })
    const gone = await gonePosts(found)
    const { rows, next } = pageOf(found, limits.pageSize, entry => entry.number)
    return {
      balance: account.balance,
      debt: account.debt,
      experience: account.experience,
      month: totalsOf(account, month ?? monthOf(ctx.now)),
      months: account.months.map(({ on }) => on).reverse(),
      lines: rows.map(entry => statementLine(entry, gone)),
      next,
      now: ctx.now,
    }
  },
)
