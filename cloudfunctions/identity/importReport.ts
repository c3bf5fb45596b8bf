import type { RosterReport } from '@domain/identity/contract'
import type * as z from 'zod'
import type { ImportDocument } from './store'

/** An import as HR reads it. */
export function reportOf(document: ImportDocument): z.infer<typeof RosterReport> {
  const { problems, moreProblems, offices = [] } = document
  return { ...summaryOf(document), problems, moreProblems, offices }
}

/** An import as a list shows it: everything but the lines with problems and the offices. */
export function summaryOf(
  document: ImportDocument,
): Omit<z.infer<typeof RosterReport>, 'problems' | 'moreProblems' | 'offices'> {
  const { _id, fileName, read, unchanged, counts, changedFields, state } = document
  const { written, toWrite, checkedAt } = document
  return {
    importId: _id,
    fileName,
    read,
    unchanged,
    joining: counts.join,
    changed: counts.change,
    leaving: counts.leave,
    changedFields,
    state,
    written,
    toWrite,
    checkedAt,
  }
}
