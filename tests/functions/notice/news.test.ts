import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { people, type TestPerson } from '../../support/people'
import { applyToPhoto, startUnionCloud } from '../../support/unionWorld'

const { lin, chen, han, tang, zhao, wang, qiu } = people
/** Everybody on the roster who has not left. */
const COLLEAGUES = Object.values(people).filter(({ status }) => status === 'active').length
const everybody = { kind: 'all', value: '' }
const toPhoto = { kind: 'association', value: 'photo' }
const words = { title: '12 月 1 日起，班车提前 6 分钟', body: '3 号线早班改为 7:46 发车，请提前出门。' }
const reason = '写错了日期'

interface Listed {
  notices: { noticeId: string; kind: string; read: boolean }[]
  next: string | null
  unread: Record<string, number> | null
}

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startUnionCloud()
})
afterEach(() => cloud.close())

const send = (who: TestPerson, audience: object, more: object = {}) =>
  cloud.call<{ newsId: string; reach: number }>(
    who.openid,
    'notice.sendNews',
    { ...words, audience, ...more },
    newRequestId(),
  )
const list = async (who: TestPerson, input: object = {}) =>
  expectData(await cloud.call<Listed>(who.openid, 'notice.listNotices', input))
const titlesOf = async (who: TestPerson) =>
  (await list(who, { kind: 'official' })).notices.map(({ noticeId }) => noticeId)
const unreadOf = async (who: TestPerson) =>
  expectData(await cloud.call<{ unread: number }>(who.openid, 'identity.openSession')).unread

test('reaches everybody by one document, and says how many that are', async () => {
  const { newsId, reach } = expectData(await send(wang, everybody))
  expect(reach).toBe(COLLEAGUES)
  expect(await cloud.dump('notice_messages')).toEqual([])
  expect(await cloud.dump('notice_news')).toHaveLength(1)
  for (const who of [lin, han, tang]) {
    expect(await titlesOf(who)).toEqual([newsId])
    expect(await unreadOf(who)).toBe(1)
  }
})

test('of a place, a department or an association is found by its people alone', async () => {
  const members = [await applyToPhoto(cloud, lin)]
  expectData(
    await cloud.call(
      tang.openid,
      'union.decide',
      { membershipIds: members, decision: 'approve' },
      newRequestId(),
    ),
  )
  const ids: Record<string, string> = {}
  const audiences = {
    city: { kind: 'city', value: '成都' },
    department: { kind: 'department', value: '质量' },
    association: toPhoto,
  }
  for (const [name, audience] of Object.entries(audiences))
    ids[name] = expectData(await send(qiu, audience)).newsId
  expect(await titlesOf(han)).toEqual([ids.city])
  expect(await titlesOf(chen)).toEqual([ids.department])
  expect(await titlesOf(lin)).toEqual([ids.association])
  expectError(
    'notice.openNews',
    await cloud.call(lin.openid, 'notice.openNews', { newsId: ids.city }),
    'NOTICE_NEWS_MISSING',
  )
  const opened = await cloud.call<{ news: object }>(han.openid, 'notice.openNews', { newsId: ids.city })
  expect(expectData(opened)).toMatchObject({ news: { ...words, from: '工会' }, read: false })
})

test('stands among one’s own notices by its time, a page at a time, each once', async () => {
  const first = expectData(await send(wang, everybody)).newsId
  const own = Array.from({ length: 45 }, (_, index) => ({
    _id: `01KAX${String(index).padStart(3, '0')}`,
    employeeId: lin.employeeId,
    kind: 'reply',
    title: `通知${index}`,
    body: '正文',
    read: false,
    at: Date.parse('2026-11-24T07:00:00+08:00'),
    target: null,
  }))
  await cloud.engine.insertMany('notice_messages', own)
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Listed = await list(lin, after === null ? {} : { after })
    seen.push(...page.notices.map(({ noticeId }) => noticeId))
    after = page.next
  } while (after !== null)
  const expected = [first, ...own.map(({ _id }) => _id)].sort().reverse()
  expect(seen).toEqual(expected)
})

test('is read one by one, by its kind, or with everything; and before one registered it counts as read', async () => {
  const first = expectData(await send(wang, everybody)).newsId
  await cloud.clock('2026-11-24T07:41:00+08:00')
  const second = expectData(await send(wang, everybody)).newsId
  const mark = async (input: object) =>
    expectData(await cloud.call<{ unread: number }>(lin.openid, 'notice.markRead', input, newRequestId()))
  expect((await list(lin)).unread).toEqual({ official: 2 })
  expect(await mark({ newsId: second })).toEqual({ unread: 1 })
  expect((await list(lin)).notices.map(({ noticeId, read }) => [noticeId, read])).toEqual([
    [second, true],
    [first, false],
  ])
  expect(await mark({ kind: 'official' })).toEqual({ unread: 0 })
  await cloud.clock('2026-11-24T07:42:00+08:00')
  expectData(await send(wang, everybody))
  expect(await unreadOf(lin)).toBe(1)
  expect(await mark({})).toEqual({ unread: 0 })
  const late = people.gu
  await cloud.call(
    late.openid,
    'identity.register',
    {
      employeeId: late.employeeId,
      name: late.name,
      phoneCode: `phone:${late.phone}`,
      agreedPrivacyVersion: '1',
    },
    newRequestId(),
  )
  expect(await unreadOf(late)).toBe(0)
})

test('what is on its way while somebody marks everything is unread when it arrives', async () => {
  const { newsId } = expectData(await send(wang, everybody))
  const [sent] = await cloud.dump<{ at: number }>('notice_news')
  const sentAt = sent?.at ?? 0
  await cloud.clock(new Date(sentAt + 5_000).toISOString())
  const mark = async () => expectData(await cloud.call(lin.openid, 'notice.markRead', {}, newRequestId()))
  expect(await mark()).toEqual({ unread: 0 })
  // Sent before, and committed only after its words were looked at.
  await cloud.engine.insertMany('notice_news', [{ ...sent, _id: '01ZZZ000', at: sentAt + 4_000 }])
  const readOf = async () => (await list(lin)).notices.map(({ noticeId, read }) => [noticeId, read])
  expect(await readOf()).toEqual([
    ['01ZZZ000', false],
    [newsId, true],
  ])
  expect(await unreadOf(lin)).toBe(1)
  for (const laterMs of [6_000, 600_000]) {
    await cloud.clock(new Date(sentAt + laterMs).toISOString())
    expect(await mark()).toEqual({ unread: 0 })
    expect((await readOf()).every(([, read]) => read)).toBe(true)
  }
})

test('a president speaks to the members, HR and the union to whom they like', async () => {
  expectError('notice.sendNews', await send(tang, everybody), 'NOTICE_NOT_YOUR_AUDIENCE')
  expectError('notice.sendNews', await send(zhao, toPhoto), 'NOTICE_NOT_YOUR_AUDIENCE')
  const preview = (who: TestPerson, audience: object) =>
    cloud.call<{ reach: number }>(who.openid, 'notice.previewNews', { audience })
  expectError('notice.previewNews', await preview(tang, everybody), 'NOTICE_NOT_YOUR_AUDIENCE')
  expect(expectData(await preview(tang, toPhoto))).toEqual({
    to: '光影摄影社的会员',
    from: '光影摄影社',
    reach: 10,
  })
  expectData(await send(tang, toPhoto))
  const desk = async (who: TestPerson) =>
    expectData(
      await cloud.call<{ sent: object[]; associations: object[]; everywhere: boolean }>(
        who.openid,
        'notice.openNewsDesk',
      ),
    )
  expect(await desk(tang)).toMatchObject({
    everywhere: false,
    associations: [{ associationId: 'photo' }],
    sent: [{ from: '光影摄影社', sentBy: '唐若溪', reach: 10, withdrawn: false }],
  })
  expect((await desk(zhao)).sent).toEqual([])
  expect((await desk(wang)).sent).toHaveLength(1)
  expect(await desk(wang)).toMatchObject({ everywhere: true, sites: ['上海', '成都'] })
})

test('nobody is in an audience that does not exist', async () => {
  const nowhere = { kind: 'department', value: '没有这个部门' }
  expectError('notice.sendNews', await send(wang, nowhere), 'NOTICE_AUDIENCE_MISSING')
  expectError(
    'notice.previewNews',
    await cloud.call(wang.openid, 'notice.previewNews', { audience: { kind: 'association', value: 'none' } }),
    'NOTICE_AUDIENCE_MISSING',
  )
})

test('what WeChat refuses is not sent, nor what it could not look at', async () => {
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'risky', times: 1 } })
  expectError('notice.sendNews', await send(wang, everybody), 'CONTENT_REJECTED')
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'fail', times: 1 } })
  expectError('notice.sendNews', await send(wang, everybody), 'CONTENT_CHECK_UNAVAILABLE')
  expect(await cloud.dump('notice_news')).toEqual([])
})

test('sending and withdrawing are audited; withdrawn news is gone from every inbox and stays at the desk', async () => {
  const { newsId } = expectData(await send(wang, everybody))
  const withdraw = (who: TestPerson, id = newsId) =>
    cloud.call(who.openid, 'notice.withdrawNews', { newsId: id, reason }, newRequestId())
  expectError('notice.withdrawNews', await withdraw(tang), 'NOTICE_NEWS_MISSING')
  expectData(await withdraw(wang))
  expectError('notice.withdrawNews', await withdraw(wang), 'NOTICE_NEWS_MISSING')
  expect(await titlesOf(lin)).toEqual([])
  expect(await unreadOf(lin)).toBe(0)
  const desk = await cloud.call<{ sent: object[] }>(qiu.openid, 'notice.openNewsDesk')
  expect(expectData(desk).sent).toMatchObject([{ newsId, withdrawn: true }])
  const receipts = await cloud.dump<{ audit?: { subject: string; by: string; after: object } }>(
    'platform_receipts',
  )
  const audits = receipts.flatMap(({ audit }) => (audit ? [audit] : []))
  expect(audits).toEqual([
    expect.objectContaining({
      by: wang.employeeId,
      after: { title: words.title, to: '所有同事', reach: COLLEAGUES },
    }),
    expect.objectContaining({ by: wang.employeeId, after: { state: 'withdrawn', reason } }),
  ])
  expect(audits.every(({ subject }) => subject === `notice_news/${newsId}`)).toBe(true)
})

test('the badge counts what the inbox counts, however much news was for others', async () => {
  const members = [await applyToPhoto(cloud, lin)]
  const approve = { membershipIds: members, decision: 'approve' }
  expectData(await cloud.call(tang.openid, 'union.decide', approve, newRequestId()))
  expectData(await cloud.call(lin.openid, 'notice.markRead', {}, newRequestId()))
  await cloud.clock('2026-11-24T07:41:00+08:00')
  const { newsId } = expectData(await send(qiu, toPhoto))
  const [sent] = (await cloud.dump<{ _id: string; at: number }>('notice_news')).filter(
    ({ _id }) => _id === newsId,
  )
  const others = Array.from({ length: 60 }, (_, index) => ({
    ...sent,
    _id: `01ZZZ${String(index).padStart(3, '0')}`,
    audienceKey: 'city:成都',
    sentKey: 'city:成都',
  }))
  await cloud.engine.insertMany('notice_news', others)
  expect((await list(lin)).unread).toMatchObject({ official: 1 })
  expect(await unreadOf(lin)).toBe(1)
  const counted = Object.values((await list(han)).unread ?? {}).reduce((sum, one) => sum + one, 0)
  expect(await unreadOf(han)).toBe(counted)
})

test('only news that is there and for the reader is marked, once, and the marks are bounded', async () => {
  const mark = (newsId: string) => cloud.call(lin.openid, 'notice.markRead', { newsId }, newRequestId())
  const toOthers = expectData(await send(qiu, { kind: 'city', value: '成都' })).newsId
  for (const forged of ['none', toOthers])
    expectError('notice.markRead', await mark(forged), 'NOTICE_NEWS_MISSING')
  const { newsId } = expectData(await send(wang, everybody))
  const [sent] = (await cloud.dump<{ _id: string }>('notice_news')).filter(({ _id }) => _id === newsId)
  const many = Array.from({ length: 202 }, (_, index) => `01KAY${String(index).padStart(3, '0')}`)
  await cloud.engine.insertMany(
    'notice_news',
    many.map(_id => ({ ...sent, _id })),
  )
  const own = { _id: lin.employeeId, left: {}, newsRead: many.slice(0, 200) }
  await cloud.engine.insertMany('notice_permissions', [own])
  for (const one of [...many.slice(199), many[201] ?? '']) expectData(await mark(one))
  const [marks] = await cloud.dump<{ newsRead: string[] }>('notice_permissions')
  expect(marks?.newsRead).toEqual(many.slice(2))
})
