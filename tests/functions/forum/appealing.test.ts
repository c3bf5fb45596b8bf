import { DAY_MS } from '@domain/kernel/time'
import type { CommentDocument, PostDocument } from '../../../cloudfunctions/forum/store'
import { expectError } from '../../support/expectError'
import { type ModerationWorld, moderationWorld, NOON, REASON } from '../../support/moderationWorld'
import { attempt, colleague, expectWithinBudgets, succeed } from '../../support/talkWorld'

let m: ModerationWorld
beforeAll(async () => {
  m = await moderationWorld()
})
afterAll(() => m.cloud.close())
beforeEach(() => m.cloud.clock(NOON))

describe('appealing', () => {
  test('another moderator restores it with its coins, once, and the reports don’t count', async () => {
    const author = m.someone()
    const { postId, reviewId, reporters, commentId } = await m.removedComment(author)
    await m.tend()
    expect(await m.steps.balanceOf(author)).toBe(0)
    expect(await succeed(m.cloud, colleague(author), 'forum.openMyReview', { reviewId })).toMatchObject({
      state: 'decided',
      decision: { verdict: 'remove', reason: REASON, reversed: 2 },
      appealUntil: Date.parse('2026-03-09T12:00:00+08:00'),
    })
    expect((await m.appeal(author, reviewId)).dueAt).toBe(Date.parse('2026-03-03T12:00:00+08:00'))
    const inbox = await succeed(m.cloud, m.tang, 'access.openInbox')
    expect(inbox.waiting).toContainEqual(expect.objectContaining({ kind: 'appeal', id: reviewId }))
    expect((await succeed(m.cloud, m.guo, 'access.openInbox')).waiting.map(({ id }) => id)).not.toContain(
      reviewId,
    )

    const input = { reviewId, version: await m.versionOf(reviewId), verdict: 'restore', reason: REASON }
    expectError(
      'forum.answerAppeal',
      await attempt(m.cloud, m.guo, 'forum.answerAppeal', input),
      'FORUM_REVIEW_NOT_YOURS',
    )
    expectError(
      'forum.answerAppeal',
      await attempt(m.cloud, m.tang, 'forum.answerAppeal', { ...input, version: 1 }),
      'FORUM_REVIEW_CHANGED',
    )
    expectError(
      'forum.answerAppeal',
      await attempt(m.cloud, m.tang, 'forum.answerAppeal', { ...input, reviewId: 'none' }),
      'FORUM_REVIEW_MISSING',
    )
    const restored = await succeed(m.cloud, m.tang, 'forum.answerAppeal', input, 'restore-comment-1')
    expect(restored).toEqual({ repaid: 2 })
    expect(await succeed(m.cloud, m.tang, 'forum.answerAppeal', input, 'restore-comment-1')).toEqual(restored)
    expectError(
      'forum.answerAppeal',
      await attempt(m.cloud, m.tang, 'forum.answerAppeal', input),
      'FORUM_REVIEW_DECIDED',
    )
    expect(await m.steps.balanceOf(author)).toBe(2)
    expect(await m.steps.open(m.someone(), postId)).toMatchObject({
      comments: [{ body: '一群懒虫' }],
      post: { comments: 1 },
    })
    await m.tend()
    const outcomes = await m.cloud.dump<{ _id: string; outcome: string }>('forum_reports')
    expect(new Set(outcomes.filter(({ _id }) => _id.startsWith(reviewId)).map(one => one.outcome))).toEqual(
      new Set(['void']),
    )
    expect(await m.titlesTo(reporters[0] ?? 0)).toHaveLength(2)

    // What was restored can be taken back once more: a second reversal, and no conflict of entries.
    expect(await succeed(m.cloud, colleague(author), 'forum.deleteComment', { commentId })).toMatchObject({
      reversed: 2,
      balance: 0,
    })
    expect((await m.steps.open(m.someone(), postId)).post.comments).toBe(0)
  })

  test('a restored post is on top of its board again only where there is still room', async () => {
    const pin = (postId: string) => succeed(m.cloud, m.world.voice, 'forum.pinPost', { postId, pinned: true })
    const isPinned = async (postId: string) =>
      ((await m.stored<PostDocument>('forum_posts', postId))?.pinnedAt ?? 0) > 0
    /** Two that were pinned, removed and appealed against. */
    const removed = await Promise.all(
      [m.someone(), m.someone()].map(async author => {
        const postId = await m.steps.publish(author)
        const reviewId = `post.${postId}`
        await m.hide('post', postId)
        return { author, postId, reviewId }
      }),
    )
    for (const { author, postId, reviewId } of removed) {
      await m.decide(m.guo, reviewId, { verdict: 'keep' })
      await pin(postId)
      await m.hide('post', postId)
      await m.decide(m.guo, reviewId)
      await m.appeal(author, reviewId)
    }
    for (const postId of [await m.steps.publish(m.someone()), await m.steps.publish(m.someone())])
      await pin(postId)
    // Room for one: of two at the same moment one is on top again.
    await Promise.all(removed.map(({ reviewId }) => m.answer(m.tang, reviewId, 'restore')))
    const pinned = await Promise.all(removed.map(({ postId }) => isPinned(postId)))
    expect(pinned.filter(Boolean)).toHaveLength(1)
    const states = await m.cloud.dump<PostDocument>('forum_posts')
    expect(states.filter(({ state, pinnedAt }) => state === 'live' && pinnedAt)).toHaveLength(3)
  })

  test('upheld it stays removed, and nobody can appeal again', async () => {
    const author = m.someone()
    const { reviewId } = await m.removedComment(author)
    await m.appeal(author, reviewId)
    expect(await m.answer(m.tang, reviewId, 'uphold')).toEqual({ repaid: 0 })
    // What the author reads names neither moderator, and what moderators read is cut to the contract as well.
    const mine = await succeed(m.cloud, colleague(author), 'forum.openMyReview', { reviewId })
    expect(mine).toMatchObject({ decision: { verdict: 'remove' }, appeal: { answer: { verdict: 'uphold' } } })
    for (const { employeeId, name } of [m.guo, m.tang])
      expect(JSON.stringify(mine)).not.toMatch(new RegExp(`${employeeId}|${name}(?!\\d)`))
    await succeed(m.cloud, m.guo, 'forum.openReview', { reviewId })
    expect(await m.titlesTo(author)).toContain('申诉没有通过，评论「一群懒虫」维持移除')
    expectError(
      'forum.appeal',
      await attempt(m.cloud, colleague(author), 'forum.appeal', { reviewId, words: '再看看' }),
      'FORUM_APPEAL_DONE',
    )
  })

  test('its author still sees the pictures of a post that was removed', async () => {
    const author = m.someone()
    const postId = await m.steps.publish(author, '展厅里拍的')
    const images = [{ fileId: 'cloud://demo/hall.png', state: 'passed', width: 4, height: 3 }]
    await m.cloud.engine.execute('database.modifyDocument', {
      collectionName: 'forum_posts',
      query: JSON.stringify({ _id: postId }),
      data: JSON.stringify({ $set: { images } }),
      merge: true,
      multi: false,
      upsert: false,
    })
    await m.hide('post', postId)
    const reviewId = `post.${postId}`
    await m.decide(m.guo, reviewId)
    const { pictures } = await succeed(m.cloud, colleague(author), 'forum.openMyReview', { reviewId })
    expect(pictures).toEqual(['cloud://demo/hall.png'])
  })

  test('is the author’s alone, and over after a week', async () => {
    const author = m.someone()
    const { reviewId } = await m.removedComment(author)
    const input = { reviewId, words: '不是那个意思' }
    const other = colleague(m.someone())
    expectError('forum.appeal', await attempt(m.cloud, other, 'forum.appeal', input), 'FORUM_REVIEW_MISSING')
    expectError(
      'forum.openMyReview',
      await attempt(m.cloud, other, 'forum.openMyReview', { reviewId }),
      'FORUM_REVIEW_MISSING',
    )
    await m.cloud.clock('2026-03-09T12:00:00+08:00')
    expectError(
      'forum.appeal',
      await attempt(m.cloud, colleague(author), 'forum.appeal', input),
      'FORUM_APPEAL_CLOSED',
    )
  })

  test('gives the voice back that was taken for it', async () => {
    const author = m.someone()
    const posts = [await m.steps.publish(author, '第一篇'), await m.steps.publish(author, '第二篇')]
    for (const id of posts) await m.hide('post', id)
    await m.decide(m.guo, `post.${posts[0]}`)
    const reviewId = `post.${posts[1]}`
    await m.decide(m.guo, reviewId, { muteDays: 30 })
    const silenceFor = async (who: number) =>
      (await succeed(m.cloud, colleague(who), 'forum.openCompose')).silence
    const until = Date.parse(NOON) + 30 * DAY_MS
    const silence = { until, reason: REASON, reviewId, appealable: true }
    expect(await silenceFor(author)).toEqual(silence)
    const standing = await m.steps.publish(m.someone())
    expect((await m.steps.open(author, standing)).silence).toEqual(silence)
    expect(await silenceFor(m.someone())).toBeNull()
    await m.appeal(author, reviewId)
    expect(await silenceFor(author)).toEqual({ ...silence, appealable: false })
    expect(await m.answer(m.tang, reviewId, 'restore')).toEqual({ repaid: 5 })
    expect(await silenceFor(author)).toBeNull()
    await m.steps.publish(author, '又能说话了')
  })
})

test('the comments of the world above are counted exactly', async () => {
  const comments = await m.cloud.dump<CommentDocument>('forum_comments')
  for (const post of await m.cloud.dump<PostDocument>('forum_posts')) {
    const live = comments.filter(({ postId, state }) => postId === post._id && state === 'live')
    expect([post._id, post.written - post.withdrawn]).toEqual([post._id, live.length])
  }
})

test('no call above has cost more database requests than its contract allows', () =>
  expectWithinBudgets(m.cloud))
