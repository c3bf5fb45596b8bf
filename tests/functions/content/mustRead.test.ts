import type { ArticleDocument, ReadingDocument } from '../../../cloudfunctions/content/store'
import { published } from '../../support/contentLife'
import { expectData } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'

const { lin, zhao } = people
const NOW = '2026-11-24T08:00:00+08:00'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW, mediaDelayMs: null })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

const does = async <T = Record<string, string>>(who: { openid: string }, name: string, input: object = {}) =>
  expectData(await cloud.call<T>(who.openid, name, input, newRequestId()))

test('what must be read is asked for behind a month of newer articles, until it is confirmed', async () => {
  const { articleId } = await published(cloud, does, { mustRead: true, title: '信息安全三问' })
  await does(lin, 'content.noteReading', { articleId, progress: 100 })
  await does(lin, 'content.confirmReading', { articleId })
  const like = (await cloud.dump<ArticleDocument>('content_articles')).find(({ _id }) => _id === articleId)
  if (!like) throw new Error('The article is gone')
  const newer = Array.from({ length: 80 }, (_, index) => ({
    ...like,
    _id: `newer-${index}`,
    mustRead: false,
    orderKey: `${like.orderKey}:${index}`,
  }))
  await cloud.engine.insertMany('content_articles', newer)
  const reading = (await cloud.dump<ReadingDocument>('content_readings')).find(
    one => one.articleId === articleId,
  )
  const read = newer.map(({ _id, publishAt }) => ({
    ...reading,
    _id: `${_id}:${lin.employeeId}`,
    articleId: _id,
    publishAt: publishAt + 1,
    confirmed: false,
  }))
  await cloud.engine.insertMany('content_readings', read)
  const asked = async (who: TestPerson) =>
    (await does<{ mustRead: { articleId: string }[] }>(who, 'content.openHome')).mustRead.map(
      card => card.articleId,
    )
  expect(await asked(zhao)).toContain(articleId)
  expect(await asked(lin)).not.toContain(articleId)
})
