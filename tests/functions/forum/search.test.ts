import { postsToFind } from '../../../tools/bench/posts'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { type TalkSteps, talkSteps } from '../../support/talkSteps'
import { BOARD, colleague, succeed, talkWorld } from '../../support/talkWorld'

const POSTS = 5_000
const CHUNK = 1_000

let cloud: TestCloud
let steps: TalkSteps

beforeAll(async () => {
  cloud = await startTestCloud({ clock: '2026-03-02T10:00:00+08:00' })
  await talkWorld(cloud.engine, 5)
  steps = talkSteps(cloud)
  for (let from = 0; from < POSTS; from += CHUNK)
    for (const [name, documents] of Object.entries(postsToFind(from, CHUNK, POSTS, [BOARD])))
      await cloud.engine.insertMany(
        name,
        documents.map(document => ({ ...document })),
      )
}, 240_000)
afterAll(() => cloud.close())

const search = (text: string, more: object = {}) =>
  succeed(cloud, colleague(1), 'forum.search', { text, ...more })

test.each(['悬架', 'xuanjia', '气悬'])('thousands of posts are searched for "%s" by an index', async text => {
  await search(text)
  const [call] = (await cloud.log('forum.search')).slice(-1)
  const asked = call?.databaseRequests.filter(({ collection }) => collection === 'forum_searches') ?? []
  expect(new Set(asked.map(({ index }) => index))).toEqual(new Set(['terms']))
})

test('what is found has the words, the newest first, page by page', async () => {
  const first = await search('零损工')
  const second = await search('零损工', { after: first.next })
  const found = [...first.posts, ...second.posts]
  expect(found).toHaveLength(40)
  expect(found.every(({ title }) => title.includes('零损工'))).toBe(true)
  const times = found.map(({ postedAt }) => postedAt)
  expect(times).toEqual([...times].sort((a, b) => b - a))
})

test('what is published is found at once, with its topics and people, and not once it is deleted', async () => {
  const postId = await steps.publish(2, '羽绒披毯怎么洗 #洗护#')
  expect((await search('披毯')).posts.map(post => post.postId)).toEqual([postId])
  expect((await search('pitan')).written).toEqual(['披毯'])
  expect((await search('洗护')).topics).toMatchObject([{ name: '洗护' }])
  expect((await search('同事3')).colleagues).toMatchObject([{ name: '同事3' }])
  await succeed(cloud, colleague(2), 'forum.deletePost', { postId })
  expect((await search('披毯')).posts).toEqual([])
  expect((await search('，')).posts).toEqual([])
})

test('all colleagues of a name are found, and a topic says whether one follows it', async () => {
  expect((await search('同事')).colleagues.length).toBeGreaterThan(5)
  await steps.publish(3, '雨刮器的声音 #雨刮#')
  const [topic] = (await search('雨刮')).topics
  expect(topic).toMatchObject({ following: false })
  const input = { topicId: topic?.topicId, following: true }
  await succeed(cloud, colleague(1), 'forum.followTopic', input)
  expect((await search('雨刮')).topics).toMatchObject([{ following: true }])
})
