import { type ModerationWorld, moderationWorld } from '../../support/moderationWorld'
import { colleague, succeed } from '../../support/talkWorld'

let m: ModerationWorld
beforeAll(async () => {
  m = await moderationWorld()
})
afterAll(() => m.cloud.close())

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
