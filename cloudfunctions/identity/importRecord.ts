import { fieldShown } from '@domain/identity/rosterChanges'
import { type AuditEntry, keepAudits } from '@platform/receipts'
import type { MovedBy } from './moving'
import { type ImportLineDocument, memberSubject } from './store'

export const IMPORTING = 'identity.applyRoster'

/** Of what a file changed about somebody there is one entry, whoever writes it. */
export const importedId = ({ importId }: Pick<MovedBy, 'importId'>, employeeId: string) =>
  `imported.${importId}.${employeeId}`

/** What a line changes and what stood there, as far as the record keeps it: of a phone only a part. */
export function factsOf({ action, row, changed }: ImportLineDocument) {
  if (action === 'leave') return { before: { status: 'active' }, after: { status: 'left' } }
  return {
    before: Object.fromEntries(changed.map(({ field, was }) => [field, was])),
    after: Object.fromEntries(changed.map(({ field }) => [field, fieldShown(row, field)])),
  }
}

/** What the record says of one line. */
export const entryOf = (line: ImportLineDocument, { by }: Pick<MovedBy, 'by'>): AuditEntry => ({
  by,
  subject: memberSubject(line.row.employeeId),
  ...factsOf(line),
})

/**
 * Keeps an entry about each person whom these lines change or take off the roster; whoever joins was nobody before, and
 * is counted with the import. Two requests, none for no lines.
 */
export async function recordLines(lines: readonly ImportLineDocument[], by: MovedBy): Promise<number> {
  const kept = lines.map(line => ({ id: importedId(by, line.row.employeeId), audit: entryOf(line, by) }))
  await keepAudits(kept, by.at, IMPORTING)
  return kept.length > 0 ? 2 : 0
}
