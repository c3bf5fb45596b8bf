import type { PostDocument, ReviewDocument } from '../../../cloudfunctions/forum/store'
import { type ModerationWorld, moderationWorld, NOON } from '../../support/moderationWorld'
import { colleague, expectWithinBudgets, succeed } from '../../support/talkWorld'

let m: ModerationWorld
beforeAll(async () => {
  m = await moderationWorld({ mediaDelayMs: null })
})
afterAll(() => m.cloud.close())
beforeEach(() => m.cloud.clock(NOON))

const fileOf = (post: PostDocument | undefined) => post?.images[0]?.fileId ?? ''
const statusOf = async (fileId: string) =>
  (await fetch(`${m.cloud.url}/storage/${fileId.split('/').slice(3).join('/')}`)).status
const judge = (traceId: string, suggest: string) =>
  m.cloud.door('POST', '/local/media', { trace_id: traceId, suggest })
const postOf = (postId: string) => m.stored<PostDocument>('forum_posts', postId)
const reviewOf = (postId: string) => m.stored<ReviewDocument>('forum_reviews', `post.${postId}`)
const seenBy = async (who: number, postId: string) => (await m.steps.open(who, postId)).post.images

/** @returns the post's id, and WeChat's name of the check of its one picture */
async function withPicture(author: number) {
  const owner = colleague(author)
  const response = await fetch(`${m.cloud.url}/storage/uploads/${author}.jpg`, {
    method: 'PUT',
    headers: { 'x-openid': owner.openid },
    body: new Uint8Array([0xff, 0xd8, 0xff]),
  })
  const { fileId } = (await response.json()) as { fileId: string }
  const input = { boardId: 'board-life', title: '夜里的展厅', body: '三束光', images: [{ fileId }] }
  const { postId } = await succeed(m.cloud, owner, 'forum.createPost', input)
  return { postId, traceId: (await postOf(postId))?.images[0]?.traceId ?? '' }
}

test('a picture that WeChat doubts waits for a moderator, who may show it', async () => {
  const [author, reader] = [m.someone(), m.someone()]
  const { postId, traceId } = await withPicture(author)
  await judge(traceId, 'review')
  expect(await seenBy(reader, postId)).toEqual([])
  expect(await seenBy(author, postId)).toMatchObject([{ state: 'checking' }])
  const opened = await succeed(m.cloud, m.guo, 'forum.openReview', { reviewId: `post.${postId}` })
  expect(opened).toMatchObject({
    pictures: [fileOf(await postOf(postId))],
    review: { reports: 0, reasons: [] },
  })
  await m.decide(m.guo, `post.${postId}`, { verdict: 'keep' })
  expect(await seenBy(reader, postId)).toMatchObject([{ state: 'passed' }])
  expect(await m.titlesTo(author)).toEqual(['你的帖子「夜里的展厅」可以看到了'])
})

test('one of which WeChat says nothing waits for one after half an hour, and no more once WeChat passes it', async () => {
  const author = m.someone()
  const { postId, traceId } = await withPicture(author)
  await m.cloud.clock('2026-03-02T12:29:00+08:00')
  await m.tend()
  expect(await reviewOf(postId)).toBeUndefined()
  await m.cloud.clock('2026-03-02T12:31:00+08:00')
  await m.tend()
  await m.tend()
  const review = await reviewOf(postId)
  expect(review).toMatchObject({ state: 'open', round: 1 })
  expect(review?.trail.map(({ what }) => what)).toEqual(['doubted'])
  await judge(traceId, 'pass')
  expect(await reviewOf(postId)).toBeUndefined()
  expect(await seenBy(m.someone(), postId)).toMatchObject([{ state: 'passed' }])
})

test('a picture that came with a change has half an hour of its own', async () => {
  const author = m.someone()
  const { postId } = await withPicture(author)
  await m.cloud.clock('2026-03-02T12:29:00+08:00')
  const [kept] = (await postOf(postId))?.images ?? []
  const change = { postId, title: '夜里的展厅', body: '三束光，改过', keptFileIds: [kept?.fileId] }
  await succeed(m.cloud, colleague(author), 'forum.editPost', change)
  await m.cloud.clock('2026-03-02T12:31:00+08:00')
  await m.tend()
  expect(await reviewOf(postId)).toBeUndefined()
  await m.cloud.clock('2026-03-02T13:00:00+08:00')
  await m.tend()
  expect(await reviewOf(postId)).toMatchObject({ state: 'open' })
})

test('pictures of a removed post stay while it may come back, and go after a week', async () => {
  const { postId, traceId } = await withPicture(m.someone())
  await judge(traceId, 'pass')
  const file = fileOf(await postOf(postId))
  await succeed(m.cloud, m.guo, 'forum.removePost', { postId, reason: '涉密风险' })
  await m.tend()
  expect(await statusOf(file)).toBe(200)
  await m.cloud.clock('2026-03-09T12:00:00+08:00')
  await m.tend()
  expect(await statusOf(file)).toBe(404)
  expect(await reviewOf(postId)).toMatchObject({ purgeAt: null })
})

test('a post that came back has its pictures', async () => {
  const author = m.someone()
  const { postId, traceId } = await withPicture(author)
  await judge(traceId, 'pass')
  await succeed(m.cloud, m.guo, 'forum.removePost', { postId, reason: '涉密风险' })
  await m.appeal(author, `post.${postId}`)
  await m.cloud.clock('2026-03-20T12:00:00+08:00')
  await m.tend()
  expect(await m.answer(m.tang, `post.${postId}`, 'restore')).toEqual({ repaid: 5 })
  expect(await seenBy(m.someone(), postId)).toMatchObject([{ state: 'passed' }])
  expect(await statusOf(fileOf(await postOf(postId)))).toBe(200)
})

test('no call above has cost more database requests than its contract allows', () =>
  expectWithinBudgets(m.cloud))
