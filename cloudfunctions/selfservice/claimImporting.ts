import { refuse } from '@domain/kernel/errors'
import { DAY_MS, type Instant, SECOND_MS } from '@domain/kernel/time'
import type { ClaimRow } from '@domain/selfservice/claimFile'
import { claimStateNames, isClaimNews, sayCorrection, yuanOf } from '@domain/selfservice/reimbursement'
import { _ } from '@platform/cloud'
import { keepAudit } from '@platform/receipts'
import { type Transaction, transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { notify, settleTodos } from '../notice/public'
import { BOOK_ID, type BookDocument, type ClaimImportDocument } from './invoiceDocuments'
import { claimBook, claimImports, claimLines, claims } from './store'

/** What was checked longer ago has to be checked again. */
const CHECK_LIFE_MS = DAY_MS
const BLOCK_LINES = 50
const WRITERS = 8
/** One slice of work ends after this time; the next call, or the timer, goes on. */
const SLICE_MS = 5_000
/** Longer than an execution may live: whoever held a lease that is over is dead, and writes no more. */
const LEASE_MS = 65 * SECOND_MS

/**
 * The point of no return: from here on the import is written to its end, by its caller or by the timer. Imports take
 * turns on the book's version, so that of two that were checked against the same invoices only one gets through.
 * @returns the import as it was begun, by whomever
 * @throws Refusal SELFSERVICE_IMPORT_STALE, SELFSERVICE_IMPORT_APPLIED
 */
export async function beginClaims(importId: string, by: string, at: Instant): Promise<ClaimImportDocument> {
  return transaction(async tx => {
    const found = await claimImports.in(tx).require(importId, 'SELFSERVICE_IMPORT_MISSING')
    refuse(found.state === 'applied', 'SELFSERVICE_IMPORT_APPLIED')
    if (found.state === 'applying') return found
    const { version, writing } = await bookIn(tx)
    const isOvertaken = version !== found.bookVersion || writing !== null
    refuse(isOvertaken || at - found.checkedAt > CHECK_LIFE_MS, 'SELFSERVICE_IMPORT_STALE')
    await claimBook.in(tx).put({ _id: BOOK_ID, version: version + 1, writing: importId })
    const begun = { state: 'applying' as const, appliedBy: by, begunAt: at }
    await claimImports.in(tx).update(importId, begun)
    const { adding, moving } = found
    await keepAudit(tx, importId, at, {
      by,
      subject: `${claimImports.name}/${importId}`,
      before: { state: found.state },
      after: { state: 'applying', adding, moving },
    })
    return { ...found, ...begun }
  })
}

/**
 * Makes what was checked before a stale import, unless one is being written.
 * @param seen the version that nothing may have come after; absent: whichever there is
 * @returns the version from now on; null: one is being written, or has been since
 */
export function turnBook(seen?: number): Promise<number | null> {
  return transaction(async tx => {
    const { version, writing } = await bookIn(tx)
    if (writing !== null || (seen !== undefined && version !== seen)) return null
    await claimBook.in(tx).put({ _id: BOOK_ID, version: version + 1, writing })
    return version + 1
  })
}

async function bookIn(tx: Transaction): Promise<BookDocument> {
  return (await claimBook.in(tx).get(BOOK_ID)) ?? { _id: BOOK_ID, version: 0, writing: null }
}

/** Writes one slice unless somebody else does so. Who dies in it leaves a lease that ends by itself. */
export async function writeClaimSlice(found: ClaimImportDocument): Promise<void> {
  const now = Date.now()
  const leaseUntil = now + LEASE_MS
  const { _id } = found
  const at = found.begunAt ?? found.checkedAt
  const taken = await claimImports.updateWhere(
    { _id, state: 'applying', leaseUntil: _.lte(now) },
    { leaseUntil },
  )
  if (taken === 0) return
  const endsAt = performance.now() + SLICE_MS
  for (let done = found.written; done < found.toWrite && performance.now() < endsAt; ) {
    const block = await claimLines.find({
      where: { batchId: found.batchId, number: _.gte(done) },
      orderBy: [['number', 'asc']],
      limit: BLOCK_LINES,
    })
    if (block.length === 0) throw new Error('The lines of an import are gone')
    const waiting = block.map(({ row }) => row)
    const writer = async () => {
      for (let row = waiting.pop(); row; row = waiting.pop()) await writeClaim(_id, row, at)
    }
    await Promise.all(Array.from({ length: WRITERS }, writer))
    done += block.length
    await claimImports.updateWhere({ _id, state: 'applying', written: _.lt(done) }, { written: done })
  }
  await claimImports.updateWhere({ _id, leaseUntil }, { leaseUntil: 0 })
}

/**
 * Writes an invoice and tells its owner, once for each import: what was written already is left alone. What its owner
 * had answered is taken up with it.
 */
async function writeClaim(importId: string, row: ClaimRow, at: Instant): Promise<void> {
  const answeredAt = await writeOnce(importId, row, at)
  const settled = { target: 'claimDesk' as const, ids: [row.number], becomes: 'service' as const }
  if (answeredAt !== null) await settleTodos({ ...settled, until: answeredAt })
}

/** @returns when the answer was given that is taken up; null: none is */
function writeOnce(importId: string, row: ClaimRow, at: Instant): Promise<Instant | null> {
  const { number, ...fields } = row
  return transaction(async tx => {
    const before = await claims.in(tx).get(number)
    if (before?.importId === importId) return null
    const isNews = isClaimNews(before ?? undefined, row)
    const corrected = before ? sayCorrection(before, row) : ''
    const note = [isNews ? row.note : '', corrected].filter(Boolean).join('；')
    const isTold = isNews || corrected !== ''
    const step = { state: row.state, at, note }
    await claims.in(tx).put({
      _id: number,
      ...fields,
      sortKey: `${row.invoicedOn}:${number}`,
      trail: [...(before?.trail ?? []), ...(isTold ? [step] : [])],
      answers: before?.answers ?? [],
      answeredAt: isNews ? null : (before?.answeredAt ?? null),
      importId,
    })
    const takenUp = isNews ? (before?.answeredAt ?? null) : null
    if (!isTold) return takenUp
    await notify(tx, {
      _id: ulid(at),
      employeeId: row.employeeId,
      kind: 'service',
      title: `${row.subject}：${isNews ? claimStateNames[row.state] : '有更正'}`,
      body: isNews ? [`${yuanOf(row.amountFen)} 元`, note].filter(Boolean).join('，') : note,
      at,
      target: { kind: 'claims', id: number },
    })
    return takenUp
  })
}

/** Closes an import whose lines are all written, inside the caller's transaction, and tells how it stands. */
export async function closeClaims(tx: Transaction, importId: string): Promise<ClaimImportDocument> {
  const found = await claimImports.in(tx).require(importId, 'SELFSERVICE_IMPORT_MISSING')
  if (found.state !== 'applying' || found.written < found.toWrite) return found
  const { version } = await bookIn(tx)
  await claimBook.in(tx).put({ _id: BOOK_ID, version: version + 1, writing: null })
  await claimImports.in(tx).update(importId, { state: 'applied' })
  return { ...found, state: 'applied' }
}

/** Goes on with the import that a crash or an impatient caller left half written; a timer calls it. */
export async function carryOnClaims(): Promise<{ importId: string; written: number } | null> {
  const [unfinished] = await claimImports.find({
    where: { state: 'applying' },
    orderBy: [['_id', 'desc']],
    limit: 1,
  })
  if (!unfinished) return null
  await writeClaimSlice(unfinished)
  const { _id, written } = await transaction(tx => closeClaims(tx, unfinished._id))
  return { importId: _id, written }
}

/** Forgets the lines whose time is over; a timer calls it. */
export async function removeExpiredClaimLines(now: Instant): Promise<number> {
  return claimLines.removeWhere({ expiresAt: _.lt(now) })
}
