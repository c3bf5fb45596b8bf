import { randomUUID } from 'node:crypto'
import { refuse } from '@domain/kernel/errors'
import { slicesOf } from '@domain/kernel/slices'
import { DAY_MS } from '@domain/kernel/time'
import {
  type ClaimComparison,
  type ClaimProblemLine,
  type ClaimRow,
  claimColumns,
  compareClaims,
  readClaims,
} from '@domain/selfservice/claimFile'
import { selfservice } from '@domain/selfservice/contract'
import { _ } from '@platform/cloud'
import { type EmployeeContext, handle } from '@platform/context'
import { csvLines } from '@platform/csv'
import { isPseudonym } from '@platform/ownData'
import { keepingCopies, readTextFile } from '@platform/storage'
import { colleaguesBy, noteFile } from '../identity/public'
import { claimReportOf } from './claimReports'
import { BOOK_ID, type ClaimDocument } from './invoiceDocuments'
import { claimBook, claimImports, claimLines, claims } from './store'

const LINES_MAX = 2_000
const PROBLEMS_SHOWN = 100
const AT_ONCE = 500
/** Lines outlive the day in which a check may be applied. */
const LINES_LIFE_MS = 7 * DAY_MS

export const checkClaims = handle(selfservice.checkClaims, async (ctx, input) => {
  const { fileId } = input
  // By the clock of this execution: a retry keeps the time of reception, which may be long ago.
  await noteFile(fileId, Date.now())
  // The file tells of people: it goes with the result or with the refusal. A check that is cut off reads it again.
  return keepingCopies({ copies: [fileId], uploads: [fileId] }, () => check(ctx, input))
})

async function check(ctx: EmployeeContext, { fileId, fileName }: { fileId: string; fileName: string }) {
  const text = await readTextFile(fileId, 'SELFSERVICE_CLAIMS_UNREADABLE')
  const lines = csvLines(text, claimColumns, 'SELFSERVICE_CLAIMS_UNREADABLE')
  refuse(lines.length > LINES_MAX, 'SELFSERVICE_CLAIMS_TOO_LONG')
  // The version is read before the invoices: an import that writes in between makes this check a stale one.
  const bookVersion = (await claimBook.get(BOOK_ID))?.version ?? 0
  const reading = readClaims(lines)
  const { changes, unchanged, problems } = await comparedWithKnown(reading)
  const all = problems.sort((a, b) => a.line - b.line)
  const batchId = await setDown(changes, ctx.now)
  const document = {
    _id: ctx.newId('import'),
    fileName,
    read: lines.length,
    adding: changes.filter(({ action }) => action === 'add').length,
    moving: changes.filter(({ action }) => action === 'move').length,
    unchanged,
    problems: all.slice(0, PROBLEMS_SHOWN),
    moreProblems: Math.max(0, all.length - PROBLEMS_SHOWN),
    state: 'checked' as const,
    ...{ bookVersion, batchId, written: 0, toWrite: changes.length, leaseUntil: 0 },
    checkedBy: ctx.employee.id,
    checkedAt: ctx.now,
    appliedBy: null,
  }
  return ctx.transaction(
    async tx => claimReportOf(await claimImports.in(tx).insert(document)),
    () => ({
      subject: `${claimImports.name}/${document._id}`,
      before: null,
      after: { fileName, adding: document.adding, moving: document.moving },
    }),
  )
}

/**
 * What the file says of an invoice whose owner's data is gone, goes on with it under the pseudonym: who it was is in no
 * line of what is kept.
 */
async function comparedWithKnown({
  rows,
  problems,
}: ReturnType<typeof readClaims>): Promise<ClaimComparison> {
  const known = new Map<string, ClaimRow>()
  const employees = new Set<string>()
  const lines = [...rows.map(({ row }) => row), ...problems]
  for (const part of slicesOf(lines, AT_ONCE)) {
    const ids = [...new Set(part.map(({ employeeId }) => employeeId))]
    const [found, colleagues] = await Promise.all([
      claims.find({ where: { _id: _.in(part.map(({ number }) => number)) }, limit: part.length }),
      colleaguesBy(ids),
    ])
    for (const claim of found) known.set(claim._id, rowOf(claim))
    for (const { employeeId } of colleagues) employees.add(employeeId)
  }
  const owners = [...known.values()].map(({ employeeId }) => employeeId)
  const former = new Set(owners.filter(isPseudonym))
  const ownerOf = (line: { number: string; employeeId: string }) => {
    const owner = known.get(line.number)?.employeeId ?? ''
    return former.has(owner) ? owner : line.employeeId
  }
  const read = rows.map(({ line, row }) => ({ line, row: { ...row, employeeId: ownerOf(row) } }))
  const compared = compareClaims(read, known, new Set([...employees, ...former]))
  const unnamed = (one: ClaimProblemLine) => (isPseudonym(ownerOf(one)) ? { ...one, employeeId: '' } : one)
  return { ...compared, problems: [...problems, ...compared.problems].map(unnamed) }
}

function rowOf({ _id, employeeId, invoicedOn, amountFen, subject, state, note }: ClaimDocument): ClaimRow {
  return { number: _id, employeeId, invoicedOn, amountFen, subject, state, note }
}

/** Writes the lines under a batch of this execution's own and tells its id. */
async function setDown(changes: ClaimComparison['changes'], now: number): Promise<string> {
  const batchId = randomUUID()
  const documents = changes.map((change, number) => ({
    _id: `${batchId}.${number}`,
    ...change,
    ...{ batchId, number, expiresAt: now + LINES_LIFE_MS },
  }))
  for (const part of slicesOf(documents, AT_ONCE)) await claimLines.insertMany(part)
  return batchId
}
