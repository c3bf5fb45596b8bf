import { requestsMax } from '@domain/kernel/contract'
import { union } from '@domain/union/contract'
import { expectData, expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { openedPage } from '../../support/openedPage'
import { associationIds, people, type TestPerson } from '../../support/people'
import {
  applyToPhoto,
  membershipIn,
  membersOf,
  newcomer,
  noticesTo,
  permit,
  startUnionCloud,
} from '../../support/unionWorld'

const { lin, tang, zhao, wang, guo, luo } = people
const { photo, badminton } = associationIds

let cloud: TestCloud
let who: TestPerson
let id: string

beforeAll(async () => {
  cloud = await startUnionCloud()
})

beforeEach(async () => {
  who = await newcomer(cloud)
  id = await applyToPhoto(cloud, who)
})

afterAll(() => cloud.close())

interface Decided {
  decided: string[]
  stale: { membershipId: string; name: string; state: string }[]
}

const decide = (by: TestPerson, input: object, requestId?: string) =>
  cloud.call<Decided>(by.openid, 'union.decide', { membershipIds: [id], ...input }, requestId)
const approve = (requestId?: string) => decide(tang, { decision: 'approve' }, requestId)
const revoke = (by: TestPerson, membershipId = id, requestId?: string) =>
  cloud.call(by.openid, 'union.revoke', { membershipId, reason: '长期没有参加' }, requestId)

test('whoever has decided has nothing left to do, at the same instant as well', async () => {
  const mine = async () => (await noticesTo(cloud, tang)).find(({ target }) => target?.id === id)
  expect(await mine()).toMatchObject({ kind: 'todo', read: false })
  expectData(await approve())
  expect(await mine()).toMatchObject({ kind: 'union', read: true })
})

describe('what follows a decision', () => {
  const messagesTo = async ({ openid }: TestPerson) =>
    (await cloud.outbox()).filter(
      sent => sent.api.endsWith('subscribeMessage.send') && JSON.stringify(sent).includes(openid),
    )
  const todo = async () => (await noticesTo(cloud, tang)).find(({ target }) => target?.id === id)

  it('is done although the answer to its commit is lost, and once, whoever repeats it', async () => {
    await cloud.engine.insertMany('notice_permissions', [
      { _id: who.employeeId, left: { applicationDecided: 2 } },
    ])
    await cloud.subscribe(who.openid, 'applicationDecided', 2)
    await cloud.fault({ database: { action: 'database.commitTransaction', mode: 'drop' } })
    const first = await approve('lost-commit-1')
    expect(expectData(first)).toEqual({ decided: [id], stale: [] })
    expect(await todo()).toMatchObject({ kind: 'union', read: true })
    expect(await messagesTo(who)).toHaveLength(1)
    expect(await approve('lost-commit-1')).toEqual(first)
    expect(await messagesTo(who)).toHaveLength(1)
  })

  it('is not done where the commit failed, but by the repetition that commits', async () => {
    await permit(cloud, who, 'applicationDecided')
    await cloud.fault({ database: { action: 'database.commitTransaction', mode: 'fail' } })
    expectError('union.decide', await approve('failed-commit-1'), 'DATABASE_UNAVAILABLE')
    expect(await todo()).toMatchObject({ kind: 'todo', read: false })
    expect(await messagesTo(who)).toEqual([])
    expectData(await approve('failed-commit-1'))
    expect(await todo()).toMatchObject({ kind: 'union', read: true })
    expect(await messagesTo(who)).toHaveLength(1)
  })
})

describe('the reason of a decision', () => {
  const judge = (mode: 'risky' | 'fail') => cloud.fault({ openapi: { api: 'security.msgSecCheck', mode } })

  it('is read by WeChat first, whatever is decided', async () => {
    const refuse = () => decide(tang, { decision: 'refuse', reason: '不合适' })
    await judge('risky')
    expectError('union.decide', await refuse(), 'CONTENT_REJECTED')
    await judge('fail')
    expectError('union.decide', await refuse(), 'CONTENT_CHECK_UNAVAILABLE')
    expect(await membershipIn(cloud, id)).toMatchObject({ state: 'pending' })
    expectData(await approve())
    const remove = () =>
      cloud.call(tang.openid, 'union.removeMember', { membershipId: id, reason: '长期没有参加' })
    await judge('risky')
    expectError('union.revoke', await revoke(tang), 'CONTENT_REJECTED')
    await judge('fail')
    expectError('union.revoke', await revoke(tang), 'CONTENT_CHECK_UNAVAILABLE')
    await judge('risky')
    expectError('union.removeMember', await remove(), 'CONTENT_REJECTED')
    await judge('fail')
    expectError('union.removeMember', await remove(), 'CONTENT_CHECK_UNAVAILABLE')
    expect(await membershipIn(cloud, id)).toMatchObject({ state: 'member' })
  })
})

describe('deciding', () => {
  it('makes a member, tells the applicant and keeps who did it', async () => {
    const members = (await membersOf(cloud, photo)) ?? 0
    expect(expectData(await approve())).toEqual({ decided: [id], stale: [] })
    expect(await membersOf(cloud, photo)).toBe(members + 1)
    expect(await membershipIn(cloud, id)).toMatchObject({
      state: 'member',
      trail: [{ action: 'apply' }, { action: 'approve', by: { employeeId: tang.employeeId } }],
    })
    expect(await noticesTo(cloud, who)).toMatchObject([
      { kind: 'union', title: '你加入了光影摄影社', target: { kind: 'application', id } },
    ])
    const receipts = await cloud.dump<{ audit?: { by: string; after: object } }>('platform_receipts')
    expect(receipts.filter(({ audit }) => audit && id in audit.after)).toMatchObject([
      { audit: { by: tang.employeeId, before: { [id]: 'pending' }, after: { [id]: 'member' } } },
    ])
  })

  it('tells the applicant by subscribe message where one is permitted', async () => {
    await permit(cloud, who, 'applicationDecided')
    await decide(tang, { decision: 'refuse', reason: '有更近的分社' })
    const sent = (await cloud.outbox()).filter(({ api }) => api.endsWith('subscribeMessage.send'))
    expect(JSON.stringify(sent)).toContain('有更近的分社')
    expect(JSON.stringify(sent)).toContain(who.openid)
    expect(openedPage(String(sent.at(-1)?.data.page))).toEqual({
      page: 'rooms/union/pages/application/index',
      params: { membershipId: id },
    })
  })

  it('refuses with a reason that the applicant sees in the trail, never without', async () => {
    expectError('union.decide', await decide(tang, { decision: 'refuse' }), 'UNION_REASON_NEEDED')
    const members = await membersOf(cloud, photo)
    await decide(tang, { decision: 'refuse', reason: '有更近的分社' })
    const reply = await cloud.call(who.openid, 'union.listMyApplications')
    expect(expectData(reply)).toMatchObject({
      applications: [
        {
          state: 'refused',
          trail: [{ action: 'apply' }, { action: 'refuse', reason: '有更近的分社' }],
          actions: ['apply'],
        },
      ],
    })
    expect(await membersOf(cloud, photo)).toBe(members)
  })

  it('decides a batch at once within its budget, and reports what had changed meanwhile', async () => {
    const others = await Promise.all([newcomer(cloud), newcomer(cloud), newcomer(cloud)])
    const ids: string[] = [id]
    for (const other of others) ids.push(await applyToPhoto(cloud, other))
    const [withdrawn] = others
    await cloud.call(withdrawn.openid, 'union.withdraw', { associationId: photo })
    const members = (await membersOf(cloud, photo)) ?? 0
    const reply = await decide(tang, { membershipIds: ids, decision: 'approve' })
    const stale = `${photo}:${withdrawn.employeeId}`
    expect(expectData(reply)).toEqual({
      decided: ids.filter(each => each !== stale),
      stale: [{ membershipId: stale, name: withdrawn.name, state: 'withdrawn' }],
    })
    expect(await membersOf(cloud, photo)).toBe(members + 3)
    const record = (await cloud.log('union.decide')).at(-1)
    expect(record?.databaseRequests.length).toBeLessThanOrEqual(requestsMax(union.decide))
  })

  it('counts a repeated approval once', async () => {
    const members = (await membersOf(cloud, photo)) ?? 0
    const first = await approve('decide-0001')
    expect(await approve('decide-0001')).toEqual(first)
    const stale = [{ membershipId: id, name: who.name, state: 'member' }]
    expect(expectData(await approve('decide-0002'))).toEqual({ decided: [], stale })
    expect(await membersOf(cloud, photo)).toBe(members + 1)
    expect(await noticesTo(cloud, who)).toHaveLength(1)
  })

  it('counts right when two presidents of one association approve at once', async () => {
    const members = (await membersOf(cloud, photo)) ?? 0
    const replies = await Promise.all(['race-0001', 'race-0002', 'race-0003'].map(approve))
    const decided = replies.map(reply => expectData(reply).decided)
    expect(decided.filter(ids => ids.length > 0)).toEqual([[id]])
    expect(await membersOf(cloud, photo)).toBe(members + 1)
  })

  it('lets nobody else decide', async () => {
    const before = await membershipIn(cloud, id)
    const byZhao = await decide(zhao, { decision: 'approve' })
    expectError('union.decide', byZhao, 'UNION_APPLICATION_MISSING')
    for (const outsider of [lin, who, wang, guo, luo])
      expectError('union.decide', await decide(outsider, { decision: 'approve' }), 'NOT_ALLOWED')
    expect(await membershipIn(cloud, id)).toEqual(before)
  })

  it('refuses a whole batch for one application of another association', async () => {
    const stranger = await newcomer(cloud)
    await cloud.call(stranger.openid, 'union.apply', {
      associationId: badminton,
      answers: [],
      reason: '想打球',
    })
    const ids = [id, `${badminton}:${stranger.employeeId}`]
    const reply = await decide(tang, { membershipIds: ids, decision: 'approve' })
    expectError('union.decide', reply, 'UNION_APPLICATION_MISSING')
    expect((await membershipIn(cloud, id))?.state).toBe('pending')
  })

  it('knows no application that was never made', async () => {
    const reply = await decide(tang, { membershipIds: [`${photo}:VC999999`], decision: 'approve' })
    expectError('union.decide', reply, 'UNION_APPLICATION_MISSING')
  })
})

describe('revoking', () => {
  it('takes the membership back, with its reason, once', async () => {
    await approve()
    const members = (await membersOf(cloud, photo)) ?? 0
    const first = await revoke(tang, id, 'revoke-0001')
    expect(expectData(first)).toEqual({ state: 'revoked' })
    expect(await revoke(tang, id, 'revoke-0001')).toEqual(first)
    expect(await membersOf(cloud, photo)).toBe(members - 1)
    expect((await noticesTo(cloud, who)).map(({ body }) => body)).toContain('长期没有参加')
    const decided = await cloud.call<{ applications: { membershipId: string; state: string }[] }>(
      tang.openid,
      'union.listDecided',
    )
    expect(expectData(decided).applications.find(({ membershipId }) => membershipId === id)).toMatchObject({
      state: 'revoked',
    })
  })

  it('is refused to others, and where there is nothing to revoke', async () => {
    expectError('union.revoke', await revoke(zhao), 'UNION_APPLICATION_MISSING')
    expectError('union.revoke', await revoke(lin), 'NOT_ALLOWED')
    expectError('union.revoke', await revoke(tang), 'UNION_TRANSITION_REFUSED')
    expectError('union.revoke', await revoke(tang, `${photo}:VC999999`), 'UNION_APPLICATION_MISSING')
  })
})
