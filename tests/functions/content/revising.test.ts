import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { ArticleDocument, VersionDocument } from '../../../cloudfunctions/content/store'
import type { NoticeDocument } from '../../../cloudfunctions/notice/store'
import { picture, published } from '../../support/contentLife'
import { articleWords } from '../../support/contentSamples'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId, upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'

const { ruan, song } = people
/** Another writer, who has nothing to do with these articles. */
const other: TestPerson = { ...people.lin, grants: [{ role: 'writer' }] }
const NOW = '2026-11-24T08:00:00+08:00'

interface At {
  articleId: string
  version: number
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW, mediaDelayMs: null })
  await insertPeople(cloud.engine, [ruan, song, other])
})
afterEach(() => cloud.clock(NOW))
afterAll(() => cloud.close())

const call = <T>(who: { openid: string }, name: string, input: object = {}) =>
  cloud.call<T>(who.openid, name, input, newRequestId())
const does = async <T = Record<string, string>>(who: { openid: string }, name: string, input: object = {}) =>
  expectData(await call<T>(who, name, input))

/** A new version of an article, with these words. */
async function revised(article: At, more: object = {}): Promise<At> {
  const { articleId } = await does(ruan, 'content.reviseArticle', article)
  const { version } = await does<At>(ruan, 'content.openDraft', { articleId })
  const words = { ...articleWords, coverId: await picture(cloud), ...more }
  return does<At>(ruan, 'content.saveArticle', { of: { articleId, version }, words })
}
const moves = async ({ articleId, version }: At, action: string): Promise<At> => {
  const moved = await does<At>(ruan, 'content.moveDraft', { articleId, version, action })
  return { articleId, version: moved.version }
}
const decides = async ({ articleId, version }: At, action: string, more: object = {}): Promise<At> => {
  const decided = await does<At>(song, 'content.decideArticle', { articleId, version, action, ...more })
  return { articleId, version: decided.version }
}
const stored = async (articleId: string) =>
  (await cloud.dump<ArticleDocument>('content_articles')).find(({ _id }) => _id === articleId)
const versionsOf = async (articleId: string) =>
  (await cloud.dump<VersionDocument>('content_versions')).filter(one => one.articleId === articleId)

test('the saves of a new version are in the history of the article that it replaces, and are left nowhere else', async () => {
  const article = await published(cloud, does, { title: '第一版' })
  const first = await revised(article, { title: '改了一半' })
  const words = { ...articleWords, coverId: await picture(cloud), title: '改好了' }
  const of = { articleId: first.articleId, version: first.version }
  const second = await does<At>(ruan, 'content.saveArticle', { of, words })
  const placed = await decides(await moves(second, 'submit'), 'publish')
  const { articleId } = article
  type Opened = At & { versions: { version: number; title: string }[] }
  const opened = await does<Opened>(ruan, 'content.openDraft', { articleId })
  expect(opened.version).toBe(placed.version)
  expect(opened.versions.map(({ title }) => title)).toEqual(['改好了', '改了一半', '第一版'])
  const [, half] = opened.versions
  const earlier = await does(ruan, 'content.openDraft', { articleId, version: half?.version })
  expect(earlier).toMatchObject({ words: { title: '改了一半' } })
  expect(await versionsOf(second.articleId)).toEqual([])
  expect((await versionsOf(articleId)).every(({ version }) => version < placed.version)).toBe(true)
})

test('a new version with another cover shows it, and nothing is left to do about the one that was refused', async () => {
  const article = await published(cloud, does, { title: '封面要换' })
  const { articleId } = article
  const cover = (await stored(articleId))?.files[0]
  await cloud.door('POST', '/local/media', { trace_id: cover?.traceId, suggest: 'risky' })
  await cloud.timer('content', 'tend')
  expect(await stored(articleId)).toMatchObject({ coverRefused: true })
  const told = async () =>
    (await cloud.dump<NoticeDocument>('notice_messages')).filter(({ target }) => target?.id === articleId)
  const before = await told()
  expect(new Set(before.map(({ kind }) => kind))).toEqual(new Set(['todo']))
  expect(before[0]?.body).toContain('改一版')
  await cloud.clock('2026-11-24T08:10:00+08:00')
  await decides(await moves(await revised(article), 'submit'), 'publish')
  expect(await stored(articleId)).toMatchObject({ coverRefused: false })
  expect(new Set((await told()).map(({ kind }) => kind))).toEqual(new Set(['service']))
})

test('nobody is reminded any more of what its new version no longer has to be read', async () => {
  const article = await published(cloud, does, { mustRead: true, title: '不必读了' })
  const { articleId } = article
  await does(ruan, 'content.remindUnconfirmed', { articleId })
  await decides(await moves(await revised(article, { title: '不必读了' }), 'submit'), 'publish')
  expect(await stored(articleId)).toMatchObject({ mustRead: false, remindingSince: 0 })
  await cloud.engine.execute('database.modifyDocument', {
    collectionName: 'content_articles',
    query: JSON.stringify({ _id: articleId }),
    queryType: 'WHERE',
    data: JSON.stringify({ $set: { remindingSince: 1 } }),
    multi: false,
    merge: true,
    upsert: false,
  })
  await cloud.timer('content', 'tend')
  const told = (await cloud.dump<NoticeDocument>('notice_messages')).filter(
    ({ target }) => target?.kind === 'article' && target.id === articleId,
  )
  expect(told).toEqual([])
})

test('a new version of what was taken down and is out again goes on from it as a draft, and takes its place', async () => {
  const article = await published(cloud, does, { title: '撤过一次' })
  const waiting = await moves(await revised(article, { title: '等着的一版' }), 'submit')
  let at = await decides(article, 'withdraw', { reason: '先撤下来' })
  for (const action of ['revise', 'submit']) at = await moves(at, action)
  const again = await decides(at, 'publish')
  const decide = { ...waiting, action: 'publish' }
  const stale = await call(song, 'content.decideArticle', decide)
  expectError('content.decideArticle', stale, 'CONTENT_CHANGED')
  const begun = await does(ruan, 'content.reviseArticle', again)
  expect(begun).toEqual({ articleId: waiting.articleId })
  const opened = await does<At>(ruan, 'content.openDraft', begun)
  expect(opened).toMatchObject({ state: 'draft', words: { title: '等着的一版' } })
  expect(opened).toMatchObject({ remark: { words: expect.stringContaining('对一对') } })
  await decides(await moves(opened, 'submit'), 'publish')
  expect(await stored(article.articleId)).toMatchObject({ title: '等着的一版', state: 'published' })
})

test('a new version is thrown away by its writer or a chief editor, with its saves, and another may be begun', async () => {
  const article = await published(cloud, does, { title: '不改了' })
  const first = await revised(article)
  const { articleId, version } = first
  const discard = (who: { openid: string }, of: At) => call(who, 'content.discardRevision', of)
  const none = { articleId: 'none', version: 1 }
  expectError('content.discardRevision', await discard(ruan, none), 'CONTENT_ARTICLE_MISSING')
  const stale = { articleId, version: version - 1 }
  expectError('content.discardRevision', await discard(ruan, stale), 'CONTENT_CHANGED')
  expectError('content.discardRevision', await discard(ruan, article), 'CONTENT_STEP_REFUSED')
  const asked = await does(ruan, 'content.openDraft', { articleId })
  expect(asked).toMatchObject({ canDiscard: true })
  const at = { articleId, version }
  expect(await does(other, 'content.openDraft', { articleId })).toMatchObject({ canDiscard: false })
  expectError('content.discardRevision', await discard(other, at), 'CONTENT_NOT_YOURS')
  expect(expectData(await discard(ruan, at))).toEqual({ articleId: article.articleId })
  expect(await stored(articleId)).toBeUndefined()
  expect(await versionsOf(articleId)).toEqual([])
  const second = await moves(await revised(article), 'submit')
  expect(second.articleId).not.toBe(articleId)
  await decides(article, 'withdraw', { reason: '不再需要' })
  expectData(await discard(song, { articleId: second.articleId, version: second.version }))
  expect(await stored(second.articleId)).toBeUndefined()
})

test('the files of a new version that is thrown away go with it, but for those that the article still shows', async () => {
  const coverId = await picture(cloud)
  const article = await published(cloud, does, { title: '有图的', coverId })
  const shown = (await stored(article.articleId))?.coverId ?? ''
  const { articleId = '' } = await does(ruan, 'content.reviseArticle', article)
  const begun = await does<At & { words: object }>(ruan, 'content.openDraft', { articleId })
  const page = await upload(cloud, ruan.openid, 'uploads/thrown.pdf', '%PDF-1.4')
  const save = async (version: number, more: object) =>
    does<{ version: number }>(ruan, 'content.saveArticle', {
      of: { articleId, version },
      words: { ...begun.words, ...more },
    })
  const html = `<figure><img src="${await picture(cloud)}"></figure>`
  const first = await save(begun.version, { html, attachments: [{ fileId: page, fileName: '说明.pdf' }] })
  const early = await stored(articleId)
  const { version } = await save(first.version, { html: '<p>图不要了</p>' })
  const own = [...(early?.files ?? []), ...(early?.attachments ?? [])].map(({ fileId }) => fileId)
  const added = own.filter(fileId => fileId !== shown)
  expect(added).toHaveLength(2)
  /** Each with its description. */
  const kept = async () => (await readdir(path.join(cloud.dataDir, 'storage'))).length
  const before = await kept()
  expectData(await call(ruan, 'content.discardRevision', { articleId, version }))
  expect(await kept()).toBe(before - 2 * added.length)
  expect(await cloud.dump('forum_dropped')).toEqual([])
  const address = `${cloud.url}/storage/${shown.split('/').slice(3).join('/')}`
  expect((await fetch(address)).status).toBe(200)
})
