import { expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { startTestCloud } from '../../support/localCloud'
import { insertPeople } from '../../support/people'
import { type TalkSteps, talkSteps } from '../../support/talkSteps'
import { attempt, BOARD, colleague, succeed, talkWorld } from '../../support/talkWorld'

const MONDAY_10 = '2026-03-02T10:00:00+08:00'

let cloud: TestCloud
let steps: TalkSteps
let seconds = 0
let moderator: Awaited<ReturnType<typeof talkWorld>>['moderator']

beforeAll(async () => {
  cloud = await startTestCloud({ clock: MONDAY_10 })
  ;({ moderator } = await talkWorld(cloud.engine, 12))
  steps = talkSteps(cloud)
})
afterAll(() => cloud.close())

/** Each post comes a second after the one before. */
async function publish(author: number, title: string, more: object = {}): Promise<string> {
  seconds += 1
  await cloud.clock(new Date(Date.parse(MONDAY_10) + seconds * 1_000).toISOString())
  const input = { boardId: BOARD, title, body: `第 ${seconds} 次说`, ...more }
  return (await succeed(cloud, colleague(author), 'forum.createPost', input)).postId
}

const openTopic = (reader: number, topicId: string, more: object = {}) =>
  succeed(cloud, colleague(reader), 'forum.openTopic', { topicId, ...more })
const topicIdOf = async (postId: string) => (await steps.open(1, postId)).post.topics[0]?.topicId ?? ''

// First, because an instance remembers the ranking for a minute.
test('the timer ranks topics by what people do about them', async () => {
  const loud = await publish(4, '大家说说 #班车早六分钟#')
  const quiet = await publish(5, '有人看 #园区的光# 吗')
  for (const who of [1, 2, 3, 5, 6])
    await succeed(cloud, colleague(who), 'forum.likePost', { postId: loud, liked: true })
  await cloud.timer('forum', 'tend')
  const { topics } = await succeed(cloud, colleague(1), 'forum.listTopics')
  const names = topics.map(({ name }) => name)
  expect(names.indexOf('班车早六分钟')).toBe(0)
  expect(names).toContain('园区的光')
  expect((await openTopic(1, await topicIdOf(loud))).topic).toMatchObject({ rank: 1, heat: 5 })
  expect((await openTopic(1, await topicIdOf(quiet))).topic.rank).toBeGreaterThan(1)
})

test('a topic is named by writing it, gathers its posts, and can be followed', async () => {
  const first = await publish(1, '今晚的 #XC90 发布会#')
  const second = await publish(2, '我也问 #xc90发布会#')
  const topicId = await topicIdOf(first)
  expect(await topicIdOf(second)).toBe(topicId)
  const opened = await openTopic(3, topicId, { sort: 'newest' })
  expect(opened.topic).toMatchObject({ name: 'XC90 发布会', posts: 2, followers: 0, following: false })
  expect(opened.posts.map(({ postId }) => postId)).toEqual([second, first])
  const follow = (following: boolean) =>
    succeed(cloud, colleague(3), 'forum.followTopic', { topicId, following })
  expect(await follow(true)).toEqual({ following: true, followers: 1 })
  expect(await follow(true)).toEqual({ following: true, followers: 1 })
  expect((await openTopic(3, topicId)).topic).toMatchObject({ followers: 1, following: true })
  expect(await follow(false)).toEqual({ following: false, followers: 0 })
})

test('a topic that nobody has named can be neither opened nor followed', async () => {
  const me = colleague(1)
  const opened = await attempt(cloud, me, 'forum.openTopic', { topicId: 't-none' })
  expectError('forum.openTopic', opened, 'FORUM_TOPIC_MISSING')
  const followed = await attempt(cloud, me, 'forum.followTopic', { topicId: 't-none', following: true })
  expectError('forum.followTopic', followed, 'FORUM_TOPIC_MISSING')
  expect((await succeed(cloud, me, 'forum.openFollowing')).following.topics).toBe(0)
})

test('my feed holds those I follow and the topics I follow, each post once', async () => {
  const both = await publish(6, '拍到了 #晨光#')
  const ofColleague = await publish(6, '食堂开了')
  const ofTopic = await publish(7, '又一张 #晨光#')
  await publish(8, '与我无关')
  const me = colleague(9)
  expect((await succeed(cloud, me, 'forum.openFollowing')).posts).toEqual([])
  await succeed(cloud, me, 'forum.followAuthor', { authorId: colleague(6).employeeId, following: true })
  await succeed(cloud, me, 'forum.followTopic', { topicId: await topicIdOf(both), following: true })
  const feed = await succeed(cloud, me, 'forum.openFollowing')
  expect(feed.posts.map(({ postId }) => postId)).toEqual([ofTopic, ofColleague, both])
  expect(feed.following).toEqual({ topics: 1, people: 1 })
  const self = await attempt(cloud, me, 'forum.followAuthor', {
    authorId: me.employeeId,
    following: true,
  })
  expectError('forum.followAuthor', self, 'FORUM_FOLLOW_SELF')
})

test('nobody follows more than fifty colleagues or fifty topics', async () => {
  const me = colleague(10)
  const people = Array.from({ length: 51 }, (_person, index) => `VC9${String(index).padStart(5, '0')}`)
  await insertPeople(
    cloud.engine,
    people.map((employeeId, index) => ({ ...colleague(90 + index), employeeId })),
  )
  for (const employeeId of people.slice(0, 50))
    await succeed(cloud, me, 'forum.followAuthor', { authorId: employeeId, following: true })
  const tooMany = { authorId: people[50] ?? '', following: true }
  const refused = await attempt(cloud, me, 'forum.followAuthor', tooMany)
  expectError('forum.followAuthor', refused, 'FORUM_FOLLOWS_FULL')

  const real = await topicIdOf(await publish(11, '第五十一个 #放风筝#'))
  const topics = Array.from({ length: 50 }, (_topic, index) => `t-${index}`)
  await cloud.engine.insertMany('forum_follows', [{ _id: colleague(12).employeeId, topics, people: [] }])
  const full = await attempt(cloud, colleague(12), 'forum.followTopic', { topicId: real, following: true })
  expectError('forum.followTopic', full, 'FORUM_FOLLOWS_FULL')
  expect((await openTopic(12, real)).topic).toMatchObject({ followers: 0, following: false })
})

test('what is pinned to a board stands on top of the topics that it names, on their first page, and is listed once', async () => {
  const asked = await publish(7, '设计师会挑三条 #冬测问答#')
  const topicId = await topicIdOf(asked)
  const answered = await publish(8, '我也问 #冬测问答#')
  expect((await openTopic(3, topicId)).onTop).toEqual([])
  const pin = (pinned: boolean) => succeed(cloud, moderator, 'forum.pinPost', { postId: asked, pinned })
  await pin(true)
  const { onTop, posts, topic } = await openTopic(3, topicId)
  expect(onTop).toEqual([{ postId: asked, title: '设计师会挑三条 #冬测问答#', official: false }])
  expect(posts.map(({ postId }) => postId)).toEqual([answered])
  expect(topic.posts).toBe(2)
  const later = await openTopic(3, topicId, { sort: 'newest', after: answered })
  expect(later).toMatchObject({ onTop: [], posts: [] })
  await pin(false)
  const after = await openTopic(3, topicId, { sort: 'newest' })
  expect(after.onTop).toEqual([])
  expect(after.posts.map(({ postId }) => postId)).toEqual([answered, asked])
})

test('how many posts a topic has is counted by the timer and not by whoever opens it', async () => {
  const NAME = '#年会节目单#'
  const first = await publish(1, `第一个 ${NAME}`)
  const topicId = await topicIdOf(first)
  expect((await openTopic(2, topicId)).topic).toMatchObject({ posts: 1, postsAbout: false })
  const [post] = (await cloud.dump<{ _id: string }>('forum_posts')).filter(({ _id }) => _id === first)
  const more = Array.from({ length: 24 }, (_post, index) => ({
    ...post,
    _id: `${first}-${String(index).padStart(2, '0')}`,
    heatKey: `0-${index}`,
  }))
  await cloud.engine.insertMany('forum_posts', more)
  expect((await openTopic(2, topicId)).topic).toMatchObject({ posts: 21, postsAbout: true })
  expect((await cloud.log('forum.openTopic')).at(-1)?.databaseRequests.map(({ action }) => action)).toEqual(
    expect.not.arrayContaining(['database.calculateDocument']),
  )
  const afterAMinute = async () => {
    seconds += 120
    await cloud.clock(new Date(Date.parse(MONDAY_10) + seconds * 1_000).toISOString())
    await cloud.timer('forum', 'tend')
    return (await openTopic(2, topicId)).topic
  }
  expect(await afterAMinute()).toMatchObject({ posts: 25, postsAbout: true })
  await succeed(cloud, colleague(1), 'forum.deletePost', { postId: more[0]?._id ?? '' })
  expect(await afterAMinute()).toMatchObject({ posts: 24 })
  const words = { title: '换个题目', body: '不提了' }
  await succeed(cloud, colleague(1), 'forum.editPost', { postId: more[1]?._id ?? '', ...words })
  expect(await afterAMinute()).toMatchObject({ posts: 23 })
})

test('whom a post calls is told once; whoever is not called by name, or calls themselves, is not', async () => {
  const [caller, called, unnamed] = [colleague(11), colleague(2), colleague(3)]
  const postId = await publish(11, '谁周六去', {
    body: `@${called.name} @${called.name} @${caller.name} 一起吗`,
    mentionIds: [called, caller, unnamed].map(({ employeeId }) => employeeId),
  })
  const about = async ({ employeeId }: { employeeId: string }) =>
    (await steps.noticesOf(employeeId)).filter(({ title }) => title.includes('提到了你'))
  expect(await about(called)).toMatchObject([{ target: { kind: 'post', id: postId } }])
  expect(await about(caller)).toEqual([])
  expect(await about(unnamed)).toEqual([])
  expect((await steps.open(1, postId)).post.mentions).toEqual([
    { employeeId: called.employeeId, name: called.name },
    { employeeId: caller.employeeId, name: caller.name },
  ])
})

test('of those whom somebody has called before, whoever has left is not offered again', async () => {
  const [here, gone, also] = [colleague(3), colleague(14), colleague(1)]
  const employeeIds = [here, gone, also].map(({ employeeId }) => employeeId)
  const { colleagues } = await succeed(cloud, colleague(2), 'forum.listCalled', { employeeIds })
  expect(colleagues.map(({ name }) => name)).toEqual([here.name, also.name])
})

describe('a comment', () => {
  const told = async ({ employeeId }: { employeeId: string }, postId: string) =>
    (await steps.noticesOf(employeeId))
      .filter(({ target }) => (target as { id: string }).id === postId)
      .map(({ title }) => title)
      .sort()

  test('tells whom it calls, once, and leads to itself; whoever is answered hears of that alone', async () => {
    const [writer, caller, called, answered] = [colleague(1), colleague(2), colleague(3), colleague(4)]
    const postId = await publish(1, '周末谁去')
    const first = await steps.comment(4, postId, '我去')
    const { comment } = await succeed(cloud, caller, 'forum.addComment', {
      postId,
      answersId: first.comment.commentId,
      body: `@${called.name} @${called.name} @${writer.name} @${answered.name} @${caller.name} 都来`,
      mentionIds: [called, writer, answered, caller, colleague(5)].map(({ employeeId }) => employeeId),
    })
    expect(comment.mentions.map(({ name }) => name).sort()).toEqual(
      [called, writer, answered, caller].map(({ name }) => name).sort(),
    )
    expect(await told(called, postId)).toEqual(['同事2在「周末谁去」的评论里提到了你'])
    expect(await steps.noticesOf(called.employeeId)).toContainEqual(
      expect.objectContaining({
        kind: 'mention',
        target: { kind: 'post', id: postId, commentId: comment.commentId },
      }),
    )
    expect(await told(writer, postId)).toEqual(['同事2评论了「周末谁去」', '同事4评论了「周末谁去」'])
    expect(await told(answered, postId)).toEqual(['同事2回复了你的评论「我去」'])
    expect(await told(caller, postId)).toEqual([])
    expect(await told(colleague(5), postId)).toEqual([])
    const [thread] = (await steps.open(6, postId)).comments
    expect(thread?.firstReplies[0]?.mentions).toEqual(comment.mentions)
  })

  test('calls nobody once it is taken back', async () => {
    const postId = await publish(1, '叫错了人')
    const called = colleague(3)
    const said = { postId, body: `@${called.name} 来`, mentionIds: [called.employeeId] }
    const { comment } = await succeed(cloud, colleague(2), 'forum.addComment', said)
    await steps.answer(4, postId, comment.commentId)
    await succeed(cloud, colleague(2), 'forum.deleteComment', { commentId: comment.commentId })
    expect((await steps.open(6, postId)).comments).toMatchObject([{ gone: true, mentions: [] }])
  })
})

test('says by how much a post about it is multiplied while Happy Hour runs', async () => {
  await cloud.clock('2026-03-03T07:20:00+08:00')
  const input = { boardId: BOARD, title: '早上的 #早餐会#', body: '豆浆' }
  const { postId } = await succeed(cloud, colleague(1), 'forum.createPost', input)
  const { happyHour } = await openTopic(3, await topicIdOf(postId))
  expect(happyHour).toMatchObject({ running: true, multiplier: 2 })
})

test('of a post whose picture is missing no topic stays', async () => {
  const images = [
    { fileId: 'cloud://wo-local.776f-wo-local-1250000000/uploads/none.jpg', width: 4, height: 3 },
  ]
  const input = { boardId: BOARD, title: '没有图', body: '#从来没有的话题# 说说看', images }
  expectError(
    'forum.createPost',
    await attempt(cloud, colleague(12), 'forum.createPost', input),
    'FORUM_IMAGE_MISSING',
  )
  expect((await cloud.dump('forum_topics')).filter(({ name }) => name === '从来没有的话题')).toEqual([])
})
