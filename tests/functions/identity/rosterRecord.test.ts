import { DAY_MS, MINUTE_MS } from '@domain/kernel/time'
import { expectError } from '../../support/expectError'
import { newRequestId, upload } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { about, employeeIn, MEMBERS_NOW, startMembersWorld } from '../../support/membersWorld'
import { changePerson, insertPeople, people, type TestPerson } from '../../support/people'
import { inventedPeople, rosterFile, rosterLine } from '../../support/rosterFiles'
import { attempt, succeed } from '../../support/talkWorld'
import { newcomer } from '../../support/unionWorld'

const { gu, han, lin, wang } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMembersWorld()
})
afterAll(() => cloud.close())
afterEach(() => cloud.fault({ clear: true }))

async function check(given: readonly TestPerson[], who = wang) {
  const content = rosterFile(given.map(person => rosterLine(person)))
  const fileId = await upload(cloud, who.openid, `rosters/${newRequestId()}.csv`, content)
  const input = { fileId, fileName: '名单.csv', newPlaces: true }
  return succeed(cloud, who, 'identity.checkRoster', input)
}

interface Kept {
  procedure: string
  audit?: { by: string; subject: string; before: object; after: object }
}

/** What the record keeps of a file's changes about somebody. */
async function keptOf({ employeeId }: TestPerson) {
  const receipts = await cloud.dump<Kept & Record<string, unknown>>('platform_receipts')
  return receipts
    .filter(({ procedure, audit }) => procedure === 'identity.applyRoster' && audit !== undefined)
    .flatMap(({ audit }) => (audit?.subject === `identity_employees/${employeeId}` ? [audit] : []))
}

test('whoever imports changes neither themselves nor whoever lent them the role', async () => {
  const raised = { ...wang, department: '总部', phone: '13700000009' }
  const { problems, toWrite } = await check([raised, { ...han, department: '焊装' }])
  expect(toWrite).toBe(1)
  expect(problems).toMatchObject([{ line: 2, problem: 'oneself', employeeId: wang.employeeId }])
  expect(await check([wang])).toMatchObject({ unchanged: 1, problems: [] })

  const [deputy] = inventedPeople(1, lin).map(person => ({
    ...person,
    registered: true,
    openid: 'wx-deputy',
  }))
  if (!deputy) throw new Error('Nobody invented')
  await insertPeople(cloud.engine, [deputy])
  const period = { startsAt: MEMBERS_NOW, endsAt: MEMBERS_NOW + DAY_MS }
  await succeed(cloud, wang, 'access.lendRoles', { toEmployeeId: deputy.employeeId, ...period })
  const lent = await check([raised, { ...deputy, department: '总部' }], deputy)
  expect(lent.problems.map(({ problem }) => problem)).toEqual(['oneself', 'oneself'])
  await succeed(cloud, wang, 'access.endLending')
})

test('keeps of each person whom a file changes what it was and has become, with no whole phone number', async () => {
  const joiner = { ...lin, employeeId: 'VC300900', phone: '15000000900' }
  await changePerson(cloud.engine, han, { grants: [{ role: 'lead', scopeId: han.department }] })
  const moved = { ...han, department: '焊装', phone: '13700000001' }
  const renamed = { ...lin, name: '林小川' }
  const { importId } = await check([moved, renamed, { ...gu, status: 'left' }, joiner])
  await succeed(cloud, wang, 'identity.applyRoster', { importId })
  const by = wang.employeeId
  expect(await keptOf(renamed)).toMatchObject([{ by, before: { name: lin.name }, after: { name: '林小川' } }])
  expect(await keptOf(gu)).toMatchObject([{ by, before: { status: 'active' }, after: { status: 'left' } }])
  expect(await keptOf(joiner)).toEqual([])
  // Roles that end with a move stand in the same entry.
  const [entry, ...more] = await keptOf(han)
  expect(more).toEqual([])
  expect(entry).toMatchObject({
    before: { phone: '138****0103', department: han.department, grants: [{ role: 'lead' }] },
    after: { phone: '137****0001', department: '焊装', ended: ['部门负责人'] },
  })
  expect(JSON.stringify(entry)).not.toContain(moved.phone)
})

test('of thousands each is kept once, though the work dies in between', async () => {
  const many = inventedPeople(600, lin).map(person => ({
    ...person,
    employeeId: person.employeeId.replace('VC3', 'VC6'),
  }))
  await insertPeople(cloud.engine, many)
  const { importId } = await check(many.map(person => ({ ...person, status: 'left' as const })))
  await cloud.fault({ function: { name: 'identity', procedure: 'applyRoster', mode: 'kill', after: 14 } })
  expect((await attempt(cloud, wang, 'identity.applyRoster', { importId })).ok).toBe(false)
  await cloud.fault({ clear: true })
  await cloud.clock(new Date(MEMBERS_NOW + 2 * MINUTE_MS).toISOString())
  await cloud.timer('identity', 'tend')
  expect(await employeeIn(cloud, many[599] ?? lin)).toMatchObject({ status: 'left' })
  const receipts = await cloud.dump<Kept & Record<string, unknown>>('platform_receipts')
  const subjects = receipts.flatMap(({ audit }) => (audit?.subject.includes('/VC6') ? [audit.subject] : []))
  expect(subjects).toHaveLength(600)
  expect(new Set(subjects).size).toBe(600)
})

/** A second person of HR's. */
async function hr(): Promise<TestPerson> {
  const person = await newcomer(cloud)
  await changePerson(cloud.engine, person, { grants: [{ role: 'hr' }] })
  return person
}

test('who let a file be written stands with each person, not who checked it', async () => {
  const [other, moved] = [await hr(), await newcomer(cloud)]
  const { importId } = await check([{ ...moved, department: '焊装' }])
  await succeed(cloud, other, 'identity.applyRoster', { importId })
  expect(await keptOf(moved)).toMatchObject([{ by: other.employeeId, after: { department: '焊装' } }])
})

test('whoever lets a file be written is changed by it as little as whoever lent them the role', async () => {
  const [other, deputy] = [await hr(), await newcomer(cloud)]
  const changed = [
    { ...other, department: '焊装' },
    { ...wang, department: '总部' },
  ]
  const [mine, lenders] = [await check(changed.slice(0, 1)), await check(changed.slice(1), other)]
  const refused = await attempt(cloud, other, 'identity.applyRoster', { importId: mine.importId })
  expectError('identity.applyRoster', refused, 'IDENTITY_IMPORT_ONESELF')
  const period = { startsAt: MEMBERS_NOW, endsAt: MEMBERS_NOW + DAY_MS }
  await cloud.clock(new Date(MEMBERS_NOW).toISOString())
  await succeed(cloud, wang, 'access.lendRoles', { toEmployeeId: deputy.employeeId, ...period })
  const lent = await attempt(cloud, deputy, 'identity.applyRoster', { importId: lenders.importId })
  expectError('identity.applyRoster', lent, 'IDENTITY_IMPORT_ONESELF')
  for (const one of [other, wang]) expect(await keptOf(one)).toEqual([])
  const opened = await succeed(cloud, wang, 'identity.openImport', { importId: mine.importId })
  expect(opened).toMatchObject({ state: 'checked', written: 0 })
  await succeed(cloud, wang, 'identity.applyRoster', { importId: mine.importId })
  expect(await employeeIn(cloud, other)).toMatchObject({ department: '焊装' })
  await succeed(cloud, wang, 'access.endLending')
})

test('keeps nothing of whoever had left before the file was written', async () => {
  const who = await newcomer(cloud)
  const { importId } = await check([{ ...who, status: 'left' }])
  await succeed(cloud, wang, 'identity.leaveMember', about(who, { offices: [], coins: 'keep' }))
  const left = await employeeIn(cloud, who)
  await succeed(cloud, wang, 'identity.applyRoster', { importId })
  expect(await keptOf(who)).toEqual([])
  expect(await employeeIn(cloud, who)).toEqual(left)
})
