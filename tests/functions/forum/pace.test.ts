import { MINUTE_MS } from '@domain/kernel/time'
import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { attempt, BOARD, colleague, expectWithinBudgets, succeed, talkWorld } from '../../support/talkWorld'

const NOON = '2026-03-02T12:00:00+08:00'
const NOON_MS = Date.parse(NOON)

let cloud: TestCloud
let postId: string

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOON })
  await talkWorld(cloud.engine, 5)
  postId = (await succeed(cloud, colleague(5), 'forum.createPost', post(0))).postId
})
afterAll(() => cloud.close())
beforeEach(() => cloud.clock(NOON))

function post(number: number) {
  return { boardId: BOARD, title: '周末露营', body: `第 ${number} 次问，谁一起去？` }
}
const publish = (who: number, number: number) =>
  attempt(cloud, colleague(who), 'forum.createPost', post(number))
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

test('what is talked about beside an article is nothing that its writer said here', async () => {
  const [own] = cloud.engine.dump('forum_posts').filter(({ _id }) => _id === postId)
  const beside = (number: number) => ({
    ...own,
    _id: `article.${number}`,
    state: 'beside',
    postedAt: NOON_MS,
  })
  await cloud.engine.insertMany('forum_posts', [1, 2, 3, 4, 5, 6].map(beside))
  expect(await publish(5, 1)).toMatchObject({ ok: true })
})

test('a post that was taken back still counts', async () => {
  const first = await succeed(cloud, colleague(2), 'forum.createPost', post(1))
  await succeed(cloud, colleague(2), 'forum.deletePost', { postId: first.postId })
  const refused = await publish(2, 1)
  expectError('forum.createPost', refused, 'FORUM_REPEATED')
  expect(refused).toMatchObject({ error: { againAt: NOON_MS + 60 * MINUTE_MS } })
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
