import { randomUUID } from 'node:crypto'
import { coin } from '@domain/coin/contract'
import { type HandRow, handColumns, largestFirst, readHands, sumsOf } from '@domain/coin/handFile'
import { refuse } from '@domain/kernel/errors'
import { slicesOf } from '@domain/kernel/slices'
import { type EmployeeContext, handle } from '@platform/context'
import { csvLines } from '@platform/csv'
import { keepingCopies, readTextFile } from '@platform/storage'
import { noteFile, rosterBy } from '../identity/public'
import { LINES_LIFE_MS } from './batchSteps'
import { batchView } from './handViews'
import { askerOf } from './seconding'
import { type BatchDocument, batches, batchLines } from './store'

const LINES_MAX = 2_000
const PROBLEMS_SHOWN = 100
const AT_ONCE = 500

export const checkHands = handle(coin.checkHands, async (ctx, input) => {
  const { fileId } = input
  // By the clock of this execution: a retry keeps the time of reception, which may be long ago.
  await noteFile(fileId, Date.now())
  // It tells of people: it goes with the result or with the refusal. A check that is cut off reads it again.
  return keepingCopies({ copies: [fileId], uploads: [fileId] }, () => check(ctx, input))
})

async function check(ctx: EmployeeContext, { fileId, fileName }: { fileId: string; fileName: string }) {
  const { employee, now } = ctx
  const text = await readTextFile(fileId, 'COIN_BATCH_UNREADABLE')
  const lines = csvLines(text, handColumns, 'COIN_BATCH_UNREADABLE')
  refuse(lines.length > LINES_MAX, 'COIN_BATCH_TOO_LONG')
  const known = await rosterOf(lines.map(({ cells }) => cells.员工编号.trim()))
  const by = askerOf(employee)
  const { rows, problems } = readHands(lines, { known, readerIds: by.inNames })
  const document: BatchDocument = {
    _id: ctx.newId('batch'),
    fileName,
    read: lines.length,
    sums: sumsOf(rows),
    problems: problems.slice(0, PROBLEMS_SHOWN),
    moreProblems: Math.max(0, problems.length - PROBLEMS_SHOWN),
    state: 'checked',
    linesId: await setDown(rows, now),
    ...{ written: 0, toWrite: rows.length, leaseUntil: 0 },
    by,
    checkedAt: now,
    decision: null,
  }
  return ctx.transaction(
    async tx => batchView(await batches.in(tx).insert(document), employee),
    () => ({
      subject: `${batches.name}/${document._id}`,
      before: null,
      after: { fileName, sums: document.sums },
    }),
  )
}

async function rosterOf(employeeIds: readonly string[]) {
  const each = [...new Set(employeeIds)]
  const known = new Map<string, { name: string; isRegistered: boolean }>()
  for (const some of slicesOf(each, AT_ONCE))
    for (const { employeeId, ...rest } of await rosterBy(some)) known.set(employeeId, rest)
  return known
}

/** Numbers the lines and writes them under an id of this execution's own, so that two of a check never mix. */
async function setDown(rows: readonly HandRow[], now: number): Promise<string> {
  const linesId = randomUUID()
  const documents = largestFirst(rows).map((row, number) => ({
    _id: `${linesId}.${number}`,
    ...row,
    ...{ linesId, number, expiresAt: now + LINES_LIFE_MS },
  }))
  for (const some of slicesOf(documents, AT_ONCE)) await batchLines.insertMany(some)
  return linesId
}
