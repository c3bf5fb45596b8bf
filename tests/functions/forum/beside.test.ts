import type { PostDocument, ReviewDocument } from '../../../cloudfunctions/forum/store'
import { published } from '../../support/contentLife'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'

const { lin, chen, zhao, ruan, song, guo, luo, han } = people
const NOW = '2026-11-24T08:00:00+08:00'
const toQuality = { kind: 'department', value: chen.department }
const reason = '吵起来了，先停一停'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW, mediaDelayMs: null })
  await insertPeople(cloud.engine, [
    ...Object.values(people).filter(who => who !== luo),
    { ...luo, grants: [{ role: 'moderator' }] },
  ])
})
afterAll(() => cloud.close())

const call = <T>(who: { openid: string }, name: string, input: object = {}) =>
  cloud.call<T>(who.openid, name, input, newRequestId())
const does = async <T = Record<string, string>>(who: { openid: string }, name: string, input: object = {}) =>
  expectData(await call<T>(who, name, input))
const stored = async (postId: string) =>
  (await cloud.dump<PostDocument>('forum_posts')).find(({ _id }) => _id === postId)
const reviewOf = async (postId: string) =>
  (await cloud.dump<ReviewDocument>('forum_reviews')).find(({ _id }) => _id === `post.${postId}`)
interface Article {
  articleId: string
  version: number
}
/** An article and the post that stands beside it. */
async function talk(more: object = {}) {
  const article = await published(cloud, does, more)
  return { ...article, postId: `article.${article.articleId}` }
}
type Step = [who: { openid: string }, name: string, action: string, more?: object]
async function step({ articleId, version }: Article, [who, name, action, more]: Step): Promise<Article> {
  const moved = await does<{ version: number }>(who, name, { articleId, version, action, ...more })
  return { articleId, version: moved.version }
}
const withdrawn = (article: Article) =>
  step(article, [song, 'content.decideArticle', 'withdraw', { reason: '数字要核对' }])
async function appearAnew(article: Article) {
  const revised = await step(article, [ruan, 'content.moveDraft', 'revise'])
  const submitted = await step(revised, [ruan, 'content.moveDraft', 'submit'])
  await step(submitted, [song, 'content.decideArticle', 'publish'])
}
/** A moderator removes it, its writer appeals, and another moderator gives it back. */
const remove = (postId: string) => does(guo, 'forum.removePost', { postId, reason })
async function giveBack(postId: string) {
  const reviewId = `post.${postId}`
  await does(ruan, 'forum.appeal', { reviewId, words: '大家说得挺好' })
  const version = (await reviewOf(postId))?.version
  await does(luo, 'forum.answerAppeal', { reviewId, version, verdict: 'restore', reason })
}
async function isGoneFor(who: { openid: string }, postId: string) {
  expectError('forum.openPost', await call(who, 'forum.openPost', { postId }), 'FORUM_POST_MISSING')
}

test('given back by a moderator it stands beside its article again, for whom that is for, and in no list', async () => {
  const { postId } = await talk({ title: '质量部的内部通报', audience: toQuality })
  await remove(postId)
  await isGoneFor(chen, postId)
  await giveBack(postId)
  expect(await stored(postId)).toMatchObject({ state: 'beside', restored: true })
  await does(chen, 'forum.addComment', { postId, body: '收到' })
  await isGoneFor(lin, postId)
  expect(JSON.stringify(await does(lin, 'forum.openFeed', { sort: 'newest' }))).not.toContain(postId)
})

test('whom a comment calls hears of it where the article is shown to them, and not where it is for others', async () => {
  const { postId } = await talk({ title: '质量部自己说说', audience: toQuality })
  const body = `@${lin.name} @${zhao.name} 看看`
  const mentionIds = [lin, zhao].map(({ employeeId }) => employeeId)
  await does(chen, 'forum.addComment', { postId, body, mentionIds })
  const told = (
    await cloud.dump<{ kind: string; employeeId: string; target: { id: string } }>('notice_messages')
  )
    .filter(({ kind, target }) => kind === 'mention' && target.id === postId)
    .map(({ employeeId }) => employeeId)
  expect(told).toEqual([zhao.employeeId])
})

test('what a moderator has removed stays so when its article appears anew, until a moderator gives it back', async () => {
  const article = await talk({ title: '又发了一遍' })
  const { postId } = article
  await remove(postId)
  await appearAnew(await withdrawn(article))
  await isGoneFor(lin, postId)
  expect(await stored(postId)).toMatchObject({ state: 'removed', withdrawal: { by: guo.employeeId } })
  await giveBack(postId)
  await does(lin, 'forum.openPost', { postId })
})

test('removing the talk beside an article is held against nobody, unless the moderator says so', async () => {
  const { postId } = await talk({ title: '大家在下面吵' })
  expect(await does(guo, 'forum.openRemoval', { kind: 'post', id: postId })).toMatchObject({ beside: true })
  await remove(postId)
  expect(await reviewOf(postId)).toMatchObject({ offenceAt: null })
  const told = await cloud.dump<{ title: string; employeeId: string }>('notice_messages')
  expect(told.map(({ title }) => title)).toContain('「大家在下面吵」下面的讨论关掉了')

  const own = await talk({ title: '作者自己挑的头' })
  await does(guo, 'forum.removePost', { postId: own.postId, reason, offence: true })
  expect((await reviewOf(own.postId))?.offenceAt).not.toBeNull()
})

test('decided on while its article is withdrawn, a removal holds when that appears anew', async () => {
  const article = await talk({ title: '撤回以后才移除' })
  const { postId } = article
  await does(lin, 'forum.report', { kind: 'post', id: postId, reason: 'insult' })
  const draft = await withdrawn(article)
  const decided = { reviewId: `post.${postId}`, version: 1, verdict: 'remove', reason }
  await does(guo, 'forum.decideReview', decided)
  await appearAnew(draft)
  await isGoneFor(lin, postId)
})

test('given back while its article is withdrawn it is seen with the article, and not before', async () => {
  const article = await talk({ title: '撤回以后才放行' })
  const { postId } = article
  await remove(postId)
  const draft = await withdrawn(article)
  await giveBack(postId)
  await isGoneFor(lin, postId)
  await appearAnew(draft)
  await does(lin, 'forum.openPost', { postId })
})

test('what stands beside an article is the newsroom’s: nobody changes, deletes, marks or chooses it here', async () => {
  const { postId } = await talk({ title: '只能聊，不能改' })
  await does(lin, 'forum.addComment', { postId, body: '聊一句' })
  const words = { title: '改成别的', body: '改成别的' }
  expectError(
    'forum.editPost',
    await call(ruan, 'forum.editPost', { postId, ...words }),
    'FORUM_POST_MISSING',
  )
  expectError('forum.deletePost', await call(ruan, 'forum.deletePost', { postId }), 'FORUM_POST_MISSING')
  expectError(
    'forum.featurePost',
    await call(guo, 'forum.featurePost', { postId, featured: true }),
    'FORUM_POST_MISSING',
  )
  expectError(
    'forum.pinPost',
    await call(guo, 'forum.pinPost', { postId, pinned: true }),
    'FORUM_POST_MISSING',
  )
  expectError(
    'forum.likePost',
    await call(lin, 'forum.likePost', { postId, liked: true }),
    'FORUM_POST_MISSING',
  )
  const opened = await does<{ comments: object[]; post: object }>(han, 'forum.openPost', { postId })
  expect(opened).toMatchObject({
    comments: [{ body: '聊一句' }],
    post: { title: '只能聊，不能改', featured: false, pinned: false, likes: 0 },
  })
})

test('reports put it before a moderator and hide nothing, and the review says no other', async () => {
  const { postId } = await talk({ title: '三个人举报' })
  for (const who of [lin, chen, han])
    await does(who, 'forum.report', { kind: 'post', id: postId, reason: 'insult' })
  expect(await reviewOf(postId)).toMatchObject({ reports: 3, waiting: true, hidden: false })
  expect((await reviewOf(postId))?.trail.map(({ what }) => what)).toEqual(['reported'])
  await does(lin, 'forum.openPost', { postId })
})

test('whoever an article is not for neither likes nor reports what is said about it', async () => {
  const { postId } = await talk({ title: '只给质量部看', audience: toQuality })
  const said = { postId, body: '我们部门自己知道就好' }
  const { comment } = await does<{ comment: { commentId: string } }>(chen, 'forum.addComment', said)
  const { commentId } = comment
  expectError(
    'forum.likeComment',
    await call(lin, 'forum.likeComment', { commentId, liked: true }),
    'FORUM_COMMENT_MISSING',
  )
  for (const [kind, id] of [
    ['comment', commentId],
    ['post', postId],
  ])
    expectError(
      'forum.report',
      await call(lin, 'forum.report', { kind, id, reason: 'insult' }),
      'FORUM_POST_MISSING',
    )
  expect(await does(guo, 'forum.likeComment', { commentId, liked: true })).toEqual({ liked: true, likes: 1 })
})
