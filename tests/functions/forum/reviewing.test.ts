import type { CommentDocument, PostDocument, ReviewDocument } from '../../../cloudfunctions/forum/store'
import { expectError } from '../../support/expectError'
import { type ModerationWorld, moderationWorld, NOON, REASON } from '../../support/moderationWorld'
import { attempt, colleague, expectWithinBudgets, succeed } from '../../support/talkWorld'

let m: ModerationWorld
beforeAll(async () => {
  m = await moderationWorld()
})
afterAll(() => m.cloud.close())
beforeEach(() => m.cloud.clock(NOON))

describe('deciding', () => {
  test('a removal takes back what it earned, tells the author why and the reporters what came of it', async () => {
    const author = m.someone()
    const postId = await m.steps.publish(author)
    const reporters = await m.hide('post', postId)
    const reviewId = `post.${postId}`
    const before = await succeed(m.cloud, m.guo, 'forum.openReview', { reviewId })
    expect(before).toMatchObject({
      offences: 0,
      mayMute: false,
      reversal: { lines: [{ reason: 'forum.post', base: 5, amount: 5 }], total: 5, balanceAfter: 0, owed: 0 },
      review: { mine: true, reports: 3 },
    })
    expect(before.trail.map(({ what }) => what)).toEqual(['reported', 'hidden'])
    expect(await m.decide(m.guo, reviewId)).toEqual({ reversed: 5 })
    expect(await m.steps.balanceOf(author)).toBe(0)
    expect(await m.titlesTo(author)).toContain('你的帖子「周末露营」被移除')
    await m.tend()
    await m.tend()
    for (const who of reporters)
      expect(await m.steps.noticesOf(colleague(who).employeeId)).toMatchObject([
        { title: '你举报的帖子「周末露营」有结果了' },
      ])
    const record = await m.cloud.dump<{ _id: string; outcome: string }>('forum_reports')
    expect(record.filter(({ _id }) => _id.startsWith(reviewId)).map(({ outcome }) => outcome)).toEqual([
      'upheld',
      'upheld',
      'upheld',
    ])
    expect(await m.stored<ReviewDocument>('forum_reviews', reviewId)).toMatchObject({ telling: false })
  })

  test('two moderators at once: one decides, the other learns it', async () => {
    const postId = await m.steps.publish(m.someone())
    const reviewId = `post.${postId}`
    await m.hide('post', postId)
    const version = await m.versionOf(reviewId)
    const input = { reviewId, version, verdict: 'remove', reason: REASON }
    const replies = await Promise.all([
      attempt(m.cloud, m.guo, 'forum.decideReview', input),
      attempt(m.cloud, m.tang, 'forum.decideReview', { ...input, verdict: 'keep' }),
    ])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const lost = replies.find(({ ok }) => !ok)
    if (lost) expectError('forum.decideReview', lost, 'FORUM_REVIEW_DECIDED')
    const { decision, trail } = await succeed(m.cloud, m.guo, 'forum.openReview', { reviewId })
    expect(trail.filter(({ what }) => what === 'kept' || what === 'removed')).toHaveLength(1)
    expect((await m.stored<PostDocument>('forum_posts', postId))?.state).toBe(
      decision?.verdict === 'keep' ? 'live' : 'removed',
    )
  })

  test('is refused about what has changed since, about oneself, and to colleagues', async () => {
    const postId = await m.steps.publish(m.someone())
    const reviewId = `post.${postId}`
    await m.hide('post', postId)
    const version = await m.versionOf(reviewId)
    await m.decide(m.guo, reviewId, { verdict: 'keep' })
    await m.report(m.someone(), 'post', postId)
    const input = { reviewId, version, verdict: 'remove', reason: REASON }
    expectError(
      'forum.decideReview',
      await attempt(m.cloud, m.tang, 'forum.decideReview', input),
      'FORUM_REVIEW_CHANGED',
    )
    expectError(
      'forum.decideReview',
      await attempt(m.cloud, colleague(1), 'forum.decideReview', input),
      'NOT_ALLOWED',
    )
    expectError(
      'forum.decideReview',
      await attempt(m.cloud, m.guo, 'forum.decideReview', { ...input, reviewId: 'none' }),
      'FORUM_REVIEW_MISSING',
    )
    expectError(
      'forum.openReview',
      await attempt(m.cloud, m.guo, 'forum.openReview', { reviewId: 'none' }),
      'FORUM_REVIEW_MISSING',
    )
    const own = await succeed(m.cloud, m.guo, 'forum.createPost', {
      boardId: 'board-life',
      title: '版规',
      body: '请读一读',
    })
    await m.hide('post', own.postId)
    expectError(
      'forum.decideReview',
      await attempt(m.cloud, m.guo, 'forum.decideReview', {
        ...input,
        reviewId: `post.${own.postId}`,
        version: 1,
      }),
      'FORUM_REVIEW_NOT_YOURS',
    )
  })

  test('of what is lost is refused', async () => {
    const postId = await m.steps.publish(m.someone())
    await m.hide('post', postId)
    const review = await m.stored<ReviewDocument>('forum_reviews', `post.${postId}`)
    const astray = {
      ...review,
      _id: 'post.lost',
      subject: { ...review?.subject, id: 'lost', postId: 'lost' },
    }
    await m.cloud.engine.insertMany('forum_reviews', [
      astray,
      { ...astray, _id: 'post.lost2', state: 'appealed', waiting: true },
    ])
    const input = { reviewId: 'post.lost', version: 1, verdict: 'remove', reason: REASON }
    expectError(
      'forum.decideReview',
      await attempt(m.cloud, m.guo, 'forum.decideReview', input),
      'FORUM_POST_MISSING',
    )
    const answered = { ...input, reviewId: 'post.lost2', verdict: 'uphold' }
    expectError(
      'forum.answerAppeal',
      await attempt(m.cloud, m.guo, 'forum.answerAppeal', answered),
      'FORUM_POST_MISSING',
    )
  })

  test('muting is for the second offence within a year, and ends by itself', async () => {
    const author = m.someone()
    const first = await m.steps.publish(author, '第一次')
    await m.hide('post', first)
    const input = { reviewId: `post.${first}`, version: 1, verdict: 'remove', reason: REASON, muteDays: 3 }
    expectError(
      'forum.decideReview',
      await attempt(m.cloud, m.guo, 'forum.decideReview', input),
      'FORUM_MUTE_TOO_EARLY',
    )
    expectError(
      'forum.decideReview',
      await attempt(m.cloud, m.guo, 'forum.decideReview', { ...input, verdict: 'keep' }),
      'INVALID_INPUT',
    )
    await m.decide(m.guo, `post.${first}`)
    const second = await m.steps.publish(author, '第二次')
    await m.hide('post', second)
    const standing = await m.steps.publish(author, '还在的一帖')
    expect(await succeed(m.cloud, m.guo, 'forum.openReview', { reviewId: `post.${second}` })).toMatchObject({
      offences: 1,
      mayMute: true,
    })
    await m.decide(m.guo, `post.${second}`, { muteDays: 3 })
    const post = { boardId: 'board-life', title: '第三次', body: '还想说' }
    expectError(
      'forum.createPost',
      await attempt(m.cloud, colleague(author), 'forum.createPost', post),
      'FORUM_MUTED',
    )
    const change = { postId: standing, title: '换个说法', body: '还想说' }
    expectError(
      'forum.editPost',
      await attempt(m.cloud, colleague(author), 'forum.editPost', change),
      'FORUM_MUTED',
    )
    const postId = await m.steps.publish(m.someone())
    expectError(
      'forum.addComment',
      await attempt(m.cloud, colleague(author), 'forum.addComment', { postId, body: '也不行' }),
      'FORUM_MUTED',
    )
    await m.cloud.clock('2026-03-05T12:00:00+08:00')
    await succeed(m.cloud, colleague(author), 'forum.createPost', post)
  })

  test('what its author has deleted meanwhile stays deleted, with its coins taken once', async () => {
    const author = m.someone()
    const postId = await m.steps.publish(author)
    await m.hide('post', postId)
    expect(await succeed(m.cloud, colleague(author), 'forum.deletePost', { postId })).toMatchObject({
      reversed: 5,
    })
    expect(await m.decide(m.guo, `post.${postId}`)).toEqual({ reversed: 0 })
    expect(await m.stored<PostDocument>('forum_posts', postId)).toMatchObject({ state: 'deleted' })
    expect(await succeed(m.cloud, m.guo, 'forum.openReview', { reviewId: `post.${postId}` })).toMatchObject({
      pictures: [],
      review: { state: 'decided' },
    })
  })
})

describe('the queue', () => {
  test('is sorted by when an answer is due, and filtered', async () => {
    const lists = await Promise.all(
      (['waiting', 'appealed', 'hidden', 'decided'] as const).map(filter =>
        succeed(m.cloud, m.guo, 'forum.listReviews', { filter }),
      ),
    )
    const [waiting, appealed, hidden, decided] = lists
    expect(waiting?.counts.waiting).toBeGreaterThan(0)
    const due = waiting?.reviews.map(({ dueAt }) => dueAt) ?? []
    expect(due).toEqual([...due].sort((a, b) => a - b))
    expect(appealed?.reviews.every(({ state }) => state === 'appealed')).toBe(true)
    expect(hidden?.reviews.every(review => review.state === 'open' && review.hidden)).toBe(true)
    expect(decided?.reviews.every(({ state }) => state === 'decided')).toBe(true)
    expectError('forum.listReviews', await attempt(m.cloud, colleague(1), 'forum.listReviews'), 'NOT_ALLOWED')
  })

  test('shows decided ones page by page, the newest first', async () => {
    const first = await succeed(m.cloud, m.guo, 'forum.listReviews', { filter: 'decided' })
    const ids = first.reviews.map(({ reviewId }) => reviewId)
    expect(new Set(ids).size).toBe(ids.length)
    if (first.next !== null) {
      const second = await succeed(m.cloud, m.guo, 'forum.listReviews', {
        filter: 'decided',
        after: first.next,
      })
      expect(second.reviews.map(({ reviewId }) => reviewId).some(id => ids.includes(id))).toBe(false)
    }
  })

  test('judges what a post says now: a change is read again, and ends what was kept', async () => {
    const author = m.someone()
    const postId = await m.steps.publish(author, '周末露营')
    const reviewId = `post.${postId}`
    await m.report(m.someone(), 'post', postId)
    const change = (title: string, body: string) =>
      succeed(m.cloud, colleague(author), 'forum.editPost', { postId, title, body })
    const before = await succeed(m.cloud, m.guo, 'forum.openReview', { reviewId })
    await change('某某是骗子', '他家住在松江')
    const keep = { reviewId, version: before.review.version, verdict: 'keep', reason: REASON }
    expectError(
      'forum.decideReview',
      await attempt(m.cloud, m.guo, 'forum.decideReview', keep),
      'FORUM_REVIEW_CHANGED',
    )
    const read = await succeed(m.cloud, m.guo, 'forum.openReview', { reviewId })
    expect(read).toMatchObject({ saying: '他家住在松江', review: { title: '某某是骗子' } })
    expect(read.trail.at(-1)).toMatchObject({ what: 'edited', words: `周末露营\n${before.saying}` })

    await change('周末露营', '改好了')
    await m.decide(m.guo, reviewId, { verdict: 'keep' })
    await change('某某是骗子', '他家还是住在松江')
    await m.hide('post', postId)
    expect(await m.stored<PostDocument>('forum_posts', postId)).toMatchObject({ state: 'hidden' })
  })

  test('shows a moderator what they may decide, whatever else waits before it', async () => {
    const postId = await m.steps.publish(m.someone())
    await m.report(m.someone(), 'post', postId)
    const review = await m.stored<ReviewDocument>('forum_reviews', `post.${postId}`)
    const { employeeId } = m.tang
    const others = Array.from({ length: 60 }, (_one, place) => ({
      ...review,
      _id: `post.of-tang-${place}`,
      author: { ...review?.author, employeeId },
      orderKey: `0${place}`,
    }))
    await m.cloud.engine.insertMany('forum_reviews', others)
    const waiting = await succeed(m.cloud, m.tang, 'access.openInbox', {})
    expect(JSON.stringify(waiting)).toContain(`post.${postId}`)
    expect(JSON.stringify(waiting)).not.toContain('of-tang')
  })

  test('names nobody who has left', async () => {
    const post = await m.stored<PostDocument>('forum_posts', await m.steps.publish(m.someone()))
    const { employeeId, name } = m.world.leaver
    const author = { ...post?.author, employeeId, name }
    await m.cloud.engine.insertMany('forum_posts', [
      { ...post, _id: 'of-a-leaver', author },
      { ...post, _id: 'calls-a-leaver', mentions: [{ employeeId, name }] },
    ])
    const shown = { employeeId: '', name: '前同事', site: '', department: '' }
    expect((await m.steps.open(m.someone(), 'of-a-leaver')).post.author).toMatchObject(shown)
    const { post: named } = await m.steps.open(m.someone(), 'calls-a-leaver')
    expect(named.mentions).toEqual([])
    await m.report(m.someone(), 'post', 'of-a-leaver')
    expect(
      (await succeed(m.cloud, m.guo, 'forum.openReview', { reviewId: 'post.of-a-leaver' })).review.author,
    ).toMatchObject(shown)
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
