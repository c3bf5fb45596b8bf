import { randomUUID } from 'node:crypto'
import { namesOfActing } from '@domain/access/lending'
import { identity, type RosterOffice } from '@domain/identity/contract'
import { type RosterRow, readRoster } from '@domain/identity/roster'
import { compareRoster, type RosterComparison } from '@domain/identity/rosterChanges'
import { slicesOf } from '@domain/kernel/slices'
import { DAY_MS, dayOf, type Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { type EmployeeContext, handle } from '@platform/context'
import { keepingCopies, readTextFile } from '@platform/storage'
import type * as z from 'zod'
import { administrators } from '../access/public'
import { associationsBy } from '../union/public'
import { reportOf } from './importReport'
import { presidedBy } from './leaveMember'
import { linesOf } from './rosterFile'
import { rosterSeen } from './rosterTurns'
import {
  type EmployeeDocument,
  employees,
  type ImportDocument,
  importLines,
  importProblems,
  imports,
} from './store'
import { noteFile } from './uploads'

const PROBLEMS_SHOWN = 100
const OFFICES_SHOWN = 100
const READ_AT_ONCE = 1_000
const WRITTEN_AT_ONCE = 1_000
/** Lines outlive the day in which a check may be applied, so that an import never runs out of them. */
const LINES_LIFE_MS = 7 * DAY_MS

export const checkRoster = handle(identity.checkRoster, async (ctx, input) => {
  const { fileId } = input
  // By the clock of this execution: a retry keeps the time of reception, which may be long ago.
  await noteFile(fileId, Date.now())
  // The file is full of personal data: it goes with the result or with the refusal. A check that is cut off reads it again.
  return keepingCopies({ copies: [fileId], uploads: [fileId] }, () => check(ctx, input))
})

interface Given {
  fileId: string
  fileName: string
  newPlaces: boolean
}

async function check(ctx: EmployeeContext, { fileId, fileName, newPlaces }: Given) {
  const lines = linesOf(await readTextFile(fileId, 'IDENTITY_IMPORT_UNREADABLE'))
  // The version is read before the roster: an import that writes in between makes this check a stale one.
  const { version } = await rosterSeen()
  const { rows, settling, presiding } = await presentRoster()
  const adminIds = new Set((await administrators()).ids)
  const ownIds = new Set(namesOfActing(ctx.employee, 'identity.roster.import'))
  const terms = { settling, newPlaces, adminIds, ownIds }
  const comparison = compareRoster(readRoster(lines, dayOf(ctx.now)), rows, terms)
  const batchId = await setDown(comparison, ctx.now)
  const offices = await officesLeft(comparison, presiding)
  const document = importOf(ctx, { fileName, read: lines.length, version, batchId, comparison, offices })
  return ctx.transaction(
    async tx => reportOf(await imports.in(tx).insert(document)),
    () => ({
      subject: `${imports.name}/${document._id}`,
      before: null,
      after: { fileName, counts: document.counts },
    }),
  )
}

interface Present {
  rows: RosterRow[]
  /** Whose leaving waits for a return. */
  settling: Set<string>
  /** The associations of those who preside over any. */
  presiding: Map<string, string[]>
}

async function presentRoster(): Promise<Present> {
  const rows: RosterRow[] = []
  const settling = new Set<string>()
  const presiding: Present['presiding'] = new Map()
  for (let after = ''; ; ) {
    const page = await employees.find({
      where: { _id: _.gt(after) },
      orderBy: [['_id', 'asc']],
      limit: READ_AT_ONCE,
      fields: ['_id', 'name', 'phone', 'department', 'site', 'joinedOn', 'status', 'leavingId', 'grants'],
    })
    rows.push(...page.map(rowOf))
    for (const { _id, leavingId, grants } of page) {
      if (leavingId) settling.add(_id)
      const presided = presidedBy(grants)
      if (presided.length > 0) presiding.set(_id, presided)
    }
    const last = page.at(-1)
    if (!last || page.length < READ_AT_ONCE) return { rows, settling, presiding }
    after = last._id
  }
}

function rowOf({ _id, name, phone, department, site, joinedOn, status }: EmployeeDocument): RosterRow {
  return { employeeId: _id, name, phone, department, site, joinedOn, status }
}

/** What those who leave preside over. One request, none for nobody. */
async function officesLeft(
  { changes }: RosterComparison,
  presiding: Present['presiding'],
): Promise<z.infer<typeof RosterOffice>[]> {
  const leaving = changes.filter(({ action, row }) => action === 'leave' && presiding.has(row.employeeId))
  const ids = leaving.flatMap(({ row }) => presiding.get(row.employeeId) ?? [])
  const found = await associationsBy(ids.slice(0, OFFICES_SHOWN))
  return leaving.flatMap(({ row: { employeeId, name } }) =>
    found
      .filter(({ president }) => president.employeeId === employeeId)
      .map(association => ({ employeeId, name, association: association.name })),
  )
}

/** Writes the lines, and the problems that a report has no room for, under a batch of this execution's own; tells its id. */
async function setDown({ changes, problems }: RosterComparison, now: Instant): Promise<string> {
  const batchId = randomUUID()
  const placed = (number: number) => ({
    _id: `${batchId}.${number}`,
    batchId,
    number,
    expiresAt: now + LINES_LIFE_MS,
  })
  const lines = changes.map(({ line, action, row, changed }, number) => ({
    ...placed(number),
    ...{ line, action, row, changed },
  }))
  for (const some of slicesOf(lines, WRITTEN_AT_ONCE)) await importLines.insertMany(some)
  const more = problems.map((problem, number) => ({ ...placed(number), problem })).slice(PROBLEMS_SHOWN)
  for (const some of slicesOf(more, WRITTEN_AT_ONCE)) await importProblems.insertMany(some)
  return batchId
}

interface Checked {
  fileName: string
  read: number
  version: number
  batchId: string
  comparison: RosterComparison
  offices: z.infer<typeof RosterOffice>[]
}

function importOf(ctx: EmployeeContext, checked: Checked): ImportDocument {
  const { fileName, read, version, batchId, comparison, offices } = checked
  const { changes, unchanged, counts, changedFields, problems } = comparison
  return {
    _id: ctx.newId('import'),
    fileName,
    read,
    unchanged,
    counts,
    changedFields,
    problems: problems.slice(0, PROBLEMS_SHOWN),
    moreProblems: Math.max(0, problems.length - PROBLEMS_SHOWN),
    offices,
    state: 'checked',
    rosterVersion: version,
    batchId,
    written: 0,
    toWrite: changes.length,
    leaseUntil: 0,
    checkedBy: ctx.employee.id,
    checkedAt: ctx.now,
    appliedBy: null,
    appliedAt: null,
  }
}
