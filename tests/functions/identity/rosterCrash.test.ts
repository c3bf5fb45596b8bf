import type { identity } from '@domain/identity/contract'
import type { OutputOf } from '@domain/kernel/contract'
import { MINUTE_MS } from '@domain/kernel/time'
import { again } from '../../support/again'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId, upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people, type TestPerson } from '../../support/people'
import { inventedPeople, rosterFile, rosterLine } from '../../support/rosterFiles'

type Report = OutputOf<typeof identity.checkRoster>

const NOW = '2026-11-24T08:00:00+08:00'
/** Later than any execution lives: what it had taken is free again. */
const LEASE_OVER = '2026-11-24T08:01:10+08:00'
const { lin, wang } = people

let cloud: TestCloud
let files = 0

beforeEach(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
})
afterEach(() => cloud.close())

async function auditsOf(importId: string): Promise<object[]> {
  const kept = await cloud.dump<{ audit?: { subject: string; before: object | null } }>('platform_receipts')
  const audits = kept.flatMap(({ audit }) => (audit ? [audit] : []))
  return audits.filter(({ subject, before }) => subject === `identity_imports/${importId}` && before !== null)
}

async function check(given: readonly TestPerson[], requestId = newRequestId()) {
  files += 1
  const content = rosterFile(given.map(person => rosterLine(person)))
  const fileId = await upload(cloud, wang.openid, `rosters/${files}.csv`, content)
  const input = { fileId, fileName: '在册员工.csv', newPlaces: true }
  return cloud.call<Report>(wang.openid, 'identity.checkRoster', input, requestId)
}

const apply = (importId: string) =>
  cloud.call<Report>(wang.openid, 'identity.applyRoster', { importId }, newRequestId())

const opened = async (importId: string) =>
  expectData(await again(() => cloud.call<Report>(wang.openid, 'identity.openImport', { importId })))

const kill = (procedure: string, after: number) =>
  cloud.fault({ function: { name: 'identity', procedure, mode: 'kill', after } })

test('is carried on by the timer after a crash in the middle, and written once', async () => {
  const everybody = inventedPeople(900, lin)
  const { importId } = expectData(await check(everybody))
  await kill('applyRoster', 16)
  expect((await apply(importId)).ok).toBe(false)
  const half = expectData(await cloud.call<Report>(wang.openid, 'identity.openImport', { importId }))
  expect(half.state).toBe('applying')
  expect(half.written).toBeLessThan(900)

  await cloud.timer('identity', 'tend')
  expect(await opened(importId)).toEqual(half)
  await cloud.clock(LEASE_OVER)
  await cloud.timer('identity', 'tend')
  const whole = expectData(await cloud.call<Report>(wang.openid, 'identity.openImport', { importId }))
  expect(whole).toMatchObject({ state: 'applied', written: 900 })
  expect(expectData(await apply(importId))).toEqual(whole)
  expect(await auditsOf(importId)).toMatchObject([{ by: wang.employeeId, after: { state: 'applying' } }])
  expect(await cloud.dump('identity_employees')).toHaveLength(900 + Object.keys(people).length)
})

test('survives a crash at every database request of applying', async () => {
  const changed = { ...lin, department: '新部门' }
  for (let request = 1; request <= 14; request += 1) {
    const newcomers = inventedPeople(20, lin).map(person => ({
      ...person,
      employeeId: person.employeeId.replace('VC30', `VC4${request % 10}`),
      phone: person.phone.replace(/^1500000/, `15${100 + request}00`),
    }))
    const department = `部门${request}`
    const { importId } = expectData(await check([...newcomers, { ...changed, department }]))
    await kill('applyRoster', request)
    await apply(importId)
    await cloud.fault({ clear: true })
    await cloud.clock(new Date(Date.parse(NOW) + request * 2 * MINUTE_MS).toISOString())
    const repeated = await again(() => apply(importId))
    // On a busy machine a look may wait longer than the SDK does: that may be tried again as well.
    const report = await opened(importId)
    expect({
      request,
      state: report.state,
      written: report.written,
      ok: repeated.ok,
    }).toEqual({
      request,
      state: 'applied',
      written: report.toWrite,
      ok: true,
    })
    const employees = await cloud.dump<{ _id: string; department: string }>('identity_employees')
    expect(employees.find(({ _id }) => _id === lin.employeeId)?.department).toBe(department)
  }
})

test('ends the roles of somebody who moves, and tells them, once, wherever it was cut off in their line', async () => {
  let moved: TestPerson = lin
  for (let request = 12; request <= 20; request += 1) {
    const grants: TestPerson['grants'] = [{ role: 'lead', scopeId: moved.department }, { role: 'editor' }]
    await changePerson(cloud.engine, lin, { grants })
    moved = { ...moved, department: `部门${request}` }
    const { importId } = expectData(await check([moved]))
    await kill('applyRoster', request)
    await apply(importId)
    await cloud.fault({ clear: true })
    await cloud.clock(new Date(Date.parse(NOW) + request * 2 * MINUTE_MS).toISOString())
    expectData(await again(() => apply(importId)))
    const employees = await cloud.dump<{ _id: string }>('identity_employees')
    expect(employees.find(({ _id }) => _id === lin.employeeId)).toMatchObject({
      department: moved.department,
      grants: [{ role: 'editor' }],
    })
    const told = await cloud.dump<{ employeeId: string }>('notice_messages')
    expect(told.filter(({ employeeId }) => employeeId === lin.employeeId)).toHaveLength(request - 11)
  }
})

test('is written whole when caller and timer write it at once', async () => {
  const everybody = inventedPeople(1_000, lin)
  const { importId } = expectData(await check(everybody))
  const replies = await Promise.all([apply(importId), cloud.timer('identity', 'tend'), apply(importId)])
  expect(replies).toHaveLength(3)
  const report = await opened(importId)
  expect(report).toMatchObject({ state: 'applied', written: 1_000 })
  expect(await cloud.dump('identity_employees')).toHaveLength(1_000 + Object.keys(people).length)
  // Each block was inserted by one of them alone.
  const inserts = (await cloud.log()).flatMap(({ databaseRequests }) =>
    databaseRequests.filter(
      ({ action, collection }) => action === 'database.insertDocument' && collection === 'identity_employees',
    ),
  )
  expect(inserts).toHaveLength(4)
})

test('repeats a check that crashed before its answer, without mixing the lines of both', async () => {
  const requestId = newRequestId()
  const everybody = inventedPeople(600, lin)
  await kill('checkRoster', 7)
  expect((await check(everybody, requestId)).ok).toBe(false)
  files -= 1
  const { importId, toWrite } = expectData(await check(everybody, requestId))
  expect(toWrite).toBe(600)
  expect(expectData(await apply(importId))).toMatchObject({ state: 'applied', written: 600 })
})

test('a check that was killed at any request is repeated by the same call, and its file then goes', async () => {
  for (let request = 3, isThrough = false; !isThrough; request += 1) {
    const path = `rosters/again-${request}.csv`
    const fileId = await upload(cloud, wang.openid, path, rosterFile([rosterLine(lin)]))
    const input = { fileId, fileName: '在册员工.csv' }
    const requestId = newRequestId()
    const once = () => cloud.call<Report>(wang.openid, 'identity.checkRoster', input, requestId)
    await kill('checkRoster', request)
    isThrough = (await once()).ok
    await cloud.fault({ clear: true })
    expect(await once()).toMatchObject({ ok: true, data: { read: 1 } })
    expect((await fetch(`${cloud.url}/storage/${path}`)).status).toBe(404)
  }
})

test('a check that was killed leaves its file to the timer, which removes it when nobody reads it any more', async () => {
  const stored = async (number: number) => (await fetch(`${cloud.url}/storage/rosters/${number}.csv`)).status
  for (let request = 4; request <= 8; request += 1) {
    await kill('checkRoster', request)
    expect((await check(inventedPeople(20, lin))).ok).toBe(false)
  }
  const killed = files
  await cloud.timer('identity', 'tend')
  // Those that were killed late had removed it already; a retry may still need the others.
  const left: number[] = []
  for (let number = killed - 4; number <= killed; number += 1)
    if ((await stored(number)) === 403) left.push(number)
  expect(left.length).toBeGreaterThan(2)
  await cloud.clock('2026-11-24T08:10:01+08:00')
  await cloud.timer('identity', 'tend')
  for (const number of left) expect([number, await stored(number)]).toEqual([number, 404])
  expect(await cloud.dump('identity_roster_files')).toEqual([])
})

test('a check that is repeated late keeps its file from the timer while it reads', async () => {
  const requestId = newRequestId()
  await kill('checkRoster', 5)
  expect((await check([lin], requestId)).ok).toBe(false)
  await cloud.clock('2026-11-24T08:11:00+08:00')
  files -= 1
  const path = `rosters/${files + 1}.csv`
  await kill('checkRoster', 7)
  expect((await check([lin], requestId)).ok).toBe(false)
  await cloud.fault({ clear: true })
  await cloud.timer('identity', 'tend')
  expect((await fetch(`${cloud.url}/storage/${path}`)).status).toBe(403)
})

test('refuses a check that was made while another import was being written', async () => {
  const { importId } = expectData(await check(inventedPeople(900, lin)))
  await kill('applyRoster', 16)
  await apply(importId)
  const during = expectData(await check([{ ...lin, department: '新部门' }]))
  expectError('identity.applyRoster', await apply(during.importId), 'IDENTITY_IMPORT_STALE')
  await cloud.clock(LEASE_OVER)
  await cloud.timer('identity', 'tend')
  expectError('identity.applyRoster', await apply(during.importId), 'IDENTITY_IMPORT_STALE')
})
