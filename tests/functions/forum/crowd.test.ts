import type { PostDocument } from '../../../cloudfunctions/forum/store'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { type TalkSteps, talkSteps } from '../../support/talkSteps'
import { attempt, colleague, succeed, talkWorld } from '../../support/talkWorld'

const NOON = '2026-03-02T12:00:00+08:00'
const CROWD = 100
const INSTANCES = 4
const AUTHOR = CROWD + 1

let cloud: TestCloud
let steps: TalkSteps

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOON, workers: INSTANCES })
  await talkWorld(cloud.engine, CROWD + 2)
  steps = talkSteps(cloud)
})
afterAll(() => cloud.close())

const everybody = Array.from({ length: CROWD }, (_, index) => colleague(index + 1))

/** The codes of those who were turned away, and what the calls of all of them have cost in the mean. */
async function atOnce(name: 'forum.likePost' | 'forum.addComment', input: object, crowd = everybody) {
  const before = (await cloud.log(name)).length
  const replies = await Promise.all(crowd.map(who => attempt(cloud, who, name, input)))
  const costs = (await cloud.log(name)).slice(before).map(call => call.databaseRequests.length)
  return {
    refused: replies.flatMap(reply => (reply.ok ? [] : [reply.error.code])),
    requests: costs.reduce((sum, cost) => sum + cost, 0) / costs.length,
  }
}

test('a hundred people like one post at once, and each of them counts', async () => {
  const postId = await steps.publish(AUTHOR)
  const liking = await atOnce('forum.likePost', { postId, liked: true })
  expect(liking.refused).toEqual([])
  expect(liking.requests).toBeLessThanOrEqual(5)
  expect((await steps.open(1, postId)).post).toMatchObject({ likes: CROWD, liked: true })
  expect((await steps.open(AUTHOR, postId)).post).toMatchObject({ likes: CROWD, liked: false })
  expect((await atOnce('forum.likePost', { postId, liked: false })).refused).toEqual([])
  expect((await steps.open(1, postId)).post).toMatchObject({ likes: 0, liked: false })
})

test('a hundred people comment on one post at once, and each of them counts', async () => {
  const postId = await steps.publish(AUTHOR)
  const talking = await atOnce('forum.addComment', { postId, body: '同去' })
  expect(talking.refused).toEqual([])
  // Nobody's transaction meets another's: each is paid for once, and each instance reads the rules of earning once.
  expect(talking.requests).toBeLessThanOrEqual(15 + INSTANCES / CROWD)
  expect((await steps.open(1, postId)).post.comments).toBe(CROWD)
})

test('what the crowd talks about is hotter than what came later, as soon as the timer has been by', async () => {
  const talkedAbout = await steps.publish(AUTHOR)
  await cloud.clock('2026-03-02T22:00:00+08:00')
  const later = await steps.publish(AUTHOR)
  const hottestFirst = async () => {
    const { posts } = await succeed(cloud, colleague(1), 'forum.openFeed', { sort: 'hot' })
    return posts.map(post => post.postId).filter(id => id === talkedAbout || id === later)
  }
  expect(await hottestFirst()).toEqual([later, talkedAbout])
  await atOnce('forum.addComment', { postId: talkedAbout, body: '真好' }, everybody.slice(0, 30))
  await cloud.timer('forum', 'tend')
  expect(await hottestFirst()).toEqual([talkedAbout, later])
  expect(await cloud.dump<PostDocument>('forum_posts')).not.toContainEqual(
    expect.objectContaining({ heatDue: true }),
  )
})

test('what a process that died has committed and not counted, the timer counts', async () => {
  const postId = await steps.publish(AUTHOR)
  const { comment } = await steps.comment(1, postId)
  const counting = {
    collection: 'forum_comments',
    action: 'database.calculateDocument',
    mode: 'fail',
  } as const
  await cloud.fault({ database: { ...counting, times: 2 } })
  await steps.comment(2, postId)
  await succeed(cloud, colleague(1), 'forum.deleteComment', { commentId: comment.commentId })
  const counters = async () =>
    (await cloud.dump<PostDocument>('forum_posts')).find(({ _id }) => _id === postId)
  expect(await counters()).toMatchObject({ written: 1, withdrawn: 0 })
  await cloud.clock('2026-03-02T22:10:00+08:00')
  await cloud.timer('forum', 'tend')
  expect(await counters()).toMatchObject({ written: 2, withdrawn: 1 })
})
