import { topicIdOf } from '@domain/forum/topics'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { FIKA } from '../../support/pollSteps'
import { ACCOUNT, BOARD, colleague, type ProcedureName, succeed, talkWorld } from '../../support/talkWorld'

const NOON = '2026-03-02T12:00:00+08:00'
const READER = colleague(2)
/** As many as a large site has. */
const CROWD = Array.from({ length: 2_000 }, (_, index) => colleague(1_000 + index).employeeId)

let cloud: TestCloud
let postId: string
let commentId: string

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOON })
  const { voice } = await talkWorld(cloud.engine, 3)
  const post = { boardId: BOARD, title: '周五 Fika 想吃什么', body: '#周五下午茶# 茶水间见', poll: FIKA }
  postId = (await succeed(cloud, voice, 'forum.createPost', { ...post, accountId: ACCOUNT })).postId
  const comment = { postId, body: '肉桂卷' }
  commentId = (await succeed(cloud, colleague(1), 'forum.addComment', comment)).comment.commentId
  await succeed(cloud, READER, 'forum.addComment', { ...comment, body: '带我一个', answersId: commentId })
  await succeed(cloud, READER, 'forum.followTopic', { topicId: topicIdOf('周五下午茶'), following: true })
  await succeed(cloud, READER, 'forum.votePoll', { postId, optionIds: ['b0'] })
  await change('forum_comments', commentId, { likers: [...CROWD, READER.employeeId], likes: 2_001 })
  await change('forum_topics', topicIdOf('周五下午茶'), {
    followers: [...CROWD, READER.employeeId],
    followed: 2_001,
  })
  await change('forum_posts', postId, {
    likers: [...CROWD, READER.employeeId],
    likes: 2_001,
    savers: [...CROWD, READER.employeeId],
    favourites: 2_001,
    'poll.voters': 2_001,
    ...Object.fromEntries(CROWD.map(id => [`poll.ballots.${id}`, ['a0']])),
  })
})
afterAll(() => cloud.close())

const change = (collectionName: string, _id: string, set: object) =>
  cloud.engine.execute('database.modifyDocument', {
    collectionName,
    queryType: 'DOC',
    query: JSON.stringify({ _id }),
    data: JSON.stringify({ $set: set }),
    merge: true,
    multi: false,
    upsert: false,
  })

/** What everything that a call reads weighs in the database's answers. */
async function bytesRead(procedure: string): Promise<number> {
  const requests = (await cloud.log(procedure)).at(-1)?.databaseRequests ?? []
  return requests.reduce((sum, { returnedBytes }) => sum + returnedBytes, 0)
}

const lists: [ProcedureName, () => object][] = [
  ['forum.openFeed', () => ({ sort: 'newest' })],
  ['forum.openFeed', () => ({ sort: 'hot', boardId: BOARD })],
  ['forum.openFollowing', () => ({})],
  ['forum.openTopic', () => ({ topicId: topicIdOf('周五下午茶') })],
  ['forum.openAuthor', () => ({ authorId: ACCOUNT })],
  ['forum.listFavourites', () => ({})],
  ['forum.search', () => ({ text: 'Fika' })],
  ['forum.openPost', () => ({ postId })],
]

describe('of two thousand readers a screen reads the marks of one', () => {
  test.each(lists)('%s', async (name, input) => {
    const shown = await succeed(cloud, READER, name, input())
    const { posts: [listed] = [], post = listed } = shown as { posts?: object[]; post?: object }
    expect(post).toMatchObject({
      postId,
      likes: 2_001,
      liked: true,
      favourites: 2_001,
      favourited: true,
      poll: { voters: 2_001, chosen: ['b0'] },
    })
    expect(await bytesRead(name)).toBeLessThan(8_000)
  })

  test('somebody who has left no mark finds none', async () => {
    const { post } = await succeed(cloud, colleague(3), 'forum.openPost', { postId })
    expect(post).toMatchObject({ likes: 2_001, liked: false, favourited: false, poll: { chosen: [] } })
    expect(post.poll?.options.every(({ votes }) => votes === null)).toBe(true)
  })

  test('a comment says who likes it to nobody', async () => {
    const shown = await succeed(cloud, READER, 'forum.listComments', { postId, sort: 'newest' })
    expect(shown.comments[0]).toMatchObject({ likes: 2_001, liked: true })
    expect(await bytesRead('forum.listComments')).toBeLessThan(8_000)
    await succeed(cloud, READER, 'forum.listReplies', { postId, commentId })
    expect(await bytesRead('forum.listReplies')).toBeLessThan(8_000)
    await succeed(cloud, READER, 'forum.tailComments', { postId, since: Date.parse(NOON) })
    expect(await bytesRead('forum.tailComments')).toBeLessThan(8_000)
  })

  test('a vote and a like read no more than they have to', async () => {
    await succeed(cloud, READER, 'forum.likePost', { postId, liked: true })
    await succeed(cloud, READER, 'forum.votePoll', { postId, optionIds: ['b0'] })
    await succeed(cloud, READER, 'forum.openHeat', { postId })
    for (const name of ['forum.likePost', 'forum.votePoll', 'forum.openHeat'])
      expect([name, (await bytesRead(name)) < 8_000]).toEqual([name, true])
  })
})
