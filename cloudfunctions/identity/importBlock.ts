import type { RosterRow } from '@domain/identity/roster'
import { searchTermsOf } from '@domain/identity/searchTerms'
import { _ } from '@platform/cloud'
import type { Patch } from '@platform/collection'
import { isDuplicate } from '@platform/databaseErrors'
import { transaction } from '@platform/transaction'
import { endLending } from './lending'
import {
  type EmployeeDocument,
  employees,
  type ImportLineDocument,
  partingRooms,
  unboundOpenid,
} from './store'

const WRITERS = 8
/** What taking back a loan costs. */
const LENDING_REQUESTS = 4

/** Writes one block of an import and tells how many requests it cost. Writing it again changes nothing. */
export async function writeBlock(block: readonly ImportLineDocument[]): Promise<number> {
  const rows = (action: ImportLineDocument['action']) =>
    block.filter(line => line.action === action).map(({ row }) => row)
  return (
    (await insertJoining(rows('join'))) +
    (await updateChanged(block.filter(({ action }) => action === 'change'))) +
    (await markLeaving(rows('leave')))
  )
}

/** Inserts those who are not there yet; whoever is has been inserted by an earlier execution of the same block. */
async function insertJoining(rows: readonly RosterRow[]): Promise<number> {
  if (rows.length === 0) return 0
  const present = await employees.find({
    where: { _id: _.in(rows.map(({ employeeId }) => employeeId)) },
    limit: rows.length,
    fields: ['_id'],
  })
  const known = new Set(present.map(({ _id }) => _id))
  const missing = rows.filter(({ employeeId }) => !known.has(employeeId))
  if (missing.length === 0) return 1
  try {
    await employees.insertMany(missing.map(newcomer))
    return 2
  } catch (error) {
    // Caller and timer may write the same block at once: look again who is missing now.
    if (!isDuplicate(error)) throw error
    return 2 + (await insertJoining(missing))
  }
}

function newcomer({ employeeId, ...row }: RosterRow): EmployeeDocument {
  return {
    _id: employeeId,
    ...row,
    openid: unboundOpenid(employeeId),
    boundAt: null,
    agreedPrivacyVersion: null,
    grants: [],
    searchTerms: searchTermsOf({ _id: employeeId, name: row.name }),
  }
}

/** An import never touches grants or the bound account. */
async function updateChanged(lines: readonly ImportLineDocument[]): Promise<number> {
  const waiting = [...lines]
  const writer = async () => {
    for (let line = waiting.pop(); line; line = waiting.pop())
      await employees.updateWhere({ _id: line.row.employeeId }, patchOf(line))
  }
  await Promise.all(Array.from({ length: WRITERS }, writer))
  return lines.length
}

/**
 * Only what the check has found changed: whoever left after it is not let in again by a line about their department.
 * Whoever comes back has not left, and keeps their coins.
 */
function patchOf({ row, changed }: ImportLineDocument): Patch<EmployeeDocument> {
  const fields = changed.map(({ field }) => field)
  const { employeeId, name } = row
  return {
    ...Object.fromEntries(fields.map(field => [field, row[field]])),
    ...(fields.includes('name') ? { searchTerms: searchTermsOf({ _id: employeeId, name }) } : {}),
    ...(fields.includes('status') && row.status === 'active' ? { leavingId: null, parting: [] } : {}),
  }
}

/** What they have lent ends with them: a deputy does nobody's work who is not here. */
async function markLeaving(rows: readonly RosterRow[]): Promise<number> {
  if (rows.length === 0) return 0
  const those = { _id: _.in(rows.map(({ employeeId }) => employeeId)) }
  await employees.updateWhere(those, { status: 'left', parting: [...partingRooms] })
  const left = await employees.find({ where: those, limit: rows.length, fields: ['_id', 'lending'] })
  const lenders = left.filter(({ lending }) => lending)
  for (const { _id } of lenders) await transaction(tx => endLending(tx, _id))
  return 2 + lenders.length * LENDING_REQUESTS
}
