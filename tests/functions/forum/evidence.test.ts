import type { DroppedDocument, ReviewDocument } from '../../../cloudfunctions/forum/store'
import { expectError } from '../../support/expectError'
import { upload } from '../../support/identityWorld'
import { until } from '../../support/localCloud'
import { type ModerationWorld, moderationWorld, NOON } from '../../support/moderationWorld'
import { attempt, colleague, expectWithinBudgets, succeed } from '../../support/talkWorld'

let m: ModerationWorld
beforeAll(async () => {
  m = await moderationWorld()
})
afterAll(() => m.cloud.close())
beforeEach(() => m.cloud.clock(NOON))

const picture = (who: number, name: string) =>
  upload(m.cloud, colleague(who).openid, `uploads/${name}.png`, `picture ${name}`)
const fileAt = async (fileId: string) =>
  (await fetch(`${m.cloud.url}/storage/${fileId.split('/').slice(3).join('/')}`)).status
const evidenceIn = async (reviewId: string) =>
  (await m.stored<ReviewDocument>('forum_reviews', reviewId))?.appeal?.evidence ?? []
const mine = async (author: number, reviewId: string) =>
  (await succeed(m.cloud, colleague(author), 'forum.openMyReview', { reviewId })).appeal
const theirs = async (reviewId: string) =>
  (await succeed(m.cloud, m.tang, 'forum.openReview', { reviewId })).appeal
const appeal = (author: number, reviewId: string, imageIds: string[]) =>
  succeed(m.cloud, colleague(author), 'forum.appeal', { reviewId, words: '看图就知道了', imageIds })

async function looked(reviewId: string): Promise<void> {
  await until('WeChat has looked at them', async () => {
    await m.tend()
    return (await theirs(reviewId))?.picturesChecking === 0 ? true : null
  })
}

/** A comment that was removed, and an appeal with a picture that has passed. */
async function shown(name: string) {
  const author = m.someone()
  const { reviewId } = await m.removedComment(author)
  await appeal(author, reviewId, [await picture(author, name)])
  await looked(reviewId)
  const [file = ''] = (await mine(author, reviewId))?.pictures ?? []
  return { author, reviewId, file }
}

test('what an appeal shows is its author’s alone until it has passed, then the moderators’ too', async () => {
  const author = m.someone()
  const { reviewId } = await m.removedComment(author)
  await appeal(author, reviewId, [await picture(author, 'hall'), await picture(author, 'reply')])
  const before = await mine(author, reviewId)
  expect(before).toMatchObject({ picturesChecking: 2 })
  expect(before?.pictures).toHaveLength(2)
  expect(await theirs(reviewId)).toMatchObject({ pictures: [], picturesChecking: 2 })
  await looked(reviewId)
  expect((await theirs(reviewId))?.pictures).toEqual(before?.pictures)
})

test('a picture that WeChat refuses is seen by nobody, and its file goes', async () => {
  const author = m.someone()
  const { reviewId } = await m.removedComment(author)
  await m.cloud.fault({ openapi: { api: 'security.mediaCheckAsync', mode: 'risky', times: 1 } })
  await appeal(author, reviewId, [await picture(author, 'bad')])
  const [{ fileId = '' } = {}] = await evidenceIn(reviewId)
  expect(await fileAt(fileId)).toBe(200)
  await looked(reviewId)
  expect(await mine(author, reviewId)).toMatchObject({ pictures: [], picturesChecking: 0 })
  expect(await fileAt(fileId)).toBe(404)
})

test.each(['uphold', 'restore'] as const)('what was shown goes with the answer: %s', async verdict => {
  const { author, reviewId, file } = await shown(verdict)
  expect(await fileAt(file)).toBe(200)
  await m.answer(m.tang, reviewId, verdict)
  expect(await mine(author, reviewId)).toMatchObject({ words: '看图就知道了', pictures: [] })
  expect(await fileAt(file)).toBe(404)
  expect(await m.cloud.dump<DroppedDocument>('forum_dropped')).toEqual([])
})

test('whoever may not appeal has nothing kept of what they show', async () => {
  const { reviewId, author } = await shown('once')
  const again = await picture(author, 'again')
  expectError(
    'forum.appeal',
    await attempt(m.cloud, colleague(author), 'forum.appeal', {
      reviewId,
      words: '再看看',
      imageIds: [again],
    }),
    'FORUM_APPEAL_DONE',
  )
  expect(await fileAt(again)).toBe(200)
  expect(await evidenceIn(reviewId)).toHaveLength(1)
})

test('a picture that is not there, or that nobody can look at now, is said, and the appeal can be made again', async () => {
  const author = m.someone()
  const { reviewId } = await m.removedComment(author)
  const ask = (imageIds: string[]) =>
    attempt(m.cloud, colleague(author), 'forum.appeal', { reviewId, words: '看图', imageIds })
  const there = await picture(author, 'there')
  expectError('forum.appeal', await ask([there.replace('there', 'gone')]), 'FORUM_IMAGE_MISSING')
  await m.cloud.fault({ openapi: { api: 'security.mediaCheckAsync', mode: 'fail', times: 1 } })
  expectError('forum.appeal', await ask([there]), 'CONTENT_CHECK_UNAVAILABLE')
  expect(await ask([there])).toMatchObject({ ok: true })
})

test('no call above has cost more database requests than its contract allows', () =>
  expectWithinBudgets(m.cloud))
