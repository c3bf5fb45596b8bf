import type { RosterRow } from '@domain/identity/roster'
import { searchTermsOf } from '@domain/identity/searchTerms'
import { _ } from '@platform/cloud'
import type { Patch } from '@platform/collection'
import { isDuplicate } from '@platform/databaseErrors'
import { transaction } from '@platform/transaction'
import { markLeaving } from './importLeaving'
import { factsOf, recordLines } from './importRecord'
import { type MovedBy, moveByFile, type Place } from './moving'
import { type EmployeeDocument, employees, type ImportLineDocument, unboundOpenid } from './store'

const WRITERS = 8
/** What a move costs that ends roles; see `moveByFile`. */
const MOVE_REQUESTS = 9

/** Writes one block of an import and tells how many requests it cost. Writing it again changes nothing. */
export async function writeBlock(block: readonly ImportLineDocument[], by: MovedBy): Promise<number> {
  const lines = (action: ImportLineDocument['action']) => block.filter(line => line.action === action)
  return (
    (await insertJoining(lines('join').map(({ row }) => row))) +
    (await updateChanged(lines('change'), by)) +
    (await recordLines(lines('change'), by)) +
    (await markLeaving(lines('leave'), by))
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

/** An import never touches the bound account, and of grants only those over a place that somebody leaves. */
async function updateChanged(lines: readonly ImportLineDocument[], by: MovedBy): Promise<number> {
  const holding = await movingHolders(lines)
  const waiting = [...lines]
  const writer = async () => {
    for (let line = waiting.pop(); line; line = waiting.pop()) await updateOne(line, holding, by)
  }
  await Promise.all(Array.from({ length: WRITERS }, writer))
  return 1 + lines.length + holding.size * MOVE_REQUESTS
}

async function updateOne(line: ImportLineDocument, holding: ReadonlySet<string>, by: MovedBy): Promise<void> {
  const { employeeId } = line.row
  const patch = patchOf(line)
  if (holding.has(employeeId))
    await transaction(tx =>
      moveByFile(tx, { employeeId, ...placeIn(line) }, { patch, facts: factsOf(line) }, by),
    )
  else await employees.updateWhere({ _id: employeeId }, patch)
}

/** Of where somebody works, what a line changes. */
function placeIn({ row, changed }: ImportLineDocument): Partial<Place> {
  const changes = (one: 'department' | 'site') => changed.some(({ field }) => field === one)
  return {
    ...(changes('department') ? { department: row.department } : {}),
    ...(changes('site') ? { site: row.site } : {}),
  }
}

/** Those who move and hold any role. One request, none where nobody moves. */
async function movingHolders(lines: readonly ImportLineDocument[]): Promise<ReadonlySet<string>> {
  const moving = lines.filter(line => Object.keys(placeIn(line)).length > 0)
  if (moving.length === 0) return new Set()
  const found = await employees.find({
    where: { _id: _.in(moving.map(({ row }) => row.employeeId)) },
    limit: moving.length,
    fields: ['_id', 'grants'],
  })
  return new Set(found.filter(({ grants }) => grants.length > 0).map(({ _id }) => _id))
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
