import { articleLimits } from '@domain/content/article'
import { topicIdOf } from '@domain/forum/topics'
import type { ReadingDocument, TallyDocument } from '../../../cloudfunctions/content/store'
import { handedIn, picture, published } from '../../support/contentLife'
import { articleWords } from '../../support/contentSamples'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { filmWords } from '../../support/shelfSamples'
import { permit } from '../../support/unionWorld'

const { lin, chen, zhao, ruan, song, guo, han } = people
const NOW = '2026-11-24T08:00:00+08:00'
const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()
const reason = '内容过期了'

interface Card {
  articleId: string
  progress: number | null
  views: number
}
interface Home {
  lead: Card | null
  articles: Card[]
  mustRead: Card[]
  unread: number
}
interface Opened {
  article: Card & {
    topics: { topicId: string; name: string }[]
    html: string
    likes: number
    liked: boolean
    confirmed: boolean
    talkId: string | null
  }
  confirmations: { people: number; inDepartment: number; ofDepartment: number } | null
  related: Card[]
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
const home = (who: TestPerson) => does<Home>(who, 'content.openHome')
const shown = ({ lead, articles }: Home) => [lead, ...articles].map(card => card?.articleId)
const open = (who: TestPerson, articleId: string) => does<Opened>(who, 'content.openArticle', { articleId })
const saved = (words: object) =>
  does<{ articleId: string; version: number; html: string }>(ruan, 'content.saveArticle', { words })

test('a topic that the words name leads to the forum once somebody has talked about it', async () => {
  const name = '零损工'
  const known = { _id: topicIdOf(name), name, ...{ terms: [], followers: [], followed: 0, createdAt: 0 } }
  await cloud.engine.insertMany('forum_topics', [known])
  const { articleId } = await published(cloud, does, { html: '<p>#零损工# 和 #没人说过#</p>' })
  const { article } = await open(lin, articleId)
  expect(article.topics).toEqual([{ topicId: known._id, name: '零损工' }])
})

test('the front page says how much there is behind its ways on', async () => {
  const film = { ...filmWords, coverFileId: 'cloud://x/y.png', version: 1 }
  await cloud.engine.insertMany('brand_films', [
    { _id: 'shown', ...film },
    { _id: 'hidden', ...film, shown: false },
  ])
  await cloud.engine.insertMany('careers_positions', [
    { _id: 'open', state: 'open' },
    { _id: 'paused', state: 'paused' },
  ])
  const { tiles } = await does<{ tiles: object }>(lin, 'content.openHome')
  expect(tiles).toEqual({ positions: 1, films: 1, accounts: 0, broadcast: null })
})

test('an article is for a place or a department that the roster has, the largest first', async () => {
  type Choices = Record<'cities' | 'departments', { value: string; people: number }[]>
  const { cities, departments } = await does<Choices>(ruan, 'content.listAudiences')
  for (const choices of [cities, departments]) {
    const counts = choices.map(({ people: count }) => count)
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
  }
  const all = await cloud.dump<{ site: string; status: string }>('identity_employees')
  const shanghai = all.filter(({ site, status }) => site === '上海' && status === 'active')
  expect(cities).toContainEqual({ value: '上海', people: shanghai.length })
})

test('an article goes from draft to readers by two people, and never by one alone', async () => {
  const article = await handedIn(cloud, does)
  expect(shown(await home(lin))).not.toContain(article.articleId)
  expectError(
    'content.openArticle',
    await call(lin, 'content.openArticle', { articleId: article.articleId }),
    'CONTENT_ARTICLE_MISSING',
  )
  const inbox = await does<{ waiting: { kind: string; id: string }[] }>(song, 'access.openInbox')
  expect(inbox.waiting).toContainEqual(expect.objectContaining({ kind: 'article', id: article.articleId }))
  await does(song, 'content.decideArticle', { ...article, action: 'publish' })
  expect(shown(await home(lin))).toContain(article.articleId)
  const decided = (await cloud.dump('content_articles')).find(({ _id }) => _id === article.articleId)
  expect(decided).toMatchObject({ handedInAt: expect.any(Number), decidedAt: expect.any(Number) })
  const words = { ...articleWords, coverId: await picture(cloud) }
  const own = await does<{ articleId: string; version: number }>(song, 'content.saveArticle', { words })
  const of = { articleId: own.articleId, version: own.version }
  const moved = await does<{ version: number }>(song, 'content.moveDraft', { ...of, action: 'submit' })
  for (const action of ['publish', 'schedule'])
    expectError(
      'content.decideArticle',
      await call(song, 'content.decideArticle', {
        articleId: own.articleId,
        version: moved.version,
        action,
        publishAt: Date.parse(later(60)),
      }),
      'CONTENT_OWN_ARTICLE',
    )
})

test('what is not for a reader is not there, by any way', async () => {
  const { articleId } = await published(cloud, does, {
    title: '质量月的三件事',
    audience: { kind: 'department', value: '质量' },
  })
  expect(shown(await home(chen))).toContain(articleId)
  expect(shown(await home(lin))).not.toContain(articleId)
  for (const who of [chen, lin]) {
    const found = await does<{ articles: Card[] }>(who, 'content.findArticles', { text: 'zhiliangyue' })
    expect(found.articles.map(card => card.articleId)).toEqual(who === chen ? [articleId] : [])
  }
  const marked = { articleId, mark: 'liked', on: true }
  expectError(
    'content.openArticle',
    await call(lin, 'content.openArticle', { articleId }),
    'CONTENT_ARTICLE_MISSING',
  )
  expectError(
    'content.noteReading',
    await call(lin, 'content.noteReading', { articleId, progress: 1 }),
    'CONTENT_ARTICLE_MISSING',
  )
  expectError(
    'content.markArticle',
    await call(lin, 'content.markArticle', marked),
    'CONTENT_ARTICLE_MISSING',
  )
  expectError(
    'content.confirmReading',
    await call(lin, 'content.confirmReading', { articleId }),
    'CONTENT_ARTICLE_MISSING',
  )
  const taken = { articleId, fileName: '问题卡.pdf' }
  expectError(
    'content.takeAttachment',
    await call(lin, 'content.takeAttachment', taken),
    'CONTENT_ARTICLE_MISSING',
  )
})

test('a scheduled article appears by the clock, exactly, and is told of once, to phones that permit it too', async () => {
  const audience = { kind: 'department', value: lin.department }
  for (const who of [lin, chen]) await permit(cloud, who, 'articleOut')
  const article = await handedIn(cloud, does, { title: '七点整见', push: true, audience })
  const publishAt = Date.parse(later(30))
  expectError(
    'content.decideArticle',
    await call(song, 'content.decideArticle', { ...article, action: 'schedule', publishAt: Date.parse(NOW) }),
    'CONTENT_TIME_WRONG',
  )
  await does(song, 'content.decideArticle', { ...article, action: 'schedule', publishAt })
  await cloud.clock(new Date(publishAt - 1).toISOString())
  expect(shown(await home(lin))).not.toContain(article.articleId)
  expectError(
    'content.openArticle',
    await call(lin, 'content.openArticle', { articleId: article.articleId }),
    'CONTENT_ARTICLE_MISSING',
  )
  await cloud.clock(new Date(publishAt).toISOString())
  expect(shown(await home(lin))).toContain(article.articleId)
  await open(lin, article.articleId)
  for (const _run of [1, 2]) await cloud.timer('content', 'tend')
  const told = await cloud.dump<{ articleId?: string }>('notice_news')
  expect(told.filter(one => one.articleId === article.articleId)).toHaveLength(1)
  const sent = (await cloud.outbox()).filter(({ data }) => data.template_id === 'articleOut')
  expect(sent).toMatchObject([{ data: { touser: lin.openid, data: { thing1: { value: '七点整见' } } } }])
})

test('markup is cleaned when it is kept, and files that are not ours fall away', async () => {
  const mine = await picture(cloud)
  const html = [
    '<section style="color:red"><p onclick="steal()">一段<script>alert(1)</script><b>话</b></p></section>',
    `<img src="${mine}" onerror="alert(1)"><img src="https://mmbiz.qpic.cn/x.png">`,
    '<a href="javascript:alert(1)">点这里</a><iframe src="https://evil"></iframe><h3>小标题</h3>',
  ].join('')
  const { html: kept } = await saved({ ...articleWords, html })
  expect(kept).not.toMatch(/script|onclick|onerror|javascript|iframe|style|mmbiz|\/uploads\//)
  expect(kept).toContain('<strong>话</strong>')
  expect(kept).toContain('<h2>小标题</h2>')
  expect(kept).toMatch(/<figure><img src="cloud:\/\/[^"]+\/pictures\//)
  const pasted = await does<{ title: string; html: string; lost: number }>(ruan, 'content.cleanMarkup', {
    html: `<h1>一周好事</h1>${html}`,
  })
  // The picture and the film that lie elsewhere leave a mark in their place; a link that leads nowhere is words.
  expect(pasted).toMatchObject({ title: '一周好事', lost: 2 })
  expect(pasted.html).toMatch(/<p>【这里少一张图片】<\/p><p>点这里<\/p><p>【这里少一段影片】<\/p><h2>小标题/)
  const long = `<p>${'字'.repeat(articleLimits.bodyMax + 1)}</p>`
  expectError(
    'content.cleanMarkup',
    await call(ruan, 'content.cleanMarkup', { html: long }),
    'CONTENT_TOO_LONG',
  )
  expectError(
    'content.saveArticle',
    await call(ruan, 'content.saveArticle', { words: { ...articleWords, html: long } }),
    'CONTENT_TOO_LONG',
  )
})

test('readers are counted once each, whoever comes at once, and their marks with them', async () => {
  const { articleId } = await published(cloud, does, { mustRead: true, title: '安全五分钟' })
  const readers = [lin, chen, zhao, guo, han]
  expectError(
    'content.confirmReading',
    await call(lin, 'content.confirmReading', { articleId }),
    'CONTENT_NOT_READ',
  )
  await Promise.all(
    [...readers, ...readers].map(who => call(who, 'content.noteReading', { articleId, progress: 30 })),
  )
  await does(lin, 'content.noteReading', { articleId, progress: 100 })
  expect(await does(lin, 'content.noteReading', { articleId, progress: 20 })).toEqual({ progress: 100 })
  await does(lin, 'content.confirmReading', { articleId })
  expect(await does(chen, 'content.markArticle', { articleId, mark: 'liked', on: true })).toEqual({
    on: true,
    count: 1,
  })
  expect((await open(chen, articleId)).article).toMatchObject({ liked: true, likes: 1, progress: 30 })
  await cloud.clock(later(5))
  await cloud.timer('content', 'tend')
  const tally = (await cloud.dump<TallyDocument>('content_tallies')).find(({ _id }) => _id === articleId)
  expect(tally).toMatchObject({ views: readers.length, likes: 1, confirmed: 1 })
  const left = (await cloud.dump<ReadingDocument>('content_readings')).filter(
    ({ uncountedSince }) => uncountedSince > 0,
  )
  expect(left).toEqual([])
  const { article, confirmations } = await open(lin, articleId)
  expect(article).toMatchObject({ confirmed: true, views: readers.length })
  expect(confirmations).toMatchObject({ people: 1, inDepartment: 1 })
  expect(confirmations?.ofDepartment).toBeGreaterThan(0)
  const before = await home(zhao)
  expect(before.mustRead.map(card => card.articleId)).toContain(articleId)
  expect((await home(lin)).mustRead.map(card => card.articleId)).not.toContain(articleId)
})

test('what is kept is listed, what was read is known to the front page', async () => {
  const { articleId } = await published(cloud, does, { title: '收藏这一篇' })
  const unread = (await home(han)).unread
  await does(han, 'content.noteReading', { articleId, progress: 10 })
  expect((await home(han)).unread).toBe(unread - 1)
  await does(han, 'content.markArticle', { articleId, mark: 'favourited', on: true })
  const kept = async () => (await does<{ articles: Card[] }>(han, 'content.listKept')).articles
  expect((await kept()).map(card => card.articleId)).toEqual([articleId])
  await does(han, 'content.markArticle', { articleId, mark: 'favourited', on: false })
  expect(await kept()).toEqual([])
})

test('colleagues talk under an article as under a post that no list shows', async () => {
  const { articleId, version } = await published(cloud, does, { title: '大家怎么看' })
  const { talkId } = (await open(lin, articleId)).article
  await does(lin, 'forum.addComment', { postId: talkId, body: '我们线也要学' })
  const talk = await does<{ comments: { body: string }[]; post: { comments: number } }>(
    han,
    'forum.openPost',
    { postId: talkId },
  )
  expect(talk.comments.map(({ body }) => body)).toEqual(['我们线也要学'])
  for (const sort of ['newest', 'hot'])
    expect(JSON.stringify(await does(lin, 'forum.openFeed', { sort }))).not.toContain(String(talkId))
  const own = await does<{ comments: unknown[] }>(lin, 'forum.listMyComments')
  expect(JSON.stringify(own)).toContain('我们线也要学')
  await does(song, 'content.decideArticle', { articleId, version, action: 'withdraw', reason })
  expectError(
    'forum.openPost',
    await call(han, 'forum.openPost', { postId: talkId ?? '' }),
    'FORUM_POST_MISSING',
  )
  expectError(
    'content.openArticle',
    await call(han, 'content.openArticle', { articleId }),
    'CONTENT_ARTICLE_MISSING',
  )
  expect(shown(await home(han))).not.toContain(articleId)
})
