import type { NoticeDocument } from '../../../cloudfunctions/notice/store'
import { expectData } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'

const NOW = '2026-11-24T08:00:00+08:00'
const { lin, chen, han, tang, luo, zhao } = people

interface Listed {
  notices: { noticeId: string; kind: string; read: boolean }[]
  next: string | null
  unread: object | null
}

let cloud: TestCloud

/** Notices of one person, one a minute up to now; the last is the newest. */
function noticesFor({ employeeId }: TestPerson, count: number): NoticeDocument[] {
  return Array.from({ length: count }, (_notice, index) => ({
    _id: `${employeeId}-${String(index).padStart(3, '0')}`,
    employeeId,
    kind: index % 2 ? ('talk' as const) : ('coin' as const),
    title: `通知${index}`,
    body: '正文',
    read: false,
    at: Date.parse(NOW) - (count - 1 - index) * 60_000,
    target: { kind: 'post' as const, id: 'post' },
  }))
}

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
  const all = [...noticesFor(lin, 45), ...noticesFor(chen, 3), ...noticesFor(han, 4)]
  await cloud.engine.insertMany(
    'notice_messages',
    all.map(notice => ({ ...notice })),
  )
})
afterAll(() => cloud.close())

const list = async (openid: string, input: object = {}) =>
  expectData(await cloud.call<Listed>(openid, 'notice.listNotices', input))

const markRead = async (openid: string, input: object = {}) =>
  expectData(await cloud.call<{ unread: number }>(openid, 'notice.markRead', input, newRequestId()))

test('lists the newest first, a page at a time, each once and nobody else’s', async () => {
  const seen: string[] = []
  let after: string | null | undefined
  do {
    const page: Listed = await list(lin.openid, after ? { after } : {})
    seen.push(...page.notices.map(({ noticeId }) => noticeId))
    after = page.next
  } while (after)
  const expected = noticesFor(lin, 45)
    .map(({ _id }) => _id)
    .reverse()
  expect(seen).toEqual(expected)
})

test('reads what is unread with the first page alone', async () => {
  const { next } = await list(lin.openid)
  await list(lin.openid, { after: next })
  const [first, second] = (await cloud.log('notice.listNotices')).slice(-2)
  const readWithCaller = (one: typeof first) => one?.databaseRequests[0]?.returnedBytes ?? 0
  // Forty-five unread notices, each at least as long as its id.
  expect(readWithCaller(first) - readWithCaller(second)).toBeGreaterThan(45 * 20)
})

test('lists one kind alone', async () => {
  const { notices } = await list(lin.openid, { kind: 'talk' })
  expect(new Set(notices.map(({ kind }) => kind))).toEqual(new Set(['talk']))
})

test('marks some read, and says what is left', async () => {
  const [first] = (await list(chen.openid)).notices
  expect(await markRead(chen.openid, { noticeIds: [first?.noticeId] })).toEqual({ unread: 2 })
  expect(await markRead(chen.openid, { noticeIds: [first?.noticeId] })).toEqual({ unread: 2 })
  expect(await markRead(chen.openid, { noticeIds: [] })).toEqual({ unread: 2 })
})

test('marks nothing of another person', async () => {
  const [theirs] = (await list(lin.openid)).notices
  await markRead(chen.openid, { noticeIds: [theirs?.noticeId] })
  expect((await list(lin.openid)).notices[0]).toMatchObject({ read: false })
})

test('marks everything up to now, and not what comes after', async () => {
  const later = { ...(noticesFor(han, 1)[0] as NoticeDocument), _id: 'zz-later', at: Date.parse(NOW) + 1 }
  await cloud.engine.insertMany('notice_messages', [{ ...later }])
  expect(await markRead(han.openid)).toEqual({ unread: 1 })
  const session = await cloud.call<{ unread: number }>(han.openid, 'identity.openSession')
  expect(expectData(session).unread).toBe(1)
})

test('what waits to be done counts until it is done, however often it is looked at', async () => {
  const [plain] = noticesFor(tang, 1)
  const target = { kind: 'draft' as const, id: 'article-1' }
  const waiting = { ...(plain as NoticeDocument), _id: 'zz-waiting', kind: 'todo' as const, target }
  await cloud.engine.insertMany('notice_messages', [{ ...waiting }])
  for (const input of [{}, { kind: 'todo' }, { noticeIds: [waiting._id] }])
    expect(await markRead(tang.openid, input)).toEqual({ unread: 1 })
  expect((await list(tang.openid)).unread).toEqual({ todo: 1 })
})

test('counts acceptances up and takes them back with a refusal', async () => {
  const record = async (accepted: string[], refused: string[] = [], requestId = newRequestId()) =>
    expectData(
      await cloud.call<{ left: object }>(
        han.openid,
        'notice.recordPermissions',
        { accepted, refused },
        requestId,
      ),
    ).left
  await record(['orderProgress'], [], 'accepting-1')
  await record(['orderProgress'], [], 'accepting-1')
  expect(await record(['orderProgress', 'applicationWaiting'])).toEqual({
    orderProgress: 2,
    applicationWaiting: 1,
    applicationDecided: 0,
    seatOffered: 0,
    sessionSoon: 0,
    articleOut: 0,
    goodReady: 0,
  })
  expect(await record([], ['orderProgress'])).toMatchObject({
    orderProgress: 0,
    applicationWaiting: 1,
  })
})

/** What `union.apply` needs: each new application sends the president a message. */
function associationOf(president: TestPerson) {
  const { employeeId, name, site, department } = president
  return {
    _id: `of-${employeeId}`,
    // Each has a name of its own, and all are longer than WeChat's twenty characters.
    name: `光影摄影社、一个名字很长很长的协会，长得超过二十个字 ${employeeId}`,
    coverFileId: 'cloud://local/cover.jpg',
    site: '上海',
    category: 'art',
    members: 1,
    president: { employeeId, name, site, department },
    headline: '每周三',
    intro: '一起拍照',
    foundedOn: '2020-01-01',
    questions: [],
    open: true,
  }
}

async function applyTo(president: TestPerson, { openid }: TestPerson): Promise<void> {
  const input = { associationId: `of-${president.employeeId}`, answers: [], reason: '想学布光' }
  expectData(await cloud.call(openid, 'union.apply', input, newRequestId()))
}

test('sends a message for each acceptance and no more', async () => {
  await cloud.engine.insertMany('union_associations', [associationOf(tang)])
  await cloud.subscribe(tang.openid, 'applicationWaiting', 5)
  await cloud.call(
    tang.openid,
    'notice.recordPermissions',
    { accepted: ['applicationWaiting'], refused: [] },
    newRequestId(),
  )
  for (const applicant of [lin, chen]) await applyTo(tang, applicant)
  const sent = (await cloud.outbox()).filter(({ api }) => api.endsWith('send'))
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({ data: { touser: tang.openid }, result: { errcode: 0 } })
})

test('does not ask who somebody is to WeChat who has accepted nothing', async () => {
  await cloud.engine.insertMany('union_associations', [associationOf(luo)])
  await applyTo(luo, lin)
  const [call] = (await cloud.log('union.apply')).slice(-1)
  const people = call?.databaseRequests.filter(({ collection }) => collection === 'identity_employees')
  // The caller, as in every call, and who does the president's work.
  expect(people).toHaveLength(2)
})

test('gives an acceptance back when sending failed, and keeps none that WeChat does not know of', async () => {
  await cloud.engine.insertMany('union_associations', [associationOf(zhao)])
  const input = { accepted: ['applicationWaiting'], refused: [] }
  for (let time = 0; time < 2; time += 1)
    expectData(await cloud.call(zhao.openid, 'notice.recordPermissions', input, newRequestId()))
  const left = async () => {
    const all = await cloud.dump<{ _id: string; left: object }>('notice_permissions')
    return all.find(({ _id }) => _id === zhao.employeeId)?.left
  }
  await cloud.fault({ openapi: { api: 'subscribeMessage.send', mode: 'fail', times: 1 } })
  await applyTo(zhao, lin)
  expect(await left()).toMatchObject({ applicationWaiting: 2 })
  // Nobody has accepted anything at WeChat's: it answers 43101.
  await applyTo(zhao, chen)
  expect(await left()).toMatchObject({ applicationWaiting: 0 })
})
