import { MINUTE_MS } from '@domain/kernel/time'
import type { PresenceDocument, TallyDocument } from '../../../cloudfunctions/live/store'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { liveSteps } from '../../support/liveWorld'
import { startTestCloud, type TestCloud, until } from '../../support/localCloud'
import { employeeDocumentOf, insertPeople, people, stranger, type TestPerson } from '../../support/people'
import { permit } from '../../support/unionWorld'

const { lin, chen, han, guo, xiang, ding } = people
const NOW = Date.parse('2026-11-24T10:00:00+08:00')

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: new Date(NOW).toISOString() })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())
beforeEach(() => cloud.clock(new Date(NOW).toISOString()))

const { call, does, run, move, publish, say } = liveSteps(() => cloud)
const at = (minutes: number) => cloud.clock(new Date(NOW + minutes * MINUTE_MS).toISOString())

interface Opened {
  broadcast: { status: string; reminders: number; platform: { kind: string } | null }
  mine: { reminded: boolean; minutes: number; earned: number | null; heart: { on: boolean } }
  hearts: { counted: number }
  messages: { liked: string[]; latest: { body: string; name: string }[]; total: number }
  pass: string
}
interface Pulse {
  status: string
  watching: number
  fresh: { messageId: string; body: string; name: string }[]
  gone: string[]
  answering: { body: string; number: number } | null
  now: number
}
interface Attended {
  minutes: number
  earned: { amount: number } | null
  needsMessage: boolean
  pass: string
}
const open = (who: TestPerson, broadcastId: string) =>
  does<Opened>(who, 'live.openBroadcast', { broadcastId })
const attend = (who: TestPerson, broadcastId: string) => does<Attended>(who, 'live.attend', { broadcastId })
const pulse = (who: { openid: string }, pass: string, since = NOW) =>
  call<Pulse>(who, 'live.pulse', { pass, since })
const coinsOf = async ({ employeeId }: TestPerson) => {
  const entries = await cloud.dump<{ employeeId: string; reason: string }>('coin_entries')
  return entries.filter(one => one.employeeId === employeeId && one.reason === 'live.joined').length
}
const tallyOf = async (broadcastId: string) => {
  await cloud.timer('live', 'tend')
  return (await cloud.dump<TallyDocument>('live_tallies')).find(({ _id }) => _id === broadcastId)
}

test('time alone makes it appear, begin and end, on its page, in the list and on the front page', async () => {
  const early = { shownFrom: NOW + 10 * MINUTE_MS }
  const broadcastId = await publish(NOW, { title: '按时出现', ...early }, 30)
  const listed = async () => {
    const { coming, past } = await does<Record<string, { title: string; status: string }[]>>(
      lin,
      'live.openBroadcasts',
    )
    const one = [...(coming ?? []), ...(past ?? [])].find(({ title }) => title === '按时出现')
    return one?.status ?? null
  }
  type Front = { live: { status: string } | null; tiles: { broadcast: { status: string } | null } }
  const front = () => does<Front>(lin, 'content.openHome')
  const onFront = async () => (await front()).live?.status ?? null
  const onTile = async () => (await front()).tiles.broadcast?.status ?? null
  const missing = await call(lin, 'live.openBroadcast', { broadcastId })
  expectError('live.openBroadcast', missing, 'LIVE_BROADCAST_MISSING')
  expect([await listed(), await onFront()]).toEqual([null, null])
  // Its host sees what is prepared.
  expect((await open(xiang, broadcastId)).broadcast.status).toBe('waiting')
  for (const [minute, status] of [
    [10, 'before'],
    [30, 'live'],
    [90, 'ended'],
  ] as const) {
    await at(minute)
    expect([(await open(lin, broadcastId)).broadcast.status, await listed(), await onFront()]).toEqual([
      status,
      status,
      status,
    ])
    expect(await onTile()).toBe(status === 'ended' ? null : status)
  }
  await at(90 + 13 * 60)
  expect(await onFront()).toBeNull()
})

test('whoever asked for it is called once, ten minutes before, in the inbox and by WeChat', async () => {
  const broadcastId = await publish(NOW, { title: '叫我一声' }, 30)
  await permit(cloud, lin, 'sessionSoon')
  for (const who of [lin, chen, han]) await does(who, 'live.remindMe', { broadcastId, on: true })
  await does(han, 'live.remindMe', { broadcastId, on: false })
  await does(lin, 'live.remindMe', { broadcastId, on: true })
  expect((await open(lin, broadcastId)).broadcast.reminders).toBe(1)
  expect((await tallyOf(broadcastId))?.reminders).toBe(2)
  expect(await open(lin, broadcastId)).toMatchObject({
    broadcast: { reminders: 2 },
    mine: { reminded: true },
  })
  await at(20)
  for (const _twice of [1, 2]) await cloud.timer('live', 'tend')
  const notices = await cloud.dump<{ employeeId: string; title: string }>('notice_messages')
  const told = notices
    .filter(({ title }) => title === '「叫我一声」马上开始')
    .map(({ employeeId }) => employeeId)
  expect(told.sort()).toEqual([lin.employeeId, chen.employeeId].sort())
  const sent = (await cloud.outbox()).filter(one => JSON.stringify(one).includes(broadcastId))
  expect(sent).toHaveLength(1)
  const late = await call(han, 'live.remindMe', { broadcastId, on: true })
  expectError('live.remindMe', late, 'LIVE_NOT_BEFORE')
  const none = await call(han, 'live.remindMe', { broadcastId: 'none', on: true })
  expectError('live.remindMe', none, 'LIVE_BROADCAST_MISSING')
})

test('messages are followed by a pass that asks for nobody’s document, and what moderators take back goes', async () => {
  const broadcastId = await publish(NOW, { title: '大家在说' }, 1)
  await at(2)
  const { pass } = await open(lin, broadcastId)
  const { comment } = await say(han, broadcastId, '零下二十八度能不能自己升高？')
  await at(3)
  await say(chen, broadcastId, '等到了')
  await does(xiang, 'live.answerMessage', { broadcastId, messageId: comment.commentId })
  const heard = await until('both messages', async () => {
    const told = expectData(await pulse(lin, pass))
    return told.fresh.length === 2 ? told : null
  })
  expect(heard.fresh.map(({ name, body }) => [name, body])).toEqual([
    ['陈嘉禾', '等到了'],
    ['韩冬', '零下二十八度能不能自己升高？'],
  ])
  expect(heard.answering).toMatchObject({ body: '零下二十八度能不能自己升高？', number: 1 })
  expect(JSON.stringify(heard)).not.toContain('department')

  await does(guo, 'forum.removeComment', { commentId: comment.commentId, reason: '重复了' })
  const after = await until('the removal', async () => {
    const told = expectData(await pulse(lin, pass))
    return told.gone.length > 0 ? told : null
  })
  expect(after.gone).toEqual([comment.commentId])
  expect((await open(lin, broadcastId)).messages.latest.map(({ body }) => body)).toEqual(['等到了'])

  const asked = await cloud.log('live.pulse')
  const collections = asked.flatMap(({ databaseRequests }) => databaseRequests.map(one => one.collection))
  // Whether those who spoke are still here is looked up once a minute; who asks, never.
  expect(asked.length).toBeGreaterThan(2)
  expect(collections.filter(name => name === 'identity_employees')).toHaveLength(1)
  expect(asked.some(({ databaseRequests }) => databaseRequests.length === 0)).toBe(true)
})

test('a pass is one person’s, for one broadcast and a quarter of an hour', async () => {
  const broadcastId = await publish(NOW, { title: '通行证' }, 1)
  await at(2)
  const { pass } = await open(lin, broadcastId)
  expectData(await pulse(lin, pass))
  for (const [who, shown] of [
    [han, pass],
    [stranger, pass],
    [lin, pass.replace(broadcastId, 'another')],
    [lin, pass.replace(/~\d+~/, '~9999999999999~')],
  ] as const)
    expectError('live.pulse', await pulse(who, shown), 'LIVE_PASS_OVER')
  await at(18)
  expectError('live.pulse', await pulse(lin, pass), 'LIVE_PASS_OVER')
  const { pass: renewed } = await attend(lin, broadcastId)
  expectData(await pulse(lin, renewed))
})

test('a broadcast that is called off is told to nobody who still holds a pass', async () => {
  const broadcastId = await publish(NOW, { title: '临时取消' }, 10)
  const { pass } = await open(lin, broadcastId)
  await move(broadcastId, 'cancel')
  const reply = await until('the end of what the instance remembers', async () => {
    const told = await pulse(lin, pass)
    return told.ok ? null : told
  })
  expectError('live.pulse', reply, 'LIVE_BROADCAST_MISSING')
  expectError('live.attend', await call(lin, 'live.attend', { broadcastId }), 'LIVE_BROADCAST_MISSING')
})

test('taking part earns once: time on the clock, a word said, however often it is told', async () => {
  const broadcastId = await publish(NOW, { title: '参与奖励', reward: { minutes: 10, message: true } }, 5)
  await at(4)
  expect(await attend(lin, broadcastId)).toMatchObject({ minutes: 0, earned: null })
  for (const minute of [6, 7, 8]) {
    await at(minute)
    await attend(lin, broadcastId)
  }
  // Once in each five minutes counts, however often a phone says it.
  expect((await open(lin, broadcastId)).mine.minutes).toBe(0)
  await at(11)
  expect(await attend(lin, broadcastId)).toMatchObject({ minutes: 5, earned: null, needsMessage: false })
  await at(16)
  expect(await attend(lin, broadcastId)).toMatchObject({ minutes: 10, earned: null, needsMessage: true })
  await say(lin, broadcastId, '路噪那张曲线出来了')
  const replies = await Promise.all([1, 2, 3].map(() => attend(lin, broadcastId)))
  expect(replies.flatMap(({ earned }) => earned?.amount ?? [])).toEqual([10])
  expect(await attend(lin, broadcastId)).toMatchObject({ earned: null, needsMessage: false })
  expect((await open(lin, broadcastId)).mine).toMatchObject({ minutes: 10, earned: 10 })
  expect(await coinsOf(lin)).toBe(1)
})

test('whoever left before the end but took part is paid by the timer, once', async () => {
  const broadcastId = await publish(NOW, { title: '提前走', reward: { minutes: 5, message: true } }, 5)
  for (const minute of [6, 11]) {
    await at(minute)
    await attend(chen, broadcastId)
  }
  await at(12)
  await say(chen, broadcastId, '先走一步')
  await at(70)
  for (const _twice of [1, 2]) await cloud.timer('live', 'tend')
  expect(await coinsOf(chen)).toBe(1)
  expect((await run(broadcastId)).figures).toMatchObject({ viewers: 1, rewarded: 1, coins: 10, messages: 1 })
})

test('forty who come at once are forty, in no more documents than a hundred, and nobody is refused', async () => {
  const crowd = Array.from({ length: 40 }, (_one, index) => ({
    ...lin,
    employeeId: `VC5${String(index * 7).padStart(5, '0')}`,
    openid: `wx-crowd-${index}`,
    phone: `137${String(index).padStart(8, '0')}`,
  }))
  await cloud.engine.insertMany(
    'identity_employees',
    crowd.map(one => ({ ...employeeDocumentOf(one) })),
  )
  const broadcastId = await publish(NOW, { title: '一起涌进来' }, 5)
  await at(6)
  await Promise.all([...crowd, ...crowd].map(who => attend(who, broadcastId)))
  const tally = await tallyOf(broadcastId)
  expect(tally).toMatchObject({ viewers: 40, watching: 40, peak: 40 })
  const present = await cloud.dump<PresenceDocument>('live_presences')
  expect(present.filter(one => one.broadcastId === broadcastId)).toHaveLength(100)
  const refused = (await cloud.log('live.attend')).flatMap(({ databaseRequests }) =>
    databaseRequests.filter(({ errorCode }) => errorCode !== null),
  )
  expect(refused).toEqual([])
  await at(17)
  expect(await tallyOf(broadcastId)).toMatchObject({ viewers: 40, watching: 0, peak: 40 })
})

test('a heart is given while it is on, counted once for each, and taken back; a like of a message stays one’s own', async () => {
  const broadcastId = await publish(NOW, { title: '送一份心意' }, 30)
  const give = (who: TestPerson, on = true) => call(who, 'live.heart', { broadcastId, on })
  expectError('live.heart', await give(lin), 'LIVE_NOT_LIVE')
  const none = await call(lin, 'live.heart', { broadcastId: 'none', on: true })
  expectError('live.heart', none, 'LIVE_BROADCAST_MISSING')
  await at(31)
  for (const who of [lin, lin, chen, han]) expectData(await give(who))
  expectData(await give(han, false))
  const { comment } = await say(chen, broadcastId, '路噪能到多少？')
  await does(lin, 'forum.likeComment', { commentId: comment.commentId, liked: true })
  await at(33)
  await cloud.timer('live', 'tend')
  expect((await open(lin, broadcastId)).hearts.counted).toBe(2)
  const liked = async (who: TestPerson) => (await open(who, broadcastId)).messages.liked
  expect([await liked(lin), await liked(han)]).toEqual([[comment.commentId], []])
  const hearts = [(await open(lin, broadcastId)).mine.heart.on, (await open(han, broadcastId)).mine.heart.on]
  expect(hearts).toEqual([true, false])
})

test('presence is kept for ninety days; the figures stay', async () => {
  const broadcastId = await publish(NOW, { title: '九十天' }, 5)
  await at(6)
  await attend(han, broadcastId)
  await at(70)
  await cloud.timer('live', 'tend')
  await at(70 + 91 * 24 * 60)
  await cloud.timer('live', 'tend')
  const present = await cloud.dump<PresenceDocument>('live_presences')
  expect(present.filter(one => one.broadcastId === broadcastId)).toEqual([])
  expect((await run(broadcastId)).figures).toMatchObject({ viewers: 1, peak: 1 })
})

test('what is kept about somebody is shown to them, and goes when they go', async () => {
  const broadcastId = await publish(NOW, { title: '自己的数据' }, 30)
  for (const who of [han, lin]) await does(who, 'live.remindMe', { broadcastId, on: true })
  const { tables } = await does<{ tables: { name: string; rows: number }[] }>(han, 'identity.openMyData')
  expect(tables.find(({ name }) => name === 'broadcasts')?.rows).toBeGreaterThan(0)
  const asked = { words: 'anonymous', confirmedBy: han.employeeId }
  await does(han, 'identity.requestDeletion', asked)
  await at(8 * 24 * 60)
  await cloud.timer('identity', 'tend')
  const rooms = ['live_presences', 'live_draws', 'live_broadcasts', 'live_tallies']
  const kept = JSON.stringify(await Promise.all(rooms.map(name => cloud.dump(name))))
  expect([kept.includes(han.employeeId), kept.includes(lin.employeeId)]).toEqual([false, true])
})

test('nobody who has left comes in', async () => {
  const reply = await cloud.call(ding.openid, 'live.openBroadcasts', {}, newRequestId())
  expect(reply).toMatchObject({ ok: false, error: { code: 'IDENTITY_LEFT' } })
})
