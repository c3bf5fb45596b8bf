import type { CommentDocument } from '../../../cloudfunctions/forum/store'
import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { type TalkSteps, talkSteps } from '../../support/talkSteps'
import {
  attempt,
  expectWithinBudgets,
  colleague as person,
  succeed,
  type TalkWorld,
  talkWorld,
} from '../../support/talkWorld'

const NOON = '2026-03-02T12:00:00+08:00'
const REMOVAL = { reason: '广告内容' }

let cloud: TestCloud
let steps: TalkSteps
let world: TalkWorld

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOON })
  world = await talkWorld(cloud.engine, 40)
  steps = talkSteps(cloud)
})
afterAll(() => cloud.close())
beforeEach(() => cloud.clock(NOON))

describe('taking back what one said', () => {
  test('a post returns what it earned, once, and leaves its comments’ authors alone', async () => {
    const postId = await steps.publish(35)
    await steps.comment(36, postId)
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
    expect(await steps.balanceOf(36)).toBe(2)
  })

  test('a comment whose post is there no more is not taken back without it', async () => {
    const { comment } = await steps.comment(33, await steps.publish(34))
    const stored = (await cloud.dump<CommentDocument>('forum_comments')).find(
      ({ _id }) => _id === comment.commentId,
    )
    await cloud.engine.insertMany('forum_comments', [{ ...stored, _id: 'astray', postId: 'lost' }])
    const input = { commentId: 'astray' }
    expectError(
      'forum.deleteComment',
      await attempt(cloud, person(33), 'forum.deleteComment', input),
      'FORUM_POST_MISSING',
    )
    expectError(
      'forum.removeComment',
      await attempt(cloud, world.moderator, 'forum.removeComment', { ...input, ...REMOVAL }),
      'FORUM_POST_MISSING',
    )
    expect(
      (await cloud.dump<CommentDocument>('forum_comments')).find(({ _id }) => _id === 'astray'),
    ).toMatchObject({ state: 'live' })
  })

  test('a comment returns what it earned and is not counted any more', async () => {
    const postId = await steps.publish(37)
    const { comment: said } = await steps.comment(38, postId)
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
    expect((await steps.open(38, postId)).comments).toEqual([])
  })
})

describe('taking back what others said', () => {
  test('is refused to colleagues', async () => {
    const postId = await steps.publish(37)
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
    const commentId = (await steps.comment(38, postId)).comment.commentId
    expectError(
      'forum.removeComment',
      await attempt(cloud, person(37), 'forum.removeComment', { commentId, ...REMOVAL }),
      'NOT_ALLOWED',
    )
    expect((await steps.open(38, postId)).post.comments).toBe(1)
  })

  test('tells the author why when a moderator does it, and keeps who did it', async () => {
    const postId = await steps.publish(39)
    const { comment: said } = await steps.comment(40, postId, '加我')
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
    expect(await steps.noticesOf('VC000039')).toContainEqual(
      expect.objectContaining({
        title: '你的帖子「周末露营」被移除',
        body: '理由：广告内容。收回 5 沃币。7 天内可以申诉一次。',
      }),
    )
    expect(await steps.noticesOf('VC000040')).toContainEqual(
      expect.objectContaining({
        title: '你的评论「加我」被移除',
        target: { kind: 'review', id: `comment.${commentId}` },
      }),
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

test('no call above has cost more database requests than its contract allows', () =>
  expectWithinBudgets(cloud))
