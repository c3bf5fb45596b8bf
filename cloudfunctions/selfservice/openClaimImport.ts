import { sayClaimChange } from '@domain/selfservice/claimFile'
import { selfservice } from '@domain/selfservice/contract'
import { handle } from '@platform/context'
import { claimReportOf } from './claimReports'
import { claimImports, claimLines } from './store'

const CHANGES_SHOWN = 100

export const openClaimImport = handle(selfservice.openClaimImport, async (_ctx, { importId }) => {
  const found = await claimImports.require(importId, 'SELFSERVICE_IMPORT_MISSING')
  const lines = await claimLines.find({
    where: { batchId: found.batchId },
    orderBy: [['number', 'asc']],
    limit: CHANGES_SHOWN,
  })
  const changes = lines.map(line => {
    const { number, employeeId, subject, amountFen } = line.row
    return { number, employeeId, subject, amountFen, words: sayClaimChange(line) }
  })
  return { ...claimReportOf(found), changes }
})
