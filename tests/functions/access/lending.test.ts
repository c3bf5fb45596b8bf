import { DAY_MS } from '@domain/kernel/time'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId, upload } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { associationIds, changePerson, people, type TestPerson } from '../../support/people'
import { rosterFile, rosterLine } from '../../support/rosterFiles'
import {
  applyToPhoto,
  membershipIn,
  newcomer,
  noticesTo,
  startUnionCloud,
  UNION_CLOCK,
} from '../../support/unionWorld'

let cloud: TestCloud
const NOW = Date.parse(UNION_CLOCK)

beforeAll(async () => {
  cloud = await startUnionCloud()
})
afterAll(() => cloud.close())
afterEach(() => cloud.clock(UNION_CLOCK))

const lend = (who: TestPerson, to: TestPerson, startsAt = NOW, endsAt = NOW + DAY_MS) =>
  cloud.call(who.openid, 'access.lendRoles', { toEmployeeId: to.employeeId, startsAt, endsAt })
const decide = (who: TestPerson, membershipId: string) =>
  cloud.call(who.openid, 'union.decide', { membershipIds: [membershipId], decision: 'approve' })
const setClock = (at: number) => cloud.clock(new Date(at).toISOString())

test('a deputy decides for the president in that time only, and only about that association', async () => {
  const deputy = await newcomer(cloud)
  const [early, later] = [await newcomer(cloud), await newcomer(cloud)]
  const [first, second] = [await applyToPhoto(cloud, early), await applyToPhoto(cloud, later)]
  expectData(await lend(people.tang, deputy, NOW + 1, NOW + DAY_MS))
  expectError('union.decide', await decide(deputy, first), 'NOT_ALLOWED')
  await setClock(NOW + 1)
  expectData(await decide(deputy, first))
  expect(await membershipIn(cloud, first)).toMatchObject({
    state: 'member',
    answeredAt: NOW + 1,
    trail: [{ action: 'apply' }, { action: 'approve', by: { name: `${deputy.name}（代唐若溪）` } }],
  })
  await setClock(NOW + DAY_MS)
  expectError('union.decide', await decide(deputy, second), 'NOT_ALLOWED')
  expectData(await decide(people.tang, second))
})

test('a deputy is asked for no decision on an application of their own, and decides the others of a batch', async () => {
  const [deputy, applicant] = [await newcomer(cloud), await newcomer(cloud)]
  const before = await applyToPhoto(cloud, deputy)
  expectData(await lend(people.tang, deputy))
  expectData(await cloud.call(deputy.openid, 'union.withdraw', { associationId: associationIds.photo }))
  const own = await applyToPhoto(cloud, deputy)
  expect(own).toBe(before)
  const other = await applyToPhoto(cloud, applicant)
  expect((await noticesTo(cloud, deputy)).filter(({ target }) => target?.id === own)).toEqual([])

  const inbox = await cloud.call<{ waiting: { id: string }[] }>(deputy.openid, 'access.openInbox')
  const waiting = expectData(inbox).waiting.map(({ id }) => id)
  expect([waiting.includes(own), waiting.includes(other)]).toEqual([false, true])
  const session = await cloud.call<{ waiting: number }>(deputy.openid, 'identity.openSession')
  expect(expectData(session).waiting).toBe(waiting.length)
  const actionsOn = async (membershipId: string) => {
    const opened = await cloud.call(deputy.openid, 'union.openApplication', { membershipId })
    return expectData(opened)
  }
  expect(await actionsOn(own)).toMatchObject({ application: { actions: ['withdraw'] } })
  expect(await actionsOn(other)).toMatchObject({ application: { actions: ['approve', 'refuse'] } })

  const batch = { membershipIds: [own, other], decision: 'approve' }
  expect(expectData(await cloud.call(deputy.openid, 'union.decide', batch))).toEqual({
    decided: [other],
    stale: [{ membershipId: own, name: deputy.name, state: 'pending' }],
  })
  expect(await membershipIn(cloud, own)).toMatchObject({ state: 'pending' })
  expect(expectData(await decide(people.tang, own))).toMatchObject({ decided: [own] })
})

test('a second lending replaces the first, and what was lent is not lent on', async () => {
  const [one, two, three] = [await newcomer(cloud), await newcomer(cloud), await newcomer(cloud)]
  expectData(await lend(people.zhao, one))
  expectData(await lend(people.zhao, two))
  const inboxOf = (who: TestPerson) => cloud.call(who.openid, 'access.openInbox')
  expectError('access.openInbox', await inboxOf(one), 'NOT_ALLOWED')
  expectData(await inboxOf(two))
  expectError('access.lendRoles', await lend(two, three), 'ACCESS_NOTHING_TO_LEND')
  const shown = await cloud.call(people.zhao.openid, 'access.openLending')
  expect(expectData(shown)).toMatchObject({ lending: { grants: [{ name: '会长', scope: '羽毛球协会' }] } })
  expect(expectData(shown)).toHaveProperty('lending', {
    grants: expect.any(Array),
    to: { employeeId: two.employeeId, name: two.name, face: null },
    startsAt: NOW,
    endsAt: NOW + DAY_MS,
  })
  const borrowed = await cloud.call(two.openid, 'access.openLending')
  expect(expectData(borrowed)).toMatchObject({
    borrowed: [{ role: 'president', name: '会长', from: { name: '赵启明', face: null } }],
  })
  expectData(await cloud.call(people.zhao.openid, 'access.endLending'))
  expectError('access.openInbox', await inboxOf(two), 'NOT_ALLOWED')
})

test('a deputy gets the roles that were chosen, hears which, and nothing of the others', async () => {
  const { tang } = people
  const [deputy, applicant] = [await newcomer(cloud), await newcomer(cloud)]
  const photo = { role: 'president', scopeId: associationIds.photo }
  await changePerson(cloud.engine, tang, { grants: [...tang.grants, { role: 'moderator' }] })
  const input = { toEmployeeId: deputy.employeeId, startsAt: NOW, endsAt: NOW + DAY_MS }
  const lendOnly = (grants: object[]) => cloud.call(tang.openid, 'access.lendRoles', { ...input, grants })
  expectError('access.lendRoles', await lendOnly([{ role: 'hr' }]), 'ACCESS_NOTHING_TO_LEND')
  const rolesOf = async (who: TestPerson) => {
    const opened = await cloud.call<{ grants: object[] }>(who.openid, 'access.openMyRoles')
    return expectData(opened).grants
  }
  const told = async () => (await noticesTo(cloud, deputy)).map(({ title, body }) => title + body).join()

  expectData(await lendOnly([{ role: 'moderator' }]))
  expect(await rolesOf(deputy)).toMatchObject([{ role: 'moderator', lentBy: tang.name, lentTo: null }])
  expect(await rolesOf(tang)).toMatchObject([
    { role: 'president', lentTo: null },
    { role: 'moderator', lentTo: { name: deputy.name, endsAt: NOW + DAY_MS } },
  ])
  const membershipId = await applyToPhoto(cloud, applicant)
  expectError('union.decide', await decide(deputy, membershipId), 'NOT_ALLOWED')
  expect(await told()).toContain('请你代版主。')
  expect(await told()).not.toContain(applicant.name)

  expectData(await lendOnly([photo]))
  expect(await rolesOf(deputy)).toMatchObject([{ role: 'president', scopeId: associationIds.photo }])
  expect(await told()).toContain('请你代会长 · 光影摄影社。')
  expectData(await decide(deputy, membershipId))
  expect(await cloud.call(tang.openid, 'access.openLending')).toMatchObject({
    data: {
      own: [{ role: 'president' }, { role: 'moderator' }],
      lending: { grants: [{ role: 'president' }] },
    },
  })
  await changePerson(cloud.engine, tang, { grants: tang.grants, lending: null })
})

test('an officer is told who signs beside them and signs nothing twice; a president, that nobody does', async () => {
  const { qiu, shen, zhao } = people
  const cosignersOf = async (who: TestPerson) => {
    const shown = await cloud.call<{ cosigners: string[] }>(who.openid, 'access.openLending')
    return expectData(shown).cosigners
  }
  expect(await cosignersOf(qiu)).toEqual([shen.employeeId])
  expect(await cosignersOf(zhao)).toEqual([])
})

test('nobody lends to themselves, to somebody who has left, or for a time that is over', async () => {
  const { wang, ding, chen, gu } = people
  expectError('access.lendRoles', await lend(wang, wang), 'ACCESS_COLLEAGUE_MISSING')
  expectError('access.lendRoles', await lend(wang, ding), 'ACCESS_COLLEAGUE_MISSING')
  expectError('access.lendRoles', await lend(wang, gu), 'ACCESS_COLLEAGUE_MISSING')
  expectError('access.lendRoles', await lend(wang, chen, NOW - 2, NOW - 1), 'ACCESS_LENDING_PERIOD_WRONG')
  expectError('access.lendRoles', await lend(wang, chen, NOW, NOW), 'ACCESS_LENDING_PERIOD_WRONG')
  expectError(
    'access.lendRoles',
    await lend(wang, chen, NOW, NOW + 93 * DAY_MS),
    'ACCESS_LENDING_PERIOD_WRONG',
  )
})

const leavings: Record<string, (deputy: TestPerson) => Promise<unknown>> = {
  'HR says so': async ({ employeeId }) => {
    const input = { employeeId, offices: [], coins: 'keep', reason: '办理离职' }
    expectData(await cloud.call(people.wang.openid, 'identity.leaveMember', input, newRequestId()))
  },
  'a file says so': async deputy => {
    const left = rosterFile([rosterLine({ ...deputy, status: 'left' })])
    const fileId = await upload(cloud, people.wang.openid, `rosters/${deputy.employeeId}.csv`, left)
    const input = { fileId, fileName: '在册员工.csv' }
    const { importId } = expectData(
      await cloud.call<{ importId: string }>(
        people.wang.openid,
        'identity.checkRoster',
        input,
        newRequestId(),
      ),
    )
    expectData(await cloud.call(people.wang.openid, 'identity.applyRoster', { importId }, newRequestId()))
  },
  'they have deleted what is theirs': async ({ openid, employeeId }) => {
    const asked = { words: 'anonymous', confirmedBy: employeeId }
    expectData(await cloud.call(openid, 'identity.requestDeletion', asked, newRequestId()))
    await setClock(NOW + 8 * DAY_MS)
    await cloud.timer('identity', 'tend')
  },
}

const told = async () =>
  (await noticesTo(cloud, people.tang)).filter(({ title }) => title === '请来代你审批的同事离开了').length

test.each(Object.entries(leavings))(
  'a loan ends with the deputy, and the lender hears of it: %s',
  async (_how, leave) => {
    const deputy = await newcomer(cloud)
    expectData(await lend(people.tang, deputy, NOW, NOW + 30 * DAY_MS))
    const before = await told()
    await leave(deputy)
    const shown = await cloud.call(people.tang.openid, 'access.openLending')
    expect(expectData(shown)).toHaveProperty('lending', null)
    const employees = await cloud.dump<{ _id: string; grants: object[] }>('identity_employees')
    expect(employees.find(({ _id }) => _id === deputy.employeeId)?.grants).toEqual([])
    expect(await told()).toBe(before + 1)
  },
)
