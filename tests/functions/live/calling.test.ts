import { sortKey } from '@domain/kernel/paging'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import type { BroadcastDocument, DrawDocument, PresenceDocument } from '../../../cloudfunctions/live/store'
import type { NoticeDocument } from '../../../cloudfunctions/notice/store'
import { expectData, expectError } from '../../support/expectError'
import { broadcastWords } from '../../support/liveSamples'
import { liveSteps } from '../../support/liveWorld'
import { startTestCloud, type TestCloud, until } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'

const { lin, chen, han, guo, tang, wang, xiang } = people
const NOW = Date.parse('2026-11-24T10:00:00+08:00')

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({
    clock: new Date(NOW).toISOString(),
  })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())
beforeEach(() => cloud.clock(new Date(NOW).toISOString()))

const { call, does, run, move, write, publish, say } = liveSteps(() => cloud)
const at = (minutes: number) => cloud.clock(new Date(NOW + minutes * MINUTE_MS).toISOString())
const tend = () => cloud.timer('live', 'tend').catch(() => null)
const toldOf = async (title: string) => {
  const notices = await cloud.dump<{ employeeId: string; title: string }>('notice_messages')
  return notices
    .filter(one => one.title === title)
    .map(({ employeeId }) => employeeId)
    .sort()
}
const wanted = async (who: readonly TestPerson[], broadcastId: string) => {
  for (const one of who) await does(one, 'live.remindMe', { broadcastId, on: true })
}
const rewrite = async (broadcastId: string, words: object) => {
  const { version } = (await run(broadcastId)).broadcast
  const of = { broadcastId, version }
  return does(xiang, 'live.saveBroadcast', { of, words: { ...broadcastWords, ...words } })
}

test('who asked to be called finds it on the front page of whatever phone, and who took it back does not', async () => {
  const broadcastId = await publish(NOW, { title: '先到的一场' }, 12)
  const entry = async (who: TestPerson) => {
    const { live } = await does<{ live: { broadcastId: string; reminded: boolean } }>(who, 'content.openHome')
    return live
  }
  await wanted([lin, chen], broadcastId)
  expect(await entry(lin)).toMatchObject({ broadcastId, reminded: true })
  expect(await entry(han)).toMatchObject({ broadcastId, reminded: false })
  await does(chen, 'live.remindMe', { broadcastId, on: false })
  expect(await entry(chen)).toMatchObject({ broadcastId, reminded: false })
  await move(broadcastId, 'cancel')
})

test('those that end at the same minute are each on one page, of the list and of the desk', async () => {
  const broadcastId = await publish(NOW, { title: '同时结束' })
  const all = await cloud.dump<BroadcastDocument & Record<string, unknown>>('live_broadcasts')
  const one = all.find(({ _id }) => _id === broadcastId)
  const endsAt = NOW - DAY_MS
  const twins = Array.from({ length: 30 }, (_, index) => {
    const _id = `twin-${String(index).padStart(2, '0')}`
    return { ...one, _id, endsAt, endKey: sortKey(endsAt, _id), upkeep: 'purged' }
  })
  await cloud.engine.insertMany('live_broadcasts', twins)
  const idsOn = async (who: TestPerson, name: string, list: 'past' | 'broadcasts') => {
    const ids: string[] = []
    let after: string | null | undefined
    do {
      const page = await does<Record<string, { broadcastId: string }[]> & { next: string | null }>(
        who,
        name,
        {
          ...(after === undefined ? {} : { after }),
        },
      )
      ids.push(...(page[list] ?? []).map(row => row.broadcastId).filter(id => id.startsWith('twin-')))
      after = page.next
    } while (after !== null)
    return ids.sort()
  }
  const expected = twins.map(({ _id }) => _id)
  expect(await idsOn(lin, 'live.openBroadcasts', 'past')).toEqual(expected)
  expect(await idsOn(xiang, 'live.openDesk', 'broadcasts')).toEqual(expected)
  await move(broadcastId, 'cancel')
})

test('moved to another time it calls everybody anew; begun early it calls nobody twice', async () => {
  const title = '改了时间'
  const startsAt = NOW + 30 * MINUTE_MS
  const broadcastId = await publish(NOW, { title }, 30)
  await wanted([lin, chen], broadcastId)
  await at(20)
  await tend()
  expect(await toldOf(`「${title}」马上开始`)).toHaveLength(2)
  const later = startsAt + HOUR_MS
  await rewrite(broadcastId, { title, shownFrom: NOW, startsAt: later, endsAt: later + HOUR_MS })
  await at(80)
  await tend()
  expect(await toldOf(`「${title}」马上开始`)).toHaveLength(4)
  await move(broadcastId, 'start')
  await tend()
  expect(await toldOf(`「${title}」马上开始`)).toHaveLength(4)
})

test('called otherwise while its talk is under review, moderators read what it is called now', async () => {
  const [shownFrom, startsAt] = [NOW, NOW + HOUR_MS]
  const times = { shownFrom, startsAt, endsAt: startsAt + HOUR_MS }
  const broadcastId = await publish(NOW, { title: '改名以前', ...times })
  await does(lin, 'forum.report', { kind: 'post', id: `broadcast.${broadcastId}`, reason: 'insult' })
  const reviewed = async () =>
    (await cloud.dump<{ version: number; subject: { title: string } }>('forum_reviews')).at(-1)
  expect(await reviewed()).toMatchObject({ version: 1, subject: { title: '改名以前' } })
  await rewrite(broadcastId, { title: '改名以前', ...times, startsAt: startsAt + MINUTE_MS })
  expect(await reviewed()).toMatchObject({ version: 1 })
  await rewrite(broadcastId, { title: '改名以后', ...times })
  expect(await reviewed()).toMatchObject({ version: 2, subject: { title: '改名以后' } })
})

test('weeks before its time it cannot begin, and on its day it can', async () => {
  const minutes = 21 * 24 * 60
  const broadcastId = await publish(NOW, { title: '三周以后' }, minutes)
  const { version } = (await run(broadcastId)).broadcast
  const early = await call(xiang, 'live.moveBroadcast', { broadcastId, version, action: 'start' })
  expectError('live.moveBroadcast', early, 'LIVE_TOO_EARLY')
  await at(minutes - 12 * 60)
  expect(await move(broadcastId, 'start')).toMatchObject({ status: 'live' })
  await move(broadcastId, 'end')
})

test('whoever waits for one that is called off is told, whatever request the timer dies at', async () => {
  for (const request of [2, 5, 9]) {
    const title = `取消的第 ${request} 场`
    const broadcastId = await publish(NOW, { title }, 60)
    await wanted([lin, chen, han], broadcastId)
    await does(han, 'live.remindMe', { broadcastId, on: false })
    await move(broadcastId, 'cancel')
    await cloud.fault({ function: { name: 'live', mode: 'kill', after: request, when: 'after' } })
    await tend()
    await cloud.fault({ clear: true })
    await until('everybody to be told', async () => {
      await tend()
      return (await toldOf(`「${title}」取消了`)).length === 2 ? true : null
    })
    await tend()
    expect(await toldOf(`「${title}」取消了`)).toEqual([lin.employeeId, chen.employeeId].sort())
  }
})

test('whoever waited for one that was put off, taken back and called off is told as well', async () => {
  const title = '先推迟再取消'
  const broadcastId = await publish(NOW, { title }, 60)
  await wanted([lin], broadcastId)
  const startsAt = NOW + DAY_MS
  const later = { shownFrom: startsAt - HOUR_MS, startsAt, endsAt: startsAt + HOUR_MS }
  await rewrite(broadcastId, { title, ...later })
  await move(broadcastId, 'withdraw')
  await move(broadcastId, 'cancel')
  await at(3)
  await tend()
  const notices = await cloud.dump<NoticeDocument>('notice_messages')
  const own = notices.find(one => one.title === `「${title}」取消了`)
  expect([own?.employeeId, own?.at]).toEqual([lin.employeeId, NOW + 3 * MINUTE_MS])
})

test('a draft that is called off tells nobody, and two who publish at once make one broadcast', async () => {
  const draft = await write(NOW, { title: '没发布' }, 60)
  await move(draft, 'cancel')
  const missing = { broadcastId: 'none', version: 1, action: 'publish' }
  expectError(
    'live.moveBroadcast',
    await call(xiang, 'live.moveBroadcast', missing),
    'LIVE_BROADCAST_MISSING',
  )
  const broadcastId = await write(NOW, { title: '一起发布' }, 60)
  const both = await Promise.all(
    [1, 2].map(() => call(xiang, 'live.moveBroadcast', { broadcastId, version: 1, action: 'publish' })),
  )
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  const lost = both.find(reply => !reply.ok)
  if (lost) expectError('live.moveBroadcast', lost, 'LIVE_CHANGED')
  const shards = await cloud.dump<PresenceDocument>('live_presences')
  const kept = (of: string) => shards.filter(one => one.broadcastId === of).length
  expect([kept(broadcastId), kept('none'), kept(draft)]).toEqual([100, 0, 0])
})

test('the conversation is called what the broadcast is called now', async () => {
  const broadcastId = await publish(NOW, { title: '先叫这个' }, 60)
  const times = { shownFrom: NOW, startsAt: NOW + HOUR_MS, endsAt: NOW + 2 * HOUR_MS }
  await rewrite(broadcastId, { ...times, title: '后来叫那个' })
  const { post } = await does<{ post: { title: string } }>(lin, 'forum.openPost', {
    postId: `broadcast.${broadcastId}`,
  })
  expect(post.title).toBe('后来叫那个')
})

test('what moderators take back is answered before nobody’s eyes any more, and the answer ends with the broadcast', async () => {
  const broadcastId = await publish(NOW, { title: '撤掉的问题' }, 1)
  await at(2)
  const { comment } = await say(lin, broadcastId, '这句不该问？')
  await does(xiang, 'live.answerMessage', { broadcastId, messageId: comment.commentId })
  const opened = () =>
    does<{ pass: string; answering: object | null }>(chen, 'live.openBroadcast', { broadcastId })
  const { pass, answering } = await opened()
  expect(answering).not.toBeNull()
  await does(guo, 'forum.removeComment', { commentId: comment.commentId, reason: '重复了' })
  await until('nothing to be answered', async () => {
    const told = await call<{ answering: object | null }>(chen, 'live.pulse', { pass, since: NOW })
    return expectData(told).answering === null ? true : null
  })
  expect((await opened()).answering).toBeNull()
  await at(70)
  await tend()
  const kept = await cloud.dump<{ _id: string; answering: object | null }>('live_broadcasts')
  expect(kept.find(({ _id }) => _id === broadcastId)?.answering).toBeNull()
})

test('a winner who goes leaves the others’ prizes as they are', async () => {
  const gifts = [{ kind: 'gift', name: '保温杯', count: 2 }]
  const rule = { reward: { minutes: 5, message: false }, prizes: gifts }
  const broadcastId = await publish(NOW, { title: '走了一位', ...rule }, 5)
  for (const minute of [6, 11]) {
    await at(minute)
    for (const who of [han, wang]) await does(who, 'live.attend', { broadcastId })
  }
  await does(xiang, 'live.closeDraw', { broadcastId })
  await does(xiang, 'live.draw', { broadcastId })
  await tend()
  const asked = { words: 'anonymous', confirmedBy: han.employeeId }
  await does(han, 'identity.requestDeletion', asked)
  await at(8 * 24 * 60)
  await cloud.timer('identity', 'tend')
  const draws = await cloud.dump<DrawDocument>('live_draws')
  const winners = draws.find(({ _id }) => _id === broadcastId)?.winners ?? []
  const gone = winners.filter(({ employeeId }) => employeeId !== wang.employeeId)
  expect(gone).toMatchObject([{ name: '前同事', paid: true }])
  expect(winners).toContainEqual(expect.objectContaining({ employeeId: wang.employeeId, name: wang.name }))
})

test('whatever request the timer dies at, taking part and winning are paid once, and told once', async () => {
  const four = [lin, chen, guo, tang]
  const rule = { reward: { minutes: 5, message: true }, prizes: [{ kind: 'coins', name: '', count: 3 }] }
  // Each on a day of its own: the rules pay for no more than two of a day.
  for (const [day, request] of [10, 14, 18, 22].entries()) {
    const morning = 24 * 60 * (day + 10)
    await at(morning)
    const title = `发奖的第 ${request} 场`
    const broadcastId = await publish(NOW + morning * MINUTE_MS, { title, ...rule }, 5)
    for (const minute of [6, 11]) {
      await at(morning + minute)
      await Promise.all(four.map(who => does(who, 'live.attend', { broadcastId })))
    }
    // Said after the last time that their phones were heard: the timer has to pay them.
    for (const who of four) await say(who, broadcastId, '先走一步')
    await does(xiang, 'live.closeDraw', { broadcastId })
    await does(xiang, 'live.draw', { broadcastId })
    await at(morning + 70)
    await cloud.fault({ function: { name: 'live', mode: 'kill', after: request, when: 'after' } })
    await tend()
    await cloud.fault({ clear: true })
    await until('everybody to be paid', async () => {
      await tend()
      const [draws, all] = await Promise.all([
        cloud.dump<DrawDocument>('live_draws'),
        cloud.dump<{ _id: string; upkeep: string }>('live_broadcasts'),
      ])
      const isPaid = draws.find(({ _id }) => _id === broadcastId)?.owing === false
      return isPaid && all.find(({ _id }) => _id === broadcastId)?.upkeep === 'settled' ? true : null
    })
    const entries = await cloud.dump<{ sourceId: string; reason: string }>('coin_entries')
    const paid = (reason: string) =>
      entries.filter(one => one.reason === reason && one.sourceId.startsWith(broadcastId)).length
    expect([paid('live.joined'), paid('live.won')]).toEqual([4, 3])
    expect(await toldOf(`「${title}」抽中了你`)).toHaveLength(3)
    expect((await run(broadcastId)).figures).toMatchObject({ viewers: 4, rewarded: 4 })
  }
})

test('whoever has earned all that a day allows is told so, and counts among nobody who earned', async () => {
  const title = '第三场'
  const rule = { reward: { minutes: 5, message: false }, prizes: [{ kind: 'coins', name: '', count: 1 }] }
  for (const used of [1, 2, 3]) {
    await at(0)
    const broadcastId = await publish(NOW, { title, ...rule }, 5)
    for (const minute of [6, 11]) {
      await at(minute)
      await does(chen, 'live.attend', { broadcastId })
    }
    await does(xiang, 'live.closeDraw', { broadcastId })
    await does(xiang, 'live.draw', { broadcastId })
    await tend()
    if (used === 3) expect((await run(broadcastId)).figures).toMatchObject({ viewers: 1, rewarded: 0 })
  }
  const notices = await cloud.dump<{ title: string; body: string }>('notice_messages')
  const bodies = notices.flatMap(one => (one.title === `「${title}」抽中了你` ? [one.body] : []))
  expect(bodies).toContain('今天抽中的沃币到了上限，这次不再记。')
  expect(bodies.join()).not.toMatch(/奖品是|^0 /)
})
