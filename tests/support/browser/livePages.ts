import { type PageVisit, room, visit } from './pageVisit'

/** Prepares and runs broadcasts. */
const HOST = 'demo-tangguo'

export const livePages: PageVisit[] = [
  visit('broadcasts', room('live/broadcasts')),
  visit('broadcast', room('live/broadcast', 'broadcastId=b-xc90')),
  visit('broadcast-replay', room('live/broadcast', 'broadcastId=b-winter')),
  visit('broadcast-page', room('live/watch', 'broadcastId=b-winter')),
  visit('draw', room('live/draw', 'broadcastId=b-winter')),
  visit('live-desk', room('live/desk'), HOST),
  visit('live-edit', room('live/edit', 'broadcastId=b-xc90'), HOST),
  visit('live-run', room('live/run', 'broadcastId=b-winter'), HOST),
]
