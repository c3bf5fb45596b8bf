import { Refusal } from '@domain/kernel/errors'
import { statusAt } from '@domain/live/broadcast'
import { live } from '@domain/live/contract'
import { isDisclosed } from '@domain/live/draw'
import { minutesPresent } from '@domain/live/presence'
import { drawRuleOf } from '@domain/live/reward'
import { handleWith } from '@platform/context'
import { ruleOf } from '../coin/public'
import { hasSpoken } from '../forum/public'
import { codeOf } from './codes'
import { seen } from './openBroadcast'
import { ownAlong, ownIn } from './own'
import { broadcasts, draws, scheduleOf, talkIdOf } from './store'
import { drawView } from './views'

const along = ({ broadcastId }: { broadcastId: string }) => ({
  broadcast: broadcasts.along({ where: { _id: broadcastId }, limit: 1 }),
  draw: draws.along({ where: { _id: broadcastId }, limit: 1 }),
  own: ownAlong(broadcastId),
})

export const openDraw = handleWith(live.openDraw, along, async ({ employee, now }, _input, read) => {
  const broadcast = seen(read.broadcast[0], employee, now)
  const [draw] = read.draw
  const summary = drawView(broadcast, draw, (await ruleOf('live.won', now)).base)
  if (!draw || !summary) throw new Refusal('LIVE_NO_DRAW')
  const { state, seed, codes, listHash, closedAt, drawnAt } = draw
  const mine = state === 'open' ? null : codeOf(draw, employee.id)
  const { minutes, message } = drawRuleOf(broadcast.reward)
  const asksWords = state === 'open' && message
  return {
    title: broadcast.title,
    status: statusAt(scheduleOf(broadcast), now),
    draw: { ...summary, seed: isDisclosed(state) ? seed : null, codes, listHash, closedAt, drawnAt },
    rule: { minutes, message },
    own: {
      minutes: minutesPresent(ownIn(read.own)),
      spoken: asksWords && (await hasSpoken(talkIdOf(broadcast._id), employee.id)),
      isHost: broadcast.hostIds.includes(employee.id),
    },
    mine: mine !== null && codes.includes(mine) ? mine : null,
    now,
  }
})
