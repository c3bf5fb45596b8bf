import { identity } from '@domain/identity/contract'
import { type OutputOf, requestsMax } from '@domain/kernel/contract'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId, upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'
import { inventedPeople, rosterFile, rosterLine } from '../../support/rosterFiles'

type Report = OutputOf<typeof identity.checkRoster>

const NOW = '2026-11-24T08:00:00+08:00'
/** More single changes than fit into one slice of work. */
const MOVED = 1_300
/** Twenty thousand lines on a machine that does other things as well. */
const PATIENCE_MS = 180_000
const { lin, wang } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

async function check(file: string, given: readonly TestPerson[]): Promise<Report> {
  const content = rosterFile(given.map(person => rosterLine(person)))
  const fileId = await upload(cloud, wang.openid, `rosters/${file}`, content)
  const input = { fileId, fileName: file, newPlaces: true }
  return expectData(await cloud.call<Report>(wang.openid, 'identity.checkRoster', input, newRequestId()))
}

/** One slice of work. */
async function apply(importId: string): Promise<Report> {
  const reply = await cloud.call<Report>(wang.openid, 'identity.applyRoster', { importId }, newRequestId())
  return expectData(reply)
}

/** Asks again until everything is written, as the page does. */
async function applyWhole(importId: string): Promise<Report> {
  const report = await apply(importId)
  return report.state === 'applying' ? applyWhole(importId) : report
}

jest.setTimeout(PATIENCE_MS)

test('takes a first roster of 8,000 people, and a later one in slices', async () => {
  const everybody = inventedPeople(8_000, lin)
  const first = await check('first.csv', everybody)
  expect(first).toMatchObject({ joining: 8_000, toWrite: 8_000, problems: [] })
  expect(await applyWhole(first.importId)).toMatchObject({ state: 'applied', written: 8_000 })

  const moved = everybody.map((person, index) =>
    index < MOVED ? { ...person, department: '新部门' } : person,
  )
  const second = await check('second.csv', moved)
  expect(second).toMatchObject({ changed: MOVED, unchanged: 8_000 - MOVED })
  expect(await apply(second.importId)).toMatchObject({ state: 'applying' })
  expect(await applyWhole(second.importId)).toMatchObject({ state: 'applied', written: MOVED })
  const employees = await cloud.dump<{ department: string }>('identity_employees')
  expect(employees.filter(({ department }) => department === '新部门')).toHaveLength(MOVED)
})

test('takes a file of the most lines within the budget, and refuses one of one more', async () => {
  const most = inventedPeople(20_000, lin).map(person => ({
    ...person,
    employeeId: person.employeeId.replace('VC3', 'VC5'),
    phone: person.phone.replace('150', '151'),
  }))
  const report = await check('most.csv', most)
  expect(report.read).toBe(20_000)
  const [call] = (await cloud.log('identity.checkRoster')).slice(-1)
  expect(call?.databaseRequests.length).toBeLessThanOrEqual(requestsMax(identity.checkRoster))

  const content = rosterFile([...most, { ...lin, employeeId: 'VC999998' }].map(person => rosterLine(person)))
  const fileId = await upload(cloud, wang.openid, 'rosters/more.csv', content)
  const input = { fileId, fileName: 'more.csv' }
  const reply = await cloud.call(wang.openid, 'identity.checkRoster', input, newRequestId())
  expectError('identity.checkRoster', reply, 'IDENTITY_IMPORT_TOO_LONG')
})
