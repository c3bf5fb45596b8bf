import { refuse } from '@domain/kernel/errors'
import { selfservice } from '@domain/selfservice/contract'
import { handle } from '@platform/context'
import { beginClaims, closeClaims, writeClaimSlice } from './claimImporting'
import { claimReportOf } from './claimReports'
import { claimImports } from './store'

/**
 * Answers `applying` when one slice was not enough. Whoever began the import is told how it ended, whoever else finished
 * it; anybody else comes too late.
 */
export const applyClaims = handle(selfservice.applyClaims, async (ctx, { importId }) => {
  const found = await claimImports.require(importId, 'SELFSERVICE_IMPORT_MISSING')
  const isOver = found.state === 'applied'
  refuse(isOver && found.appliedBy !== ctx.employee.id, 'SELFSERVICE_IMPORT_APPLIED')
  const begun = found.state === 'checked' ? await beginClaims(importId, ctx.employee.id, ctx.now) : found
  if (!isOver) await writeClaimSlice(begun)
  return ctx.transaction(async tx => claimReportOf(await closeClaims(tx, importId)))
})
