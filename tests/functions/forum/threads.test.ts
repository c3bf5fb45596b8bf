import type { CommentDocument } from '../../../cloudfunctions/forum/store'
import { expectError } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import type { TestPerson } from '../../support/people'
import { type TalkSteps, talkSteps } from '../../support/talkSteps'
import { attempt, colleague, expectWithinBudgets, succeed, talkWorld } from '../../support/talkWorld'

const NOON_MS = Date.parse('2026-03-02T12:00:00+08:00')

let cloud: TestCloud
let steps: TalkSteps
let leaver: TestPerson
let seconds = 0

beforeAll(async () => {
  cloud = await startTestCloud({ clock: new Date(NOON_MS).toISOString() })
  ;({ leaver } = await talkWorld(cloud.engine, 40))
  steps = talkSteps(cloud)
})
afterAll(() => cloud.close())

/** The next second: what is said then comes after. */
async function later(): Promise<void> {
  seconds += 1
  await cloud.clock(new Date(NOON_MS + seconds * 1000).toISOString())
}
async function say(author: number, postId: string, body: string): Promise<string> {
  await later()
  return (await steps.comment(author, postId, body)).comment.commentId
}
async function answer(author: number, postId: string, answersId: string, body: string): Promise<string> {
  await later()
  return (await steps.answer(author, postId, answersId, body)).comment.commentId
}
const like = (who: number, commentId: string, liked = true) =>
  succeed(cloud, colleague(who), 'forum.likeComment', { commentId, liked })
const repliesOf = (postId: string, commentId: string, after?: string) =>
  succeed(cloud, colleague(1), 'forum.listReplies', { postId, commentId, ...(after ? { after } : {}) })
const bodies = (said: readonly { body: string }[]) => said.map(({ body }) => body)

describe('whoever comes for one comment', () => {
  test('finds it however far down it stands, with the one above, and by the notice of it', async () => {
    const postId = await steps.publish(21)
    const top = await say(22, postId, '去哪里')
    const replies: string[] = []
    for (const who of [23, 24, 25, 26]) replies.push(await answer(who, postId, top, `第 ${who} 个`))
    const last = replies.at(-1) ?? ''
    const aimedAt = async (commentId: string) =>
      (await succeed(cloud, colleague(21), 'forum.openPost', { postId, commentId })).aimed
    const thread = await aimedAt(last)
    expect(thread?.commentId).toBe(top)
    expect(thread?.firstReplies.map(({ commentId }) => commentId)).toEqual([...replies.slice(0, 2), last])
    expect((await aimedAt(top))?.firstReplies).toHaveLength(2)
    expect((await aimedAt(replies[0] ?? ''))?.firstReplies).toHaveLength(2)
    expect((await steps.open(21, postId)).aimed).toBeNull()
    const targets = (await steps.noticesOf('VC000022')).map(({ target }) => target)
    expect(targets).toContainEqual({ kind: 'post', id: postId, commentId: last })
    await succeed(cloud, colleague(26), 'forum.deleteComment', { commentId: last })
    expect(await aimedAt(last)).toBeNull()
    const elsewhere = await steps.publish(27)
    const foreign = { postId: elsewhere, commentId: top }
    expect((await succeed(cloud, colleague(21), 'forum.openPost', foreign)).aimed).toBeNull()
  })
})

describe('an answer', () => {
  test('no longer says the name of whom it answers once they have left', async () => {
    const postId = await steps.publish(1)
    const top = await say(2, postId, '去哪里')
    const first = await answer(3, postId, top, '佘山')
    const second = await answer(4, postId, first, '几点')
    const said = (await cloud.dump<CommentDocument>('forum_comments')).find(({ _id }) => _id === second)
    expect(said?.answers).toEqual({ commentId: first, name: '同事3', employeeId: 'VC000003' })
    const { employeeId, name } = leaver
    const answers = { commentId: first, name, employeeId }
    await cloud.engine.insertMany('forum_comments', [{ ...said, _id: `${second}0`, answers }])
    const { replies } = await repliesOf(postId, top)
    expect(replies[2]?.answers).toEqual({ commentId: first, name: '前同事' })
  })

  test('stands under the comment of the first level, says whom it answers, and counts for both', async () => {
    const postId = await steps.publish(1)
    const top = await say(2, postId, '去哪里')
    const first = await answer(3, postId, top, '佘山')
    const second = await answer(4, postId, first, '几点')
    const third = await answer(5, postId, top, '我也去')
    const { post, comments } = await steps.open(1, postId)
    expect(post.comments).toBe(4)
    expect(comments).toHaveLength(1)
    expect(comments[0]).toMatchObject({ commentId: top, replies: 3, parentId: null })
    expect(comments[0]?.firstReplies).toMatchObject([
      { commentId: first, parentId: top, answers: null },
      { commentId: second, parentId: top, answers: { commentId: first, name: '同事3' } },
    ])
    const { replies } = await repliesOf(postId, top)
    expect(replies.map(({ commentId }) => commentId)).toEqual([first, second, third])
  })

  test('is told to whom it answers and to the author of the post, each once and never to oneself', async () => {
    const postId = await steps.publish(6, '班车改点')
    const top = await say(7, postId, '早十分钟就好')
    await answer(8, postId, top, '同意')
    await answer(6, postId, top, '我去问问')
    await answer(7, postId, top, '谢谢')
    const titles = async (id: string) => (await steps.noticesOf(id)).map(({ title }) => title)
    expect(await titles('VC000007')).toEqual([
      '同事8回复了你的评论「早十分钟就好」',
      '同事6回复了你的评论「早十分钟就好」',
    ])
    expect(await titles('VC000006')).toEqual([
      '同事7评论了「班车改点」',
      '同事8评论了「班车改点」',
      '同事7评论了「班车改点」',
    ])
  })

  test('to what is not there, taken back or under another post is refused', async () => {
    const postId = await steps.publish(9)
    const elsewhere = await say(10, await steps.publish(9), '别处')
    const deleted = await say(10, postId, '删掉')
    await succeed(cloud, colleague(10), 'forum.deleteComment', { commentId: deleted })
    for (const answersId of ['none', elsewhere, deleted])
      expectError(
        'forum.addComment',
        await attempt(cloud, colleague(11), 'forum.addComment', { postId, body: '好', answersId }),
        'FORUM_COMMENT_MISSING',
      )
    expect((await steps.open(9, postId)).post.comments).toBe(0)
  })

  test('from twenty people at once is counted exactly, and two of them are shown', async () => {
    const postId = await steps.publish(1)
    const top = await say(2, postId, '谁去')
    await Promise.all(Array.from({ length: 20 }, (_, index) => steps.answer(11 + index, postId, top, '我去')))
    const { post, comments } = await steps.open(1, postId)
    expect([post.comments, comments[0]?.replies, comments[0]?.firstReplies.length]).toEqual([21, 20, 2])
    const { replies, next } = await repliesOf(postId, top)
    expect([new Set(replies.map(({ commentId }) => commentId)).size, next]).toEqual([20, null])
  })

  test('that comes after twenty others is on the next page', async () => {
    const postId = await steps.publish(12)
    const top = await say(12, postId, '接龙')
    for (let number = 1; number <= 21; number += 1)
      await answer(12 + (number % 5), postId, top, `${number} 号`)
    const first = await repliesOf(postId, top)
    const rest = await repliesOf(postId, top, first.next ?? '')
    expect([first.replies.length, bodies(rest.replies), rest.next]).toEqual([20, ['21 号'], null])
  })
})

describe('a comment that is taken back', () => {
  test('keeps its place without author and words while replies stand under it', async () => {
    const postId = await steps.publish(13)
    const top = await say(14, postId, '说错了')
    const reply = await answer(15, postId, top, '没关系')
    await succeed(cloud, colleague(14), 'forum.deleteComment', { commentId: top })
    const kept = await steps.open(13, postId)
    expect(kept.post.comments).toBe(1)
    expect(kept.comments).toMatchObject([
      { commentId: top, gone: true, body: '', author: { name: '' }, firstReplies: [{ body: '没关系' }] },
    ])
    await answer(16, postId, reply, '接着聊')
    expect((await steps.open(13, postId)).comments[0]).toMatchObject({ replies: 2 })
    for (const { commentId } of (await repliesOf(postId, top)).replies) {
      const { author } = (await cloud.dump<CommentDocument>('forum_comments')).find(
        ({ _id }) => _id === commentId,
      ) as CommentDocument
      const who = Number(author.employeeId.slice(2))
      await succeed(cloud, colleague(who), 'forum.deleteComment', { commentId })
    }
    expect(await steps.open(13, postId)).toMatchObject({ comments: [], post: { comments: 0 } })
  })

  test('leaves at once where nothing stands under it', async () => {
    const postId = await steps.publish(13)
    const top = await say(14, postId, '多余的话')
    await succeed(cloud, colleague(14), 'forum.deleteComment', { commentId: top })
    expect((await steps.open(13, postId)).comments).toEqual([])
  })
})

describe('a like of a comment', () => {
  test('counts once, goes again, and needs something to like', async () => {
    const postId = await steps.publish(17)
    const top = await say(18, postId, '好消息')
    expect(await like(19, top)).toEqual({ liked: true, likes: 1 })
    expect(await like(19, top)).toEqual({ liked: true, likes: 1 })
    await Promise.all(Array.from({ length: 10 }, (_, index) => like(20 + index, top)))
    expect((await steps.open(19, postId)).comments[0]).toMatchObject({ likes: 11, liked: true })
    expect((await steps.open(18, postId)).comments[0]).toMatchObject({ likes: 11, liked: false })
    expect(await like(19, top, false)).toEqual({ liked: false, likes: 10 })
    const none = await attempt(cloud, colleague(19), 'forum.likeComment', { commentId: 'none', liked: true })
    expectError('forum.likeComment', none, 'FORUM_COMMENT_MISSING')
  })
})

describe('the order of comments', () => {
  test('is the best first, or the newest, and pages through either without losing one', async () => {
    const postId = await steps.publish(30)
    const answered = await say(31, postId, '有人回复')
    const liked = await say(32, postId, '有人赞')
    await say(33, postId, '最新的')
    await answer(34, postId, answered, '回复一句')
    await like(35, liked)
    expect(bodies((await steps.open(30, postId)).comments)).toEqual(['有人回复', '有人赞', '最新的'])
    const newest = await succeed(cloud, colleague(30), 'forum.listComments', { postId, sort: 'newest' })
    expect(bodies(newest.comments)).toEqual(['最新的', '有人赞', '有人回复'])
    for (let number = 0; number < 19; number += 1) await say(1 + number, postId, `补充 ${number} 句`)
    for (const sort of ['best', 'newest']) {
      const first = await succeed(cloud, colleague(30), 'forum.listComments', { postId, sort })
      const rest = await succeed(cloud, colleague(30), 'forum.listComments', {
        postId,
        sort,
        after: first.next,
      })
      const all = [...first.comments, ...rest.comments].map(({ commentId }) => commentId)
      expect([first.comments.length, new Set(all).size, rest.next]).toEqual([20, 22, null])
    }
  })

  test('of a post that is gone is told to nobody', async () => {
    const postId = await steps.publish(36)
    const top = await say(37, postId, '看到了')
    await answer(38, postId, top, '我也是')
    await succeed(cloud, colleague(36), 'forum.deletePost', { postId })
    const comments = await attempt(cloud, colleague(1), 'forum.listComments', { postId })
    expectError('forum.listComments', comments, 'FORUM_POST_MISSING')
    const replies = await attempt(cloud, colleague(1), 'forum.listReplies', { postId, commentId: top })
    expectError('forum.listReplies', replies, 'FORUM_POST_MISSING')
    const other = await steps.publish(36)
    const stray = await attempt(cloud, colleague(1), 'forum.listReplies', { postId: other, commentId: top })
    expectError('forum.listReplies', stray, 'FORUM_POST_MISSING')
  })
})

test('an answer whose process died before it was counted is counted by the timer', async () => {
  const postId = await steps.publish(39)
  const top = await say(39, postId, '还在吗')
  const counting = {
    collection: 'forum_comments',
    action: 'database.calculateDocument',
    mode: 'fail',
  } as const
  await cloud.fault({ database: { ...counting, times: 2 } })
  await answer(40, postId, top, '在')
  expect((await steps.open(39, postId)).comments[0]).toMatchObject({ replies: 0 })
  await cloud.clock(new Date(NOON_MS + 600_000).toISOString())
  await cloud.timer('forum', 'tend')
  expect(await steps.open(39, postId)).toMatchObject({ post: { comments: 2 }, comments: [{ replies: 1 }] })
})

test('no call above has cost more database requests than its contract allows', () =>
  expectWithinBudgets(cloud))
