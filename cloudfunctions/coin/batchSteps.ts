import { coin } from '@domain/coin/contract'
import { Refusal, refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { assertMine, maySecondIt } from './handing'
import { batchView } from './handViews'
import { type BatchDocument, batches, batchLines } from './store'

const audited = (batchId: string, state: BatchDocument['state'], reason?: string) => ({
  subject: `${batches.name}/${batchId}`,
  before: null,
  after: { state, ...(reason === undefined ? {} : { reason }) },
})

export const openBatch = handle(coin.openBatch, async ({ employee }, { batchId }) =>
  batchView(await batches.require(batchId, 'COIN_BATCH_MISSING'), employee),
)

export const submitBatch = handle(coin.submitBatch, (ctx, { batchId }) =>
  ctx.transaction(
    async tx => {
      const { by, state, problems, toWrite } = await batches.in(tx).require(batchId, 'COIN_BATCH_MISSING')
      assertMine(ctx.employee, by)
      refuse(state !== 'checked', 'COIN_BATCH_DECIDED')
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
  const own = await batchLines.find({ where: { linesId, employeeId: employee.id }, limit: 1 })
  const state = decision === 'approve' ? ('applying' as const) : ('refused' as const)
  return ctx.transaction(
    async tx => {
      const found = await batches.in(tx).require(batchId, 'COIN_BATCH_MISSING')
      refuse(found.state !== 'waiting', 'COIN_BATCH_DECIDED')
      if (own.length > 0 || !maySecondIt(employee, found.by, [])) throw new Refusal('COIN_HAND_NOT_YOURS')
      await batches.in(tx).update(batchId, {
        state,
        decision: { byId: employee.id, byName: employee.name, at: now, reason },
      })
      return { state }
    },
    () => audited(batchId, state, reason),
  )
})
