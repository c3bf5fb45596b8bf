import type { ReviewDocument } from '../../../cloudfunctions/forum/store'
import { expectError } from '../../support/expectError'
import { type ModerationWorld, moderationWorld, NOON, REASON } from '../../support/moderationWorld'
import { insertPeople } from '../../support/people'
import { attempt, colleague, expectWithinBudgets, succeed } from '../../support/talkWorld'

let m: ModerationWorld
beforeAll(async () => {
  m = await moderationWorld()
})
afterAll(() => m.cloud.close())
beforeEach(() => m.cloud.clock(NOON))

const removal = (kind: 'post' | 'comment', id: string) =>
  succeed(m.cloud, m.guo, 'forum.openRemoval', { kind, id })
const removePost = (postId: string, more: object = {}) =>
  succeed(m.cloud, m.guo, 'forum.removePost', { postId, reason: REASON, ...more })

test('what nobody has reported shows what its removal means, and the second offence may bring silence', async () => {
  const author = m.someone()
  const first = await m.steps.publish(author)
  expect(await removal('post', first)).toMatchObject({
    author: { name: colleague(author).name },
    offences: 0,
    mayMute: false,
    beside: false,
    reversal: { lines: [{ reason: 'forum.post', base: 5, amount: 5 }], total: 5 },
  })
  const tooEarly = { postId: first, reason: REASON, muteDays: 3 }
  expectError(
    'forum.removePost',
    await attempt(m.cloud, m.guo, 'forum.removePost', tooEarly),
    'FORUM_MUTE_TOO_EARLY',
  )
  expect(await removePost(first)).toEqual({ reversed: 5 })

  const { comment } = await m.steps.comment(author, await m.steps.publish(m.someone()), '一群懒虫')
  expect(await removal('comment', comment.commentId)).toMatchObject({ offences: 1, mayMute: true })
  const said = { commentId: comment.commentId, reason: REASON, muteDays: 7 }
  expect(await succeed(m.cloud, m.guo, 'forum.removeComment', said)).toEqual({ reversed: 2 })
  const { silence } = await succeed(m.cloud, colleague(author), 'forum.openCompose')
  expect(silence).toMatchObject({ reason: REASON, reviewId: `comment.${comment.commentId}` })
})

test('a first comment brings no silence either, and nothing that is gone can be removed', async () => {
  const { comment } = await m.steps.comment(m.someone(), await m.steps.publish(m.someone()), '一群懒虫')
  const said = { commentId: comment.commentId, reason: REASON, muteDays: 3 }
  expectError(
    'forum.removeComment',
    await attempt(m.cloud, m.guo, 'forum.removeComment', said),
    'FORUM_MUTE_TOO_EARLY',
  )
  const gone = async (kind: 'post' | 'comment') =>
    attempt(m.cloud, m.guo, 'forum.openRemoval', { kind, id: 'none' })
  expectError('forum.openRemoval', await gone('post'), 'FORUM_POST_MISSING')
  expectError('forum.openRemoval', await gone('comment'), 'FORUM_COMMENT_MISSING')
})

test('a removal that is not held against its author is no offence, and brings no silence', async () => {
  const author = m.someone()
  const postId = await m.steps.publish(author)
  const both = { postId, reason: REASON, offence: false, muteDays: 3 }
  expectError('forum.removePost', await attempt(m.cloud, m.guo, 'forum.removePost', both), 'INVALID_INPUT')
  await removePost(postId, { offence: false })
  expect(await m.stored<ReviewDocument>('forum_reviews', `post.${postId}`)).toMatchObject({
    offenceAt: null,
    decision: { verdict: 'remove', offence: false },
  })
  const records = await m.cloud.dump<{ audit?: { subject: string; after: object } }>('platform_receipts')
  const record = records.find(({ audit }) => audit?.subject === `forum_posts/${postId}`)
  expect(record?.audit?.after).toMatchObject({ state: 'removed', offence: false })
  expect((await m.steps.noticesOf(colleague(author).employeeId)).at(-1)?.body).toContain('不算你违规')
  expect(
    await succeed(m.cloud, colleague(author), 'forum.openMyReview', { reviewId: `post.${postId}` }),
  ).toMatchObject({ decision: { offence: false } })
  expect(await removal('post', await m.steps.publish(author))).toMatchObject({ offences: 0, mayMute: false })
})

test('whom HR has muted reads why where they would write', async () => {
  const hr = { ...colleague(160), grants: [{ role: 'hr' as const }] }
  await insertPeople(m.cloud.engine, [hr])
  const author = m.someone()
  const { employeeId } = colleague(author)
  await succeed(m.cloud, hr, 'identity.muteMember', { employeeId, days: 3, reason: '在群里连发广告' })
  const because = { reason: '在群里连发广告', reviewId: null, appealable: false }
  expect((await succeed(m.cloud, colleague(author), 'forum.openCompose')).silence).toMatchObject(because)
  const postId = await m.steps.publish(m.someone())
  expect((await m.steps.open(author, postId)).silence).toMatchObject(because)
})

test('removing stays within what it may cost', () => expectWithinBudgets(m.cloud))
