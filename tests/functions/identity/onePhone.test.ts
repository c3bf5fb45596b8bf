import type { EmployeeDocument, RebindDocument } from '../../../cloudfunctions/identity/store'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId, phoneCode, registrationOf, upload } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { about, employeeIn, startMembersWorld } from '../../support/membersWorld'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { inventedPeople, rosterFile, rosterLine } from '../../support/rosterFiles'
import { attempt, succeed } from '../../support/talkWorld'
import { newcomer } from '../../support/unionWorld'

const { wang } = people

let cloud: TestCloud
let phones = 0

beforeAll(async () => {
  cloud = await startMembersWorld()
})
afterAll(() => cloud.close())
afterEach(() => cloud.fault({ clear: true }))

/** A number that nobody has. */
function freePhone(): string {
  phones += 1
  return `1370000${String(phones).padStart(4, '0')}`
}

/** A request of somebody's to be bound with this number. */
async function asked(who: TestPerson, phone: string): Promise<string> {
  const form = { ...registrationOf(who), phoneCode: phoneCode(phone), reason: '换了手机' }
  expectData(await cloud.call(`${who.openid}-new`, 'identity.requestRebind', form, newRequestId()))
  const made = await cloud.dump<RebindDocument & Record<string, unknown>>('identity_rebinds')
  return made.find(({ employeeId }) => employeeId === who.employeeId)?._id ?? ''
}

const approve = (rebindId: string) =>
  attempt(cloud, wang, 'identity.decideRebind', { rebindId, decision: 'approve', reason: '当面核对过' })

const back = (who: TestPerson) =>
  attempt(cloud, wang, 'identity.returnMember', about(who, { withRoles: false }))

async function check(...given: readonly TestPerson[]): Promise<string> {
  const content = rosterFile(given.map(person => rosterLine(person)))
  const fileId = await upload(cloud, wang.openid, `rosters/${newRequestId()}.csv`, content)
  const report = await succeed(cloud, wang, 'identity.checkRoster', { fileId, fileName: '名单.csv' })
  expect(report).toMatchObject({ toWrite: given.length, problems: [] })
  return report.importId
}

const apply = (importId: string) => attempt(cloud, wang, 'identity.applyRoster', { importId })

async function workingWith(phone: string): Promise<string[]> {
  const all = await cloud.dump<EmployeeDocument & Record<string, unknown>>('identity_employees')
  return all.filter(one => one.phone === phone && one.status === 'active').map(({ _id }) => _id)
}

async function leaver(): Promise<TestPerson> {
  const who = await newcomer(cloud)
  await succeed(cloud, wang, 'identity.leaveMember', about(who, { offices: [], coins: 'keep' }))
  return who
}

/** Two calls that have both looked who has a number before either of them writes. */
async function atOnce(...calls: (() => Promise<{ ok: boolean }>)[]): Promise<boolean[]> {
  const slow = { action: 'database.startTransaction', mode: 'slow' as const, slowMs: 1_500 }
  await cloud.fault({ database: { ...slow, times: calls.length } })
  return (await Promise.all(calls.map(call => call()))).map(({ ok }) => ok)
}

test('of two who are to be bound with one number at once, one is', async () => {
  const phone = freePhone()
  const [one, other] = [await newcomer(cloud), await newcomer(cloud)]
  const [first, second] = [await asked(one, phone), await asked(other, phone)]
  const done = await atOnce(
    () => approve(first),
    () => approve(second),
  )
  expect(done.filter(Boolean)).toHaveLength(1)
  expect(await workingWith(phone)).toHaveLength(1)
  const late = await approve(done[0] ? second : first)
  expectError('identity.decideRebind', late, 'IDENTITY_REBIND_PHONE_TAKEN')
})

test('a file that gives somebody a number is checked again once another one was bound with it', async () => {
  const phone = freePhone()
  const [one, other] = [await newcomer(cloud), await newcomer(cloud)]
  const importId = await check({ ...one, phone })
  const rebindId = await asked(other, phone)
  expectData(await approve(rebindId))
  expectError('identity.applyRoster', await apply(importId), 'IDENTITY_IMPORT_STALE')
  expect(await workingWith(phone)).toEqual([other.employeeId])
})

test('a file stays as it was checked where an account moves and its number does not', async () => {
  const [one, other] = [await newcomer(cloud), await newcomer(cloud)]
  const importId = await check({ ...one, phone: freePhone() })
  expectData(await approve(await asked(other, other.phone)))
  expect(expectData(await apply(importId))).toMatchObject({ state: 'applied' })
})

test('nobody is bound with another number nor returns while a file is being written', async () => {
  const [one, gone] = [await newcomer(cloud), await leaver()]
  const rebindId = await asked(one, freePhone())
  const importId = await check(...inventedPeople(900, people.lin))
  await cloud.fault({ function: { name: 'identity', procedure: 'applyRoster', mode: 'kill', after: 16 } })
  expect((await apply(importId)).ok).toBe(false)
  await cloud.fault({ clear: true })
  expectError('identity.decideRebind', await approve(rebindId), 'TOO_BUSY')
  expectError('identity.returnMember', await back(gone), 'TOO_BUSY')
  await cloud.clock('2026-11-24T07:42:00+08:00')
  await cloud.timer('identity', 'tend')
  expectData(await approve(rebindId))
  expectData(await back(gone))
})

test('nobody returns with a number that somebody else works with meanwhile', async () => {
  const who = await leaver()
  const holder = { ...people.chen, employeeId: 'VC930002', openid: 'wx-holder', phone: who.phone }
  await insertPeople(cloud.engine, [holder])
  expectError('identity.returnMember', await back(who), 'IDENTITY_MEMBER_PHONE_TAKEN')
  expect((await employeeIn(cloud, who))?.status).toBe('left')
  expect(await workingWith(who.phone)).toEqual([holder.employeeId])
})

test('who returns and who is bound with their number at once do not both get it', async () => {
  const [who, other] = [await leaver(), await newcomer(cloud)]
  const rebindId = await asked(other, who.phone)
  const done = await atOnce(
    () => back(who),
    () => approve(rebindId),
  )
  expect(done.filter(Boolean)).toHaveLength(1)
  expect(await workingWith(who.phone)).toHaveLength(1)
})

test('a file that gives somebody the number of a leaver is checked again once the leaver is back', async () => {
  const [who, one] = [await leaver(), await newcomer(cloud)]
  const importId = await check({ ...one, phone: who.phone })
  expectData(await back(who))
  expectError('identity.applyRoster', await apply(importId), 'IDENTITY_IMPORT_STALE')
  expect(await workingWith(who.phone)).toEqual([who.employeeId])
})
