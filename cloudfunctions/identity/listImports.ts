import { identity } from '@domain/identity/contract'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { summaryOf } from './importReport'
import { imports } from './store'

export const listImports = handle(identity.listImports, async ({ now }, { after }) => {
  const found = await imports.find({
    where: after === undefined ? {} : { _id: _.lt(after) },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ _id }) => _id)
  return { imports: rows.map(summaryOf), next, now }
})
