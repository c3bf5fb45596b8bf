import { handedIn } from '../../support/contentLife'
import { articleWords } from '../../support/contentSamples'
import { expectData } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'

const { ruan, song } = people
const NOW = '2026-11-24T08:00:00+08:00'
const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW, mediaDelayMs: null })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

const does = async <T = Record<string, string>>(who: { openid: string }, name: string, input: object = {}) =>
  expectData(await cloud.call<T>(who.openid, name, input, newRequestId()))

test('the newsroom lists what is out by when it came out, what is timed as it comes, and finds any by its title', async () => {
  type Desk = { articles: { articleId: string; title: string; state: string }[] }
  const first = await handedIn(cloud, does, { title: '编辑部先写的' })
  await cloud.clock(later(1))
  const second = await handedIn(cloud, does, { title: '编辑部后写的' })
  const publish = (article: object) => does(song, 'content.decideArticle', { ...article, action: 'publish' })
  await publish(second)
  await cloud.clock(later(5))
  await publish(first)
  const listed = async (state: string) => (await does<Desk>(ruan, 'content.openNewsroom', { state })).articles
  const out = (await listed('published')).map(({ articleId }) => articleId)
  expect(out.indexOf(first.articleId)).toBeLessThan(out.indexOf(second.articleId))
  for (const [title, minutes] of [
    ['编辑部先出来', 60],
    ['编辑部再往后', 120],
  ] as const) {
    await cloud.clock(later(minutes / 10))
    const article = await handedIn(cloud, does, { title })
    const publishAt = Date.parse(later(minutes))
    await does(song, 'content.decideArticle', { ...article, action: 'schedule', publishAt })
  }
  const timed = (await listed('scheduled')).map(({ title }) => title)
  expect(timed.indexOf('编辑部先出来')).toBeLessThan(timed.indexOf('编辑部再往后'))
  const words = { ...articleWords, title: '编辑部还没写完' }
  await does(ruan, 'content.saveArticle', { words })
  const found = await does<Desk>(ruan, 'content.findDrafts', { text: 'bianjibu' })
  expect(new Set(found.articles.map(({ state }) => state))).toEqual(
    new Set(['draft', 'scheduled', 'published']),
  )
})
