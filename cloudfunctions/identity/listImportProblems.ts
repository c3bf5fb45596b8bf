import { identity } from '@domain/identity/contract'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { importProblems, imports } from './store'

const READ_AT_ONCE = 100
/** One fewer than a request may return: one more tells whether there are any. */
const FILED_AT_ONCE = 999

export const listImportProblems = handle(identity.listImportProblems, async (_ctx, input) => {
  const { importId, forFile, after } = input
  const { batchId } = await imports.require(importId, 'IDENTITY_IMPORT_MISSING')
  const size = forFile ? FILED_AT_ONCE : READ_AT_ONCE
  const found = await importProblems.find({
    where: { batchId, ...(after === undefined ? {} : { number: _.gt(Number(after)) }) },
    orderBy: [['number', 'asc']],
    limit: size + 1,
  })
  const { rows, next } = pageOf(found, size, ({ number }) => number)
  return { problems: rows.map(({ problem }) => problem), next }
})
