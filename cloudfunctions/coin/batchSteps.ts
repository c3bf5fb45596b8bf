import { namesOfActing } from '@domain/access/lending'
import { coin } from '@domain/coin/contract'
import { Refusal, refuse } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { pageOf } from '@domain/kernel/paging'
import { DAY_MS } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { assertMine } from './handing'
import { batchLineView, batchView } from './handViews'
import { maySecondIt } from './seconding'
import { type BatchDocument, batches, batchLines } from './store'

/** A batch may wait for its second person, and be written, for so long. */
export const LINES_LIFE_MS = 30 * DAY_MS

/** Its lines have to outlive its writing: nothing begins in their last day. @throws Refusal COIN_BATCH_OVER */
function assertLinesStay({ checkedAt }: Pick<BatchDocument, 'checkedAt'>, now: number): void {
  refuse(now - checkedAt > LINES_LIFE_MS - DAY_MS, 'COIN_BATCH_OVER')
}

const audited = (batchId: string, state: BatchDocument['state'], reason?: string) => ({
  subject: `${batches.name}/${batchId}`,
  before: null,
  after: { state, ...(reason === undefined ? {} : { reason }) },
})

export const openBatch = handle(coin.openBatch, async ({ employee }, { batchId }) =>
  batchView(await batches.require(batchId, 'COIN_BATCH_MISSING'), employee),
)

export const listBatchLines = handle(coin.listBatchLines, async (_ctx, { batchId, after }) => {
  const { linesId } = await batches.require(batchId, 'COIN_BATCH_MISSING')
  const found = await batchLines.find({
    where: { linesId, ...(after === undefined ? {} : { number: _.gt(Number(after)) }) },
    orderBy: [['number', 'asc']],
    limit: limits.pageSize + 1,
  })
  const { rows, next } = pageOf(found, limits.pageSize, ({ number }) => String(number))
  return { lines: rows.map(batchLineView), next }
})

export const submitBatch = handle(coin.submitBatch, (ctx, { batchId }) =>
  ctx.transaction(
    async tx => {
      const found = await batches.in(tx).require(batchId, 'COIN_BATCH_MISSING')
      const { by, state, problems, toWrite } = found
      assertMine(ctx.employee, by)
      refuse(state !== 'checked', 'COIN_BATCH_DECIDED')
      assertLinesStay(found, ctx.now)
      refuse(problems.length > 0 || toWrite === 0, 'COIN_BATCH_WRONG')
      await batches.in(tx).update(batchId, { state: 'waiting' })
      return { state: 'waiting' as const }
    },
    () => audited(batchId, 'waiting'),
  ),
)

export const withdrawBatch = handle(coin.withdrawBatch, (ctx, { batchId }) =>
  ctx.transaction(
    async tx => {
      const { by, state } = await batches.in(tx).require(batchId, 'COIN_BATCH_MISSING')
      assertMine(ctx.employee, by)
      refuse(state !== 'checked' && state !== 'waiting', 'COIN_BATCH_DECIDED')
      await batches.in(tx).update(batchId, { state: 'withdrawn' })
      return { state: 'withdrawn' as const }
    },
    () => audited(batchId, 'withdrawn'),
  ),
)

/** The second person's word. From an approval on the batch is written to its end, by whoever asks or by the timer. */
export const decideBatch = handle(coin.decideBatch, async (ctx, { batchId, decision, reason }) => {
  const { employee, now } = ctx
  const { linesId } = await batches.require(batchId, 'COIN_BATCH_MISSING')
  const names = namesOfActing(employee, 'coin.hands')
  const own = await batchLines.find({ where: { linesId, employeeId: _.in(names) }, limit: 1 })
  const state = decision === 'approve' ? ('applying' as const) : ('refused' as const)
  return ctx.transaction(
    async tx => {
      const found = await batches.in(tx).require(batchId, 'COIN_BATCH_MISSING')
      refuse(found.state !== 'waiting', 'COIN_BATCH_DECIDED')
      if (own.length > 0 || !maySecondIt(employee, found.by, [])) throw new Refusal('COIN_HAND_NOT_YOURS')
      if (state === 'applying') assertLinesStay(found, now)
      await batches.in(tx).update(batchId, {
        state,
        decision: { byId: employee.id, byName: employee.name, at: now, reason },
      })
      return { state }
    },
    () => audited(batchId, state, reason),
  )
})
