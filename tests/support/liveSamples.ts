import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import type { Samples } from './samples'

const STARTS_AT = 4_000_000_000_000

/** What a host writes of a broadcast. */
export const broadcastWords = {
  title: '新款 XC90 发布会',
  summary: '悬架、路噪和七个座位，设计师在现场回答。',
  place: '上海',
  topic: 'XC90 发布会',
  platform: { kind: 'channels', finderUserName: 'sphVolvoCars', feedId: null },
  shownFrom: STARTS_AT - 3 * DAY_MS,
  startsAt: STARTS_AT,
  endsAt: STARTS_AT + HOUR_MS,
  reward: { minutes: 10, message: true },
  prizes: [
    { kind: 'gift', name: 'XC90 车模', count: 1 },
    { kind: 'coins', name: '', count: 2 },
  ],
} satisfies Samples['live']['saveBroadcast']['words']

const of = { broadcastId: 'none', version: 1 }
const broadcastId = 'none'

export const liveSamples: Samples['live'] = {
  openBroadcasts: {},
  openBroadcast: { broadcastId },
  remindMe: { broadcastId, on: true },
  heart: { broadcastId, on: true },
  pulse: { pass: 'none~4000000000000~0000000000000000', since: 0 },
  attend: { broadcastId },
  openDraw: { broadcastId },
  openDesk: {},
  openEdit: { broadcastId },
  saveBroadcast: { of, words: broadcastWords },
  moveBroadcast: { ...of, action: 'publish' },
  giveReplay: of,
  openRun: { broadcastId },
  answerMessage: { broadcastId },
  closeDraw: { broadcastId },
  draw: { broadcastId },
  giveUpDraw: { broadcastId, reason: '奖品取消了' },
  noteHandOver: { broadcastId, code: '0123456789abcdef', done: true },
  exportBroadcast: { broadcastId },
}
