import { HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import type { CommentDocument, PostDocument, ReviewDocument } from '../../../cloudfunctions/forum/store'
import { type ModerationWorld, moderationWorld, NOON, REASON } from '../../support/moderationWorld'
import { persist } from '../../support/talkWorld'

let m: ModerationWorld
beforeAll(async () => {
  m = await moderationWorld({ workers: 1 })
})
afterAll(() => m.cloud.close())

const killAt = (procedure: string | undefined, after: number) =>
  m.cloud.fault({ function: { name: 'forum', procedure, mode: 'kill', after, times: 1, when: 'after' } })

/** Past the last request of a decision about a comment: start and commit count as requests. */
const DECIDING = [2, 5, 8, 10, 12, 14, 16, 18]

test.each(DECIDING)('a removal killed at request %i and repeated happens once', async step => {
  const at = Date.parse(NOON) + step * HOUR_MS
  await m.cloud.clock(new Date(at).toISOString())
  const [author, other] = [m.someone(), m.someone()]
  const postId = await m.steps.publish(other)
  const { comment } = await m.steps.comment(author, postId)
  const reviewId = `comment.${comment.commentId}`
  await m.report(m.someone(), 'comment', comment.commentId)
  const input = { reviewId, version: await m.versionOf(reviewId), verdict: 'remove', reason: REASON }
  await killAt('decideReview', step)
  const result = await persist(m.cloud, m.guo, 'forum.decideReview', input, `decide-killed-${step}-0000`)
  await m.cloud.fault({ clear: true })
  expect(result).toEqual({ reversed: 2 })
  expect(await m.steps.balanceOf(author)).toBe(0)
  expect(await m.titlesTo(author)).toEqual(['你的评论「同去」被移除'])
  // A minute later the timer has counted what a dead execution has not.
  await m.cloud.clock(new Date(at + 3 * MINUTE_MS).toISOString())
  await m.tend()
  expect(await m.stored<CommentDocument>('forum_comments', comment.commentId)).toMatchObject({
    state: 'removed',
  })
  const post = await m.stored<PostDocument>('forum_posts', postId)
  expect((post?.written ?? 0) - (post?.withdrawn ?? 0)).toBe(0)
})

const TENDING = [4, 7, 9, 11, 13, 15, 17, 19, 22, 25]

test.each(TENDING)('reporters are told once each, though the timer is killed at request %i', async step => {
  const id = await m.steps.publish(m.someone())
  const reporters = await m.hide('post', id)
  await m.decide(m.guo, `post.${id}`)
  await killAt(undefined, step)
  await m.tend().catch(() => null)
  await m.cloud.fault({ clear: true })
  await m.tend()
  for (const who of reporters) expect(await m.titlesTo(who)).toEqual(['你举报的帖子「周末露营」有结果了'])
  expect(await m.stored<ReviewDocument>('forum_reviews', `post.${id}`)).toMatchObject({ telling: false })
})

test('whoever opens the inbox of 管理 sees what waits, and what they may decide', async () => {
  const id = await m.steps.publish(m.someone())
  await m.report(m.someone(), 'post', id, 'advertising')
  const inbox = await persist(m.cloud, m.tang, 'access.openInbox', {}, 'inbox-of-tang-1')
  expect(inbox.waiting).toContainEqual(
    expect.objectContaining({ kind: 'report', id: `post.${id}`, place: '帖子' }),
  )
  expect(inbox.counts.report).toBeGreaterThan(0)
})
