import type { PostDocument, ReportDocument, ReviewDocument } from '../../../cloudfunctions/forum/store'
import { expectError } from '../../support/expectError'
import { type ModerationWorld, moderationWorld, NOON } from '../../support/moderationWorld'
import { attempt, colleague, expectWithinBudgets, succeed } from '../../support/talkWorld'

let m: ModerationWorld
beforeAll(async () => {
  m = await moderationWorld()
})
afterAll(() => m.cloud.close())
beforeEach(() => m.cloud.clock(NOON))

describe('reporting', () => {
  test('counts once a person and thing, and never for one’s own', async () => {
    const [author, reader] = [m.someone(), m.someone()]
    const id = await m.steps.publish(author)
    const input = { kind: 'post', id, reason: 'advertising' }
    const first = await succeed(m.cloud, colleague(reader), 'forum.report', input, 'report-once-0001')
    expect(await succeed(m.cloud, colleague(reader), 'forum.report', input, 'report-once-0001')).toEqual(
      first,
    )
    expectError(
      'forum.report',
      await attempt(m.cloud, colleague(reader), 'forum.report', { ...input, reason: 'insult' }),
      'FORUM_ALREADY_REPORTED',
    )
    expectError(
      'forum.report',
      await attempt(m.cloud, colleague(author), 'forum.report', input),
      'FORUM_REPORT_OWN',
    )
    expectError(
      'forum.report',
      await attempt(m.cloud, colleague(reader), 'forum.report', { ...input, id: 'none' }),
      'FORUM_POST_MISSING',
    )
    expectError(
      'forum.report',
      await attempt(m.cloud, colleague(reader), 'forum.report', { ...input, kind: 'comment', id: 'none' }),
      'FORUM_COMMENT_MISSING',
    )
    for (const reason of ['dislike', 'other'])
      expectError(
        'forum.report',
        await attempt(m.cloud, colleague(reader), 'forum.report', { ...input, reason }),
        'INVALID_INPUT',
      )
    const review = await m.stored<ReviewDocument>('forum_reviews', `post.${id}`)
    expect(review).toMatchObject({ reports: 1, reasons: { advertising: 1 }, hidden: false, state: 'open' })
  })

  test('may say more, to the moderators alone', async () => {
    const [author, reader] = [m.someone(), m.someone()]
    const id = await m.steps.publish(author)
    const said = { kind: 'post', id, reason: 'other', note: '第二张图里有同事的工牌' }
    await succeed(m.cloud, colleague(reader), 'forum.report', said)
    const { reporters } = await succeed(m.cloud, m.guo, 'forum.openReview', { reviewId: `post.${id}` })
    expect(reporters).toMatchObject([{ reason: 'other', note: '第二张图里有同事的工牌' }])
  })

  test('by three hides it from all but its author and moderators', async () => {
    const author = m.someone()
    const postId = await m.steps.publish(author)
    await m.hide('post', postId)
    const reader = colleague(m.someone())
    expectError(
      'forum.openPost',
      await attempt(m.cloud, reader, 'forum.openPost', { postId }),
      'FORUM_POST_MISSING',
    )
    const feed = await succeed(m.cloud, reader, 'forum.openFeed')
    expect(feed.posts.map(post => post.postId)).not.toContain(postId)
    expect((await m.steps.open(author, postId)).post).toMatchObject({ hidden: true, mine: true })
    expect((await succeed(m.cloud, m.guo, 'forum.openPost', { postId })).post.hidden).toBe(true)
    const mine = await succeed(m.cloud, colleague(author), 'forum.listMine')
    expect(mine.posts).toMatchObject([{ postId, hidden: true }])
    expect(await m.steps.noticesOf(colleague(author).employeeId)).toMatchObject([
      { title: '你的帖子「周末露营」暂时隐去了', target: { kind: 'review', id: `post.${postId}` } },
    ])
  })

  test('hides a comment, uncounts it, and keeping counts it again', async () => {
    const author = m.someone()
    const postId = await m.steps.publish(m.someone())
    const { comment } = await m.steps.comment(author, postId, '一群懒虫')
    await m.hide('comment', comment.commentId)
    const reader = m.someone()
    expect(await m.steps.open(reader, postId)).toMatchObject({ comments: [], post: { comments: 0 } })
    expect((await m.steps.open(author, postId)).comments).toMatchObject([{ body: '一群懒虫', hidden: true }])
    await m.decide(m.guo, `comment.${comment.commentId}`, { verdict: 'keep' })
    expect(await m.steps.open(reader, postId)).toMatchObject({
      comments: [{ body: '一群懒虫', hidden: false }],
      post: { comments: 1 },
    })
    expect(await m.titlesTo(author)).toContain('你的评论「一群懒虫」可以看到了')
  })

  test('more than twenty times a day has to wait, also for one who reports all at once', async () => {
    const reader = colleague(m.someone())
    const ids = await Promise.all(Array.from({ length: 22 }, () => m.steps.publish(m.someone())))
    const replies = await Promise.all(
      ids.map(id => attempt(m.cloud, reader, 'forum.report', { kind: 'post', id, reason: 'insult' })),
    )
    const refused = replies.filter(({ ok }) => !ok)
    expect(refused).toHaveLength(2)
    for (const reply of refused) expectError('forum.report', reply, 'FORUM_REPORTS_TOO_MANY')
    await m.cloud.clock('2026-03-03T12:00:00+08:00')
    const id = await m.steps.publish(m.someone())
    await succeed(m.cloud, reader, 'forum.report', { kind: 'post', id, reason: 'insult' })
  })

  test('is answered to every reporter, though it was decided again before anybody was told', async () => {
    const [early, late] = [m.someone(), m.someone()]
    const id = await m.steps.publish(m.someone())
    const reviewId = `post.${id}`
    await m.report(early, 'post', id)
    await m.decide(m.guo, reviewId, { verdict: 'keep' })
    await m.report(late, 'post', id)
    await m.tend()
    expect(await m.titlesTo(early)).toEqual(['你举报的帖子「周末露营」有结果了'])
    expect(await m.titlesTo(late)).toEqual([])

    const other = await m.steps.publish(m.someone())
    await m.report(early, 'post', other)
    await m.decide(m.guo, `post.${other}`, { verdict: 'keep' })
    await m.report(late, 'post', other)
    await m.decide(m.guo, `post.${other}`)
    await m.tend()
    const outcomeFor = async (who: number) =>
      (await m.stored<ReportDocument>('forum_reports', `post.${other}.${colleague(who).employeeId}`))?.outcome
    expect([await outcomeFor(early), await outcomeFor(late)]).toEqual(['dismissed', 'upheld'])
    expect(await m.stored<ReviewDocument>('forum_reviews', `post.${other}`)).toMatchObject({ telling: false })
    const heard = [(await m.titlesTo(early)).length, (await m.titlesTo(late)).length]
    await m.tend()
    expect([(await m.titlesTo(early)).length, (await m.titlesTo(late)).length]).toEqual(heard)
    expect(heard).toEqual([2, 1])
  })

  test('by a ring that was wrong five times hides nothing any more', async () => {
    const author = m.someone()
    const ring = [m.someone(), m.someone(), m.someone(), m.someone(), m.someone()]
    for (let time = 0; time < 5; time += 1) {
      const id = await m.steps.publish(author, `第 ${time} 篇`)
      for (const who of ring) await m.report(who, 'post', id)
      await m.decide(m.guo, `post.${id}`, { verdict: 'keep' })
      await m.tend()
      await m.cloud.clock(`2026-03-0${3 + time}T12:00:00+08:00`)
    }
    const id = await m.steps.publish(author, '第六篇')
    for (const who of ring) await m.report(who, 'post', id)
    expect(await m.stored<PostDocument>('forum_posts', id)).toMatchObject({ state: 'live' })
    const { review, reporters } = await succeed(m.cloud, m.guo, 'forum.openReview', {
      reviewId: `post.${id}`,
    })
    expect(review).toMatchObject({ reports: 5, unheeded: 5, hidden: false })
    expect(reporters[0]).toMatchObject({ upheld: 0, decided: 5, heeded: false })
  })

  test('at the same moment counts everybody', async () => {
    const id = await m.steps.publish(m.someone())
    const crowd = Array.from({ length: 8 }, m.someone)
    await Promise.all(crowd.map(who => m.report(who, 'post', id)))
    expect(await m.stored<ReviewDocument>('forum_reviews', `post.${id}`)).toMatchObject({
      reports: 8,
      weight: 12,
      hidden: true,
      round: 1,
    })
  })
})

test('no call above has cost more database requests than its contract allows', () =>
  expectWithinBudgets(m.cloud))
