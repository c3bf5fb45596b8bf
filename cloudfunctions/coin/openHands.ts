import { coin } from '@domain/coin/contract'
import { limits } from '@domain/kernel/limits'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { batchView, handView } from './handViews'
import { receiversOf } from './receivers'
import { batches, hands } from './store'

const WAITING_MAX = 50
const BATCHES_MAX = 10

export const openHands = handle(coin.openHands, async ({ employee, now }, { after }) => {
  const latest = [['_id', 'desc']] as const
  const [waiting, imports, found] = await Promise.all([
    hands.find({ where: { state: 'waiting' }, orderBy: latest, limit: WAITING_MAX }),
    batches.find({ where: {}, orderBy: latest, limit: BATCHES_MAX }),
    hands.find({
      where: { state: _.in(['done', 'refused', 'withdrawn']), ...(after ? { _id: _.lt(after) } : {}) },
      orderBy: latest,
      limit: limits.pageSize + 1,
    }),
  ])
  const { receivers } = await receiversOf(
    waiting.map(({ employeeId }) => employeeId),
    now,
  )
  const page = found.slice(0, limits.pageSize)
  return {
    waiting: waiting.map(hand => handView(hand, employee, receivers.get(hand.employeeId))),
    batches: imports.map(batch => {
      const { problems: _problems, moreProblems: _more, ...summary } = batchView(batch, employee)
      return summary
    }),
    hands: page.map(hand => handView(hand, employee)),
    next: found.length > page.length ? (page.at(-1)?._id ?? null) : null,
    now,
  }
})
