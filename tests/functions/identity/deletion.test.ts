import { audit } from '@domain/coin/audit'
import type { Entry } from '@domain/coin/entry'
import type { Account } from '@domain/coin/ledger'
import { limits } from '@domain/kernel/limits'
import { DAY_MS, MINUTE_MS } from '@domain/kernel/time'
import type { PostDocument } from '../../../cloudfunctions/forum/store'
import type { RebindDocument } from '../../../cloudfunctions/identity/store'
import { readFromCloud } from '../../../tools/audit/readLedger'
import { auditShelves } from '../../../tools/audit/shelves'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId, phoneCode, registrationOf, upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { leaveTraces, type OwnThings } from '../../support/ownWorld'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { tracesOf } from '../../support/traces'
import { associations } from '../../support/unionWorld'

const CLOCK = '2026-11-24T12:20:00+08:00'
const NOW = Date.parse(CLOCK)
const { lin, chen, han, tang } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: CLOCK })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany('forum_boards', [{ _id: 'life', name: '生活', closed: false, order: 1 }])
  const [model] = associations
  await cloud.engine.insertMany('union_associations', [{ ...model, _id: 'run', name: '跑步社', members: 10 }])
})
afterAll(() => cloud.close())
afterEach(() => cloud.clock(CLOCK))

const ask = (who: TestPerson, more: object = {}) =>
  cloud.call<{ dueAt: number }>(
    who.openid,
    'identity.requestDeletion',
    { words: 'anonymous', confirmedBy: who.employeeId, ...more },
    newRequestId(),
  )
const withdraw = (who: TestPerson) => cloud.call(who.openid, 'identity.withdrawDeletion', {}, newRequestId())
const days = (count: number) => cloud.clock(new Date(NOW + count * DAY_MS).toISOString())
const tend = () => cloud.timer('identity', 'tend')

/** What a seat or a piece was held by while it was given: the rooms' own timers let go of it, within minutes. */
async function letGo(): Promise<void> {
  await cloud.clock(new Date(NOW + 10 * MINUTE_MS).toISOString())
  await cloud.timer('booking', 'tend')
  await cloud.timer('mall', 'sweep')
  await cloud.clock(CLOCK)
}

/** By the auditor's own reader, also while a person's entries are on their way to a pseudonym. */
async function soundBooks(): Promise<void> {
  const ledger = await readFromCloud(cloud.url)
  if (!ledger) throw new Error('no cloud')
  expect(audit(ledger)).toMatchObject({ findings: [], sum: 0 })
}

/** What each has taken of a thing is what their orders say, under whatever name. */
function soundShelves(): void {
  expect(auditShelves(room => cloud.engine.dump(room))).toEqual([])
}

async function only<T extends { _id: string }>(room: string, id: string): Promise<T | undefined> {
  return (await cloud.dump<T>(room)).find(({ _id }) => _id === id)
}

/** More pictures than storage removes at once, in posts of the most that each may have. @returns where the last one lies */
async function pictured(who: TestPerson): Promise<string> {
  const [model] = await cloud.dump<PostDocument>('forum_posts')
  const path = 'uploads/of-the-last-post.jpg'
  const fileId = await upload(cloud, who.openid, path, 'a picture')
  const picture = (name: number) => ({
    ...{ fileId: `${fileId}.${name}.jpg`, width: 1, height: 1 },
    ...{ traceId: `trace ${name}`, state: 'passed' as const },
  })
  const posts = Array.from({ length: 6 }, (_post, number) => ({
    ...model,
    _id: `0${number}-pictured`,
    author: { ...model?.author, employeeId: who.employeeId },
    images: Array.from({ length: limits.postImagesMax }, (_image, place) => ({
      ...picture(10 * number + place),
      ...(number + place === 0 ? { fileId } : {}),
    })),
  }))
  await cloud.engine.insertMany('forum_posts', posts)
  return `${cloud.url}/storage/${path}`
}

describe('asking', () => {
  test('wants the own number, and nothing that is open', async () => {
    expectError(
      'identity.requestDeletion',
      await ask(chen, { confirmedBy: lin.employeeId }),
      'IDENTITY_DELETION_UNCONFIRMED',
    )
    expectError('identity.requestDeletion', await ask(tang), 'IDENTITY_DELETION_BLOCKED')
    const opened = await cloud.call(tang.openid, 'identity.openDeletion')
    expect(expectData(opened)).toMatchObject({ blockers: [{ kind: 'roles', count: 1 }] })
  })

  test('can be taken back for seven days', async () => {
    expectError('identity.withdrawDeletion', await withdraw(chen), 'IDENTITY_DELETION_MISSING')
    expect(expectData(await ask(chen)).dueAt).toBe(NOW + 7 * DAY_MS)
    await days(6.9)
    await tend()
    const shown = async () =>
      expectData(await cloud.call<{ deletion: object | null }>(chen.openid, 'identity.openProfile')).deletion
    expect(await shown()).toEqual({ words: 'anonymous', askedAt: NOW, dueAt: NOW + 7 * DAY_MS })
    expectData(await withdraw(chen))
    expect(await shown()).toBeNull()
    await days(8)
    await tend()
    expect(expectData(await cloud.call(chen.openid, 'identity.openSession'))).toMatchObject({
      standing: 'employee',
    })
  })
})

describe('clearing', () => {
  let things: OwnThings
  let bystander: Entry[]

  test('is done whole, however often it is killed, with the books sound each time', async () => {
    things = await leaveTraces(cloud, lin, NOW)
    await letGo()
    const entries = await cloud.dump<Entry>('coin_entries')
    bystander = entries.filter(({ employeeId }) => employeeId === han.employeeId)
    expectData(await ask(lin))
    await days(7)
    // Each run comes some requests further than the one before, and dies.
    for (const after of [3, 9, 17, 26, 34, 42, 50, 58, 66, 74]) {
      await cloud.fault({ function: { name: 'identity', mode: 'kill', after } })
      await tend().catch(() => undefined)
      await cloud.fault({ clear: true })
      await soundBooks()
    }
    await tend()
    await soundBooks()
    soundShelves()
    expect(await tracesOf(cloud, lin)).toEqual([])
  })

  test('keeps amounts under a pseudonym, posts under 前同事, and others as they were', async () => {
    const entries = await cloud.dump<Entry>('coin_entries')
    const accounts = await cloud.dump<Account>('coin_accounts')
    const former = accounts.filter(({ _id }) => _id.startsWith('former-'))
    expect(former).toHaveLength(1)
    const own = entries.filter(({ employeeId }) => employeeId === former[0]?._id)
    expect(own.length).toBe(former[0]?.entries)
    expect(new Set(own.map(({ title }) => title))).toEqual(new Set(['发帖', '评论', '签到', '兑换']))
    expect(entries.filter(({ employeeId }) => employeeId === han.employeeId)).toEqual(bystander)
    expect(await only('forum_posts', things.postId)).toMatchObject({
      state: 'live',
      author: { name: '前同事', site: '', department: '' },
    })
    expect(await only('forum_comments', things.replyId)).toMatchObject({ answers: { name: '前同事' } })
    expect(await only('forum_posts', things.otherPostId)).toMatchObject({ favourites: 0, savers: [] })
    expect(await only('forum_reviews', `post.${things.postId}`)).toMatchObject({
      subject: { title: '露营清单', words: '帐篷和灯' },
      appeal: { words: '', answer: { verdict: 'uphold' } },
    })
    // Whoever would read the answer has gone.
    expect(await only('forum_reviews', `comment.${things.commentId}`)).toMatchObject({
      state: 'decided',
      waiting: false,
      appeal: null,
    })
    const named = await only<{ _id: string; owner: object }>('knowledge_documents', `document-${lin.openid}`)
    expect(named?.owner).toMatchObject({ name: '前同事' })
    expect(await only('selfservice_ticket_categories', `desk-${lin.openid}`)).toMatchObject({
      desks: [{ leadId: han.employeeId, handlerIds: [han.employeeId] }],
    })
    expect(await only('union_associations', `offered-${lin.openid}`)).toMatchObject({
      office: null,
      officeTrail: [
        { to: { name: '前同事' }, by: { name: han.name } },
        { action: 'decline', to: { name: '前同事' }, by: { name: '前同事' } },
      ],
    })
    const told = await cloud.dump<{ employeeId: string; title: string }>('notice_messages')
    const title = `棋社 ${lin.openid}：前同事删除了自己的数据，不能接任会长了`
    expect(told).toContainEqual(expect.objectContaining({ employeeId: han.employeeId, title }))
    expect(await only('mall_orders', things.orderId)).toMatchObject({
      state: 'received',
      delivery: { recipient: '', phone: null, place: '' },
      afterSale: { words: '', photos: [] },
    })
    expect(await only('union_associations', 'run')).toMatchObject({ members: 9 })
    const sentBy = { employeeId: former[0]?._id, name: '前同事' }
    expect(await only('notice_news', `sent-by-${lin.openid}`)).toMatchObject({ state: 'sent', sentBy })
    const audits = await cloud.dump<{ audit?: object }>('platform_receipts')
    expect(audits.filter(({ audit: kept }) => kept)).toContainEqual(
      expect.objectContaining({
        audit: expect.objectContaining({
          by: lin.employeeId,
          subject: `identity_employees/${lin.employeeId}`,
          after: { deleted: true },
        }),
      }),
    )
  })

  test('lets the same employee begin anew, with nothing', async () => {
    expect(expectData(await cloud.call(lin.openid, 'identity.openSession'))).toMatchObject({
      standing: 'stranger',
    })
    await cloud.clock(CLOCK)
    expectData(await cloud.call(lin.openid, 'identity.register', registrationOf(lin), newRequestId()))
    expect(expectData(await cloud.call(lin.openid, 'identity.openProfile'))).toMatchObject({
      balance: 0,
      experience: 0,
      posts: 0,
      associations: 0,
      streak: { daysInRow: 0 },
    })
  })
})

test('whoever wants their words gone loses them, and the files of their pictures', async () => {
  const { postId, commentId, otherPostId } = await leaveTraces(cloud, chen, NOW)
  await letGo()
  const lastFile = await pictured(chen)
  expectData(await ask(chen, { words: 'remove' }))
  await days(7)
  await tend()
  expect((await fetch(lastFile)).status).toBe(404)
  expect(await tracesOf(cloud, chen)).toEqual([])
  expect(await only('forum_posts', postId)).toMatchObject({ state: 'deleted', title: '', body: '' })
  expect(await only('forum_comments', commentId)).toMatchObject({ state: 'deleted', body: '' })
  const judged = JSON.stringify(await only('forum_reviews', `post.${postId}`))
  for (const words of ['露营清单', '帐篷和灯', '第一稿']) expect(judged).not.toContain(words)
  for (const open of [otherPostId, `article.of-${chen.openid}`]) {
    expectData(await cloud.call(han.openid, 'forum.openPost', { postId: open }))
  }
  expect(await only('forum_posts', `article.of-${chen.openid}`)).toMatchObject({
    state: 'beside',
    title: '新展厅开放',
    author: { name: '前同事' },
  })
  const spoken = { body: '很期待', state: 'live', author: { name: '前同事', official: true } }
  expect(await only('forum_comments', `spoken-of-${chen.openid}`)).toMatchObject(spoken)
  expect(await only('forum_posts', `spoken-of-${chen.openid}`)).toMatchObject({ ...spoken, body: '周一开放' })
  await soundBooks()
})

test('nobody registers while the data of whoever was there before is still being cleared', async () => {
  const asked = { ...registrationOf(han), phoneCode: phoneCode('13611110009'), reason: '换了手机' }
  const rebind = (openid: string) => cloud.call(openid, 'identity.requestRebind', asked, newRequestId())
  const rebinds = async () =>
    (await cloud.dump<RebindDocument & { _id: string }>('identity_rebinds')).filter(
      one => one.employeeId === han.employeeId,
    )
  expectData(await rebind('wx-han-renewed'))
  const [waiting] = await rebinds()
  expectData(await ask(han))
  await days(7)
  await cloud.fault({ database: { collection: 'notice_messages', mode: 'fail' } })
  await tend()
  await cloud.fault({ clear: true })
  const register = (claim: object = {}) =>
    cloud.call(han.openid, 'identity.register', { ...registrationOf(han), ...claim }, newRequestId())
  expectError('identity.register', await register(), 'IDENTITY_DELETION_RUNNING')
  // Only who knows name and phone is told.
  for (const wrong of [{ name: '不是我' }, { phoneCode: phoneCode('13611110008') }])
    expectError('identity.register', await register(wrong), 'IDENTITY_REGISTRATION_REFUSED')
  const approval = { rebindId: waiting?._id, decision: 'approve', reason: '当面核对过' }
  const late = await cloud.call(people.wang.openid, 'identity.decideRebind', approval, newRequestId())
  expectError('identity.decideRebind', late, 'IDENTITY_REBIND_MISSING')
  expectData(await rebind('wx-han-again'))
  expect(await rebinds()).toEqual([])
  await tend()
  expectData(await register())
})

test('what was begun in the seven days puts everything off for a day', async () => {
  const who = { ...people.gu, employeeId: 'VC020419', openid: 'wx-begun', name: '向晚', registered: true }
  await insertPeople(cloud.engine, [who])
  expectData(await ask(who))
  const endsAt = NOW + 7.5 * DAY_MS
  const place = { _id: 'soon:VC020419', employeeId: who.employeeId, state: 'confirmed', endsAt }
  await cloud.engine.insertMany('booking_places', [place])
  await days(7)
  await tend()
  expect(await only('identity_deletions', who.employeeId)).toMatchObject({
    pseudonym: null,
    dueAt: NOW + 8 * DAY_MS,
  })
  const told = (await cloud.dump<{ employeeId: string; title: string; body: string }>('notice_messages'))
    .filter(({ employeeId }) => employeeId === who.employeeId)
    .map(({ title, body }) => `${title} ${body}`)
  expect(told.filter(words => words.startsWith('注销推迟了一天 还有 1 个报名或预约'))).toHaveLength(1)
})
