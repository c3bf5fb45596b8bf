import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import {
  attempt,
  BOARD,
  budgetOf,
  colleague,
  requestsByProcedure,
  succeed,
  type TalkWorld,
  talkWorld,
} from '../../support/talkWorld'

const NOON = '2026-03-02T12:00:00+08:00'
const REMOVAL = { reason: '广告内容' }

let cloud: TestCloud
let world: TalkWorld

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOON })
  world = await talkWorld(cloud.engine, 40)
})
afterAll(() => cloud.close())
beforeEach(() => cloud.clock(NOON))

const person = (number: number) => colleague(number)
const publish = async (author: number, title = '周末露营') =>
  (await succeed(cloud, person(author), 'forum.createPost', { boardId: BOARD, title, body: '一起去' })).postId
const comment = (author: number, postId: string, body = '同去', requestId?: string) =>
  succeed(cloud, person(author), 'forum.addComment', { postId, body }, requestId)
const open = (reader: number, postId: string) => succeed(cloud, person(reader), 'forum.openPost', { postId })
const balanceOf = async (of: number) => (await succeed(cloud, person(of), 'coin.openBalance')).balance
const noticesOf = async (employeeId: string) =>
  (
    await cloud.dump<{ employeeId: string; title: string; body: string; target: unknown }>('notice_messages')
  ).filter(notice => notice.employeeId === employeeId)

describe('a comment', () => {
  test('is shown in order, counted, paid, and told to the author of the post', async () => {
    const postId = await publish(1)
    const first = await comment(2, postId, '第一句')
    expect(first).toMatchObject({
      comments: 1,
      comment: { body: '第一句', mine: true },
      earned: { amount: 2 },
    })
    await cloud.clock('2026-03-02T12:00:01+08:00')
    await comment(3, postId, '第二句')
    const { post, comments } = await open(1, postId)
    expect(post.comments).toBe(2)
    expect(comments.map(one => one.body)).toEqual(['第一句', '第二句'])
    expect(await noticesOf('VC000001')).toEqual([
      expect.objectContaining({
        kind: 'talk',
        title: '同事2评论了「周末露营」',
        body: '第一句',
        target: { kind: 'post', id: postId },
      }),
      expect.objectContaining({ title: '同事3评论了「周末露营」' }),
    ])
  })

  test('on one’s own post is told to nobody', async () => {
    await comment(4, await publish(4))
    expect(await noticesOf('VC000004')).toEqual([])
  })

  test('twice with one requestId is one comment', async () => {
    const postId = await publish(5)
    const first = await comment(6, postId, '同去', 'retry-comment-6')
    expect(await comment(6, postId, '同去', 'retry-comment-6')).toEqual(first)
    expect((await open(6, postId)).comments).toHaveLength(1)
    expect(await balanceOf(6)).toBe(2)
  })

  test('from ten people at once is counted exactly', async () => {
    const postId = await publish(7)
    await Promise.all(Array.from({ length: 10 }, (_, index) => comment(11 + index, postId)))
    const { post, comments } = await open(7, postId)
    expect([post.comments, comments.length]).toEqual([10, 10])
  })

  test('pages by twenty, the oldest first', async () => {
    const postId = await publish(8)
    for (let number = 0; number < 22; number += 1) {
      await cloud.clock(new Date(Date.parse(NOON) + number).toISOString())
      await comment(8, postId, `第${number}句`)
    }
    const { comments, next } = await open(9, postId)
    expect([comments.length, comments[0]?.body]).toEqual([20, '第0句'])
    const rest = await succeed(cloud, person(9), 'forum.listComments', { postId, after: next })
    expect(rest).toMatchObject({ comments: [{ body: '第20句' }, { body: '第21句' }], next: null })
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
  test.each(refusals)('%s is refused and changes nothing', async (_what, input, expectRefusal) => {
    const postId = await publish(10)
    const before = await balanceOf(9)
    expectRefusal(await attempt(cloud, person(9), 'forum.addComment', { postId, ...input }))
    expect((await open(9, postId)).post.comments).toBe(0)
    expect(await balanceOf(9)).toBe(before)
  })

  test('is not taken while WeChat cannot check it', async () => {
    const postId = await publish(10)
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
    const postId = await publish(21)
    expect(await like(22, postId)).toEqual({ liked: true, likes: 1 })
    expect(await like(22, postId)).toEqual({ liked: true, likes: 1 })
    expect((await open(22, postId)).post).toMatchObject({ liked: true, likes: 1 })
    expect((await open(23, postId)).post).toMatchObject({ liked: false, likes: 1 })
    expect(await like(22, postId, false)).toEqual({ liked: false, likes: 0 })
    expect(await like(22, postId, false)).toEqual({ liked: false, likes: 0 })
  })

  test('from ten people at once is counted exactly', async () => {
    const postId = await publish(21)
    await Promise.all(Array.from({ length: 10 }, (_, index) => like(22 + index, postId)))
    expect((await open(21, postId)).post.likes).toBe(10)
  })

  test('from one impatient person ten times at once is one', async () => {
    const postId = await publish(21)
    await Promise.all(Array.from({ length: 10 }, () => like(22, postId)))
    expect((await open(22, postId)).post).toMatchObject({ liked: true, likes: 1 })
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
    const older = await publish(24, '先发的帖子')
    await cloud.clock('2026-03-03T13:00:00+08:00')
    await publish(25, '后发的帖子')
    await Promise.all([26, 27, 28].map(who => comment(who, older)))
    expect((await titles({})).slice(0, 2)).toEqual(['后发的帖子', '先发的帖子'])
    expect((await titles({ sort: 'hot' })).slice(0, 2)).toEqual(['先发的帖子', '后发的帖子'])
    expect((await titles({ boardId: BOARD, sort: 'hot' }))[0]).toBe('先发的帖子')
    expect(await titles({ boardId: 'board-closed' })).toEqual([])
    expectError(
      'forum.openFeed',
      await attempt(cloud, person(24), 'forum.openFeed', { boardId: 'nowhere' }),
      'FORUM_BOARD_MISSING',
    )
  })

  test.each(['newest', 'hot'])('pages through %s without losing or repeating a post', async sort => {
    await Promise.all(Array.from({ length: 25 }, (_, index) => publish(29 + (index % 5), `第${index}帖`)))
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
    await publish(40)
    const { posts } = await succeed(cloud, person(40), 'forum.listMine')
    expect(posts).toEqual([expect.objectContaining({ mine: true })])
  })
})

describe('taking back', () => {
  test('one’s own post returns what it earned, once, and leaves its comments’ authors alone', async () => {
    const postId = await publish(35)
    await comment(36, postId)
    const gone = await succeed(cloud, person(35), 'forum.deletePost', { postId }, 'delete-post-35')
    expect(gone).toEqual({ reversed: 5, balance: 0 })
    expect(await succeed(cloud, person(35), 'forum.deletePost', { postId }, 'delete-post-35')).toEqual(gone)
    expectError(
      'forum.deletePost',
      await attempt(cloud, person(35), 'forum.deletePost', { postId }),
      'FORUM_POST_MISSING',
    )
    expectError(
      'forum.openPost',
      await attempt(cloud, person(36), 'forum.openPost', { postId }),
      'FORUM_POST_MISSING',
    )
    expectError(
      'forum.listComments',
      await attempt(cloud, person(36), 'forum.listComments', { postId, after: 'a' }),
      'FORUM_POST_MISSING',
    )
    expect(await balanceOf(36)).toBe(2)
  })

  test('one’s own comment returns what it earned and is not counted any more', async () => {
    const postId = await publish(37)
    const { comment: said } = await comment(38, postId)
    const input = { commentId: said.commentId }
    expectError(
      'forum.deleteComment',
      await attempt(cloud, person(37), 'forum.deleteComment', input),
      'FORUM_NOT_YOURS',
    )
    expect(await succeed(cloud, person(38), 'forum.deleteComment', input)).toEqual({
      reversed: 2,
      balance: 0,
      comments: 0,
    })
    expectError(
      'forum.deleteComment',
      await attempt(cloud, person(38), 'forum.deleteComment', input),
      'FORUM_COMMENT_MISSING',
    )
    expect((await open(38, postId)).comments).toEqual([])
  })

  test('somebody else’s post is refused', async () => {
    const postId = await publish(37)
    expectError(
      'forum.deletePost',
      await attempt(cloud, person(38), 'forum.deletePost', { postId }),
      'FORUM_NOT_YOURS',
    )
    expectError(
      'forum.removePost',
      await attempt(cloud, person(38), 'forum.removePost', { postId, ...REMOVAL }),
      'NOT_ALLOWED',
    )
    const commentId = (await comment(38, postId)).comment.commentId
    expectError(
      'forum.removeComment',
      await attempt(cloud, person(37), 'forum.removeComment', { commentId, ...REMOVAL }),
      'NOT_ALLOWED',
    )
    expect((await open(38, postId)).post.comments).toBe(1)
  })

  test('as a moderator tells the author why and keeps who did it', async () => {
    const postId = await publish(39)
    const { comment: said } = await comment(40, postId, '加我')
    const { moderator } = world
    const commentId = said.commentId
    expect(await succeed(cloud, moderator, 'forum.removeComment', { commentId, ...REMOVAL })).toEqual({
      reversed: 2,
    })
    expect(await succeed(cloud, moderator, 'forum.removePost', { postId, ...REMOVAL })).toEqual({
      reversed: 5,
    })
    expectError(
      'forum.removePost',
      await attempt(cloud, moderator, 'forum.removePost', { postId, ...REMOVAL }),
      'FORUM_POST_MISSING',
    )
    expectError(
      'forum.removeComment',
      await attempt(cloud, moderator, 'forum.removeComment', { commentId, ...REMOVAL }),
      'FORUM_COMMENT_MISSING',
    )
    expectError(
      'forum.removePost',
      await attempt(cloud, moderator, 'forum.removePost', { postId, reason: '' }),
      'INVALID_INPUT',
    )
    expect(await noticesOf('VC000039')).toContainEqual(
      expect.objectContaining({ title: '你的帖子「周末露营」被移除', body: '理由：广告内容，收回 5 沃币' }),
    )
    expect(await noticesOf('VC000040')).toContainEqual(
      expect.objectContaining({ title: '你的评论「加我」被移除', target: { kind: 'post', id: postId } }),
    )
    const audited = (await cloud.dump<{ audit?: object }>('platform_receipts')).map(receipt => receipt.audit)
    expect(audited).toContainEqual({
      by: moderator.employeeId,
      subject: `forum_posts/${postId}`,
      before: { state: 'live' },
      after: { state: 'removed', reason: '广告内容' },
    })
  })
})

test('no call above has cost more database requests than its contract allows', async () => {
  for (const [name, costs] of await requestsByProcedure(cloud)) {
    // A conflict starts the transaction again; the budget is that of one attempt.
    const usual = [...costs].sort((a, b) => a - b)[Math.floor(costs.length / 2)]
    expect([name, usual]).toEqual([name, Math.min(usual ?? 0, budgetOf(name))])
  }
})
