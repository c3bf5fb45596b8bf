import { Refusal } from '@domain/kernel/errors'
import { live } from '@domain/live/contract'
import { isDisclosed } from '@domain/live/draw'
import { handleWith } from '@platform/context'
import { codeOf } from './codes'
import { seen } from './openBroadcast'
import { broadcasts, draws } from './store'
import { drawView } from './views'

const along = ({ broadcastId }: { broadcastId: string }) => ({
  broadcast: broadcasts.along({ where: { _id: broadcastId }, limit: 1 }),
  draw: draws.along({ where: { _id: broadcastId }, limit: 1 }),
})

export const openDraw = handleWith(live.openDraw, along, async ({ employee, now }, _input, read) => {
  const broadcast = seen(read.broadcast[0], employee, now)
  const [draw] = read.draw
  const summary = drawView(broadcast, draw)
  if (!draw || !summary) throw new Refusal('LIVE_NO_DRAW')
  const { state, seed, codes, listHash, closedAt, drawnAt } = draw
  const mine = state === 'open' ? null : codeOf(draw, employee.id)
  return {
    title: broadcast.title,
    draw: { ...summary, seed: isDisclosed(state) ? seed : null, codes, listHash, closedAt, drawnAt },
    mine: mine !== null && codes.includes(mine) ? mine : null,
    now,
  }
})
