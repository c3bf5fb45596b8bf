import { DAY_MS } from '@domain/kernel/time'
import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import type { TestCloud } from '../../support/localCloud'
import { MEMBERS_NOW, startMembersWorld } from '../../support/membersWorld'
import { changePerson, people, type TestPerson } from '../../support/people'
import { succeed } from '../../support/talkWorld'

const { lin, chen, wang, he, guo } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMembersWorld()
})
afterAll(() => cloud.close())

const found = async (by: TestPerson, input: object = {}) =>
  (await succeed(cloud, by, 'identity.findMembers', input)).members.map(({ name }) => name)

describe('members are found', () => {
  test.each([
    ['name', { text: '林晓' }, ['林晓川']],
    ['pinyin', { text: 'linxiao' }, ['林晓川']],
    ['number', { text: 'VC018842' }, ['林晓川']],
    ['department', { department: '总装' }, ['顾念', '韩冬']],
    ['department and city', { department: '总装', site: '上海' }, []],
    ['status', { status: 'left' }, ['丁一凡']],
    ['name and status', { text: '丁', status: 'left' }, ['丁一凡']],
    ['name and department', { text: '韩', department: '总装' }, ['韩冬']],
    ['city', { site: '北京', text: '宋' }, ['宋时雨']],
    ['typed department', { text: '总装' }, ['顾念', '韩冬']],
    ['part of departments', { text: '薪酬' }, ['梁秋实', '岑安']],
    ['role', { role: 'coinKeeper' }, ['梁秋实', '岑安']],
    ['role and name', { role: 'coinKeeper', text: '岑' }, ['岑安']],
    ['role and typed department', { role: 'lead', text: '质量' }, ['何俊霖']],
    ['role and city', { role: 'coinKeeper', site: '成都' }, []],
  ] as const)('by %s', async (_by, input, names) => {
    expect((await found(wang, input)).sort()).toEqual([...names].sort())
  })

  test('with how many there are in all, and the departments that were meant', async () => {
    const told = async (by: TestPerson, input: object) => {
      const { total, meant } = await succeed(cloud, by, 'identity.findMembers', input)
      return { total, meant }
    }
    expect(await told(wang, { text: '总装' })).toEqual({ total: 2, meant: ['总装'] })
    expect(await told(wang, { role: 'coinKeeper' })).toEqual({ total: 2, meant: [] })
    expect(await told(wang, { text: '林晓' })).toEqual({ total: 1, meant: [] })
    // Whoever heads a department is not told of another.
    expect(await told(he, { text: '总装' })).toEqual({ total: 0, meant: [] })
    expect(await told(he, {})).toEqual({ total: 3, meant: [] })
    const all = await succeed(cloud, wang, 'identity.findMembers', {})
    const employees = await cloud.dump<EmployeeDocument>('identity_employees')
    expect(all.total).toBe(employees.filter(({ status }) => status === 'active').length)
    const rest = await succeed(cloud, wang, 'identity.findMembers', { after: all.next ?? '' })
    expect(rest.total).toBeNull()
  })

  test('by a role that is theirs and counts, not one that was lent to them or has ended', async () => {
    const lent = { fromId: guo.employeeId, fromName: guo.name, startsAt: 0, endsAt: MEMBERS_NOW + DAY_MS }
    await changePerson(cloud.engine, lin, { grants: [{ role: 'moderator', lent }] })
    await changePerson(cloud.engine, chen, { grants: [{ role: 'moderator', endsAt: MEMBERS_NOW - 1 }] })
    expect(await found(wang, { role: 'moderator' })).toEqual(['郭跃'])
    await changePerson(cloud.engine, lin, { grants: [] })
    await changePerson(cloud.engine, chen, { grants: [] })
  })

  test('page by page, each once', async () => {
    const seen: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await succeed(cloud, wang, 'identity.findMembers', { ...(after ? { after } : {}) })
      seen.push(...page.members.map(({ employeeId }) => employeeId))
      if (page.next === null) break
      after = page.next
    }
    const active = (await cloud.dump<EmployeeDocument>('identity_employees')).filter(
      ({ status }) => status === 'active',
    )
    expect(seen).toEqual(active.map(({ _id }) => _id).sort())
    expect(active.length).toBeGreaterThan(20)
  })
})
