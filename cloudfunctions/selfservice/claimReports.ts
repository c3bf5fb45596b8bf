import type { ClaimReportView } from '@domain/selfservice/invoiceContract'
import type { ClaimImportDocument } from './invoiceDocuments'

type Summary = Omit<ClaimReportView, 'problems' | 'moreProblems'>

/** An import as a list shows it: everything but the lines with problems. */
export function claimSummaryOf(document: ClaimImportDocument): Summary {
  const { _id, fileName, read, adding, moving, unchanged, state, written, toWrite, checkedAt } = document
  return { importId: _id, fileName, read, adding, moving, unchanged, state, written, toWrite, checkedAt }
}

/** An import as finance reads it. */
export function claimReportOf(document: ClaimImportDocument): ClaimReportView {
  const { problems, moreProblems } = document
  return { ...claimSummaryOf(document), problems, moreProblems }
}
