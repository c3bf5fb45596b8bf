import { withTerms } from '../../../cloudfunctions/forum/reviewTerms'
import type { ReviewDocument } from '../../../cloudfunctions/forum/store'
import { type ModerationWorld, moderationWorld } from '../../support/moderationWorld'
import { colleague, succeed } from '../../support/talkWorld'

let m: ModerationWorld
beforeAll(async () => {
  m = await moderationWorld()
})
afterAll(() => m.cloud.close())

test('what was reported for something is found without reading the archive, also by its words and of one kind', async () => {
  const [author, other] = [m.someone(), m.someone()]
  const postId = await m.steps.publish(author, '积雪的停车场')
  const { comment } = await m.steps.comment(other, postId, '积雪也是广告')
  await m.report(m.someone(), 'comment', comment.commentId, 'privacy')
  const id = `comment.${comment.commentId}`
  await m.decide(m.guo, id, { verdict: 'keep' })
  const [decided] = (await m.cloud.dump<ReviewDocument>('forum_reviews')).filter(({ _id }) => _id === id)
  if (!decided) throw new Error('No review')
  const archive = Array.from({ length: 300 }, (_none, number) =>
    withTerms({
      ...decided,
      _id: `comment.archived${number}`,
      orderKey: `${decided.orderKey}.${number}`,
      subject: { ...decided.subject, id: `archived${number}`, words: '积雪也是谩骂' },
      reasons: { insult: 1 },
    }),
  )
  await m.cloud.engine.insertMany(
    'forum_reviews',
    archive.map(review => ({ ...review })),
  )
  for (const more of [{}, { text: '广告' }, { kind: 'comment' }]) {
    const input = { filter: 'decided', reason: 'privacy', ...more }
    const { reviews } = await succeed(m.cloud, m.guo, 'forum.listReviews', input)
    expect(reviews.map(({ reviewId }) => reviewId)).toEqual([id])
    const asked = (await m.cloud.log('forum.listReviews')).at(-1)?.databaseRequests ?? []
    expect(asked.reduce((sum, { scanned }) => sum + scanned, 0)).toBeLessThan(20)
  }
  // Reported once more it comes back for that alone.
  await m.report(m.someone(), 'comment', comment.commentId, 'advertising')
  const back = async (reason: string) =>
    (await succeed(m.cloud, m.guo, 'forum.listReviews', { reason })).reviews.map(({ reviewId }) => reviewId)
  expect(await back('privacy')).toEqual([])
  expect(await back('advertising')).toContain(id)
})

test('the queue is searched by what it says and by whom, and narrowed by what it is and what for', async () => {
  const [author, other] = [m.someone(), m.someone()]
  const postId = await m.steps.publish(author, '转让露营帐篷')
  const { comment } = await m.steps.comment(other, postId, '骗子，别信')
  const said = `comment.${comment.commentId}`
  await m.report(m.someone(), 'post', postId, 'advertising')
  await m.report(m.someone(), 'comment', comment.commentId, 'insult')
  const found = async (input: object) =>
    (await succeed(m.cloud, m.guo, 'forum.listReviews', input)).reviews.map(({ reviewId }) => reviewId)
  expect(await found({ text: '露营帐篷' })).toEqual([`post.${postId}`])
  expect(await found({ text: '骗子' })).toEqual([said])
  expect(await found({ text: colleague(other).employeeId })).toEqual([said])
  expect(await found({ text: `${colleague(author).name} 帐篷` })).toEqual([`post.${postId}`])
  expect(await found({ text: colleague(author).employeeId, kind: 'comment' })).toEqual([])
  expect(await found({ text: '？' })).toEqual([])
  expect(await found({ kind: 'comment', reason: 'advertising' })).not.toContain(said)
  expect(await found({ reason: 'advertising' })).toContain(`post.${postId}`)
  expect(await found({ reason: 'advertising' })).not.toContain(said)
  await succeed(m.cloud, colleague(author), 'forum.editPost', { postId, title: '不卖了', body: '谢谢' })
  expect(await found({ text: '露营帐篷' })).toEqual([])
  expect(await found({ text: '不卖了' })).toEqual([`post.${postId}`])
  await m.decide(m.guo, said)
  expect(await found({ text: '骗子' })).toEqual([])
  expect(await found({ text: '骗子', filter: 'decided' })).toEqual([said])
})
