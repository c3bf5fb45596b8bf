import { careers } from '@domain/careers/contract'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { mineOf } from './candidateViews'
import { candidates } from './store'

export const listMine = handle(careers.listMine, async ({ employee, now }, { after }) => {
  const found = await candidates.find({
    where: { employeeId: employee.id, ...(after === undefined ? {} : { boardKey: _.lt(after) }) },
    orderBy: [['boardKey', 'desc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ boardKey }) => boardKey)
  return { candidates: rows.map(mineOf), next, now }
})
