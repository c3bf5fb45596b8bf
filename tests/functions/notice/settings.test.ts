import { expectData } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { people, type TestPerson } from '../../support/people'
import { applyToPhoto, startUnionCloud } from '../../support/unionWorld'

const { lin, chen, han, tang } = people
const NIGHT = '2026-11-24T22:30:00+08:00'
const MORNING = '2026-11-25T07:00:00+08:00'

interface Settings {
  off: string[]
  unwanted: string[]
  loud: boolean
  templates: { name: string; accepted: number; sent: number; left: number; refused: number }[]
}

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startUnionCloud()
})
afterEach(() => cloud.close())

const change = (who: TestPerson, wanted: Partial<Settings>) =>
  cloud.call(
    who.openid,
    'notice.changeSettings',
    { off: [], unwanted: [], loud: false, ...wanted },
    newRequestId(),
  )
const settingsOf = async (who: TestPerson) =>
  expectData(await cloud.call<Settings>(who.openid, 'notice.openSettings'))
const ledgerOf = async (who: TestPerson, name: string) =>
  (await settingsOf(who)).templates.find(template => template.name === name)
const answer = async (
  who: TestPerson,
  accepted: string[],
  refused: string[] = [],
  requestId = newRequestId(),
) => expectData(await cloud.call(who.openid, 'notice.recordPermissions', { accepted, refused }, requestId))
const sent = async () => (await cloud.outbox()).filter(({ api }) => api.endsWith('send'))
const list = async (who: TestPerson) =>
  expectData(
    await cloud.call<{ notices: { title: string; read: boolean }[]; unread: object }>(
      who.openid,
      'notice.listNotices',
    ),
  )

const written = (kind: string, title: string, id: string) => ({
  _id: id,
  employeeId: lin.employeeId,
  kind,
  title,
  body: '正文',
  read: false,
  at: Date.parse('2026-11-24T07:00:00+08:00'),
  target: null,
})

test('what piles up in a kind that is switched off hides nothing of the others', async () => {
  const ids = Array.from({ length: 500 }, (_one, index) => `01KA${String(index).padStart(4, '0')}`)
  await cloud.engine.insertMany('notice_messages', [
    ...ids.map(id => written('like', '韩冬赞了你的帖子', id)),
    written('order', '保温杯寄出了', '01KB1'),
  ])
  expectData(await change(lin, { off: ['like'] }))
  expect((await list(lin)).unread).toEqual({ order: 1 })
  for (const procedure of ['identity.openSession', 'identity.openProfile'])
    expect(expectData(await cloud.call(lin.openid, procedure))).toMatchObject({ unread: 1 })
})

test('a kind that is switched off is neither listed nor counted, and comes back as read', async () => {
  await cloud.engine.insertMany('notice_messages', [
    written('like', '韩冬赞了你的帖子', '01KA1'),
    written('order', '保温杯寄出了', '01KA2'),
  ])
  expect((await list(lin)).unread).toEqual({ like: 1, order: 1 })
  expectData(await change(lin, { off: ['like'] }))
  expect(await list(lin)).toMatchObject({ notices: [{ title: '保温杯寄出了' }], unread: { order: 1 } })
  const session = await cloud.call<{ unread: number }>(lin.openid, 'identity.openSession')
  expect(expectData(session).unread).toBe(1)
  const listed = await cloud.call<{ notices: object[] }>(lin.openid, 'notice.listNotices', { kind: 'like' })
  expect(expectData(listed).notices).toEqual([])
  expectData(await change(lin, {}))
  expect(await list(lin)).toMatchObject({
    notices: [
      { title: '保温杯寄出了', read: false },
      { title: '韩冬赞了你的帖子', read: true },
    ],
    unread: { order: 1 },
  })
})

test.each(['todo', 'official', 'union', 'order', 'account', 'talk'])(
  '%s is owed to a person and cannot be switched off',
  async kind => {
    const reply = await change(lin, { off: [kind] })
    expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    expect((await settingsOf(lin)).off).toEqual([])
  },
)

test('the ledger tells what was accepted, refused and sent, and what is left; a prompt counts once', async () => {
  await answer(tang, ['applicationWaiting'], [], 'prompt-0001')
  await answer(tang, ['applicationWaiting'], [], 'prompt-0001')
  await answer(tang, ['applicationWaiting', 'orderProgress'])
  await cloud.subscribe(tang.openid, 'applicationWaiting', 2)
  await applyToPhoto(cloud, lin)
  expect(await ledgerOf(tang, 'applicationWaiting')).toMatchObject({
    accepted: 2,
    sent: 1,
    left: 1,
    refused: 0,
  })
  await answer(tang, [], ['applicationWaiting'])
  expect(await ledgerOf(tang, 'applicationWaiting')).toMatchObject({
    accepted: 2,
    sent: 1,
    left: 0,
    refused: 1,
  })
  expect(await ledgerOf(tang, 'orderProgress')).toMatchObject({ accepted: 1, sent: 0, left: 1 })
  expect(await ledgerOf(tang, 'seatOffered')).toMatchObject({
    accepted: 0,
    sent: 0,
    left: 0,
    answeredAt: null,
  })
})

test('what WeChat knows nothing of is left no more, and counts as unsent', async () => {
  await answer(tang, ['applicationWaiting'])
  await answer(tang, ['applicationWaiting'])
  await applyToPhoto(cloud, lin)
  expect(await ledgerOf(tang, 'applicationWaiting')).toMatchObject({ accepted: 2, sent: 0, left: 0 })
})

test('an accepted message that is not wanted keeps its acceptance', async () => {
  await answer(tang, ['applicationWaiting'])
  await cloud.subscribe(tang.openid, 'applicationWaiting', 2)
  expectData(await change(tang, { unwanted: ['applicationWaiting'] }))
  await applyToPhoto(cloud, lin)
  expect(await sent()).toEqual([])
  expect(await ledgerOf(tang, 'applicationWaiting')).toMatchObject({ left: 1, sent: 0 })
  expectData(await change(tang, {}))
  await applyToPhoto(cloud, chen)
  expect(await sent()).toHaveLength(1)
})

test('at night a message waits for the morning and goes out once', async () => {
  await answer(tang, ['applicationWaiting'])
  await cloud.subscribe(tang.openid, 'applicationWaiting', 1)
  await cloud.clock(NIGHT)
  await applyToPhoto(cloud, han)
  await cloud.timer('notice', 'tend')
  expect(await sent()).toEqual([])
  await cloud.clock(MORNING)
  await Promise.all([cloud.timer('notice', 'tend'), cloud.timer('notice', 'tend')])
  expect(await sent()).toMatchObject([{ data: { touser: tang.openid }, result: { errcode: 0 } }])
  expect(await cloud.dump('notice_held')).toEqual([])
  expect(await ledgerOf(tang, 'applicationWaiting')).toMatchObject({ accepted: 1, sent: 1, left: 0 })
})

test('all that is held for the morning goes out in one run', async () => {
  await answer(tang, ['applicationWaiting'])
  await cloud.subscribe(tang.openid, 'applicationWaiting', 120)
  const message = {
    employeeId: tang.employeeId,
    template: 'applicationWaiting',
    page: 'p',
    values: ['一', '二'],
  }
  const dueAt = Date.parse(MORNING)
  const held = Array.from({ length: 120 }, (_one, index) => ({ _id: `held-${index}`, ...message, dueAt }))
  await cloud.engine.insertMany('notice_held', held)
  await cloud.clock(MORNING)
  await cloud.timer('notice', 'tend')
  expect(await sent()).toHaveLength(120)
  expect(await cloud.dump('notice_held')).toEqual([])
})

test('what was turned off while it waited for the morning does not come, and keeps its acceptance', async () => {
  await answer(tang, ['applicationWaiting'])
  await cloud.subscribe(tang.openid, 'applicationWaiting', 1)
  await cloud.clock(NIGHT)
  await applyToPhoto(cloud, han)
  expectData(await change(tang, { unwanted: ['applicationWaiting'] }))
  await cloud.clock(MORNING)
  await Promise.all([cloud.timer('notice', 'tend'), cloud.timer('notice', 'tend')])
  expect(await sent()).toEqual([])
  expect(await cloud.dump('notice_held')).toEqual([])
  expect(await ledgerOf(tang, 'applicationWaiting')).toMatchObject({ accepted: 1, sent: 0, left: 1 })
})

test('who wants it so hears at night as well', async () => {
  await answer(tang, ['applicationWaiting'])
  await cloud.subscribe(tang.openid, 'applicationWaiting', 1)
  expectData(await change(tang, { loud: true }))
  await cloud.clock(NIGHT)
  await applyToPhoto(cloud, han)
  await cloud.timer('notice', 'tend')
  expect(await sent()).toHaveLength(1)
})
