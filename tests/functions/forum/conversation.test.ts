import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { type TalkSteps, talkSteps } from '../../support/talkSteps'
import {
  attempt,
  BOARD,
  expectWithinBudgets,
  colleague as person,
  succeed,
  talkWorld,
} from '../../support/talkWorld'

const NOON = '2026-03-02T12:00:00+08:00'

let cloud: TestCloud
let steps: TalkSteps

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOON })
  await talkWorld(cloud.engine, 40)
  steps = talkSteps(cloud)
})
afterAll(() => cloud.close())
beforeEach(() => cloud.clock(NOON))

describe('a comment', () => {
  test('is shown in order, counted, paid, and told to the author of the post', async () => {
    const postId = await steps.publish(1)
    const first = await steps.comment(2, postId, '第一句')
    expect(first).toMatchObject({
      comments: 1,
      comment: { body: '第一句', mine: true },
      earned: { amount: 2 },
    })
    await cloud.clock('2026-03-02T12:00:01+08:00')
    await steps.comment(3, postId, '第二句')
    const { post, comments } = await steps.open(1, postId)
    expect(post.comments).toBe(2)
    expect(comments.map(one => one.body)).toEqual(['第二句', '第一句'])
    expect(await steps.noticesOf('VC000001')).toEqual([
      expect.objectContaining({
        kind: 'reply',
        title: '同事2评论了「周末露营」',
        body: '第一句',
        target: { kind: 'post', id: postId, commentId: first.comment.commentId },
      }),
      expect.objectContaining({ title: '同事3评论了「周末露营」' }),
    ])
  })

  test('on one’s own post is told to nobody', async () => {
    await steps.comment(4, await steps.publish(4))
    expect(await steps.noticesOf('VC000004')).toEqual([])
  })

  test('twice with one requestId is one comment', async () => {
    const postId = await steps.publish(5)
    const first = await steps.comment(6, postId, '同去', 'retry-comment-6')
    expect(await steps.comment(6, postId, '同去', 'retry-comment-6')).toEqual(first)
    expect((await steps.open(6, postId)).comments).toHaveLength(1)
    expect(await steps.balanceOf(6)).toBe(2)
  })

  test('from ten people at once is counted exactly', async () => {
    const postId = await steps.publish(7)
    await Promise.all(Array.from({ length: 10 }, (_, index) => steps.comment(11 + index, postId)))
    const { post, comments } = await steps.open(7, postId)
    expect([post.comments, comments.length]).toEqual([10, 10])
  })
})

describe('comments', () => {
  test('page by twenty, the newest of equals first', async () => {
    const postId = await steps.publish(8)
    for (let number = 0; number < 22; number += 1) {
      await cloud.clock(new Date(Date.parse(NOON) + number).toISOString())
      await steps.comment(8, postId, `第${number}句`)
    }
    const { comments, next } = await steps.open(9, postId)
    expect([comments.length, comments[0]?.body]).toEqual([20, '第21句'])
    const rest = await succeed(cloud, person(9), 'forum.listComments', { postId, after: next })
    expect(rest).toMatchObject({ comments: [{ body: '第1句' }, { body: '第0句' }], next: null })
  })

  const refusals: [string, object, (reply: Awaited<ReturnType<typeof attempt>>) => void][] = [
    [
      'on a post that is not there',
      { postId: 'none', body: '好' },
      reply => expectError('forum.addComment', reply, 'FORUM_POST_MISSING'),
    ],
    ['without words', { body: '  ' }, reply => expectError('forum.addComment', reply, 'INVALID_INPUT')],
    [
      'with words that WeChat refuses',
      { body: '内部代开发票' },
      reply => expectError('forum.addComment', reply, 'CONTENT_REJECTED'),
    ],
  ]
  test.each(refusals)('%s are refused and change nothing', async (_what, input, expectRefusal) => {
    const postId = await steps.publish(10)
    const before = await steps.balanceOf(9)
    expectRefusal(await attempt(cloud, person(9), 'forum.addComment', { postId, ...input }))
    expect((await steps.open(9, postId)).post.comments).toBe(0)
    expect(await steps.balanceOf(9)).toBe(before)
  })

  test('are not taken while WeChat cannot check them', async () => {
    const postId = await steps.publish(10)
    await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'reject' } })
    expectError(
      'forum.addComment',
      await attempt(cloud, person(9), 'forum.addComment', { postId, body: '好' }),
      'CONTENT_CHECK_UNAVAILABLE',
    )
  })
})

describe('a like', () => {
  const like = (who: number, postId: string, liked = true) =>
    succeed(cloud, person(who), 'forum.likePost', { postId, liked })

  test('given or taken twice counts once', async () => {
    const postId = await steps.publish(21)
    expect(await like(22, postId)).toEqual({ liked: true, likes: 1 })
    expect(await like(22, postId)).toEqual({ liked: true, likes: 1 })
    expect((await steps.open(22, postId)).post).toMatchObject({ liked: true, likes: 1 })
    expect((await steps.open(23, postId)).post).toMatchObject({ liked: false, likes: 1 })
    expect(await like(22, postId, false)).toEqual({ liked: false, likes: 0 })
    expect(await like(22, postId, false)).toEqual({ liked: false, likes: 0 })
  })

  test('from ten people at once is counted exactly', async () => {
    const postId = await steps.publish(21)
    await Promise.all(Array.from({ length: 10 }, (_, index) => like(22 + index, postId)))
    expect((await steps.open(21, postId)).post.likes).toBe(10)
  })

  test('from one impatient person ten times at once is one', async () => {
    const postId = await steps.publish(21)
    await Promise.all(Array.from({ length: 10 }, () => like(22, postId)))
    expect((await steps.open(22, postId)).post).toMatchObject({ liked: true, likes: 1 })
  })

  test('of a post that is not there is refused', async () => {
    expectError(
      'forum.likePost',
      await attempt(cloud, person(22), 'forum.likePost', { postId: 'none', liked: true }),
      'FORUM_POST_MISSING',
    )
  })
})

describe('the feed', () => {
  const titles = async (input: object) =>
    (await succeed(cloud, person(24), 'forum.openFeed', input)).posts.map(post => post.title)

  test('shows the newest first, or what is talked about most', async () => {
    await cloud.clock('2026-03-03T12:00:00+08:00')
    const older = await steps.publish(24, '先发的帖子')
    await cloud.clock('2026-03-03T13:00:00+08:00')
    await steps.publish(25, '后发的帖子')
    await Promise.all([26, 27, 28].map(who => steps.comment(who, older)))
    expect((await titles({})).slice(0, 2)).toEqual(['后发的帖子', '先发的帖子'])
    const those = (all: string[]) => all.filter(title => title.endsWith('发的帖子'))
    expect(those(await titles({ sort: 'hot' }))).toEqual(['先发的帖子', '后发的帖子'])
    expect(those(await titles({ boardId: BOARD, sort: 'hot' }))).toEqual(['先发的帖子', '后发的帖子'])
    expect(await titles({ boardId: 'board-closed' })).toEqual([])
    expectError(
      'forum.openFeed',
      await attempt(cloud, person(24), 'forum.openFeed', { boardId: 'nowhere' }),
      'FORUM_BOARD_MISSING',
    )
  })

  test.each(['newest', 'hot'])('pages through %s without losing or repeating a post', async sort => {
    await Promise.all(Array.from({ length: 25 }, (_, index) => steps.publish(1 + index, `第${index}帖`)))
    const seen: string[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page = await succeed(cloud, person(24), 'forum.openFeed', { sort, ...(after ? { after } : {}) })
      expect(page.posts.length).toBeLessThanOrEqual(20)
      seen.push(...page.posts.map(post => post.postId))
      after = page.next
    }
    const live = (await cloud.dump<{ state: string }>('forum_posts')).filter(post => post.state === 'live')
    expect([seen.length, new Set(seen).size]).toEqual([live.length, live.length])
  })

  test('knows one’s own posts', async () => {
    await steps.publish(40)
    const { posts } = await succeed(cloud, person(40), 'forum.listMine')
    expect(posts).toEqual([expect.objectContaining({ mine: true })])
  })
})

test('no call above has cost more database requests than its contract allows', () =>
  expectWithinBudgets(cloud))
