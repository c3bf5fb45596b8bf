import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { articleLimits } from '@domain/content/article'
import type { ArticleDocument } from '../../../cloudfunctions/content/store'
import { handedIn, picture, published } from '../../support/contentLife'
import { articleWords } from '../../support/contentSamples'
import { expectData, expectError } from '../../support/expectError'
import { uploadFilm } from '../../support/films'
import { newRequestId, upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'

const { lin, ruan, song } = people
const NOW = '2026-11-24T08:00:00+08:00'
const reason = '内容过期了'

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
const addressOf = (fileId: string) => `${cloud.url}/storage/${fileId.split('/').slice(3).join('/')}`
const saved = (words: object) =>
  does<{ articleId: string; version: number; html: string }>(ruan, 'content.saveArticle', { words })

test('files of a save that is refused are there for the next one, and leave no copy behind', async () => {
  const draft = await saved(articleWords)
  const page = await upload(cloud, ruan.openid, 'uploads/saved-again.pdf', '%PDF-1.4')
  const film = await uploadFilm(cloud, ruan)
  const shown = { coverId: await picture(cloud), html: `<p>看</p><video src="${film}"></video>` }
  const attachments = [{ fileId: page, fileName: '问题卡.pdf' }]
  const words = { ...articleWords, ...shown, attachments }
  const save = (version: number) =>
    call(ruan, 'content.saveArticle', { of: { articleId: draft.articleId, version }, words })
  const files = async () => (await readdir(path.join(cloud.dataDir, 'storage'))).length
  const before = await files()
  expectError('content.saveArticle', await save(draft.version + 1), 'CONTENT_CHANGED')
  expect(await files()).toBe(before)
  expectData(await save(draft.version))
  const left = [page, film, shown.coverId].map(async fileId => (await fetch(addressOf(fileId))).status)
  expect(await Promise.all(left)).toEqual([404, 404, 404])
})

test('an article that is too large is refused as a whole, and none of it falls away', async () => {
  const { blocksMax, rowsMax, columnsMax } = articleLimits
  const paragraphs = (count: number) => '<p>字</p>'.repeat(count)
  const table = (rows: number, columns: number) =>
    `<table>${`<tr>${'<td>1</td>'.repeat(columns)}</tr>`.repeat(rows)}</table>`
  for (const html of [paragraphs(blocksMax), table(rowsMax, columnsMax)])
    expect((await saved({ ...articleWords, html })).html.match(/<(p|td|th)\b/g)?.length).toBeGreaterThan(299)
  for (const html of [
    paragraphs(blocksMax + 1),
    table(rowsMax + 1, columnsMax),
    table(rowsMax, columnsMax + 1),
  ]) {
    const reply = await call(ruan, 'content.saveArticle', { words: { ...articleWords, html } })
    expectError('content.saveArticle', reply, 'CONTENT_TOO_LONG')
  }
})

test('each step is taken once, from the version that was read', async () => {
  const article = await handedIn(cloud, does)
  const { articleId, version } = article
  expectError(
    'content.decideArticle',
    await call(song, 'content.decideArticle', { articleId, version: 1, action: 'publish' }),
    'CONTENT_CHANGED',
  )
  expectError(
    'content.decideArticle',
    await call(song, 'content.decideArticle', { ...article, action: 'sendBack' }),
    'CONTENT_REASON_NEEDED',
  )
  expectError(
    'content.decideArticle',
    await call(song, 'content.decideArticle', { ...article, action: 'unschedule' }),
    'CONTENT_STEP_REFUSED',
  )
  expectError(
    'content.moveDraft',
    await call(ruan, 'content.moveDraft', { ...article, action: 'revise' }),
    'CONTENT_STEP_REFUSED',
  )
  expectError(
    'content.saveArticle',
    await call(ruan, 'content.saveArticle', { of: article, words: articleWords }),
    'CONTENT_STEP_REFUSED',
  )
  expectError(
    'content.putOnTop',
    await call(song, 'content.putOnTop', { articleId, onTop: true }),
    'CONTENT_STEP_REFUSED',
  )
  await does(song, 'content.decideArticle', { ...article, action: 'sendBack', reason })
  const opened = await does<{ state: string; remark: { words: string }; versions: unknown[] }>(
    ruan,
    'content.openDraft',
    { articleId },
  )
  expect(opened).toMatchObject({ state: 'draft', remark: { words: reason } })
  expectError(
    'content.moveDraft',
    await call(ruan, 'content.moveDraft', { articleId, version, action: 'submit' }),
    'CONTENT_CHANGED',
  )
  expectError(
    'content.saveArticle',
    await call(ruan, 'content.saveArticle', { of: { articleId, version }, words: articleWords }),
    'CONTENT_CHANGED',
  )
  const next = version + 1
  expectError(
    'content.saveArticle',
    await call(ruan, 'content.saveArticle', { of: { articleId: 'none', version: 1 }, words: articleWords }),
    'CONTENT_ARTICLE_MISSING',
  )
  await does(ruan, 'content.saveArticle', { of: { articleId, version: next }, words: articleWords })
  const two = await does<{ versions: { version: number }[] }>(ruan, 'content.openDraft', { articleId })
  expect(two.versions).toHaveLength(2)
  expectError(
    'content.openDraft',
    await call(ruan, 'content.openDraft', { articleId, version: 99 }),
    'CONTENT_ARTICLE_MISSING',
  )
  expectError(
    'content.moveDraft',
    await call(ruan, 'content.moveDraft', { articleId, version: next + 1, action: 'submit' }),
    'CONTENT_UNFINISHED',
  )
})

test('an article needs readers, and files that are what they say', async () => {
  const draft = await saved({
    ...articleWords,
    coverId: await picture(cloud),
    audience: { kind: 'city', value: '月球' },
  })
  const of = { articleId: draft.articleId, version: draft.version }
  expectError(
    'content.moveDraft',
    await call(ruan, 'content.moveDraft', { ...of, action: 'submit' }),
    'CONTENT_AUDIENCE_MISSING',
  )
  const none = { articleId: 'none', version: 1 }
  const submit = { ...none, action: 'submit' }
  expectError('content.moveDraft', await call(ruan, 'content.moveDraft', submit), 'CONTENT_ARTICLE_MISSING')
  const publish = { ...none, action: 'publish' }
  expectError(
    'content.decideArticle',
    await call(song, 'content.decideArticle', publish),
    'CONTENT_ARTICLE_MISSING',
  )
  const unknown = { articleId: 'none' }
  expectError(
    'content.putOnTop',
    await call(song, 'content.putOnTop', { ...unknown, onTop: true }),
    'CONTENT_ARTICLE_MISSING',
  )
  expectError('content.openDraft', await call(ruan, 'content.openDraft', unknown), 'CONTENT_ARTICLE_MISSING')
  expectError(
    'content.openFigures',
    await call(ruan, 'content.openFigures', unknown),
    'CONTENT_ARTICLE_MISSING',
  )
  const foreign = 'cloud://wo-local.wo-local/documents/secret.png'
  expectError(
    'content.saveArticle',
    await call(ruan, 'content.saveArticle', { words: { ...articleWords, coverId: foreign } }),
    'CONTENT_FILE_MISSING',
  )
  const page = await upload(cloud, ruan.openid, 'uploads/page.pdf', '<html>')
  const attachments = [{ fileId: page, fileName: '问题卡.pdf' }]
  expectError(
    'content.saveArticle',
    await call(ruan, 'content.saveArticle', { words: { ...articleWords, attachments } }),
    'CONTENT_FILE_UNFIT',
  )
  const script = await uploadFilm(cloud, ruan, '<script>')
  expectError(
    'content.saveArticle',
    await call(ruan, 'content.saveArticle', {
      words: { ...articleWords, html: `<p>看</p><video src="${script}"></video>` },
    }),
    'CONTENT_FILM_UNFIT',
  )
  const { articleId } = await published(cloud, does)
  expectError(
    'content.takeAttachment',
    await call(lin, 'content.takeAttachment', { articleId, fileName: '没有.pdf' }),
    'CONTENT_FILE_MISSING',
  )
})

test('what WeChat refuses does not appear, however long it waited', async () => {
  const words = { ...articleWords, coverId: await picture(cloud) }
  const fault = (api: string, mode: 'risky' | 'fail') => cloud.fault({ openapi: { api, mode, times: 1 } })
  await fault('security.mediaCheckAsync', 'fail')
  expectError(
    'content.saveArticle',
    await call(ruan, 'content.saveArticle', { words }),
    'CONTENT_CHECK_UNAVAILABLE',
  )
  const draft = await saved(words)
  const submit = { articleId: draft.articleId, version: draft.version, action: 'submit' }
  await fault('security.msgSecCheck', 'risky')
  expectError('content.moveDraft', await call(ruan, 'content.moveDraft', submit), 'CONTENT_REJECTED')
  await fault('security.msgSecCheck', 'fail')
  expectError('content.moveDraft', await call(ruan, 'content.moveDraft', submit), 'CONTENT_CHECK_UNAVAILABLE')
  const { version } = await does<{ version: number }>(ruan, 'content.moveDraft', submit)
  const stored = (await cloud.dump<ArticleDocument>('content_articles')).find(
    ({ _id }) => _id === draft.articleId,
  )
  const traceId = stored?.files[0]?.traceId
  await cloud.door('POST', '/local/media', { trace_id: traceId, suggest: 'risky' })
  await cloud.timer('content', 'tend')
  // The forum forgets a verdict after a day; the article has it by then.
  await cloud.engine.execute('database.removeDocument', {
    collectionName: 'forum_verdicts',
    query: '{}',
    multi: true,
  })
  const publish = { articleId: draft.articleId, version, action: 'publish' }
  expectError(
    'content.decideArticle',
    await call(song, 'content.decideArticle', publish),
    'CONTENT_PICTURE_BLOCKED',
  )
})

test('WeChat reads every word that colleagues will: also who signs, and what files are called', async () => {
  const fileId = await upload(cloud, ruan.openid, 'uploads/named.pdf', '%PDF-1.4')
  await handedIn(cloud, does, {
    byline: '夜班车间',
    attachments: [{ fileId, fileName: '早会问题卡.pdf' }],
  })
  const checked = (await cloud.outbox()).filter(({ api }) => api === 'security.msgSecCheck').at(-1)
  for (const word of ['夜班车间', '早会问题卡.pdf', articleWords.title, articleWords.summary])
    expect(JSON.stringify(checked?.data)).toContain(word)
})

test('a picture that is refused once it is out is seen by nobody, and the writer and the chief are told which', async () => {
  const [coverId, fine, refused] = [await picture(cloud), await picture(cloud), await picture(cloud)]
  const html = `<p>两张图</p><figure><img src="${fine}"></figure><figure><img src="${refused}"><figcaption>装配线</figcaption></figure>`
  const { articleId, version } = await published(cloud, does, { coverId, html })
  const stored = async () =>
    (await cloud.dump<ArticleDocument>('content_articles')).find(({ _id }) => _id === articleId)
  const before = await stored()
  // They stand in the order of the article: the cover, then the text.
  const late = [before?.files[0], before?.files[2]]
  const told = async () =>
    (
      await cloud.dump<{ employeeId: string; title: string; body: string; kind: string; target: object }>(
        'notice_messages',
      )
    ).filter(({ title }) => title.includes('没有通过微信的检查'))
  for (const file of late)
    await cloud.door('POST', '/local/media', { trace_id: file?.traceId, suggest: 'risky' })
  await cloud.timer('content', 'tend')
  await cloud.timer('content', 'tend')
  const opened = await does<{ article: { html: string; coverId: string } }>(lin, 'content.openArticle', {
    articleId,
  })
  expect(opened.article.coverId).toBe('')
  const left = await Promise.all((before?.files ?? []).map(({ fileId }) => fetch(addressOf(fileId))))
  expect(left.map(({ status }) => status)).toEqual([404, 200, 404])
  expect(opened.article.html.match(/<img/g)).toHaveLength(1)
  expect(opened.article.html).not.toContain('装配线')
  const { articles } = await does<{ articles: { articleId: string; coverId: string }[] }>(
    lin,
    'content.listArticles',
  )
  expect(articles.find(one => one.articleId === articleId)?.coverId).toBe('')
  const notices = await told()
  expect(notices.map(({ employeeId }) => employeeId).sort()).toEqual(
    [ruan.employeeId, song.employeeId].sort(),
  )
  expect(notices[0]).toMatchObject({ kind: 'todo', target: { kind: 'draft', id: articleId } })
  expect(notices[0]?.body).toContain('封面、正文第 2 张图「装配线」')
  const draft = await does<{ refused: string[] }>(song, 'content.openDraft', { articleId })
  expect(draft.refused).toEqual(['封面', '正文第 2 张图「装配线」'])

  // Taken down, nothing is left to do about it; with another cover the lists show one again.
  await cloud.clock('2026-11-24T08:10:00+08:00')
  const withdraw = { articleId, version, action: 'withdraw', reason: '图没有通过检查' }
  const { version: down } = await does<{ version: number }>(song, 'content.decideArticle', withdraw)
  expect((await told()).map(({ kind }) => kind)).toEqual(['service', 'service'])
  const revise = { articleId, version: down, action: 'revise' }
  const { version: again } = await does<{ version: number }>(ruan, 'content.moveDraft', revise)
  const words = { ...articleWords, coverId: await picture(cloud), html: '<p>没有图了</p>' }
  await does(ruan, 'content.saveArticle', { of: { articleId, version: again }, words })
  expect(await does(ruan, 'content.openDraft', { articleId })).toMatchObject({ refused: [] })
  expect(await stored()).toMatchObject({ coverRefused: false })
})
