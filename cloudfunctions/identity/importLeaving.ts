import { leavingNone } from '@domain/identity/rosterChanges'
import { Refusal } from '@domain/kernel/errors'
import { _ } from '@platform/cloud'
import { keepAudit } from '@platform/receipts'
import { transaction } from '@platform/transaction'
import { administrators, takeTurn } from '../access/public'
import { endBorrowing, lendersOf } from './borrowing'
import { entryOf, IMPORTING, importedId, recordLines } from './importRecord'
import { endLending } from './lending'
import type { MovedBy } from './moving'
import { employees, type ImportLineDocument, imports, partingRooms } from './store'

/** What ending a loan costs. */
const LENDING_REQUESTS = 8
/** What the leaving of an administrator costs. */
const ADMIN_REQUESTS = 7

const gone = { status: 'left' as const, parting: [...partingRooms] }

/**
 * What they have lent ends with them, and what was lent to them: a deputy does nobody's work who is not here. Whoever
 * has left already has left otherwise, and of that the record knows. An entry is kept before its line is written, so that
 * none is lost between the two.
 */
export async function markLeaving(lines: readonly ImportLineDocument[], by: MovedBy): Promise<number> {
  if (lines.length === 0) return 0
  const those = { _id: _.in(lines.map(({ row }) => row.employeeId)) }
  const here = await employees.find({
    where: { ...those, status: 'active' },
    limit: lines.length,
    fields: ['_id', 'grants'],
  })
  const plain = new Set(here.filter(one => !isAdmin(one)).map(({ _id }) => _id))
  const recording = await recordLines(
    lines.filter(({ row }) => plain.has(row.employeeId)),
    by,
  )
  // Whoever has become an administrator in between goes as one.
  const leaving = { _id: _.in([...plain]), status: 'active' as const, 'grants.role': _.neq('admin') }
  if (plain.size > 0) await employees.updateWhere(leaving, gone)
  const found = await employees.find({
    where: those,
    limit: lines.length,
    fields: ['_id', 'status', 'lending', 'grants'],
  })
  const admins = new Set(found.filter(({ status }) => status === 'active').map(({ _id }) => _id))
  const staying = new Set<string>()
  for (const line of lines.filter(({ row }) => admins.has(row.employeeId)))
    if (!(await leaveAsAdmin(line, by, plain))) staying.add(line.row.employeeId)
  const left = found.filter(({ _id }) => !staying.has(_id))
  const lenders = left.filter(({ lending }) => lending)
  for (const { _id } of lenders) await transaction(tx => endLending(tx, _id))
  for (const deputy of left) await endBorrowing(deputy, by)
  const loans = lenders.length + left.flatMap(lendersOf).length
  return 3 + recording + admins.size * ADMIN_REQUESTS + loans * LENDING_REQUESTS
}

const isAdmin = ({ grants }: { grants: readonly { role: string }[] }) =>
  grants.some(({ role }) => role === 'admin')

/**
 * Since the check others may have gone who administer the system: the last one of them stays.
 * @param recorded of whom an entry is kept already
 * @returns whether they have left
 */
async function leaveAsAdmin(
  line: ImportLineDocument,
  by: MovedBy,
  recorded: ReadonlySet<string>,
): Promise<boolean> {
  const { employeeId } = line.row
  const admins = await administrators()
  if (admins.ids.length === 1 && admins.ids[0] === employeeId) {
    await passOver(line, by)
    return false
  }
  try {
    await transaction(async tx => {
      await takeTurn(tx, admins)
      const found = await employees.in(tx).require(employeeId, 'IDENTITY_MEMBER_MISSING')
      if (found.status === 'left') return
      await employees.in(tx).update(employeeId, gone)
      if (recorded.has(employeeId)) return
      await keepAudit(tx, importedId(by, employeeId), by.at, entryOf(line, by), IMPORTING)
    })
    return true
  } catch (error) {
    // Another administrator has gone meanwhile: look again who is left.
    if (!(error instanceof Refusal) || error.code !== 'TOO_BUSY') throw error
    return leaveAsAdmin(line, by, recorded)
  }
}

/** The line waits for a person, as if the check had found it so; passed over twice it is reported once. */
async function passOver({ line, row }: ImportLineDocument, { importId }: MovedBy): Promise<void> {
  const problem = leavingNone(line, row)
  await transaction(async tx => {
    const { problems, counts } = await imports.in(tx).require(importId, 'IDENTITY_IMPORT_MISSING')
    const isKnown = problems.some(one => one.line === line && one.problem === problem.problem)
    if (isKnown) return
    await imports.in(tx).update(importId, {
      problems: [...problems, problem].sort((a, b) => a.line - b.line),
      counts: { ...counts, leave: counts.leave - 1 },
    })
  })
}
