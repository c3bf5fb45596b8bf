import { selfservice } from '@domain/selfservice/contract'
import { handle } from '@platform/context'
import { claimReportOf } from './claimReports'
import { claimImports } from './store'

export const openClaimImport = handle(selfservice.openClaimImport, async (_ctx, { importId }) =>
  claimReportOf(await claimImports.require(importId, 'SELFSERVICE_IMPORT_MISSING')),
)
