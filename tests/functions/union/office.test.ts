import { DAY_MS, SECOND_MS } from '@domain/kernel/time'
import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import type { AssociationDocument } from '../../../cloudfunctions/union/store'
import { expectData, expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { associationIds, changePerson, people, type TestPerson } from '../../support/people'
import {
  applyToPhoto,
  newcomer,
  noticesTo,
  personOf,
  startUnionCloud,
  UNION_CLOCK,
} from '../../support/unionWorld'

const { tang, zhao, chen } = people
const { photo } = associationIds
const NOW = Date.parse(UNION_CLOCK)

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startUnionCloud()
})
afterAll(() => cloud.close())

const members: TestPerson[] = []

async function member(president = tang): Promise<TestPerson> {
  const who = await newcomer(cloud)
  members.push(who)
  const id = await applyToPhoto(cloud, who)
  expectData(await cloud.call(president.openid, 'union.decide', { membershipIds: [id], decision: 'approve' }))
  return who
}

const offer = (by: TestPerson, to: TestPerson) =>
  cloud.call(by.openid, 'union.offerOffice', { associationId: photo, toEmployeeId: to.employeeId })
const answer = (by: TestPerson, said: string, requestId?: string) =>
  cloud.call<{ presiding: boolean }>(
    by.openid,
    'union.answerOffice',
    { associationId: photo, answer: said },
    requestId,
  )
const association = async () =>
  (await cloud.dump<AssociationDocument>('union_associations')).find(({ _id }) => _id === photo)
const presidencies = async () =>
  (await cloud.dump<EmployeeDocument>('identity_employees'))
    .filter(({ grants }) => grants.some(({ role, scopeId }) => role === 'president' && scopeId === photo))
    .map(({ _id }) => _id)

test('an offer is for members, from the president, and changes nothing until it is answered', async () => {
  const who = await member()
  expectError('union.offerOffice', await offer(zhao, who), 'UNION_ASSOCIATION_MISSING')
  expectError('union.offerOffice', await offer(tang, zhao), 'UNION_MEMBERS_ONLY')
  expectError('union.offerOffice', await offer(tang, tang), 'UNION_OFFICE_NOT_YOURS')
  expectError('union.answerOffice', await answer(who, 'accept'), 'UNION_OFFICE_NOT_OFFERED')
  expectData(await offer(tang, who))
  expect(await noticesTo(cloud, who)).toContainEqual(
    expect.objectContaining({ kind: 'todo', target: { kind: 'association', id: photo } }),
  )
  const opened = await cloud.call(who.openid, 'union.openAssociation', { associationId: photo })
  expect(expectData(opened)).toMatchObject({ officeOfferedBy: tang.name })
  expect(await presidencies()).toEqual([tang.employeeId])
  expectError('union.answerOffice', await answer(who, 'withdraw'), 'UNION_OFFICE_NOT_OFFERED')
  expect(expectData(await answer(who, 'decline'))).toEqual({ presiding: false })
  expectError('union.answerOffice', await answer(who, 'accept'), 'UNION_OFFICE_NOT_OFFERED')
  expectData(await offer(tang, who))
  expect(expectData(await answer(tang, 'withdraw'))).toEqual({ presiding: false })
  expect((await association())?.officeTrail?.map(({ action }) => action)).toEqual([
    'offer',
    'decline',
    'offer',
    'withdraw',
  ])
})

test('accepting hands the role over in one step, a deputy’s loan of it included', async () => {
  const who = await member()
  const lent = await cloud.call(tang.openid, 'access.lendRoles', {
    toEmployeeId: chen.employeeId,
    startsAt: NOW,
    endsAt: NOW + 3 * DAY_MS,
  })
  expectData(lent)
  expect(await presidencies()).toHaveLength(2)
  expectError('union.offerOffice', await offer(chen, who), 'UNION_OFFICE_NOT_YOURS')
  expectData(await offer(tang, who))
  const first = await answer(who, 'accept', 'accept-0001')
  expect(expectData(first)).toEqual({ presiding: true })
  expect(await answer(who, 'accept', 'accept-0001')).toEqual(first)
  expect(await presidencies()).toEqual([who.employeeId])
  expect(await association()).toMatchObject({ president: { employeeId: who.employeeId }, office: null })
  const id = await applyToPhoto(cloud, await newcomer(cloud))
  const decide = (by: TestPerson) =>
    cloud.call(by.openid, 'union.decide', { membershipIds: [id], decision: 'approve' })
  expectError('union.decide', await decide(tang), 'NOT_ALLOWED')
  expectData(await decide(who))
  const left = await cloud.call(who.openid, 'union.leave', { associationId: photo })
  expectError('union.leave', left, 'UNION_PRESIDENT_STAYS')
  const removed = await cloud.call(who.openid, 'union.removeMember', {
    membershipId: `${photo}:${who.employeeId}`,
    reason: '自己',
  })
  expectError('union.removeMember', removed, 'UNION_PRESIDENT_STAYS')
  const revoked = await cloud.call(who.openid, 'union.revoke', {
    membershipId: `${photo}:${who.employeeId}`,
    reason: '自己',
  })
  expectError('union.revoke', revoked, 'UNION_PRESIDENT_STAYS')
})

describe('an offer that nobody can accept any more', () => {
  const todosOf = async (who: TestPerson) =>
    (await noticesTo(cloud, who)).filter(({ kind }) => kind === 'todo').map(({ title }) => title)
  const later = async (seconds: number) => cloud.clock(new Date(NOW + seconds * SECOND_MS).toISOString())
  const ASKED = '想请你接任光影摄影社会长'
  let president: TestPerson
  let asked: TestPerson
  let seconds = 0

  beforeEach(async () => {
    const held = (await association())?.president.employeeId
    president = [...members, tang].find(({ employeeId }) => employeeId === held) ?? tang
    asked = await member(president)
    seconds += 10
    await later(seconds)
    expectData(await offer(president, asked))
    expect(await todosOf(asked)).toEqual([`${president.name}${ASKED}`])
    await later(seconds + 1)
  })
  afterEach(() => cloud.clock(UNION_CLOCK))

  it('goes with the membership of whoever was asked, and the president hears of it', async () => {
    expectData(await cloud.call(asked.openid, 'union.leave', { associationId: photo }))
    expect(await association()).toMatchObject({ office: null })
    expect((await association())?.officeTrail?.at(-1)).toMatchObject({
      action: 'decline',
      at: NOW + (seconds + 1) * SECOND_MS,
    })
    expect(await todosOf(asked)).toEqual([])
    expect((await noticesTo(cloud, president)).map(({ title }) => title)).toContain(
      `光影摄影社：${asked.name}退出了协会，不能接任会长了`,
    )
  })

  it('goes with a membership that is ended', async () => {
    const removal = { membershipId: `${photo}:${asked.employeeId}`, reason: '一年没有来' }
    expectData(await cloud.call(president.openid, 'union.removeMember', removal))
    expect(await association()).toMatchObject({ office: null })
    expect((await association())?.officeTrail?.at(-1)).toMatchObject({ action: 'withdraw' })
    expect(await todosOf(asked)).toEqual([])
  })

  it('goes with whoever leaves the company', async () => {
    await changePerson(cloud.engine, asked, { status: 'left', parting: ['union'] })
    await cloud.timer('union', 'tend')
    expect(await association()).toMatchObject({ office: null })
    expect(await todosOf(asked)).toEqual([])
    expect((await noticesTo(cloud, president)).map(({ title }) => title)).toContain(
      `光影摄影社：${asked.name}离职了，不能接任会长了`,
    )
  })

  it('is taken back where somebody else is asked instead', async () => {
    const other = await member(president)
    expectData(await offer(president, other))
    expect(await todosOf(asked)).toEqual([])
    expect((await noticesTo(cloud, asked)).map(({ title }) => title)).toContain(
      `光影摄影社：${president.name}收回了会长交接`,
    )
    expect(await todosOf(other)).toEqual([`${president.name}${ASKED}`])
    expect((await association())?.officeTrail?.slice(-2)).toMatchObject([
      { action: 'withdraw', to: { employeeId: asked.employeeId } },
      { action: 'offer', to: { employeeId: other.employeeId } },
    ])
    expectError('union.answerOffice', await answer(asked, 'accept'), 'UNION_OFFICE_NOT_OFFERED')
    expectData(await answer(other, 'decline'))
  })
})

describe('an offer that has lost its ground', () => {
  const answering = (by: TestPerson, associationId: string) =>
    cloud.call(by.openid, 'union.answerOffice', { associationId, answer: 'accept' })
  const offered = async (_id: string, to: TestPerson) => {
    const stored = await association()
    const office = { to: personOf(to), by: { employeeId: zhao.employeeId, name: zhao.name }, at: NOW }
    const copy = { ...stored, _id, name: _id, president: personOf(zhao), office }
    await cloud.engine.insertMany('union_associations', [copy])
  }
  const presidentOf = async (id: string) =>
    (await cloud.dump<AssociationDocument>('union_associations')).find(({ _id }) => _id === id)?.president

  it('is no offer where there is no association', async () => {
    expectError('union.answerOffice', await answering(zhao, 'none'), 'UNION_ASSOCIATION_MISSING')
  })

  it('does not make somebody president who is no member any more', async () => {
    const who = await newcomer(cloud)
    await offered('left-club', who)
    expectError('union.answerOffice', await answering(who, 'left-club'), 'UNION_MEMBERS_ONLY')
    expect(await presidentOf('left-club')).toMatchObject({ employeeId: zhao.employeeId })
  })
})
