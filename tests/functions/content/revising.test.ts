import type { ArticleDocument, VersionDocument } from '../../../cloudfunctions/content/store'
import type { NoticeDocument } from '../../../cloudfunctions/notice/store'
import { picture, published } from '../../support/contentLife'
import { articleWords } from '../../support/contentSamples'
import { expectData } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'

const { ruan, song } = people
const NOW = '2026-11-24T08:00:00+08:00'

interface At {
  articleId: string
  version: number
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
