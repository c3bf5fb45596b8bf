import { orderKeyOf } from '@domain/content/article'
import type { ArticleDocument } from '../../../cloudfunctions/content/store'
import { handedIn, published } from '../../support/contentLife'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'
import { permit } from '../../support/unionWorld'

const { lin, chen, ruan, song } = people
const NOW = '2026-11-24T08:00:00+08:00'
const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()

interface Card {
  articleId: string
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW, mediaDelayMs: null })
  await insertPeople(cloud.engine)
})
afterEach(() => cloud.clock(NOW))
afterAll(() => cloud.close())

const call = <T>(who: { openid: string }, name: string, input: object = {}) =>
  cloud.call<T>(who.openid, name, input, newRequestId())
const does = async <T = Record<string, string>>(who: { openid: string }, name: string, input: object = {}) =>
  expectData(await call<T>(who, name, input))

test('what is to appear later takes nobody’s place: on the front page, under an article and in a search', async () => {
  const { articleId } = await published(cloud, does, { title: '现在就能看' })
  await published(cloud, does, { title: '以前那一篇' })
  const all = await cloud.dump<ArticleDocument & Record<string, unknown>>('content_articles')
  const one = all.find(({ _id }) => _id === articleId)
  const publishAt = Date.parse(later(24 * 60))
  const waiting = Array.from({ length: 70 }, (_, index) => {
    const _id = `waiting-${String(index).padStart(2, '0')}`
    return { ...one, _id, state: 'scheduled', publishAt, orderKey: orderKeyOf(_id, publishAt, false) }
  })
  await cloud.engine.insertMany('content_articles', waiting)
  const { lead, articles } = await does<{ lead: Card | null; articles: Card[] }>(lin, 'content.openHome')
  expect([lead, ...articles].map(card => card?.articleId)).toContain(articleId)
  const { related } = await does<{ related: Card[] }>(lin, 'content.openArticle', { articleId })
  expect(related).toHaveLength(1)
  const found = await does<{ articles: Card[] }>(lin, 'content.findArticles', { text: '现在就能看' })
  expect(found.articles.map(card => card.articleId)).toEqual([articleId])
})

test('an article leads on to three others: of its column first, then the latest of all', async () => {
  const titles = ['先看这篇', '同一栏的', '别栏的甲', '别栏的乙', '别栏的丙']
  const columns = ['people', 'people', 'life', 'life', 'life']
  const out = []
  for (const [place, title] of titles.entries()) {
    await cloud.clock(later(place + 1))
    out.push((await published(cloud, does, { title, column: columns[place] })).articleId)
  }
  const { related } = await does<{ related: Card[] }>(lin, 'content.openArticle', { articleId: out[0] })
  expect(related.map(card => card.articleId)).toEqual([out[1], out[4], out[3]])
})

test('what is said under an article is there when the article is, and for those it is for', async () => {
  const article = await handedIn(cloud, does, { audience: { kind: 'department', value: lin.department } })
  const { articleId } = article
  const postId = `article.${articleId}`
  const missing = async (who: { openid: string }) => {
    for (const [name, input] of [
      ['forum.openPost', { postId }],
      ['forum.listComments', { postId, sort: 'newest' }],
      ['forum.addComment', { postId, body: '我也想说一句' }],
    ] as const)
      expectError(name, await call(who, name, input), 'FORUM_POST_MISSING')
    const tail = await does<{ stale: boolean }>(who, 'forum.tailComments', { postId, since: Date.parse(NOW) })
    expect(tail.stale).toBe(true)
  }
  const publishAt = Date.parse(later(30))
  const { version } = await does<{ version: number }>(song, 'content.decideArticle', {
    ...article,
    action: 'schedule',
    publishAt,
  })
  await missing(lin)
  await cloud.clock(later(30))
  await does(lin, 'forum.openPost', { postId })
  await does(lin, 'forum.addComment', { postId, body: '说得好' })
  await missing(chen)
  await cloud.clock(NOW)
  await does(song, 'content.decideArticle', { articleId, version, action: 'unschedule' })
  await cloud.clock(later(30))
  await missing(lin)
})

test('what is timed may appear at once, is talked about from then on, and is told of once', async () => {
  const article = await handedIn(cloud, does, { push: true, title: '等不到明天' })
  const { articleId } = article
  const publishAt = Date.parse(later(24 * 60))
  const timed = { ...article, action: 'schedule', publishAt }
  const { version } = await does<{ version: number }>(song, 'content.decideArticle', timed)
  await does(song, 'content.decideArticle', { articleId, version, action: 'publish' })
  const { article: opened } = await does<{ article: object }>(lin, 'content.openArticle', { articleId })
  expect(opened).toMatchObject({ publishAt: Date.parse(NOW) })
  await does(lin, 'forum.addComment', { postId: `article.${articleId}`, body: '早点好' })
  await cloud.clock(later(25 * 60))
  await cloud.timer('content', 'tend')
  const told = (await cloud.dump<{ articleId?: string }>('notice_news')).filter(
    one => one.articleId === articleId,
  )
  expect(told).toHaveLength(1)
})

test('what is withdrawn is in nobody’s inbox any more, and no message of it that waited for the morning leaves', async () => {
  await permit(cloud, lin, 'articleOut')
  const night = new Date('2026-11-24T23:30:00+08:00').toISOString()
  await cloud.clock(night)
  const title = '今夜撤回'
  const article = await published(cloud, does, { title, push: true })
  await cloud.timer('content', 'tend')
  const inbox = async () => JSON.stringify(await does(lin, 'notice.listNotices'))
  expect(await inbox()).toContain(title)
  expect(await cloud.dump('notice_held')).toHaveLength(1)
  const reason = '数字错了'
  await does(song, 'content.decideArticle', { ...article, action: 'withdraw', reason })
  expect(await inbox()).not.toContain(title)
  await cloud.clock(new Date('2026-11-25T09:00:00+08:00').toISOString())
  await cloud.timer('notice', 'tend')
  expect(await cloud.dump('notice_held')).toEqual([])
  expect((await cloud.outbox()).filter(({ data }) => data.template_id === 'articleOut')).toEqual([])
})

test('what must be read and appears anew is to be confirmed anew, and has a day that is to come', async () => {
  const words = { mustRead: true, mustReadBy: '2026-11-26', title: '改过的安全须知' }
  const { articleId, version } = await published(cloud, does, words)
  const confirmed = async () => {
    type Opened = { article: { confirmed: boolean }; confirmations: { people: number } }
    const { article, confirmations } = await does<Opened>(lin, 'content.openArticle', { articleId })
    return [article.confirmed, confirmations.people]
  }
  await does(lin, 'content.noteReading', { articleId, progress: 100 })
  await does(lin, 'content.confirmReading', { articleId })
  await cloud.clock(later(5))
  await cloud.timer('content', 'tend')
  expect(await confirmed()).toEqual([true, 1])
  let at = { articleId, version }
  const withdrawn = { ...at, action: 'withdraw', reason: '有一句不对' }
  at = {
    articleId,
    version: (await does<{ version: number }>(song, 'content.decideArticle', withdrawn)).version,
  }
  const again = async (action: string) => {
    const moved = await does<{ version: number }>(ruan, 'content.moveDraft', { ...at, action })
    return { articleId, version: moved.version }
  }
  at = await again('revise')
  at = await again('submit')
  const day = '2026-11-27T08:00:00+08:00'
  await cloud.clock(day)
  expectError(
    'content.decideArticle',
    await call(song, 'content.decideArticle', { ...at, action: 'publish' }),
    'CONTENT_DAY_PAST',
  )
  at = await again('recall')
  expectError(
    'content.moveDraft',
    await call(ruan, 'content.moveDraft', { ...at, action: 'submit' }),
    'CONTENT_DAY_PAST',
  )
  await cloud.clock(later(10))
  at = await again('submit')
  await does(song, 'content.decideArticle', { ...at, action: 'publish' })
  expect(await confirmed()).toEqual([false, 0])
  await does(lin, 'content.confirmReading', { articleId })
  expect(await confirmed()).toEqual([true, 1])
  await cloud.clock(later(15))
  await cloud.timer('content', 'tend')
  expect(await confirmed()).toEqual([true, 1])
})

test('a new version takes the place of what is out once a chief editor lets it, and keeps all that colleagues did', async () => {
  const title = '安全须知'
  const { articleId, version } = await published(cloud, does, { mustRead: true, push: true, title })
  await does(lin, 'content.noteReading', { articleId, progress: 100 })
  await does(lin, 'content.confirmReading', { articleId })
  await does(lin, 'content.markArticle', { articleId, mark: 'liked', on: true })
  await does(lin, 'forum.addComment', { postId: `article.${articleId}`, body: '第三条写反了' })
  const begin = () => does(ruan, 'content.reviseArticle', { articleId, version })
  const { articleId: revisionId } = await begin()
  expect(await begin()).toEqual({ articleId: revisionId })
  const opened = await does<{ version: number; words: object; revises: string }>(ruan, 'content.openDraft', {
    articleId: revisionId,
  })
  expect(opened).toMatchObject({ revises: articleId, words: { title } })
  const words = { ...opened.words, title: '安全须知（已更正）' }
  const of = { articleId: revisionId, version: opened.version }
  const saved = await does<{ version: number }>(ruan, 'content.saveArticle', { of, words })
  const submit = { articleId: revisionId, version: saved.version, action: 'submit' }
  const handed = await does<{ version: number }>(ruan, 'content.moveDraft', submit)
  const at = { articleId: revisionId, version: handed.version }
  type Read = { article: { title: string; confirmed: boolean; liked: boolean; revisedAt: number | null } }
  const read = async () => (await does<Read>(lin, 'content.openArticle', { articleId })).article
  expect(await read()).toMatchObject({ title, confirmed: true, revisedAt: null })
  const publishAt = Date.parse(later(60))
  expectError(
    'content.decideArticle',
    await call(song, 'content.decideArticle', { ...at, action: 'schedule', publishAt }),
    'CONTENT_STEP_REFUSED',
  )
  await cloud.clock(later(10))
  await does(song, 'content.decideArticle', { ...at, action: 'publish' })
  const kept = { confirmed: true, liked: true, publishAt: Date.parse(NOW) }
  expect(await read()).toMatchObject({
    title: '安全须知（已更正）',
    revisedAt: Date.parse(later(10)),
    ...kept,
  })
  const found = await does<{ articles: Card[] }>(lin, 'content.findArticles', { text: '已更正' })
  expect(found.articles.map(card => card.articleId)).toEqual([articleId])
  const talk = await does<{ comments: unknown[] }>(lin, 'forum.openPost', { postId: `article.${articleId}` })
  expect(talk.comments).toHaveLength(1)
  const told = (await cloud.dump<{ articleId?: string; title: string }>('notice_news')).filter(
    one => one.articleId === articleId,
  )
  expect(told.map(one => one.title)).toEqual([`必读：${title}`])
  expectError(
    'content.reviseArticle',
    await call(ruan, 'content.reviseArticle', { articleId, version }),
    'CONTENT_CHANGED',
  )
})

test('a chief editor may ask everybody to confirm the new version of what must be read', async () => {
  const { articleId, version } = await published(cloud, does, { mustRead: true, title: '逃生路线' })
  await does(lin, 'content.noteReading', { articleId, progress: 100 })
  await does(lin, 'content.confirmReading', { articleId })
  const { articleId: revisionId } = await does(ruan, 'content.reviseArticle', { articleId, version })
  const of = { articleId: revisionId, version: 0 }
  const handed = await does<{ version: number }>(ruan, 'content.moveDraft', { ...of, action: 'submit' })
  await cloud.clock(later(10))
  const at = { articleId: revisionId, version: handed.version }
  await does(song, 'content.decideArticle', { ...at, action: 'publish', anew: true })
  const asked = await does<{ mustRead: Card[] }>(lin, 'content.openHome')
  expect(asked.mustRead.map(card => card.articleId)).toContain(articleId)
  await does(lin, 'content.confirmReading', { articleId })
  const again = await does<{ mustRead: Card[] }>(lin, 'content.openHome')
  expect(again.mustRead.map(card => card.articleId)).not.toContain(articleId)
})

test('what is no longer out has no new version, and the one that was begun stays where it is', async () => {
  const article = await published(cloud, does, { title: '先改后撤' })
  const { articleId: revisionId } = await does(ruan, 'content.reviseArticle', article)
  await does(song, 'content.decideArticle', { ...article, action: 'withdraw', reason: '数字错了' })
  const of = { articleId: revisionId, version: 0 }
  const handed = await does<{ version: number }>(ruan, 'content.moveDraft', { ...of, action: 'submit' })
  const at = { articleId: revisionId, version: handed.version }
  expectError(
    'content.decideArticle',
    await call(song, 'content.decideArticle', { ...at, action: 'publish' }),
    'CONTENT_STEP_REFUSED',
  )
  const next = { ...article, version: article.version + 1 }
  expectError(
    'content.reviseArticle',
    await call(ruan, 'content.reviseArticle', next),
    'CONTENT_STEP_REFUSED',
  )
  const none = { articleId: 'none', version: 1 }
  expectError(
    'content.reviseArticle',
    await call(ruan, 'content.reviseArticle', none),
    'CONTENT_ARTICLE_MISSING',
  )
})
