import type { RosterCells } from '@domain/identity/roster'
import { rosterColumns } from '@domain/identity/rosterColumns'
import { refuse } from '@domain/kernel/errors'
import { csvLines } from '@platform/csv'

/** Three times the company; what a check may cost and how long it may take follow from it. */
const LINES_MAX = 20_000

/**
 * The lines of a roster file, empty ones left out.
 * @throws Refusal IDENTITY_IMPORT_UNREADABLE when it is no CSV with the roster's header line,
 *   IDENTITY_IMPORT_TOO_LONG when it has more than 20,000 lines
 */
export function linesOf(text: string): RosterCells[] {
  const lines = csvLines(text, rosterColumns, 'IDENTITY_IMPORT_UNREADABLE')
  refuse(lines.length > LINES_MAX, 'IDENTITY_IMPORT_TOO_LONG')
  return lines
}
