import type { BroadcastDocument } from '../../../cloudfunctions/live/store'
import type { Subject } from '../measure'
import type { BenchWorld } from '../world'
import { screen } from './subject'
import { turn } from './turns'

const HOST = 'demo-tangguo'

export function liveScreens(world: BenchWorld): Subject[] {
  const broadcasts = world.dump<BroadcastDocument>('live_broadcasts').filter(({ stage }) => stage === 'open')
  const anyone = (time: number) => turn(world.people, time).openid
  const broadcast = (time: number) => ({ broadcastId: turn(broadcasts, time)._id })
  return [
    screen(world, 'broadcasts', 'live.openBroadcasts', time => ({ openid: anyone(time), input: {} })),
    screen(world, 'broadcast', 'live.openBroadcast', time => ({
      openid: anyone(time),
      input: broadcast(time),
    })),
    screen(world, 'desk of the broadcasts', 'live.openDesk', () => ({ openid: HOST, input: {} })),
    screen(world, 'running a broadcast', 'live.openRun', time => ({ openid: HOST, input: broadcast(time) })),
  ]
}
