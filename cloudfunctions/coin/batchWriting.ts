import { coin } from '@domain/coin/contract'
import { Refusal } from '@domain/kernel/errors'
import { type Instant, SECOND_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { eachWhile, type Shift } from '@platform/shift'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { colleaguesBy } from '../identity/public'
import { book } from './handing'
import { batchView } from './handViews'
import { type BatchDocument, type BatchLineDocument, batches, batchLines } from './store'

const BLOCK_LINES = 50
const WRITERS = 8
/** One slice of work ends after this time or so many lines; the next call, or the timer, goes on. */
const SLICE_MS = 4_000
const SLICE_LINES = 1_000
/** Longer than an execution may live: whoever held a lease that is over is dead, and writes no more. */
const LEASE_MS = 15 * SECOND_MS

export const carryOnBatch = handle(coin.carryOnBatch, async ({ employee }, { batchId }) => {
  const found = await batches.require(batchId, 'COIN_BATCH_MISSING')
  return batchView(await writeSlice(found), employee)
})

/** Writes one slice unless somebody else does so, and tells how the batch stands. */
async function writeSlice(found: BatchDocument): Promise<BatchDocument> {
  const { _id, toWrite } = found
  const now = Date.now()
  const leaseUntil = now + LEASE_MS
  if (found.state !== 'applying') return found
  const claimed = await batches.updateWhere(
    { _id, state: 'applying', leaseUntil: _.lte(now) },
    { leaseUntil },
  )
  if (claimed === 0) return found
  const endsAt = performance.now() + SLICE_MS
  let { written, passedOver = 0 } = found
  while (written < toWrite && written < found.written + SLICE_LINES && performance.now() < endsAt) {
    const block = await writeBlock(found, written)
    written += block.read
    passedOver += block.passedOver
    await batches.updateWhere({ _id, state: 'applying', written: _.lt(written) }, { written, passedOver })
  }
  const state = written < toWrite ? ('applying' as const) : ('applied' as const)
  await batches.updateWhere({ _id, leaseUntil }, { leaseUntil: 0, state })
  return { ...found, written, passedOver, state }
}

/** Whoever has left since the check gets nothing, and nothing is taken: their coins are settled by their leaving. */
async function writeBlock(batch: BatchDocument, from: number): Promise<{ read: number; passedOver: number }> {
  const block = await batchLines.find({
    where: { linesId: batch.linesId, number: _.gte(from) },
    orderBy: [['number', 'asc']],
    limit: BLOCK_LINES,
  })
  if (block.length === 0) throw new Error('The lines of a batch are gone')
  const here = new Set((await colleaguesBy(block.map(line => line.employeeId))).map(one => one.employeeId))
  const toBook = block.filter(({ employeeId }) => here.has(employeeId))
  const waiting = [...toBook]
  const writer = async () => {
    for (let line = waiting.pop(); line; line = waiting.pop()) await writeLine(batch, line)
  }
  await Promise.all(Array.from({ length: WRITERS }, writer))
  return { read: block.length, passedOver: block.length - toBook.length }
}

/** Books a line once: what an earlier execution has booked meets its own id. */
async function writeLine({ _id, by, decision }: BatchDocument, line: BatchLineDocument): Promise<void> {
  if (!decision) throw new Error('A batch that nobody has agreed to')
  const { employeeId, way, amount, experience, why, number } = line
  const hand = { byId: by.employeeId, checkedById: decision.byId }
  const sourceId = `${_id}.${number}`
  const { at } = decision
  const noticeId = ulid(at)
  try {
    await transaction(tx =>
      book(tx, { sourceId, employeeId, way, amount, experience, why, hand, at, noticeId }),
    )
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'COIN_ENTRY_CONFLICT')) throw error
  }
}

/** Far more than are ever written at once. */
const UNFINISHED_MAX = 10

/** Goes on with the batches that a crash or an impatient caller left half written; a timer calls it. */
export async function carryOnBatches(_now: Instant, shift: Shift): Promise<number> {
  const unfinished = await batches.find({
    where: { state: 'applying' },
    orderBy: [['_id', 'asc']],
    limit: UNFINISHED_MAX,
  })
  return eachWhile(shift, unfinished, writeSlice)
}

/** Forgets the lines whose time is over; a timer calls it. */
export async function removeExpiredBatchLines(now: Instant): Promise<number> {
  return batchLines.removeWhere({ expiresAt: _.lt(now) })
}
