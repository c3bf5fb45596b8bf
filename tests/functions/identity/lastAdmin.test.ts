import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId, upload } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { about, employeeIn, startMembersWorld } from '../../support/membersWorld'
import { changePerson, people, type TestPerson } from '../../support/people'
import { rosterFile, rosterLine } from '../../support/rosterFiles'
import { attempt, succeed } from '../../support/talkWorld'
import { newcomer } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMembersWorld()
})
afterAll(() => cloud.close())

const leave = (who: TestPerson) =>
  attempt(cloud, people.wang, 'identity.leaveMember', about(who, { offices: [], coins: 'keep' }))

const administrator = async () => {
  const person = await newcomer(cloud)
  await changePerson(cloud.engine, person, { grants: [{ role: 'admin' }] })
  return person
}

const nobodyAdministers = async () => {
  for (const { _id, grants } of await cloud.dump<EmployeeDocument>('identity_employees'))
    if (grants.some(({ role }) => role === 'admin'))
      await changePerson(cloud.engine, { employeeId: _id }, { grants: [] })
}

/** A file in which somebody leaves, checked while another administrator is there. */
async function checkedLeaving(...given: readonly TestPerson[]): Promise<string> {
  const content = rosterFile(given.map(person => rosterLine({ ...person, status: 'left' })))
  const fileId = await upload(cloud, people.wang.openid, `rosters/${newRequestId()}.csv`, content)
  const report = await succeed(cloud, people.wang, 'identity.checkRoster', { fileId, fileName: '名单.csv' })
  expect(report).toMatchObject({ leaving: given.length, problems: [] })
  return report.importId
}

const apply = (importId: string) => attempt(cloud, people.wang, 'identity.applyRoster', { importId })

const recordsOf = async ({ employeeId }: TestPerson) =>
  (await cloud.dump<{ procedure: string; audit?: { subject: string } }>('platform_receipts')).filter(
    ({ procedure, audit }) =>
      procedure === 'identity.applyRoster' && audit?.subject === `identity_employees/${employeeId}`,
  )

test('administrators leave until one is left, also where several go at the same moment', async () => {
  await nobodyAdministers()
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

test('a file passes over whoever has become the last administrator since it was checked, and tells so', async () => {
  await nobodyAdministers()
  const [last, other] = [await administrator(), await administrator()]
  const plain = await newcomer(cloud)
  const importId = await checkedLeaving(last, plain)
  expect((await leave(other)).ok).toBe(true)
  const report = expectData(await apply(importId))
  expect(report).toMatchObject({
    ...{ state: 'applied', leaving: 1, written: 2 },
    problems: [{ line: 2, problem: 'lastAdmin', employeeId: last.employeeId }],
  })
  expect(await employeeIn(cloud, last)).toMatchObject({ status: 'active', grants: [{ role: 'admin' }] })
  expect(await recordsOf(last)).toEqual([])
  expect((await employeeIn(cloud, plain))?.status).toBe('left')
  expect(await recordsOf(plain)).toHaveLength(1)
  // While another one is there, a file takes an administrator off the roster as anybody else.
  const again = await checkedLeaving(await administrator())
  expect(expectData(await apply(again))).toMatchObject({ leaving: 1, problems: [] })
})

test('one administrator stays also where a file and a leaving take one each at the same moment', async () => {
  await nobodyAdministers()
  const [one, other] = [await administrator(), await administrator()]
  const importId = await checkedLeaving(one)
  // Both have seen the other before either of them writes.
  const slow = { collection: 'identity_employees', action: 'database.modifyDocument', mode: 'slow' as const }
  await cloud.fault({ database: { ...slow, slowMs: 1_500, times: 2 } })
  await Promise.all([apply(importId), leave(other)])
  await cloud.fault({ clear: true })
  await cloud.timer('identity', 'tend')
  const stays = await Promise.all([one, other].map(person => employeeIn(cloud, person)))
  expect(stays.filter(person => person?.status === 'active')).toHaveLength(1)
})
