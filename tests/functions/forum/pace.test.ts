import { MINUTE_MS } from '@domain/kernel/time'
import { again } from '../../support/again'
import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import {
  attempt,
  BOARD,
  colleague,
  expectWithinBudgets,
  nextRequestId,
  succeed,
  talkWorld,
} from '../../support/talkWorld'

const NOON = '2026-03-02T12:00:00+08:00'
const NOON_MS = Date.parse(NOON)

let cloud: TestCloud
let postId: string

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOON })
  await talkWorld(cloud.engine, 12)
  postId = (await succeed(cloud, colleague(5), 'forum.createPost', post(0))).postId
})
afterAll(() => cloud.close())
beforeEach(() => cloud.clock(NOON))

function post(number: number) {
  return { boardId: BOARD, title: '周末露营', body: `第 ${number} 次问，谁一起去？` }
}
const publish = (who: number, number: number, requestId = nextRequestId()) =>
  attempt(cloud, colleague(who), 'forum.createPost', post(number), requestId)
const comment = (who: number, body: string) =>
  attempt(cloud, colleague(who), 'forum.addComment', { postId, body })

test('the seventh post within ten minutes is told when it may come, and then it may', async () => {
  for (let number = 1; number <= 6; number += 1) expect(await publish(1, number)).toMatchObject({ ok: true })
  const refused = await publish(1, 7)
  expectError('forum.createPost', refused, 'FORUM_TOO_FAST')
  const againAt = NOON_MS + 10 * MINUTE_MS
  expect(refused).toMatchObject({ error: { kind: 'limited', againAt } })
  await cloud.clock(new Date(againAt).toISOString())
  expect(await publish(1, 7)).toMatchObject({ ok: true })
})

/** Holds calls between what they have read and what they write, so that they meet. */
const holdEach = (times: number) =>
  cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'slow', slowMs: 200, times } })

test('posts that come at the same moment are no more than those after one another', async () => {
  await holdEach(12)
  const replies = await Promise.all(
    Array.from({ length: 12 }, (_one, number) => {
      const requestId = nextRequestId()
      return again(() => publish(6, number, requestId))
    }),
  )
  const refused = replies.filter(({ ok }) => !ok)
  expect(refused).toHaveLength(6)
  for (const reply of refused) expectError('forum.createPost', reply, 'FORUM_TOO_FAST')
})

test('of one comment that comes many times at the same moment one stays', async () => {
  await holdEach(8)
  const replies = await Promise.all(Array.from({ length: 8 }, () => comment(7, '顶一下')))
  const refused = replies.filter(({ ok }) => !ok)
  expect(refused).toHaveLength(7)
  for (const reply of refused) expectError('forum.addComment', reply, 'FORUM_REPEATED')
})

test('the same post twice within an hour is refused, until its author has taken the first back', async () => {
  const first = await succeed(cloud, colleague(2), 'forum.createPost', post(1))
  const refused = await publish(2, 1)
  expectError('forum.createPost', refused, 'FORUM_REPEATED')
  expect(refused).toMatchObject({ error: { againAt: NOON_MS + 60 * MINUTE_MS } })
  await succeed(cloud, colleague(2), 'forum.deletePost', { postId: first.postId })
  expect(await publish(2, 1)).toMatchObject({ ok: true })
})

test('a post that was taken back still counts for how many there are', async () => {
  for (let number = 1; number <= 6; number += 1) {
    const { postId } = await succeed(cloud, colleague(8), 'forum.createPost', post(number))
    await succeed(cloud, colleague(8), 'forum.deletePost', { postId })
  }
  expectError('forum.createPost', await publish(8, 7), 'FORUM_TOO_FAST')
})

const failing = (times: number) =>
  cloud.fault({ database: { action: 'database.startTransaction', mode: 'fail', times } })

test('what was never published is said under another requestId, and counts against nobody', async () => {
  await cloud.clock('2026-01-06T09:00:00+08:00')
  await failing(3)
  for (let tries = 0; tries < 3; tries += 1)
    expect(await publish(9, 1)).toMatchObject({ error: { kind: 'retry' } })
  expect(await publish(9, 1)).toMatchObject({ ok: true })
  expect(await publish(9, 2)).toMatchObject({ ok: true })
  expectError('forum.createPost', await publish(9, 3), 'FORUM_TOO_FAST')
})

test('what died on the way is said again a minute later', async () => {
  const kill = { name: 'forum', procedure: 'createPost', mode: 'kill', when: 'after' } as const
  for (const after of [5, 6, 7]) await cloud.fault({ function: { ...kill, after } })
  const died = await publish(10, 1)
  expect(died).toMatchObject({ ok: false })
  await cloud.fault({ clear: true })
  await cloud.clock(new Date(NOON_MS + 2 * MINUTE_MS).toISOString())
  expect(await publish(10, 1)).toMatchObject({ ok: true })
})

test('attempts that fail are limited as well', async () => {
  await cloud.clock('2026-01-06T09:00:00+08:00')
  await failing(6)
  for (let tries = 0; tries < 6; tries += 1) await publish(11, tries)
  const refused = await publish(11, 7)
  await cloud.fault({ clear: true })
  expectError('forum.createPost', refused, 'FORUM_TOO_FAST')
})

test('a report that could not be sent is none', async () => {
  await failing(1)
  const input = { kind: 'post', id: postId, reason: 'advertising' }
  expect(await attempt(cloud, colleague(12), 'forum.report', input)).toMatchObject({ ok: false })
  const [pace] = (await cloud.dump('forum_paces')).filter(({ _id }) => _id === colleague(12).employeeId)
  expect(pace).toMatchObject({ report: [{ failed: true }] })
  expect(await attempt(cloud, colleague(12), 'forum.report', input)).toMatchObject({ ok: true })
})

test('the thirty-first comment within ten minutes is refused, and so is the same one twice', async () => {
  expect(await comment(3, '同去')).toMatchObject({ ok: true })
  expectError('forum.addComment', await comment(3, ' 同 去'), 'FORUM_REPEATED')
  for (let number = 2; number <= 30; number += 1)
    expect(await comment(3, `第 ${number} 句`)).toMatchObject({ ok: true })
  const refused = await comment(3, '再来一句')
  expectError('forum.addComment', refused, 'FORUM_TOO_FAST')
  expect(refused).toMatchObject({ error: { againAt: NOON_MS + 10 * MINUTE_MS } })
})

test('somebody who registered this week may publish less', async () => {
  await cloud.clock('2026-01-06T09:00:00+08:00')
  for (const number of [1, 2]) expect(await publish(4, number)).toMatchObject({ ok: true })
  expectError('forum.createPost', await publish(4, 3), 'FORUM_TOO_FAST')
})

test('no call above has cost more database requests than its contract allows', () =>
  expectWithinBudgets(cloud))
