import type { Visit } from './visit'

const LIN = 'linxiaochuan'
const HOST = 'tangguo'

/** The pages of 直播. */
export const liveVisits: Record<string, Visit> = {
  'rooms/live/pages/broadcasts/index': { who: LIN, shows: '零下四十度，我们在冬测' },
  'rooms/live/pages/broadcast/index': {
    who: LIN,
    shows: '离开始还有',
    parameters: () => '?broadcastId=b-xc90',
  },
  'rooms/live/pages/watch/index': {
    who: LIN,
    shows: '零下四十度，我们在冬测',
    parameters: () => '?broadcastId=b-winter',
  },
  'rooms/live/pages/draw/index': {
    who: LIN,
    shows: '先封存种子',
    parameters: () => '?broadcastId=b-winter',
  },
  'rooms/live/pages/desk/index': { who: HOST, shows: '办一场直播' },
  'rooms/live/pages/edit/index': {
    who: HOST,
    shows: '提前多久出现在掌动态',
    parameters: () => '?broadcastId=b-xc90',
  },
  'rooms/live/pages/run/index': {
    who: HOST,
    shows: '每五分钟在看的同事',
    parameters: () => '?broadcastId=b-winter',
  },
}
