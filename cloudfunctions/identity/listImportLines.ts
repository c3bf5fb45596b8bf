import { identity, type RosterLine } from '@domain/identity/contract'
import { fieldShown } from '@domain/identity/rosterChanges'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import type * as z from 'zod'
import { type ImportLineDocument, importLines, imports } from './store'

export const listImportLines = handle(identity.listImportLines, async (_ctx, { importId, action, after }) => {
  const { batchId } = await imports.require(importId, 'IDENTITY_IMPORT_MISSING')
  const found = await importLines.find({
    where: { batchId, action, ...(after === undefined ? {} : { number: _.gt(Number(after)) }) },
    orderBy: [['number', 'asc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ number }) => String(number))
  return { lines: rows.map(lineOf), next }
})

function lineOf({ row, changed }: ImportLineDocument): z.infer<typeof RosterLine> {
  const { employeeId, name, department, site, joinedOn } = row
  return {
    employeeId,
    name,
    department,
    site,
    joinedOn,
    changed: changed.map(({ field, was }) => ({ field, was, becomes: fieldShown(row, field) })),
  }
}
