import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { people } from '../../support/people'
import { line3 } from '../../support/shuttleNetwork'
import {
  type Draft,
  earlierDraft,
  favour,
  publish,
  save,
  startedDraft,
  startShuttleCloud,
} from '../../support/shuttleWorld'
import { noticesTo } from '../../support/unionWorld'

let cloud: TestCloud
const { pan, lin } = people

beforeEach(async () => {
  cloud = await startShuttleCloud()
})
afterEach(() => cloud.close())

const call = <T>(name: string, input: object = {}, requestId = newRequestId()) =>
  cloud.call<T>(pan.openid, `selfservice.${name}`, input, requestId)

const judge = (mode: 'risky' | 'fail') =>
  cloud.fault({ openapi: { api: 'security.msgSecCheck', mode, times: 1 } })

interface Desk {
  drafts: (Draft & { by: string })[]
  history: { versionId: string; state: string; number: number; note: string }[]
}
const desk = async () => expectData(await call<Desk>('openShuttleDesk'))

test('is published once, by one of two, at a day that fits', async () => {
  const draft = await earlierDraft(cloud)
  const past = await publish(cloud, draft, { effectiveOn: '2026-11-23' })
  expectError('selfservice.publishDraft', past, 'SELFSERVICE_DATE_WRONG')
  const old = await publish(cloud, { ...draft, revision: 1 })
  expectError('selfservice.publishDraft', old, 'SELFSERVICE_DRAFT_CHANGED')
  expectData(await publish(cloud, draft))
  const repeated = await publish(cloud, draft)
  expectError('selfservice.publishDraft', repeated, 'SELFSERVICE_TRANSITION_REFUSED')
  const edited = await save(cloud, draft)
  expectError('selfservice.saveLine', edited, 'SELFSERVICE_TRANSITION_REFUSED')
  expect((await desk()).history).toMatchObject([
    { number: 2, state: 'published' },
    { number: 1, state: 'published' },
  ])
  const before = await startedDraft(cloud)
  const early = await publish(cloud, before, { effectiveOn: '2026-11-30' })
  expectError('selfservice.publishDraft', early, 'SELFSERVICE_DATE_WRONG')
})

test('a draft of an old version is not published over a new one', async () => {
  const draft = await earlierDraft(cloud)
  const other = { ...draft, versionId: 'v-other' }
  const documents = await cloud.dump<{ _id: string }>('selfservice_timetables')
  const copied = documents.find(({ _id }) => _id === draft.versionId)
  await cloud.engine.insertMany('selfservice_timetables', [{ ...copied, _id: other.versionId }])
  const replies = await Promise.all([publish(cloud, draft), publish(cloud, other)])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  const late = replies.find(({ ok }) => !ok) ?? replies[0]
  expectError('selfservice.publishDraft', late as (typeof replies)[0], 'SELFSERVICE_TIMETABLE_STALE')
})

test('what has not begun is taken back, and those who were told hear of it', async () => {
  expectData(await favour(cloud, lin))
  const draft = await earlierDraft(cloud)
  const { versionId } = draft
  expectData(await publish(cloud, draft))
  await cloud.timer('selfservice', 'tend')
  const withdraw = (id: string) => call('withdrawTimetable', { versionId: id, reason: '修路推迟了' })
  expectError('selfservice.withdrawTimetable', await withdraw('v1'), 'SELFSERVICE_TRANSITION_REFUSED')
  expectData(await withdraw(versionId))
  expectError('selfservice.withdrawTimetable', await withdraw(versionId), 'SELFSERVICE_TRANSITION_REFUSED')
  await cloud.timer('selfservice', 'tend')
  const told = (await noticesTo(cloud, lin)).map(({ title }) => title)
  expect(told.sort()).toEqual(['3 号线，12 月 1 日的变化取消了', '3 号线，12 月 1 日起有变化'])
  expect((await desk()).history[0]).toMatchObject({ state: 'withdrawn', note: '修路推迟了' })
  // Its number is not used again.
  const next = await earlierDraft(cloud)
  expect(expectData(await publish(cloud, next, { effectiveOn: '2026-11-25' })).number).toBe(3)
  await cloud.clock('2026-11-25T06:00:00+08:00')
  expectError(
    'selfservice.withdrawTimetable',
    await withdraw(next.versionId),
    'SELFSERVICE_TRANSITION_REFUSED',
  )
})

test('what waits before another is taken back with it, and a draft is told why it has to wait', async () => {
  expectData(await favour(cloud, lin))
  const first = await earlierDraft(cloud)
  expectData(await publish(cloud, first))
  const second = await startedDraft(cloud)
  const { revision } = expectData(await save(cloud, second, line3))
  interface Preview {
    earliestOn: string
    waiting: { number: number; effectiveOn: string } | null
  }
  const preview = await call<Preview>('previewDraft', { versionId: second.versionId })
  expect(expectData(preview)).toMatchObject({
    earliestOn: '2026-12-01',
    waiting: { number: 2, effectiveOn: '2026-12-01' },
  })
  expectData(await publish(cloud, { ...second, revision }, { effectiveOn: '2026-12-08' }))
  // Both are told of, and the line itself tells the next.
  interface Home {
    changes: { number: number; effectiveOn: string }[]
  }
  const home = expectData(await cloud.call<Home>(lin.openid, 'selfservice.openShuttle'))
  expect(home.changes.map(({ number, effectiveOn }) => [number, effectiveOn])).toEqual([
    [2, '2026-12-01'],
    [3, '2026-12-08'],
  ])
  interface Line {
    upcoming: { number: number } | null
  }
  const line = await cloud.call<Line>(lin.openid, 'selfservice.openLine', { lineId: 'L3' })
  expect(expectData(line).upcoming?.number).toBe(2)
  await cloud.timer('selfservice', 'tend')
  expectData(await call('withdrawTimetable', { versionId: first.versionId, reason: '修路推迟了' }))
  await cloud.timer('selfservice', 'tend')
  const states = (await desk()).history.map(({ number, state }) => [number, state])
  expect(states).toEqual([
    [3, 'withdrawn'],
    [2, 'withdrawn'],
    [1, 'published'],
  ])
  const told = (await noticesTo(cloud, lin)).map(({ title }) => title)
  expect(told.filter(title => title.endsWith('的变化取消了')).sort()).toEqual([
    '3 号线，12 月 1 日的变化取消了',
    '3 号线，12 月 8 日的变化取消了',
  ])
  const now = await startedDraft(cloud)
  expect(expectData(await call<Preview>('previewDraft', { versionId: now.versionId })).waiting).toBeNull()
})

test('what riders would read is looked at first', async () => {
  const draft = await earlierDraft(cloud)
  await judge('risky')
  expectError('selfservice.publishDraft', await publish(cloud, draft), 'CONTENT_REJECTED')
  await judge('fail')
  expectError('selfservice.publishDraft', await publish(cloud, draft), 'CONTENT_CHECK_UNAVAILABLE')
  expectData(await publish(cloud, draft))
  const withdraw = () => call('withdrawTimetable', { versionId: draft.versionId, reason: '修路推迟了' })
  await judge('risky')
  expectError('selfservice.withdrawTimetable', await withdraw(), 'CONTENT_REJECTED')
  await judge('fail')
  expectError('selfservice.withdrawTimetable', await withdraw(), 'CONTENT_CHECK_UNAVAILABLE')
})
