import { topicIdOf } from '@domain/forum/topics'
import { MINUTE_MS } from '@domain/kernel/time'
import { uploadPicture } from '../../support/brandLife'
import { expectData, expectError } from '../../support/expectError'
import { broadcastWords } from '../../support/liveSamples'
import { liveSteps } from '../../support/liveWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'

const { lin, xiang } = people
const NOW = Date.parse('2026-11-24T10:00:00+08:00')
const PAGE = 'https://live.volvocars.com.cn/xc90'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: new Date(NOW).toISOString() })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany('forum_boards', [{ _id: 'cars', name: '车', closed: false, order: 1 }])
})
afterAll(() => cloud.close())
beforeEach(() => cloud.clock(new Date(NOW).toISOString()))

const { call, does, cover, run, move, write, publish, say } = liveSteps(() => cloud)
const at = (minutes: number) => cloud.clock(new Date(NOW + minutes * MINUTE_MS).toISOString())
const times = (inMinutes: number, length = 60) => ({
  shownFrom: NOW,
  startsAt: NOW + inMinutes * MINUTE_MS,
  endsAt: NOW + (inMinutes + length) * MINUTE_MS,
})
const save = async (words: object, more: object = {}) =>
  call(xiang, 'live.saveBroadcast', {
    words: { ...broadcastWords, ...times(60), ...words },
    coverFileId: await cover(),
    ...more,
  })
const moved = (broadcastId: string, version: number, action: string, more: object = {}) =>
  call(xiang, 'live.moveBroadcast', { broadcastId, version, action, ...more })
const audits = async (subject: string) => {
  const all = await cloud.dump<{ audit?: { by: string; subject: string } }>('platform_receipts')
  return all.flatMap(({ audit }) => (audit?.subject === subject ? [audit.by] : []))
}

test('a broadcast is written, published, begun early, extended and ended, each step in the audit', async () => {
  const broadcastId = await write(NOW, {}, 30)
  expect((await run(broadcastId)).broadcast.status).toBe('draft')
  expect(await move(broadcastId, 'publish')).toMatchObject({ status: 'before' })
  expect(await move(broadcastId, 'start')).toMatchObject({ status: 'live' })
  const until = NOW + 120 * MINUTE_MS
  expect(await move(broadcastId, 'extend', { until })).toMatchObject({ status: 'live' })
  await at(100)
  expect((await run(broadcastId)).broadcast.status).toBe('live')
  expect(await move(broadcastId, 'end')).toMatchObject({ status: 'ended' })
  expect(await audits(`live_broadcasts/${broadcastId}`)).toEqual(Array(5).fill(xiang.employeeId))
})

test('what is to appear later is taken back into a draft, changed and published again with the same promise', async () => {
  const broadcastId = await publish(NOW, { shownFrom: NOW + MINUTE_MS }, 60)
  const before = (await run(broadcastId)).draw?.commitment
  expect(await move(broadcastId, 'withdraw')).toMatchObject({ status: 'draft' })
  const { version } = (await run(broadcastId)).broadcast
  expectData(await save({ title: '改过的发布会' }, { of: { broadcastId, version } }))
  await move(broadcastId, 'publish')
  expect(before).toMatch(/^[0-9a-f]{64}$/)
  expect((await run(broadcastId)).draw?.commitment).toBe(before)
})

test('what does not fit is refused with what to do', async () => {
  expectError('live.saveBroadcast', await save(times(60, 5)), 'LIVE_TIMES_WRONG')
  expectError('live.saveBroadcast', await save({ ...times(-5), shownFrom: 0 }), 'LIVE_PAST')
  const evil = { platform: { kind: 'web', url: 'https://evil.example.com/xc90' } }
  expectError('live.saveBroadcast', await save(evil), 'LIVE_ADDRESS_NOT_ALLOWED')
  expectData(await save({ platform: { kind: 'web', url: PAGE } }))
  expectError('live.saveBroadcast', await save({}, { coverFileId: undefined }), 'LIVE_COVER_MISSING')
  const script = await uploadPicture(cloud, 'script', '<svg onload="alert(1)"/>')
  expectError('live.saveBroadcast', await save({}, { coverFileId: script }), 'LIVE_COVER_UNFIT')
  const none = { of: { broadcastId: 'none', version: 1 } }
  expectError('live.saveBroadcast', await save({}, none), 'LIVE_BROADCAST_MISSING')
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'risky', times: 1 } })
  expectError('live.saveBroadcast', await save({}), 'CONTENT_REJECTED')
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'fail', times: 1 } })
  expectError('live.saveBroadcast', await save({}), 'CONTENT_CHECK_UNAVAILABLE')
})

test('steps that the table does not have are refused, and so are those of somebody who read an older state', async () => {
  const broadcastId = await write(NOW, {}, 30)
  expectError('live.moveBroadcast', await moved(broadcastId, 9, 'publish'), 'LIVE_CHANGED')
  expectError('live.moveBroadcast', await moved(broadcastId, 1, 'end'), 'LIVE_STEP_REFUSED')
  expectError('live.moveBroadcast', await moved('none', 1, 'end'), 'LIVE_BROADCAST_MISSING')
  const stale = await save({}, { of: { broadcastId, version: 7 } })
  expectError('live.saveBroadcast', stale, 'LIVE_CHANGED')
  await at(31)
  expectError('live.moveBroadcast', await moved(broadcastId, 1, 'publish'), 'LIVE_PAST')
  await at(0)
  await move(broadcastId, 'publish')
  await move(broadcastId, 'start')
  const { version } = (await run(broadcastId)).broadcast
  const short = await moved(broadcastId, version, 'extend', { until: NOW })
  expectError('live.moveBroadcast', short, 'LIVE_TIMES_WRONG')
  const running = await save({}, { of: { broadcastId, version } })
  expectError('live.saveBroadcast', running, 'LIVE_STEP_REFUSED')
})

test('a replay is given once it is over, where the configuration allows it', async () => {
  const broadcastId = await publish(NOW, {}, 10)
  const replay = { platform: { kind: 'web', url: PAGE }, from: NOW + 80 * MINUTE_MS }
  const give = async (more: object = {}) => {
    const { version } = (await run(broadcastId)).broadcast
    return call<{ status: string }>(xiang, 'live.giveReplay', { broadcastId, version, replay, ...more })
  }
  expectError('live.giveReplay', await give(), 'LIVE_STEP_REFUSED')
  await at(75)
  expectError('live.giveReplay', await give({ version: 1 }), 'LIVE_CHANGED')
  expectError('live.giveReplay', await give({ broadcastId: 'none' }), 'LIVE_BROADCAST_MISSING')
  const evil = { platform: { kind: 'web', url: 'https://example.com/' }, from: NOW }
  expectError('live.giveReplay', await give({ replay: evil }), 'LIVE_ADDRESS_NOT_ALLOWED')
  expect(expectData(await give())).toMatchObject({ status: 'ended' })
  await at(80)
  const { broadcast } = await does<{ broadcast: { status: string; replay: object } }>(
    lin,
    'live.openBroadcast',
    { broadcastId },
  )
  expect(broadcast).toMatchObject({ status: 'replay', replay: { kind: 'web', url: PAGE } })
  expect(expectData(await give({ replay: undefined }))).toMatchObject({ status: 'ended' })
})

test('its topic leads to it while it is announced, on, or to be seen again', async () => {
  const ofTopic = async (name: string) => {
    const input = { topicId: topicIdOf(name) }
    return (await does<{ broadcast: object | null }>(lin, 'forum.openTopic', input)).broadcast
  }
  const pictureOf = async (id: string) =>
    (await cloud.dump<{ _id: string; coverFileId: string }>('live_broadcasts')).find(({ _id }) => _id === id)
      ?.coverFileId
  const broadcastId = await publish(NOW, { topic: '试驾夜', title: '试驾夜直播' }, 30)
  const startsAt = NOW + 30 * MINUTE_MS
  expect(await ofTopic('试驾夜')).toMatchObject({
    broadcastId,
    title: '试驾夜直播',
    status: 'before',
    startsAt,
    coverFileId: await pictureOf(broadcastId),
  })
  const { version } = (await run(broadcastId)).broadcast
  await save({ topic: '夜里试驾', title: '改了名' }, { of: { broadcastId, version } })
  const left = await call(lin, 'forum.openTopic', { topicId: topicIdOf('试驾夜') })
  expectError('forum.openTopic', left, 'FORUM_TOPIC_MISSING')
  expect(await ofTopic('夜里试驾')).toMatchObject({
    ...{ broadcastId, title: '改了名', status: 'before' },
    coverFileId: await pictureOf(broadcastId),
  })
  await move(broadcastId, 'start')
  expect(await ofTopic('夜里试驾')).toMatchObject({ status: 'live', startsAt: NOW })
  await at(5)
  await move(broadcastId, 'end')
  expect(await ofTopic('夜里试驾')).toBeNull()
  const replay = { platform: { kind: 'web', url: PAGE }, from: NOW + 8 * MINUTE_MS }
  const read = { broadcastId, version: (await run(broadcastId)).broadcast.version }
  await does(xiang, 'live.giveReplay', { ...read, replay })
  expect(await ofTopic('夜里试驾')).toBeNull()
  await at(8)
  expect(await ofTopic('夜里试驾')).toMatchObject({ broadcastId, status: 'replay' })
})

test('the topic of a broadcast that was called off leads nowhere, and is there for whoever has posted about it', async () => {
  const topicId = topicIdOf('雪地日')
  const open = () => call(lin, 'forum.openTopic', { topicId })
  const broadcastId = await publish(NOW, { topic: '雪地日' }, 30)
  expect(expectData(await open())).toMatchObject({ broadcast: { broadcastId }, posts: [] })
  await move(broadcastId, 'cancel')
  expectError('forum.openTopic', await open(), 'FORUM_TOPIC_MISSING')
  await does(lin, 'forum.createPost', { boardId: 'cars', title: '可惜', body: '#雪地日# 取消了' })
  expect(expectData(await open())).toMatchObject({ broadcast: null, posts: [{ title: '可惜' }] })
})

test('the topic of a broadcast that is not shown yet is neither found nor opened nor followed, unless somebody has posted about it', async () => {
  const topicId = topicIdOf('零下四十度')
  const shownFrom = NOW + 20 * MINUTE_MS
  const found = async () =>
    (await does<{ topics: { name: string }[] }>(lin, 'forum.search', { text: '零下四十度' })).topics.length
  const open = () => call(lin, 'forum.openTopic', { topicId })
  const follow = (following: boolean) => call(lin, 'forum.followTopic', { topicId, following })
  const broadcastId = await publish(NOW, { topic: '零下四十度', shownFrom }, 30)
  expect(await found()).toBe(0)
  expectError('forum.openTopic', await open(), 'FORUM_TOPIC_MISSING')
  expectError('forum.followTopic', await follow(true), 'FORUM_TOPIC_MISSING')
  await at(20)
  expect(await found()).toBe(1)
  expect(expectData(await open())).toMatchObject({ broadcast: { broadcastId } })
  expectData(await follow(true))
  await move(broadcastId, 'cancel')
  expect(await found()).toBe(0)
  expectData(await follow(false))
  await at(0)
  await publish(NOW, { topic: '零下四十度', shownFrom }, 30)
  await does(lin, 'forum.createPost', { boardId: 'cars', title: '真冷', body: '#零下四十度# 的那天' })
  expect(await found()).toBe(1)
  expect(expectData(await open())).toMatchObject({ broadcast: null, posts: [{ title: '真冷' }] })
})

test('a question is answered before everybody’s eyes, if it stands there', async () => {
  const broadcastId = await publish(NOW, {}, 10)
  const { comment } = await say(lin, broadcastId, '带拖车时，高度谁说了算？')
  const answer = (messageId?: string, of = broadcastId) =>
    call<{ answering: { number: number } | null }>(xiang, 'live.answerMessage', {
      broadcastId: of,
      messageId,
    })
  expect(expectData(await answer(comment.commentId)).answering).toMatchObject({ number: 1 })
  expect(expectData(await answer()).answering).toBeNull()
  expect(expectData(await answer(comment.commentId)).answering).toMatchObject({ number: 2 })
  expectError('live.answerMessage', await answer('none'), 'LIVE_MESSAGE_MISSING')
  expectError('live.answerMessage', await answer(undefined, 'none'), 'LIVE_BROADCAST_MISSING')
})
