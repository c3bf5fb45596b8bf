import { refuse } from '@domain/kernel/errors'
import { DAY_MS, type Instant, SECOND_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { keepAudit } from '@platform/receipts'
import { type Transaction, transaction } from '@platform/transaction'
import { writeBlock } from './importBlock'
import { rosterIn } from './rosterTurns'
import { type ImportDocument, importLines, importProblems, imports, ROSTER_ID, roster } from './store'

/** A roster changes every day; what was checked longer ago has to be checked again. */
const CHECK_LIFE_MS = DAY_MS
const BLOCK_LINES = 250
/** One slice of work ends after this time or this many requests, whichever comes first; the next call goes on. */
const SLICE_MS = 8_000
const SLICE_REQUESTS = 1_000
/** Longer than an execution may live: whoever held a lease that is over is dead, and writes no more. */
const LEASE_MS = 65 * SECOND_MS

/**
 * The point of no return: from here on the import is written to its end, by its caller or by the timer. So this is
 * where the audit says who did it, whatever becomes of the call. Imports take
 * turns on the roster's version, so that of two that were checked against the same roster only one gets through.
 * @returns the import as it is begun, by this call or by another
 * @throws Refusal IDENTITY_IMPORT_STALE, IDENTITY_IMPORT_APPLIED
 */
export async function begin(importId: string, by: string, at: Instant): Promise<ImportDocument> {
  return transaction(async tx => {
    const found = await imports.in(tx).require(importId, 'IDENTITY_IMPORT_MISSING')
    refuse(found.state === 'applied', 'IDENTITY_IMPORT_APPLIED')
    if (found.state === 'applying') return found
    const { version, writing } = await rosterIn(tx)
    const overtaken = version !== found.rosterVersion || writing !== null
    refuse(overtaken || at - found.checkedAt > CHECK_LIFE_MS, 'IDENTITY_IMPORT_STALE')
    await roster.in(tx).put({ _id: ROSTER_ID, version: version + 1, writing: importId })
    const begun = { state: 'applying' as const, appliedBy: by }
    await imports.in(tx).update(importId, begun)
    await keepAudit(tx, importId, at, {
      by,
      subject: `${imports.name}/${importId}`,
      before: { state: found.state },
      after: { state: begun.state, counts: found.counts },
    })
    return { ...found, ...begun }
  })
}

/**
 * Writes one slice unless somebody else does so: one that was stopped for a while could otherwise write old lines over
 * those of a later import. Who dies in it leaves a lease that ends by itself. Everything may be written twice.
 * @returns whether the slice was ours
 */
export async function writeOwnSlice(found: ImportDocument): Promise<boolean> {
  const now = Date.now()
  const leaseUntil = now + LEASE_MS
  const { _id } = found
  const claimed = await imports.updateWhere(
    { _id, state: 'applying', leaseUntil: _.lte(now) },
    { leaseUntil },
  )
  if (claimed === 0) return false
  await writeSlice(found)
  await imports.updateWhere({ _id, leaseUntil }, { leaseUntil: 0 })
  return true
}

/** Writes as many blocks as fit into one slice. */
async function writeSlice(found: ImportDocument): Promise<void> {
  const { _id, batchId, written, toWrite, appliedBy } = found
  if (appliedBy === null) throw new Error('Nobody has begun this import')
  const by = { importId: _id, by: appliedBy, at: Date.now() }
  const endsAt = performance.now() + SLICE_MS
  let done = written
  for (let requests = 0; done < toWrite && requests < SLICE_REQUESTS && performance.now() < endsAt; ) {
    const block = await importLines.find({
      where: { batchId, number: _.gte(done) },
      orderBy: [['number', 'asc']],
      limit: BLOCK_LINES,
    })
    if (block.length === 0) throw new Error('The lines of an import are gone')
    requests += 2 + (await writeBlock(block, by))
    done += block.length
    await imports.updateWhere({ _id, state: 'applying', written: _.lt(done) }, { written: done })
  }
}

/** Closes an import whose lines are all written, inside the caller's transaction, and tells how it stands. */
export async function closeIfWritten(
  tx: Transaction,
  importId: string,
  at: Instant,
): Promise<ImportDocument> {
  const found = await imports.in(tx).require(importId, 'IDENTITY_IMPORT_MISSING')
  if (found.state !== 'applying' || found.written < found.toWrite) return found
  const { version } = await rosterIn(tx)
  await roster.in(tx).put({ _id: ROSTER_ID, version: version + 1, writing: null })
  await imports.in(tx).update(importId, { state: 'applied', appliedAt: at })
  return { ...found, state: 'applied', appliedAt: at }
}

/** Goes on with the import that a crash or an impatient caller left half written; a timer calls it. */
export async function carryOn(now: Instant): Promise<{ importId: string; written: number } | null> {
  const [unfinished] = await imports.find({
    where: { state: 'applying' },
    orderBy: [['_id', 'desc']],
    limit: 1,
  })
  if (!unfinished) return null
  await writeOwnSlice(unfinished)
  const { _id, written } = await transaction(tx => closeIfWritten(tx, unfinished._id, now))
  return { importId: _id, written }
}

/** Forgets the lines whose time is over; a timer calls it. */
export async function removeExpiredLines(now: Instant): Promise<number> {
  const isOver = { expiresAt: _.lt(now) }
  const removed = await Promise.all([importLines.removeWhere(isOver), importProblems.removeWhere(isOver)])
  return removed[0] + removed[1]
}
