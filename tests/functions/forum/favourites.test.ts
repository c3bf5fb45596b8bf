import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { type TalkSteps, talkSteps } from '../../support/talkSteps'
import { attempt, colleague, succeed, talkWorld } from '../../support/talkWorld'

const MONDAY_10 = '2026-03-02T10:00:00+08:00'

let cloud: TestCloud
let steps: TalkSteps

beforeAll(async () => {
  cloud = await startTestCloud({ clock: MONDAY_10 })
  await talkWorld(cloud.engine, 6)
  steps = talkSteps(cloud)
})
afterAll(() => cloud.close())

const favourite = (who: number, postId: string, favourited = true) =>
  succeed(cloud, colleague(who), 'forum.favouritePost', { postId, favourited })
const favouritesOf = async (who: number) =>
  (await succeed(cloud, colleague(who), 'forum.listFavourites', {})).posts.map(({ postId }) => postId)

test('a favourite counts once, is mine alone to list, and goes again', async () => {
  const first = await steps.publish(1)
  await cloud.clock('2026-03-02T10:00:01+08:00')
  const second = await steps.publish(1, '周末看展')
  for (let tap = 0; tap < 2; tap += 1) await favourite(2, first)
  expect(await favourite(3, first)).toEqual({ favourited: true, favourites: 2 })
  await favourite(2, second)
  expect(await favouritesOf(2)).toEqual([second, first])
  expect((await steps.open(2, first)).post).toMatchObject({ favourites: 2, favourited: true })
  expect((await steps.open(1, first)).post).toMatchObject({ favourites: 2, favourited: false })
  expect(await favourite(2, first, false)).toEqual({ favourited: false, favourites: 1 })
  expect(await favouritesOf(2)).toEqual([second])
})

test('what its author has deleted is nobody’s favourite any more', async () => {
  const postId = await steps.publish(1, '旧帖子')
  await favourite(2, postId)
  await succeed(cloud, colleague(1), 'forum.deletePost', { postId })
  expect(await favouritesOf(2)).not.toContain(postId)
  const late = await attempt(cloud, colleague(2), 'forum.favouritePost', { postId, favourited: true })
  expectError('forum.favouritePost', late, 'FORUM_POST_MISSING')
  const why = await attempt(cloud, colleague(2), 'forum.openHeat', { postId })
  expectError('forum.openHeat', why, 'FORUM_POST_MISSING')
})

test('anybody can read why a post is hot, and the numbers are the post’s', async () => {
  await cloud.clock(MONDAY_10)
  const postId = await steps.publish(4, '新款 XC90 你最想问什么')
  for (const who of [1, 2, 3, 5, 6])
    await succeed(cloud, colleague(who), 'forum.likePost', { postId, liked: true })
  for (const who of [1, 2]) await steps.comment(who, postId, `第 ${who} 问`)
  await favourite(3, postId)
  await cloud.clock('2026-03-02T16:30:00+08:00')
  const why = await succeed(cloud, colleague(1), 'forum.openHeat', { postId })
  expect(why).toMatchObject({ rank: 1, likes: 5, comments: 2, favourites: 1, points: 12, workingHours: 6.5 })
  expect(why.heat).toBeCloseTo(12 * 10 ** -0.5, 6)
  await cloud.clock(MONDAY_10)
})
