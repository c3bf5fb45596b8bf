import { MINUTE_MS } from '@domain/kernel/time'
import type { Does } from './does'
import { expectData } from './expectError'
import { newRequestId } from './identityWorld'
import { liveSteps } from './liveWorld'
import type { TestCloud } from './localCloud'
import { people } from './people'

const { lin, han, xiang } = people

/** Each procedure of the broadcasts once, in the way that costs most. */
export async function broadcastsLive(cloud: TestCloud, does: Does, now: number): Promise<void> {
  const { publish, move, say, write, run } = liveSteps(() => cloud)
  await write(now, {}, 600)
  const broadcastId = await publish(now, { reward: { minutes: 5, message: true } })
  await does(lin, 'live.openBroadcasts')
  await does(lin, 'live.remindMe', { broadcastId, on: true })
  await does(xiang, 'live.openDesk')
  await does(xiang, 'live.openEdit', { broadcastId })
  await move(broadcastId, 'start')
  const { comment } = await say(lin, broadcastId, '路噪能到多少？')
  await does(xiang, 'live.answerMessage', { broadcastId, messageId: comment.commentId })
  const { pass } = await does(lin, 'live.openBroadcast', { broadcastId })
  await cloud.call(lin.openid, 'live.pulse', { pass, since: now }, newRequestId()).then(expectData)
  await does(lin, 'live.heart', { broadcastId, on: true })
  await does(lin, 'live.attend', { broadcastId })
  await cloud.clock(new Date(now + 6 * MINUTE_MS).toISOString())
  await does(lin, 'live.attend', { broadcastId })
  await does(han, 'live.attend', { broadcastId })
  await does(xiang, 'live.closeDraw', { broadcastId })
  const { winners } = expectData(
    await cloud.call<{ winners: { code: string }[] }>(
      xiang.openid,
      'live.draw',
      { broadcastId },
      newRequestId(),
    ),
  )
  await does(xiang, 'live.noteHandOver', { broadcastId, code: winners[0]?.code, done: true })
  await does(lin, 'live.openDraw', { broadcastId })
  await move(broadcastId, 'end')
  const replay = { platform: { kind: 'web', url: 'https://live.volvocars.com.cn/xc90' }, from: now }
  const { version } = (await run(broadcastId)).broadcast
  await does(xiang, 'live.giveReplay', { broadcastId, version, replay })
  await does(xiang, 'live.exportBroadcast', { broadcastId })
  await cloud.clock(new Date(now + 10 * MINUTE_MS).toISOString())
  await cloud.timer('live', 'tend')
  await cloud.clock(new Date(now).toISOString())
  const undrawn = await publish(now, { reward: { minutes: 5, message: false } })
  await move(undrawn, 'start')
  for (const minute of [0, 6]) {
    await cloud.clock(new Date(now + minute * MINUTE_MS).toISOString())
    await does(lin, 'live.attend', { broadcastId: undrawn })
  }
  await does(xiang, 'live.closeDraw', { broadcastId: undrawn })
  await does(xiang, 'live.giveUpDraw', { broadcastId: undrawn, reason: '奖品改为全员发放' })
  await cloud.clock(new Date(now).toISOString())
}
