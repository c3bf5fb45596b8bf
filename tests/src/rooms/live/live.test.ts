import { HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import {
  type BroadcastDraft,
  broadcastProblem,
  draftOf,
  emptyBroadcast,
  wordsOf,
} from '@/rooms/live/broadcastDraft'
import { type OpenedDraw, standingOf } from '@/rooms/live/drawWords'
import { unknownIn, withNews } from '@/rooms/live/messages'
import { replayDraftOf, replayFrom, replayOf } from '@/rooms/live/replayDraft'
import { countdownParts, metaOf, sayLeft, sayPrizes, saySpan, statusNow } from '@/rooms/live/words'

const NOW = Date.parse('2026-11-24T10:00:00+08:00')
const START = Date.parse('2026-11-24T19:30:00+08:00')
const around = { hasCover: true, now: NOW, webHosts: ['live.volvocars.com.cn'] }
const whole: BroadcastDraft = {
  ...emptyBroadcast,
  title: ' 新款 XC90 发布会 ',
  summary: '悬架、路噪和第三排。',
  topic: '#XC90 发布会',
  finderUserName: 'sphVolvoCars',
  on: '2026-11-24',
  from: '19:30',
  to: '20:40',
}

test('a form becomes what the server takes, past midnight as well, and comes back as it was', () => {
  const words = wordsOf(whole)
  expect(words).toMatchObject({
    title: '新款 XC90 发布会',
    topic: 'XC90 发布会',
    platform: { kind: 'channels', finderUserName: 'sphVolvoCars', feedId: null },
    shownFrom: START - 72 * HOUR_MS,
    startsAt: START,
    endsAt: START + 70 * MINUTE_MS,
    reward: { minutes: 15, message: true },
  })
  expect(wordsOf({ ...whole, to: '01:00' }).endsAt).toBe(START + 5.5 * HOUR_MS)
  const opened = { words, coverFileId: '', status: 'draft' as const, version: 1, webHosts: [], now: NOW }
  expect(wordsOf(draftOf(opened))).toEqual(words)
})

test.each<[string, Partial<BroadcastDraft>]>([
  ['写一个标题', { title: ' ' }],
  ['写一句讲什么', { summary: '' }],
  ['选好日期、开始和结束', { to: '' }],
  ['开始时间已经过了', { on: '2026-11-23' }],
  ['时长要 10 分钟到 8 小时', { to: '19:35' }],
  ['视频号 ID 以 sph 开头', { finderUserName: 'volvo' }],
  ['网址要在登记过的域名里', { kind: 'web', url: 'https://live.volvocars.com.cn.evil.com/' }],
  ['小程序的 AppID 以 wx 开头', { kind: 'miniProgram', appId: 'gh_1' }],
  ['给礼物写个名字', { prizes: [{ key: 0, kind: 'gift', name: ' ', count: 1 }] }],
])('says %s', (problem, part) => {
  expect(broadcastProblem({ ...whole, ...part }, around)).toBe(problem)
})

test('a whole form has no problem, one without a picture has', () => {
  expect(broadcastProblem(whole, around)).toBeUndefined()
  expect(broadcastProblem(whole, { ...around, hasCover: false })).toBe('先选一张封面')
})

test('a replay lies where any broadcast may, from now or from tomorrow morning on', () => {
  const empty = replayDraftOf(null)
  expect(replayOf(empty)).toBeNull()
  const web = { kind: 'web', url: 'https://live.volvocars.com.cn/again' } as const
  const channels = { kind: 'channels', finderUserName: 'sphVolvo', feedId: 'abcdef' } as const
  const mini = { kind: 'miniProgram', appId: 'wx0123456789abcdef', path: 'pages/a' } as const
  for (const platform of [web, channels, mini]) expect(replayOf(replayDraftOf(platform))).toEqual(platform)
  expect(replayOf({ ...replayDraftOf(channels), feedId: '' })).toBeNull()
  expect(replayFrom('now', NOW)).toBe(NOW)
  expect(replayFrom('morning', NOW)).toBe(Date.parse('2026-11-25T09:00:00+08:00'))
})

test('a page that was opened before goes live and ends by itself', () => {
  const shown = { status: 'before', startsAt: START, endsAt: START + HOUR_MS, place: '上海' } as const
  const at = [START - 1, START, START + HOUR_MS].map(now => statusNow(shown, now))
  expect(at).toEqual(['before', 'live', 'ended'])
  expect(metaOf(shown, NOW)).toBe('今晚 19:30–20:30 · 上海')
  expect(metaOf(shown, START)).toBe('正在直播 · 上海')
  expect(saySpan(shown, NOW - 24 * HOUR_MS)).toBe('明天 19:30–20:30')
  const parts = (spanMs: number) => countdownParts(spanMs).map(({ value, unit }) => value + unit)
  expect(parts(START - NOW)).toEqual(['09小时', '30分', '00秒'])
  expect(parts(25.5 * HOUR_MS)).toEqual(['1天', '01小时', '30分'])
  expect(parts(-1)).toEqual(['00小时', '00分', '00秒'])
})

test('messages come once each, the newest first, and what was taken back goes', () => {
  const said = (messageId: string) => ({
    messageId,
    employeeId: '',
    name: '韩冬',
    official: false,
    body: '等到了',
    likes: 0,
    at: NOW,
  })
  const [a, b, c] = [said('1'), said('2'), said('3')]
  expect(unknownIn([a, b], [b, c])).toBe(1)
  const ids = withNews([b, a], { fresh: [b, c], gone: ['1'] }).map(({ messageId }) => messageId)
  expect(ids).toEqual(['3', '2'])
})

const prizes = [
  { kind: 'gift', name: 'XC90 车模', count: 1 },
  { kind: 'coins', name: '', count: 10 },
] satisfies OpenedDraw['draw']['prizes']
const opened: OpenedDraw = {
  title: '发布会',
  status: 'before',
  draw: {
    state: 'open',
    commitment: '',
    prizes,
    coins: 100,
    entries: 0,
    winners: [],
    seed: null,
    codes: [],
    listHash: '',
    closedAt: null,
    drawnAt: null,
  },
  rule: { minutes: 15, message: true },
  own: { minutes: 0, spoken: false, isHost: false },
  mine: null,
  now: NOW,
}
const drawAs = (part: Partial<OpenedDraw['draw']>, rest: Partial<OpenedDraw> = {}) =>
  standingOf({ ...opened, ...rest, draw: { ...opened.draw, ...part } })

test('a prize says what each share of it is', () => {
  expect(sayPrizes({ prizes, coins: 100 })).toBe('XC90 车模，1 份；每份 100 沃币，10 份')
})

test('before a draw one reads what it takes, how far one is and when it comes', () => {
  expect(drawAs({})).toEqual({
    title: '看满 15 分钟，说一句，自动参加',
    meta: '直播开始后，主理先封名单，再当场开奖',
  })
  const own = (minutes: number, spoken: boolean, isHost = false) => ({
    status: 'live' as const,
    own: { minutes, spoken, isHost },
  })
  expect(drawAs({}, own(5, true)).meta).toMatch(/^已看 5 分钟，已留言。/)
  expect(drawAs({}, own(15, false)).meta).toMatch(/^时间够了，还没留言。/)
  expect(drawAs({}, own(15, true)).title).toBe('你已经达到条件')
  expect(drawAs({}, own(60, true, true)).title).toBe('你是主理，不参加抽奖')
  expect(drawAs({}, { ...own(5, true), status: 'ended' }).title).toBe('这次你没有达到条件')
})

test('after a draw one reads first whether one has won', () => {
  const winners = [
    { code: 'aa', name: '韩冬', employeeId: 'VC100003', prize: 0 },
    { code: 'bb', name: '陈嘉禾', employeeId: 'VC100002', prize: 1 },
  ]
  const drawn = (mine: string | null) => drawAs({ state: 'drawn', entries: 8, winners }, { mine }).title
  expect([drawn('aa'), drawn('bb'), drawn('cc'), drawn(null)]).toEqual([
    '抽中了：XC90 车模',
    '抽中了：100 沃币',
    '这次没抽中',
    '这次你不在名单里',
  ])
  const closed = (mine: string | null) => drawAs({ state: 'closed', entries: 8 }, { mine }).title
  expect([closed('aa'), closed(null)]).toEqual(['你在名单里', '这次你不在名单里'])
  expect(drawAs({ state: 'nobody' }).title).toBe('这次没有人达到条件')
})

it.each([
  [75 * HOUR_MS, '还有 3 天'],
  [11 * HOUR_MS + 49 * MINUTE_MS, '还有 11:49'],
  [HOUR_MS + 5 * MINUTE_MS, '还有 1:05'],
  [9 * MINUTE_MS, '还有 9 分钟'],
  [MINUTE_MS / 2, '马上开始'],
])('with %d ms to go the row of a topic says %s', (leftMs, words) => expect(sayLeft(leftMs)).toBe(words))
