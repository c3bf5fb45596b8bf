import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { type TalkSteps, talkSteps } from '../../support/talkSteps'
import { colleague, expectWithinBudgets, succeed, talkWorld } from '../../support/talkWorld'

const NOON_MS = Date.parse('2026-03-02T12:00:00+08:00')
const SECOND_MS = 1000

let cloud: TestCloud
let steps: TalkSteps

beforeAll(async () => {
  cloud = await startTestCloud({ clock: new Date(NOON_MS).toISOString() })
  await talkWorld(cloud.engine, 25)
  steps = talkSteps(cloud)
})
afterAll(() => cloud.close())

const at = (afterMs: number) => cloud.clock(new Date(NOON_MS + afterMs).toISOString())
const tail = (postId: string, since: number) =>
  succeed(cloud, colleague(1), 'forum.tailComments', { postId, since })

test('whoever has a post open is told what is written and taken back under it, and nothing of other posts', async () => {
  await at(0)
  const postId = await steps.publish(1)
  const other = await steps.publish(1)
  const old = (await steps.comment(2, postId, '早就说了')).comment
  await at(60 * SECOND_MS)
  const since = (await steps.open(1, postId)).now
  await at(65 * SECOND_MS)
  const fresh = (await steps.comment(3, postId, '刚刚说的')).comment
  await steps.comment(3, other, '别处说的')
  await steps.answer(4, postId, fresh.commentId, '马上回的')
  await succeed(cloud, colleague(2), 'forum.deleteComment', { commentId: old.commentId })
  const told = await tail(postId, since)
  expect(told).toMatchObject({
    comments: [
      { body: '刚刚说的', parentId: null },
      { body: '马上回的', parentId: fresh.commentId },
    ],
    gone: [old.commentId],
    stale: false,
    now: NOON_MS + 65 * SECOND_MS,
  })
})

test('what was committed late is told again, so that nothing slips between two questions', async () => {
  await at(0)
  const postId = await steps.publish(5)
  await steps.comment(6, postId, '先说的')
  await at(9 * SECOND_MS)
  expect((await tail(postId, NOON_MS + 5 * SECOND_MS)).comments).toHaveLength(1)
  await at(30 * SECOND_MS)
  expect((await tail(postId, NOON_MS + 20 * SECOND_MS)).comments).toEqual([])
})

test('after a long absence, or where too much has happened, the post is to be opened anew', async () => {
  await at(0)
  const postId = await steps.publish(7)
  await Promise.all(Array.from({ length: 21 }, (_, index) => steps.comment(2 + index, postId, '好')))
  expect(await tail(postId, NOON_MS)).toMatchObject({ stale: true, comments: [] })
  await at(11 * 60 * SECOND_MS)
  expect(await tail(postId, NOON_MS)).toMatchObject({ stale: true, comments: [] })
})

test('nothing is told of what stands under a post that is not shown any more', async () => {
  await at(0)
  const postId = await steps.publish(8)
  await steps.comment(9, postId, '只给看得到的人')
  expect((await tail(postId, NOON_MS)).comments).toHaveLength(1)
  await succeed(cloud, colleague(8), 'forum.deletePost', { postId })
  expect(await tail(postId, NOON_MS)).toMatchObject({ stale: true, comments: [], gone: [] })
  expect(await tail('none', NOON_MS)).toMatchObject({ stale: true, comments: [] })
})

test('no call above has cost more database requests than its contract allows', () =>
  expectWithinBudgets(cloud))
