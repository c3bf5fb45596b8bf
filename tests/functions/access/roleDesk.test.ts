import { DAY_MS } from '@domain/kernel/time'
import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people, type TestPerson } from '../../support/people'

const NOW = '2026-11-24T08:00:00+08:00'
const { xu, wang, shen, lin, chen, ding, gu, guo, ruan } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany('forum_accounts', [{ _id: 'gonghui', name: '工会', intro: '', order: 1 }])
})
afterAll(() => cloud.close())
afterEach(() => cloud.clock(NOW))

const asking = (who: TestPerson, name: string, input: object) =>
  cloud.call(who.openid, `access.${name}`, input, newRequestId())
const give = (who: TestPerson, to: TestPerson, rest: object) =>
  asking(who, 'grantRole', { employeeId: to.employeeId, ...rest })
const take = (who: TestPerson, from: TestPerson, rest: object) =>
  asking(who, 'revokeRole', { employeeId: from.employeeId, reason: '换岗了', ...rest })
const grantsOf = async ({ employeeId }: TestPerson) =>
  (await cloud.dump<EmployeeDocument>('identity_employees')).find(({ _id }) => _id === employeeId)?.grants

test('a role is given over one thing, with an end, and read in words by whoever has it', async () => {
  expectData(await give(xu, lin, { role: 'official', scopeId: 'gonghui', lastDay: '2026-11-24' }))
  const opened = await cloud.call(lin.openid, 'access.openMyRoles')
  expect(expectData(opened)).toMatchObject({
    grants: [
      {
        name: '官方账号运营',
        scope: '工会',
        endsAt: Date.parse(NOW) + 16 * 3_600_000,
        givenBy: '许知远',
        lentBy: null,
        may: expect.arrayContaining(['用官方账号说话']),
      },
    ],
  })
  const [entry] = (
    await cloud.dump<{ audit?: { by: string; subject: string } }>('platform_receipts')
  ).flatMap(({ audit }) => audit ?? [])
  expect(entry).toMatchObject({ by: xu.employeeId, subject: `identity_employees/${lin.employeeId}` })
})

test('past its end it gives nothing, and the timer clears it and says so', async () => {
  expectData(await give(xu, chen, { role: 'editor', lastDay: '2026-11-24' }))
  await cloud.clock('2026-11-25T00:00:00+08:00')
  expectError('access.openMyRoles', await cloud.call(chen.openid, 'access.openMyRoles'), 'NOT_ALLOWED')
  expect(await grantsOf(chen)).toHaveLength(1)
  await cloud.timer('access', 'tend')
  expect(await grantsOf(chen)).toEqual([])
  await cloud.clock('2026-11-26T08:00:00+08:00')
  expectData(await give(xu, chen, { role: 'editor', lastDay: '2026-11-26' }))
  const inbox = await cloud.call<{ notices: { title: string; at: number }[] }>(
    chen.openid,
    'notice.listNotices',
  )
  const { notices } = expectData(inbox)
  expect(notices.map(({ title }) => title)).toContain('角色到期了')
  expect(notices.map(({ at }) => at)).toEqual(notices.map(({ at }) => at).sort((a, b) => b - a))
  await cloud.clock(NOW)
})

test('a role is refused to whom, over what and until when it can’t be given, and by whom it can’t', async () => {
  expectError('access.grantRole', await give(wang, lin, { role: 'moderator' }), 'ACCESS_ROLE_NOT_YOURS')
  expectError('access.grantRole', await give(xu, xu, { role: 'editor' }), 'ACCESS_NOT_ONESELF')
  for (const nobody of [ding, gu])
    expectError('access.grantRole', await give(xu, nobody, { role: 'editor' }), 'ACCESS_COLLEAGUE_MISSING')
  for (const wrong of [{ role: 'lead' }, { role: 'lead', scopeId: '没有的部门' }])
    expectError('access.grantRole', await give(xu, lin, wrong), 'ACCESS_SCOPE_WRONG')
  const unknown = { role: 'official', scopeId: 'none' }
  expectError('access.grantRole', await give(shen, lin, unknown), 'ACCESS_SCOPE_WRONG')
  const over = { role: 'editor', lastDay: '2026-11-23' }
  expectError('access.grantRole', await give(xu, lin, over), 'ACCESS_END_WRONG')
})

test('nobody takes what they may not give, their own role, or one that isn’t there', async () => {
  expectError('access.revokeRole', await take(wang, guo, { role: 'moderator' }), 'ACCESS_ROLE_NOT_YOURS')
  expectError('access.revokeRole', await take(xu, xu, { role: 'admin' }), 'ACCESS_NOT_ONESELF')
  expectError('access.revokeRole', await take(xu, guo, { role: 'editor' }), 'ACCESS_GRANT_MISSING')
})

test('a role is taken with a reason, and what a deputy had of it goes too', async () => {
  const lent = { toEmployeeId: lin.employeeId, startsAt: Date.parse(NOW), endsAt: Date.parse(NOW) + DAY_MS }
  expectData(await asking(guo, 'lendRoles', lent))
  expectData(await take(xu, guo, { role: 'moderator' }))
  expect(await grantsOf(guo)).toEqual([])
  expect((await grantsOf(lin))?.filter(({ lent: loan }) => loan)).toEqual([])
})

test('given anew it ends anew, also with the deputy, and what has ended goes from both', async () => {
  const lastDays = ['2026-12-31', '2026-11-25']
  const endOf = async (who: TestPerson) =>
    (await grantsOf(who))?.find(({ role }) => role === 'editor')?.endsAt
  expectData(await give(xu, guo, { role: 'editor', lastDay: lastDays[0] }))
  const lent = { toEmployeeId: lin.employeeId, startsAt: Date.parse(NOW), endsAt: Date.parse(NOW) + DAY_MS }
  expectData(await asking(guo, 'lendRoles', lent))
  expectData(await give(xu, guo, { role: 'editor', lastDay: lastDays[1] }))
  const endsAt = Date.parse('2026-11-26T00:00:00+08:00')
  expect([await endOf(guo), await endOf(lin)]).toEqual([endsAt, endsAt])
  // What an earlier loan kept for longer goes with its source.
  const longer = (await grantsOf(lin))?.map(one => ({ ...one, endsAt: endsAt + DAY_MS })) ?? []
  await changePerson(cloud.engine, lin, { grants: longer })
  await cloud.clock('2026-11-26T00:00:00+08:00')
  await cloud.timer('access', 'tend')
  expect([await endOf(guo), await endOf(lin)]).toEqual([undefined, undefined])
})

describe('a role goes on', () => {
  const extend = (who: TestPerson, of: TestPerson, rest: object) =>
    asking(who, 'extendRole', { employeeId: of.employeeId, ...rest })

  test('until a later day, also with the deputy, as the record and the holder are told', async () => {
    expectData(await give(xu, ruan, { role: 'editor', lastDay: '2026-11-25' }))
    const lent = { toEmployeeId: lin.employeeId, startsAt: Date.parse(NOW), endsAt: Date.parse(NOW) + DAY_MS }
    expectData(await asking(ruan, 'lendRoles', lent))
    const endsAt = Date.parse('2027-01-01T00:00:00+08:00')
    const extended = await extend(xu, ruan, { role: 'editor', lastDay: '2026-12-31' })
    expect(expectData(extended)).toEqual({ endsAt })
    const ends = (grants?: EmployeeDocument['grants']) =>
      grants?.flatMap(one => (one.role === 'editor' ? one.endsAt : []))
    expect(ends(await grantsOf(ruan))).toEqual([endsAt])
    expect(ends(await grantsOf(lin))).toEqual([endsAt])
    expect((await grantsOf(ruan))?.find(({ role }) => role === 'editor')?.given?.byId).toBe(xu.employeeId)
    const notices = await cloud.dump<{ employeeId: string; title: string }>('notice_messages')
    expect(notices).toContainEqual(
      expect.objectContaining({ employeeId: ruan.employeeId, title: '知识库编辑续期了' }),
    )
    const receipts = await cloud.dump<{ procedure: string; audit?: unknown }>('platform_receipts')
    expect(receipts.find(({ procedure, audit }) => procedure === 'access.extendRole' && audit)).toMatchObject(
      {
        audit: { by: xu.employeeId, after: { extended: { role: 'editor', endsAt } } },
      },
    )
  })

  test('for whom, by whom and until when it can’t, is refused', async () => {
    const later = { role: 'editor', lastDay: '2027-03-31' }
    const refused = async (who: TestPerson, of: TestPerson, rest: object, code: string) =>
      expect(await extend(who, of, rest)).toMatchObject({ error: { code } })
    expectError('access.extendRole', await extend(shen, ruan, later), 'ACCESS_ROLE_NOT_YOURS')
    expectError('access.extendRole', await extend(xu, xu, later), 'ACCESS_NOT_ONESELF')
    expectError('access.extendRole', await extend(xu, lin, later), 'ACCESS_GRANT_MISSING')
    expectError('access.extendRole', await extend(xu, ding, later), 'ACCESS_COLLEAGUE_MISSING')
    const sooner = { ...later, lastDay: '2026-12-30' }
    expectError('access.extendRole', await extend(xu, ruan, sooner), 'ACCESS_END_WRONG')
    await refused(xu, people.meng, later, 'ACCESS_END_WRONG')
    await cloud.clock('2027-01-01T00:00:00+08:00')
    await refused(xu, ruan, later, 'ACCESS_GRANT_MISSING')
  })
})

test('two administrators who take the role from each other at once leave one', async () => {
  expectData(await give(xu, chen, { role: 'admin' }))
  const replies = await Promise.all([take(xu, chen, { role: 'admin' }), take(chen, xu, { role: 'admin' })])
  const left = [...((await grantsOf(xu)) ?? []), ...((await grantsOf(chen)) ?? [])]
  expect(left.filter(({ role }) => role === 'admin')).toHaveLength(1)
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
})

test('the desk lists who holds what, and what the caller may give', async () => {
  const opened = await cloud.call<{
    holders: { employeeId: string; grants: { name: string; scope: string }[] }[]
    grantable: { role: string }[]
  }>(wang.openid, 'access.openRoleDesk', { role: 'lead' })
  const { holders, grantable } = expectData(opened)
  expect(holders.map(({ employeeId }) => employeeId)).toEqual([people.he.employeeId])
  expect(holders[0]?.grants).toMatchObject([{ name: '部门负责人', scope: '质量' }])
  expect(grantable.map(({ role }) => role)).toEqual(['lead', 'shuttle', 'facility', 'finance', 'editor'])
  const scopes = await cloud.call(wang.openid, 'access.openScopes', { kind: 'account' })
  expect(expectData(scopes)).toEqual({ scopes: [{ scopeId: 'gonghui', name: '工会' }] })
  const listed = async (kind: string) =>
    expectData(
      await cloud.call<{ scopes: { scopeId: string }[] }>(wang.openid, 'access.openScopes', { kind }),
    ).scopes.map(({ scopeId }) => scopeId)
  const active = Object.values(people).filter(({ employeeId }) => employeeId !== ding.employeeId)
  expect((await listed('department')).sort()).toEqual(
    [...new Set(active.map(({ department }) => department))].sort(),
  )
  expect(await listed('city')).toContain('成都')
})

test('the desk finds a holder by name, pinyin or number, and nobody who holds nothing', async () => {
  const found = async (input: object) =>
    expectData(
      await cloud.call<{ holders: { name: string }[] }>(xu.openid, 'access.openRoleDesk', input),
    ).holders.map(({ name }) => name)
  expect(await found({ text: 'liangqiu' })).toEqual(['梁秋实'])
  expect(await found({ text: people.cen.employeeId })).toEqual(['岑安'])
  expect(await found({ text: '岑', role: 'hr' })).toEqual([])
  expect(await found({ text: people.han.name })).toEqual([])
})
