import { namesOfActing } from '@domain/access/lending'
import { identity } from '@domain/identity/contract'
import { refuse } from '@domain/kernel/errors'
import { _ } from '@platform/cloud'
import { type EmployeeContext, handle } from '@platform/context'
import { begin, closeIfWritten, writeOwnSlice } from './importing'
import { reportOf } from './importReport'
import { type ImportDocument, importLines, imports } from './store'

/**
 * Answers `applying` when one slice was not enough: the caller asks again, or the timer goes on. Whoever began the
 * import is told how it ended, whoever else finished it; anybody else comes too late.
 */
export const applyRoster = handle(identity.applyRoster, async (ctx, { importId }) => {
  const found = await imports.require(importId, 'IDENTITY_IMPORT_MISSING')
  const isOver = found.state === 'applied'
  refuse(isOver && found.appliedBy !== ctx.employee.id, 'IDENTITY_IMPORT_APPLIED')
  if (!isOver) await writeOwnSlice(await begun(ctx, found))
  return ctx.transaction(async tx => reportOf(await closeIfWritten(tx, importId, ctx.now)))
})

/** The check has stopped the lines about whoever checked; whoever applies may be another one. */
async function begun(ctx: EmployeeContext, found: ImportDocument): Promise<ImportDocument> {
  if (found.state !== 'checked') return found
  const ownIds = namesOfActing(ctx.employee, 'identity.roster.import')
  const own = await importLines.find({
    where: { batchId: found.batchId, 'row.employeeId': _.in(ownIds) },
    limit: 1,
    fields: ['_id'],
  })
  refuse(own.length > 0, 'IDENTITY_IMPORT_ONESELF')
  return begin(found._id, ctx.employee.id, ctx.now)
}
