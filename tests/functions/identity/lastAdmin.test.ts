import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import { expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { about, employeeIn, startMembersWorld } from '../../support/membersWorld'
import { changePerson, people, type TestPerson } from '../../support/people'
import { attempt } from '../../support/talkWorld'
import { newcomer } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMembersWorld()
})
afterAll(() => cloud.close())

const leave = (who: TestPerson) =>
  attempt(cloud, people.wang, 'identity.leaveMember', about(who, { offices: [], coins: 'keep' }))

test('administrators leave until one is left, also where several go at the same moment', async () => {
  const administrator = async () => {
    const person = await newcomer(cloud)
    await changePerson(cloud.engine, person, { grants: [{ role: 'admin' }] })
    return person
  }
  for (const { _id, grants } of await cloud.dump<EmployeeDocument>('identity_employees'))
    if (grants.some(({ role }) => role === 'admin'))
      await changePerson(cloud.engine, { employeeId: _id }, { grants: [] })
  const first = await administrator()
  expectError('identity.leaveMember', await leave(first), 'IDENTITY_LAST_ADMIN')
  expect((await employeeIn(cloud, first))?.status).toBe('active')
  const second = await administrator()
  const third = await administrator()
  const left = await Promise.all([first, second, third].map(person => leave(person)))
  const stays = await Promise.all([first, second, third].map(person => employeeIn(cloud, person)))
  expect(stays.filter(person => person?.status === 'active').length).toBeGreaterThanOrEqual(1)
  expect(left.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1)
})
