import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import type { FoundingView } from '@domain/union/foundingContract'
import type { AssociationDocument, FoundingDocument } from '../../../cloudfunctions/union/store'
import { expectData, expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { employeeIn } from '../../support/membersWorld'
import { changePerson, insertPeople, people, type TestPerson } from '../../support/people'
import { newcomer, noticesTo, startUnionCloud, UNION_CLOCK } from '../../support/unionWorld'

let cloud: TestCloud
const NOW = Date.parse(UNION_CLOCK)

/** A second chair, so that 会签 means something. */
const bai: TestPerson = {
  ...people.shen,
  employeeId: 'VC011009',
  openid: 'wx-bai',
  phone: '13800000009',
  name: '白露',
}

beforeAll(async () => {
  cloud = await startUnionCloud()
  await insertPeople(cloud.engine, [bai])
})
afterAll(() => cloud.close())
afterEach(() => cloud.clock(UNION_CLOCK))

let made = 0

async function propose(
  who: TestPerson,
  name = `桌游社${made + 1}`,
): Promise<{ foundingId: string; name: string }> {
  made += 1
  const reply = await cloud.call<{ foundingId: string }>(who.openid, 'union.proposeAssociation', {
    name,
    category: 'culture',
    site: '上海',
    headline: '每周五 18:30',
    intro: '下班以后一起玩桌游，新手也欢迎。',
    reason: '已经有二十位同事愿意来',
  })
  return { name, ...expectData(reply) }
}

const decide = (who: TestPerson, foundingId: string, verdict = 'approve', reason?: string) =>
  cloud.call<{ state: string }>(who.openid, 'union.decideFounding', { foundingId, verdict, reason })

const open = (who: TestPerson, foundingId: string) =>
  cloud.call<{ founding: FoundingView }>(who.openid, 'union.openFounding', { foundingId })

async function stored(foundingId: string): Promise<FoundingDocument | undefined> {
  return (await cloud.dump<FoundingDocument>('union_foundings')).find(({ _id }) => _id === foundingId)
}

const associationNamed = async (name: string) =>
  (await cloud.dump<AssociationDocument>('union_associations')).find(one => one.name === name)

test('an officer, then both chairs: the association exists, and its founder presides over it', async () => {
  const founder = await newcomer(cloud)
  const { foundingId, name } = await propose(founder)
  expect(await noticesTo(cloud, people.qiu)).toMatchObject([{ target: { kind: 'founding', id: foundingId } }])
  expectError('union.decideFounding', await decide(people.shen, foundingId), 'UNION_NOT_YOUR_TURN')
  expect(expectData(await decide(people.qiu, foundingId)).state).toBe('running')
  expect(expectData(await decide(people.shen, foundingId)).state).toBe('running')
  expectError('union.decideFounding', await decide(people.shen, foundingId), 'UNION_NOT_YOUR_TURN')
  expect(expectData(await decide(bai, foundingId, 'approve', '场地已经安排')).state).toBe('approved')

  const { founding } = expectData(await open(founder, foundingId))
  expect(founding.nodes.map(({ state, decisions }) => [state, decisions.map(({ by }) => by.name)])).toEqual([
    ['done', ['邱实']],
    ['done', ['沈一宁', '白露']],
  ])
  const mine = await cloud.call(founder.openid, 'union.openAssociation', { associationId: foundingId })
  expect(expectData(mine)).toMatchObject({
    association: { name, members: 1, presiding: true, mine: 'member', president: { name: founder.name } },
  })
  expect(await noticesTo(cloud, founder)).toMatchObject([{ title: `${name}成立了，你是会长` }])
  const again = await cloud.call(founder.openid, 'union.proposeAssociation', {
    name,
    category: 'culture',
    site: '上海',
    headline: '每周五 18:30',
    intro: '下班以后一起玩桌游，新手也欢迎。',
    reason: '再来一个',
  })
  expectError('union.proposeAssociation', again, 'UNION_NAME_TAKEN')
})

test('two chairs agree at the same moment: both decisions count, and it is founded once', async () => {
  const { foundingId } = await propose(await newcomer(cloud))
  expectData(await decide(people.qiu, foundingId))
  const replies = await Promise.all([people.shen, bai].map(chair => decide(chair, foundingId)))
  expect(replies.map(reply => expectData(reply).state).sort()).toEqual(['approved', 'running'])
  expect((await stored(foundingId))?.approval.decisions).toHaveLength(3)
})

test('a refusal ends it with its reason, and nothing is founded', async () => {
  const founder = await newcomer(cloud)
  const { foundingId } = await propose(founder)
  expectError('union.decideFounding', await decide(people.qiu, foundingId, 'refuse'), 'UNION_REASON_NEEDED')
  expectData(await decide(people.qiu, foundingId, 'refuse', '和文化社太像，先一起办两场试试'))
  expect(await noticesTo(cloud, founder)).toMatchObject([{ body: '和文化社太像，先一起办两场试试' }])
  expectError('union.decideFounding', await decide(people.qiu, foundingId), 'UNION_NOT_YOUR_TURN')
  const opened = await cloud.call(founder.openid, 'union.openAssociation', { associationId: foundingId })
  expectError('union.openAssociation', opened, 'UNION_ASSOCIATION_MISSING')
})

test('only its applicant and the union see it, and only its applicant takes it back', async () => {
  const founder = await newcomer(cloud)
  const { foundingId } = await propose(founder)
  const withdraw = (who: TestPerson) => cloud.call(who.openid, 'union.withdrawFounding', { foundingId })
  expectError('union.openFounding', await open(people.lin, foundingId), 'UNION_FOUNDING_MISSING')
  expectError('union.withdrawFounding', await withdraw(people.lin), 'UNION_FOUNDING_MISSING')
  expect(expectData(await open(people.shen, foundingId)).founding.myTurn).toBe(false)
  expect(expectData(await withdraw(founder))).toEqual({ state: 'withdrawn' })
  expectError('union.withdrawFounding', await withdraw(founder), 'UNION_TRANSITION_REFUSED')
  const list = await cloud.call(founder.openid, 'union.listMyFoundings')
  expect(expectData(list)).toMatchObject({ foundings: [{ foundingId, state: 'withdrawn' }] })
})

test('whoever lets it lie is reminded once a day', async () => {
  const before = (await noticesTo(cloud, people.qiu)).length
  await propose(await newcomer(cloud))
  const reminders = async () => (await noticesTo(cloud, people.qiu)).length - before - 1
  for (const [after, expected] of [
    [DAY_MS - 1, 0],
    [DAY_MS, 1],
    [DAY_MS + HOUR_MS, 1],
    [2 * DAY_MS, 2],
  ] as const) {
    await cloud.clock(new Date(NOW + after).toISOString())
    await cloud.timer('union', 'tend')
    expect([after, await reminders()]).toEqual([after, expected])
  }
})

test('a chair who is away has lent the role: the deputy decides, and the trail says for whom', async () => {
  const lent = await cloud.call(people.shen.openid, 'access.lendRoles', {
    toEmployeeId: people.chen.employeeId,
    startsAt: NOW,
    endsAt: NOW + 3 * DAY_MS,
  })
  expectData(lent)
  const { foundingId } = await propose(await newcomer(cloud))
  expectData(await decide(people.qiu, foundingId))
  const inbox = await cloud.call<{ waiting: { id: string }[] }>(people.chen.openid, 'access.openInbox')
  expect(expectData(inbox).waiting.map(({ id }) => id)).toContain(foundingId)
  const seen = await cloud.call<{ waitsFor: unknown[] }>(people.chen.openid, 'union.openFounding', {
    foundingId,
  })
  expect(expectData(seen).waitsFor).toEqual([
    { employeeId: people.shen.employeeId, name: '沈一宁', mine: true },
    { employeeId: bai.employeeId, name: '白露', mine: false },
  ])
  expectData(await decide(people.chen, foundingId))
  expect((await stored(foundingId))?.approval.decisions.at(-1)).toMatchObject({
    approverId: people.shen.employeeId,
    by: { employeeId: people.chen.employeeId, name: '陈嘉禾（代沈一宁）' },
  })
  expectError('union.decideFounding', await decide(people.shen, foundingId), 'UNION_NOT_YOUR_TURN')
  expectData(await cloud.call(people.shen.openid, 'access.endLending'))
  expectError('union.decideFounding', await decide(people.chen, foundingId), 'NOT_ALLOWED')
})

test('an application that does not exist is decided by nobody', async () => {
  expectError('union.decideFounding', await decide(people.qiu, 'none'), 'UNION_FOUNDING_MISSING')
})

test('of two applications with one name the first that gets through has it', async () => {
  const { foundingId, name } = await propose(await newcomer(cloud))
  const taken = { ...(await associationNamed('光影摄影社')), _id: 'taken', name }
  await cloud.engine.insertMany('union_associations', [taken])
  expectError('union.decideFounding', await decide(people.qiu, foundingId), 'UNION_NAME_TAKEN')
  expect((await stored(foundingId))?.approval.decisions).toEqual([])
})

test('its words are read by the machine, and nothing is proposed that it refuses or cannot read', async () => {
  const before = (await cloud.dump('union_foundings')).length
  const founder = await newcomer(cloud)
  const ask = async (mode: 'risky' | 'fail') => {
    await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode, times: 1 } })
    return cloud.call(founder.openid, 'union.proposeAssociation', {
      name: '飞盘社',
      category: 'sport',
      site: '上海',
      headline: '每周五 18:30',
      intro: '下班以后一起玩飞盘，新手也欢迎。',
      reason: '已经有二十位同事愿意来',
    })
  }
  expectError('union.proposeAssociation', await ask('risky'), 'CONTENT_REJECTED')
  expectError('union.proposeAssociation', await ask('fail'), 'CONTENT_CHECK_UNAVAILABLE')
  expect(await cloud.dump('union_foundings')).toHaveLength(before)
})

test('who has left the company founds nothing: nobody can agree to it, and it is taken back', async () => {
  const founder = await newcomer(cloud)
  const { foundingId, name } = await propose(founder)
  expectData(await decide(people.qiu, foundingId))
  expectData(await decide(people.shen, foundingId))
  await changePerson(cloud.engine, founder, { status: 'left', parting: ['union'] })
  expectError('union.decideFounding', await decide(bai, foundingId), 'UNION_TRANSITION_REFUSED')
  await cloud.timer('union', 'tend')
  expect(await stored(foundingId)).toMatchObject({
    ...{ approval: { state: 'withdrawn' }, decidedAt: NOW },
    ...{ openIds: [], remindAt: null, seatedAt: null },
  })
  expectError('union.decideFounding', await decide(bai, foundingId), 'UNION_NOT_YOUR_TURN')
  expect(await associationNamed(name)).toBeUndefined()
  expect((await employeeIn(cloud, founder))?.grants).toEqual([])
})

test('two that chairs agree to in the same moment never share their name', async () => {
  const one = await propose(await newcomer(cloud))
  const other = await propose(await newcomer(cloud), one.name)
  for (const { foundingId } of [one, other]) {
    expectData(await decide(people.qiu, foundingId))
    expectData(await decide(people.shen, foundingId))
  }
  const replies = await Promise.all([one, other].map(({ foundingId }) => decide(bai, foundingId)))
  const refused = replies.filter(({ ok }) => !ok)
  expect(refused).toMatchObject([{ error: { code: 'UNION_NAME_TAKEN' } }])
  const all = await cloud.dump<AssociationDocument>('union_associations')
  expect(all.filter(({ name }) => name === one.name)).toHaveLength(1)
})
