import { identity } from '@domain/identity/contract'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { begin, closeIfWritten, writeOwnSlice } from './importing'
import { reportOf } from './importReport'
import { imports } from './store'

/**
 * Answers `applying` when one slice was not enough: the caller asks again, or the timer goes on. Whoever began the
 * import is told how it ended, whoever else finished it; anybody else comes too late.
 */
export const applyRoster = handle(identity.applyRoster, async (ctx, { importId }) => {
  const found = await imports.require(importId, 'IDENTITY_IMPORT_MISSING')
  const isOver = found.state === 'applied'
  refuse(isOver && found.appliedBy !== ctx.employee.id, 'IDENTITY_IMPORT_APPLIED')
  const begun = found.state === 'checked' ? await begin(importId, ctx.employee.id, ctx.now) : found
  if (!isOver) await writeOwnSlice(begun)
  return ctx.transaction(async tx => reportOf(await closeIfWritten(tx, importId, ctx.now)))
})
