import { decodeTime } from 'ulid'
import type { ArticleDocument, ReadingDocument } from '../../../cloudfunctions/content/store'
import type { NoticeDocument } from '../../../cloudfunctions/notice/store'
import { published } from '../../support/contentLife'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud, until } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { permit } from '../../support/unionWorld'

const { lin, chen, zhao, ruan } = people
const NOW = '2026-11-24T08:00:00+08:00'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW, mediaDelayMs: null })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

const does = async <T = Record<string, string>>(who: { openid: string }, name: string, input: object = {}) =>
  expectData(await cloud.call<T>(who.openid, name, input, newRequestId()))

/** As many like an article that is out, all of them newer. */
async function manyLike(articleId: string, count: number, more: Partial<ArticleDocument>) {
  const stored = await cloud.dump<ArticleDocument>('content_articles')
  const like = stored.find(({ _id }) => _id === articleId)
  if (!like) throw new Error('The article is gone')
  const many = Array.from({ length: count }, (_, index) => ({
    ...like,
    ...more,
    _id: `${articleId}-${index}`,
    orderKey: `${like.orderKey}:${String(index).padStart(3, '0')}`,
  }))
  await cloud.engine.insertMany('content_articles', many)
  return many
}
const mustReadOf = async (who: TestPerson) =>
  (await does<{ mustRead: { articleId: string }[] }>(who, 'content.openHome')).mustRead.map(
    card => card.articleId,
  )

test('a reminder stands above what came before its turn, and a run that was cut off reminds nobody twice', async () => {
  const { articleId } = await published(cloud, does, { mustRead: true, title: '电梯年检' })
  await does(ruan, 'content.remindUnconfirmed', { articleId })
  const reminders = async () =>
    (await cloud.dump<NoticeDocument>('notice_messages')).filter(
      ({ target }) => target?.kind === 'article' && target.id === articleId,
    )
  const goesOut = async () =>
    (await cloud.dump<ArticleDocument>('content_articles')).some(
      ({ _id, remindingSince = 0 }) => _id === articleId && remindingSince > 0,
    )
  const TURN = '2026-11-24T08:30:00+08:00'
  await cloud.clock(TURN)
  await cloud.fault({ database: { collection: 'notice_messages', mode: 'fail', times: 1 } })
  // A run may be over before it comes to this.
  const tended = async (isDone: () => Promise<boolean>) => {
    await cloud.timer('content', 'tend')
    return (await isDone()) || null
  }
  await until('the first reminders', () => tended(async () => (await reminders()).length > 0))
  const early = await reminders()
  expect(await goesOut()).toBe(true)
  await cloud.clock('2026-11-24T08:31:00+08:00')
  await until('the last', () => tended(async () => !(await goesOut())))
  const told = await reminders()
  expect(told.length).toBeGreaterThan(early.length)
  expect(new Set(told.map(({ employeeId }) => employeeId)).size).toBe(told.length)
  for (const { _id, at } of told) expect([at, decodeTime(_id)]).toEqual([Date.parse(TURN), Date.parse(TURN)])
  await cloud.clock(NOW)
})

test('what must be read is asked for behind a month of newer articles, until it is confirmed', async () => {
  const { articleId } = await published(cloud, does, { mustRead: true, title: '信息安全三问' })
  await does(lin, 'content.noteReading', { articleId, progress: 100 })
  await does(lin, 'content.confirmReading', { articleId })
  const newer = await manyLike(articleId, 80, { mustRead: false })
  const reading = (await cloud.dump<ReadingDocument>('content_readings')).find(
    one => one.articleId === articleId,
  )
  const read = newer.map(({ _id }) => ({
    ...reading,
    _id: `${_id}:${lin.employeeId}`,
    articleId: _id,
    confirmed: false,
  }))
  await cloud.engine.insertMany('content_readings', read)
  expect(await mustReadOf(zhao)).toContain(articleId)
  expect(await mustReadOf(lin)).not.toContain(articleId)
})

test('what was confirmed is not asked for again, however many were', async () => {
  const { articleId } = await published(cloud, does, { mustRead: true, title: '每周一次的安全提示' })
  await does(lin, 'content.noteReading', { articleId, progress: 100 })
  await does(lin, 'content.confirmReading', { articleId })
  const many = await manyLike(articleId, 90, {})
  const read = (await cloud.dump<ReadingDocument>('content_readings')).find(
    one => one.articleId === articleId,
  )
  await cloud.engine.insertMany(
    'content_readings',
    many.map(({ _id }) => ({ ...read, _id: `${_id}:${lin.employeeId}`, articleId: _id })),
  )
  const ids = [articleId, ...many.map(({ _id }) => _id)]
  expect((await mustReadOf(lin)).filter(id => ids.includes(id))).toEqual([])
  expect(await mustReadOf(zhao)).toEqual(expect.arrayContaining(ids))
})

test('of each article that must be read the departments are looked up, however many there are', async () => {
  const audience = { kind: 'department', value: chen.department } as const
  const { articleId } = await published(cloud, does, { mustRead: true, title: '设备点检', audience })
  const many = await manyLike(articleId, 40, {})
  const plain = await manyLike(many.at(-1)?._id ?? '', 120, { mustRead: false })
  const newest = plain.map(({ _id, publishAt }) => ({ _id: `${_id}.new`, publishAt: publishAt + 1 }))
  await cloud.engine.insertMany(
    'content_articles',
    newest.map(more => ({ ...plain[0], ...more })),
  )
  const departmentsOf = async (of: string) =>
    (await does<{ departments: object[] }>(ruan, 'content.openFigures', { articleId: of })).departments
  // As many as a run has time for; the next one goes on.
  await until('the last is looked up', async () => {
    await cloud.timer('content', 'tend')
    return (await departmentsOf(articleId)).length > 0 || null
  })
  for (const { _id } of many)
    expect(await departmentsOf(_id)).toEqual([expect.objectContaining({ department: chen.department })])
})

test('what others must read takes no place from one’s own, and their news none from what is searched', async () => {
  const { articleId } = await published(cloud, does, { mustRead: true, title: '梅雨季排水' })
  const others = { kind: 'department', value: chen.department } as const
  await manyLike(articleId, 120, {
    audience: others,
    shownTo: `department:${chen.department}`,
  })
  expect(await mustReadOf(lin)).toContain(articleId)
  const found = await does<{ articles: { articleId: string }[] }>(lin, 'content.findArticles', {
    text: '梅雨季排水',
  })
  expect(found.articles.map(card => card.articleId)).toEqual([articleId])
})

test('whoever has not confirmed is named, and reminded once a day, in the inbox and where a message is permitted', async () => {
  await permit(cloud, zhao, 'articleOut')
  const audience = { kind: 'department', value: chen.department }
  const { articleId } = await published(cloud, does, { mustRead: true, title: '钥匙放回原处', audience })
  const staff = (await cloud.dump<{ department: string; status: string }>('identity_employees')).filter(
    one => one.department === chen.department && one.status === 'active',
  )
  await does(chen, 'content.noteReading', { articleId, progress: 100 })
  await does(chen, 'content.confirmReading', { articleId })
  const of = { articleId, department: chen.department }
  type Named = { people: { employeeId: string }[]; more: boolean }
  const { people: missing, more } = await does<Named>(ruan, 'content.listUnconfirmed', of)
  expect(more).toBe(false)
  expect(missing.map(({ employeeId }) => employeeId)).toContain(zhao.employeeId)
  expect(missing).toHaveLength(staff.length - 1)
  const elsewhere = await does<Named>(ruan, 'content.listUnconfirmed', { ...of, department: lin.department })
  expect(elsewhere.people).toEqual([])
  const remind = () => cloud.call(ruan.openid, 'content.remindUnconfirmed', { articleId }, newRequestId())
  expectData(await remind())
  expectError('content.remindUnconfirmed', await remind(), 'CONTENT_REMINDED_TODAY')
  for (const _run of [1, 2]) await cloud.timer('content', 'tend')
  const told = (await cloud.dump<NoticeDocument>('notice_messages')).filter(
    ({ target }) => target?.kind === 'article' && target.id === articleId,
  )
  expect(told.map(({ employeeId }) => employeeId).sort()).toEqual(
    missing.map(({ employeeId }) => employeeId).sort(),
  )
  const sent = (await cloud.outbox()).filter(({ data }) => data.template_id === 'articleOut')
  expect(sent).toMatchObject([{ data: { touser: zhao.openid } }])
  await cloud.clock('2026-11-25T08:00:00+08:00')
  expectData(await remind())
  await cloud.clock(NOW)
})

test('only what is out and must be read has readers to remind', async () => {
  const { articleId } = await published(cloud, does, { title: '不用确认' })
  const remind = (id: string) =>
    cloud.call(ruan.openid, 'content.remindUnconfirmed', { articleId: id }, newRequestId())
  expectError('content.remindUnconfirmed', await remind(articleId), 'CONTENT_STEP_REFUSED')
  expectError('content.remindUnconfirmed', await remind('none'), 'CONTENT_ARTICLE_MISSING')
  const unknown = { articleId: 'none', department: '质量' }
  expectError(
    'content.listUnconfirmed',
    await cloud.call(ruan.openid, 'content.listUnconfirmed', unknown, newRequestId()),
    'CONTENT_ARTICLE_MISSING',
  )
})

test('a confirmation of a moment ago is not lost between two counts, in the reader’s own department either', async () => {
  const { articleId } = await published(cloud, does, { mustRead: true, title: '静电手环' })
  const confirm = async (who: TestPerson) => {
    await does(who, 'content.noteReading', { articleId, progress: 100 })
    await does(who, 'content.confirmReading', { articleId })
  }
  await does(zhao, 'content.noteReading', { articleId, progress: 10 })
  await cloud.clock('2026-11-24T08:01:00+08:00')
  await cloud.timer('content', 'tend')
  await confirm(chen)
  await cloud.clock('2026-11-24T08:01:50+08:00')
  await confirm(lin)
  await cloud.clock('2026-11-24T08:02:00+08:00')
  await cloud.timer('content', 'tend')
  type Opened = { confirmations: { people: number; inDepartment: number } }
  const seenBy = async (who: TestPerson) =>
    (await does<Opened>(who, 'content.openArticle', { articleId })).confirmations
  expect(await seenBy(lin)).toMatchObject({ people: 2, inDepartment: 1 })
  // In the very moment of the count it was not there yet.
  await confirm(zhao)
  expect(await seenBy(zhao)).toMatchObject({ people: 3, inDepartment: 2 })
  await cloud.clock(NOW)
})
