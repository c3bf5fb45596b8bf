import { DAY_MS, type Instant, SECOND_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { removeExpiredFiles } from '@platform/handedFiles'
import { eachWhile, type Shift } from '@platform/shift'
import { storeFile } from '@platform/storage'
import { sheetOf, workbookOf } from '@platform/workbook'
import { colleaguesBy, veilRows } from '../identity/public'
import { type SourceName, sources } from './exportSources'
import { type ExportDocument, exportParts, exports } from './store'

export const EXPORT_LIFE_MS = 7 * DAY_MS
/** Longer than an execution may live: whoever held a lease that is over is dead. */
const LEASE_MS = 25 * SECOND_MS
/** What one file holds: more would not fit into the memory of a function. */
const PARTS_MAX = 60
const AT_ONCE_MAX = 10
/** A slice that was begun so often and never finished is one that can't be. */
const TRIES_MAX = 5

/**
 * Makes the next slice unless somebody else does so. The part's id is its number, written before the job moves on: one
 * that dies half way leaves a part that the next execution writes again, the same.
 */
export async function makeSlice(job: ExportDocument): Promise<ExportDocument> {
  if (job.state !== 'running') return job
  const { _id, after, parts } = job
  const now = Date.now()
  if (job.tries >= TRIES_MAX && job.leaseUntil <= now) {
    await exports.updateWhere({ _id, state: 'running', parts }, { state: 'failed' })
    return { ...job, state: 'failed' }
  }
  const leaseUntil = now + LEASE_MS
  const claimed = await exports.updateWhere(
    { _id, state: 'running', parts, leaseUntil: _.lte(now) },
    { leaseUntil, tries: job.tries + 1 },
  )
  if (claimed === 0) return job
  const { rows: read, next } = await sources[job.source as SourceName].read(job, after)
  const rows = await shownTo(job.ownerId, read)
  await exportParts.put({
    _id: `${_id}:${parts}`,
    exportId: _id,
    number: parts,
    rows: JSON.stringify(rows),
    expiresAt: job.expiresAt,
  })
  const isLast = next === null || parts + 1 === PARTS_MAX
  const fileId = isLast ? await storeWorkbook(job, parts + 1) : null
  const change = {
    after: next,
    parts: parts + 1,
    rows: job.rows + rows.length,
    leaseUntil: 0,
    tries: 0,
    ...(isLast ? { state: 'ready' as const, fileId, cut: next !== null } : {}),
  }
  await exports.updateWhere({ _id, leaseUntil }, change)
  return { ...job, ...change }
}

/** Rows as whoever asked for them may see them. */
async function shownTo(ownerId: string, rows: readonly object[]): Promise<object[]> {
  const [owner] = await colleaguesBy([ownerId])
  return veilRows(rows, { id: ownerId, department: owner?.department ?? '' })
}

/** Every part as one workbook, under the job's own id, which nobody can guess: made twice, the second lies where the first lay. */
async function storeWorkbook({ _id, source }: ExportDocument, parts: number): Promise<string> {
  const { name, columns } = sources[source as SourceName]
  const found = await exportParts.find({
    where: { exportId: _id, number: _.lt(parts) },
    orderBy: [['number', 'asc']],
    limit: PARTS_MAX,
  })
  const rows = found.flatMap(part => JSON.parse(part.rows) as never[])
  const content = await workbookOf([sheetOf(name, columns, rows)])
  return storeFile(`documents/exports/${_id}.xlsx`, content, 'ACCESS_EXPORT_FAILED')
}

/** Goes on with what nobody waits for any more; a timer calls it. */
export async function carryOnExports(_now: Instant, shift: Shift): Promise<number> {
  const running = await exports.find({
    where: { state: 'running' },
    orderBy: [['askedAt', 'asc']],
    limit: AT_ONCE_MAX,
  })
  let slices = 0
  await eachWhile(shift, running, async waiting => {
    for (let job = waiting; job.state === 'running' && !shift.isOver(); slices += 1) {
      const made = await makeSlice(job)
      if (made === job) break
      job = made
    }
  })
  return slices
}

/** Removes files and jobs whose week is over; a timer calls it. */
export async function removeExpiredExports(now: Instant, shift: Shift): Promise<number> {
  await exportParts.removeWhere({ expiresAt: _.lte(now) })
  return removeExpiredFiles(exports, now, shift)
}
