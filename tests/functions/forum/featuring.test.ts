import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, type TestPerson } from '../../support/people'
import { type TalkSteps, talkSteps } from '../../support/talkSteps'
import {
  attempt,
  BOARD,
  CLOSED_BOARD,
  colleague,
  expectWithinBudgets,
  succeed,
  type TalkWorld,
  talkWorld,
} from '../../support/talkWorld'

const NOON_MS = Date.parse('2026-03-02T12:00:00+08:00')

let cloud: TestCloud
let world: TalkWorld
let steps: TalkSteps
let seconds = 0

beforeAll(async () => {
  cloud = await startTestCloud({ clock: new Date(NOON_MS).toISOString() })
  world = await talkWorld(cloud.engine, 12)
  steps = talkSteps(cloud)
})
afterAll(() => cloud.close())
beforeEach(async () => {
  seconds += 1
  await cloud.clock(new Date(NOON_MS + seconds * 1000).toISOString())
})

const feature = (postId: string, featured = true, who = world.moderator) =>
  succeed(cloud, who, 'forum.featurePost', { postId, featured })
const pin = (postId: string, pinned = true, who = world.voice) =>
  succeed(cloud, who, 'forum.pinPost', { postId, pinned })
const feed = (input: object) => succeed(cloud, colleague(9), 'forum.openFeed', input)
/** What the back office's record says of a post. */
const changesOf = async (postId: string) => {
  const receipts = await cloud.dump<{ audit?: { subject: string } }>('platform_receipts')
  return receipts.filter(({ audit }) => audit?.subject === `forum_posts/${postId}`)
}
const idsOf = (posts: readonly { postId: string }[]) => posts.map(({ postId }) => postId)

test('a featured post is among the featured ones, earns its author coins once, and says so', async () => {
  const postId = await steps.publish(1, '怎么拍好一束光')
  const before = await steps.balanceOf(1)
  expect(await feature(postId)).toEqual({ featured: true, earned: 50 })
  expect(await feature(postId)).toEqual({ featured: true, earned: 0 })
  expect(await feature(postId, false)).toEqual({ featured: false, earned: 0 })
  expect(idsOf((await feed({ sort: 'featured' })).posts)).not.toContain(postId)
  expect(await feature(postId, true, world.voice)).toEqual({ featured: true, earned: 0 })
  expect(await changesOf(postId)).toHaveLength(3)
  expect((await feed({ sort: 'featured' })).posts[0]).toMatchObject({ postId, featured: true })
  expect(await steps.balanceOf(1)).toBe(before + 50)
  expect(await steps.noticesOf('VC000001')).toMatchObject([
    { title: '你的帖子「怎么拍好一束光」成了精华', body: '更多同事会看到它，得到 50 沃币' },
  ])
})

test('who has left earns nothing by a post that is chosen after', async () => {
  const postId = await steps.publish(8)
  const before = await steps.balanceOf(8)
  await changePerson(cloud.engine, colleague(8), { status: 'left' })
  expect(await feature(postId)).toEqual({ featured: true, earned: 0 })
  await changePerson(cloud.engine, colleague(8), { status: 'active' })
  expect(await steps.balanceOf(8)).toBe(before)
  expect(idsOf((await feed({ sort: 'featured' })).posts)).toContain(postId)
})

test('what a featured post has earned goes back with it', async () => {
  const postId = await steps.publish(2)
  const before = await steps.balanceOf(2)
  await feature(postId)
  expect(await succeed(cloud, colleague(2), 'forum.deletePost', { postId })).toEqual({
    reversed: 55,
    balance: before - 5,
  })
  expect(idsOf((await feed({ sort: 'featured' })).posts)).not.toContain(postId)
})

test('featured posts come in the order in which they were chosen, page by page and board by board', async () => {
  const older = await steps.publish(3)
  const newer = await steps.publish(4)
  await feature(newer)
  await cloud.clock(new Date(NOON_MS + 60_000).toISOString())
  await feature(older)
  const { posts, next } = await feed({ sort: 'featured', boardId: BOARD })
  expect([idsOf(posts).slice(0, 2), next]).toEqual([[older, newer], null])
  const [first] = posts
  const after = (await cloud.dump<{ _id: string; featuredKey: string }>('forum_posts')).find(
    ({ _id }) => _id === first?.postId,
  )?.featuredKey
  expect(idsOf((await feed({ sort: 'featured', after })).posts)[0]).toBe(newer)
})

test('a pinned post is on top of its board alone, once more in its place below, and comes down again', async () => {
  const postId = await steps.publish(5)
  expect(await pin(postId)).toEqual({ pinned: true })
  const board = await feed({ boardId: BOARD })
  expect([idsOf(board.pinned), board.posts.some(post => post.pinned)]).toEqual([[postId], true])
  expect((await feed({})).pinned).toEqual([])
  expect((await feed({ boardId: CLOSED_BOARD })).pinned).toEqual([])
  expect((await feed({ boardId: BOARD, after: postId })).pinned).toEqual([])
  await pin(postId)
  await pin(postId, false)
  expect((await feed({ boardId: BOARD })).pinned).toEqual([])
  expect(await changesOf(postId)).toHaveLength(2)
})

test('a board has room for three pinned posts', async () => {
  const posts = await Promise.all([6, 7, 8, 9].map(who => steps.publish(who)))
  const [first, second, third, fourth] = posts as [string, string, string, string]
  for (const postId of [first, second, third]) await pin(postId)
  const reply = await attempt(cloud, world.voice, 'forum.pinPost', { postId: fourth, pinned: true })
  expectError('forum.pinPost', reply, 'FORUM_PINS_FULL')
  // One that is pinned already takes no more room.
  await pin(first)
  await pin(second, false)
  await pin(fourth)
  expect(new Set(idsOf((await feed({ boardId: BOARD })).pinned))).toEqual(new Set([first, third, fourth]))
  await pin(first, false)
  const last = [world.voice, world.moderator].map((who, index) =>
    attempt(cloud, who, 'forum.pinPost', { postId: [first, second][index], pinned: true }),
  )
  expect((await Promise.all(last)).filter(({ ok }) => ok)).toHaveLength(1)
  for (const postId of posts) await pin(postId, false)
})

test('nobody features their own post, and a colleague features and pins none', async () => {
  const own = { boardId: BOARD, title: '版主自己的帖子', body: '看看' }
  const { postId } = await succeed(cloud, world.moderator, 'forum.createPost', own)
  const mine = await attempt(cloud, world.moderator, 'forum.featurePost', { postId, featured: true })
  expectError('forum.featurePost', mine, 'FORUM_OWN_POST')
  const [featuring, pinning] = [
    { postId, featured: true },
    { postId, pinned: true },
  ]
  const missing = { postId: 'none' }
  const tries = (name: 'forum.featurePost' | 'forum.pinPost', who: TestPerson, input: object) =>
    attempt(cloud, who, name, input)
  expectError('forum.featurePost', await tries('forum.featurePost', colleague(1), featuring), 'NOT_ALLOWED')
  expectError('forum.pinPost', await tries('forum.pinPost', colleague(1), pinning), 'NOT_ALLOWED')
  const unfound = await tries('forum.featurePost', world.moderator, { ...featuring, ...missing })
  expectError('forum.featurePost', unfound, 'FORUM_POST_MISSING')
  const unpinned = await tries('forum.pinPost', world.moderator, { ...pinning, ...missing })
  expectError('forum.pinPost', unpinned, 'FORUM_POST_MISSING')
})

test('no call above has cost more database requests than its contract allows', () =>
  expectWithinBudgets(cloud))
