import type { PostDocument } from '../../../cloudfunctions/forum/store'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople } from '../../support/people'
import { type TalkSteps, talkSteps } from '../../support/talkSteps'
import { colleague, expectWithinBudgets, succeed, talkWorld } from '../../support/talkWorld'

const NOON = '2026-03-02T12:00:00+08:00'

let cloud: TestCloud
let steps: TalkSteps

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOON })
  await talkWorld(cloud.engine, 60)
  steps = talkSteps(cloud)
})
afterAll(() => cloud.close())

const like = (who: number, postId: string, liked = true) =>
  succeed(cloud, colleague(who), 'forum.likePost', { postId, liked })
const crowd = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index)
const tend = () => cloud.timer('forum', 'tend')
/** The titles of somebody's gathered likes, as the inbox lists them. */
async function linesOf(who: number) {
  const { notices } = await succeed(cloud, colleague(who), 'notice.listNotices', { kind: 'like' })
  return notices.map(({ title, body, read, target }) => ({ title, body, read, id: target?.id }))
}

test('one line gathers who likes a post, and grows while it is unread', async () => {
  const postId = await steps.publish(1)
  await like(2, postId)
  await tend()
  const line = { body: '「周末露营」', read: false, id: postId }
  expect(await linesOf(1)).toEqual([{ ...line, title: '同事2赞了你的帖子' }])
  await like(3, postId)
  await tend()
  expect(await linesOf(1)).toEqual([{ ...line, title: '同事3和同事2赞了你的帖子' }])
  await Promise.all(crowd(4, 10).map(who => like(who, postId)))
  await tend()
  await tend()
  const [only, ...others] = await linesOf(1)
  expect(others).toEqual([])
  expect(only?.title).toMatch(/^同事\d+等 12 位同事赞了你的帖子$/)
})

test('after it was read the next likes begin a line that counts them alone, each person once', async () => {
  const postId = await steps.publish(15)
  await like(16, postId)
  await like(17, postId)
  await tend()
  await succeed(cloud, colleague(15), 'notice.markRead', { kind: 'like' })
  await like(16, postId, false)
  await like(16, postId)
  await tend()
  expect(await linesOf(15)).toHaveLength(1)
  await cloud.clock('2026-03-02T12:00:01+08:00')
  await like(18, postId)
  await tend()
  expect(await linesOf(15)).toEqual([
    expect.objectContaining({ title: '同事18赞了你的帖子', read: false }),
    expect.objectContaining({ title: '同事17和同事16赞了你的帖子', read: true }),
  ])
})

test('one’s own like, and one that was taken back before it was counted, tell nothing', async () => {
  const postId = await steps.publish(20)
  await like(20, postId)
  await like(21, postId)
  await like(21, postId, false)
  await tend()
  expect(await linesOf(20)).toEqual([])
})

test('who takes the like back leaves an unread line, and the last one takes it away', async () => {
  const postId = await steps.publish(22)
  await like(23, postId)
  await like(24, postId)
  await tend()
  await like(24, postId, false)
  await tend()
  expect(await linesOf(22)).toMatchObject([{ title: '同事23赞了你的帖子' }])
  await like(23, postId, false)
  await tend()
  expect(await linesOf(22)).toEqual([])
  await like(23, postId)
  await tend()
  expect(await linesOf(22)).toMatchObject([{ title: '同事23赞了你的帖子' }])
})

test('a comment has a line of its own', async () => {
  const postId = await steps.publish(25)
  const { comment } = await steps.comment(26, postId, '带上帐篷')
  await succeed(cloud, colleague(27), 'forum.likeComment', { commentId: comment.commentId, liked: true })
  await tend()
  expect(await linesOf(26)).toEqual([
    { title: '同事27赞了你的评论', body: '「带上帐篷」', read: false, id: postId },
  ])
})

test('two runs at once tell of each like once', async () => {
  const postId = await steps.publish(31)
  await Promise.all(crowd(32, 8).map(who => like(who, postId)))
  await Promise.all([tend(), tend(), tend()])
  const lines = await linesOf(31)
  expect(lines).toHaveLength(1)
  expect(lines[0]?.title).toContain('等 8 位同事')
})

test('likes by whoever has left are counted without a name', async () => {
  const postId = await steps.publish(40)
  const leaver = { ...colleague(70), status: 'left' as const }
  await insertPeople(cloud.engine, [leaver])
  const posts = await cloud.dump<PostDocument>('forum_posts')
  const post = posts.find(({ _id }) => _id === postId)
  const likedAt = Date.parse(NOON)
  // Liked before they left.
  const liked = { ...post, _id: 'liked-by-a-leaver', likers: [leaver.employeeId], likes: 1, likedAt }
  await cloud.engine.insertMany('forum_posts', [liked])
  await tend()
  expect(await linesOf(40)).toMatchObject([{ title: '1 位同事赞了你的帖子' }])
})

test('the next day begins another line, though nobody has read the first', async () => {
  const postId = await steps.publish(28)
  await like(29, postId)
  await tend()
  await cloud.clock('2026-03-03T12:00:00+08:00')
  await like(30, postId)
  await tend()
  expect((await linesOf(28)).map(({ title }) => title)).toEqual(['同事30赞了你的帖子', '同事29赞了你的帖子'])
})

test('a run notes how far it has come while it goes', async () => {
  await tend()
  for (const who of crowd(31, 21)) await like(59, await steps.publish(who, `第 ${who} 件好事`))
  await tend()
  const run = (await cloud.log()).filter(({ source }) => source === 'wx_trigger').at(-1)
  const writes = run?.databaseRequests.filter(
    ({ action, collection }) => action === 'database.modifyDocument' && collection === 'forum_progress',
  )
  // Of the likes after ten and after twenty, and at the end; comments and topics have theirs besides.
  expect(writes?.length).toBeGreaterThanOrEqual(3)
})

test('a thing that fails keeps nobody else’s likes waiting, run after run, and has its turn once it is whole', async () => {
  const [whole, broken] = [await steps.publish(53, '好好的'), await steps.publish(54, '坏掉的')]
  await cloud.clock('2026-03-03T12:10:00+08:00')
  await tend()
  const stored = async (id: string) =>
    (await cloud.dump<PostDocument>('forum_posts')).find(({ _id }) => _id === id)
  const post = await stored(broken)
  const likedAt = Date.parse('2026-03-03T12:10:00+08:00')
  const likers = [colleague(55).employeeId]
  await cloud.engine.insertMany('forum_posts', [
    { ...post, _id: 'broken', author: null, likers, likes: 1, likedAt },
    { ...(await stored(whole)), _id: 'whole', likers, likes: 1, likedAt: likedAt + 1 },
  ])
  const failed = async () => ((await tend()) as { data: { data: { failed: string[] } } }).data.data.failed
  expect(await failed()).toContain('applauded')
  expect(await linesOf(53)).toMatchObject([{ title: '同事55赞了你的帖子' }])
  expect(await failed()).toContain('applauded')
})

test('costs whoever likes nothing more, and everything stays within its budget', async () => {
  await expectWithinBudgets(cloud)
})
