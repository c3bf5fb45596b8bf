import { createHash } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { START, sealAfter } from '@domain/access/chain'
import { DAY_MS } from '@domain/kernel/time'
import type { AuditDocument, ExportDocument, ExportPartDocument } from '../../../cloudfunctions/access/store'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people } from '../../support/people'

const NOW = '2026-11-24T08:00:00+08:00'
const { xu, wang, lin, chen } = people

interface Listed {
  records: { number: number; by: string; byName: string; action: string; subject: string }[]
  next: string | null
}
interface Checked {
  head: { number: number }
  broken: { number: number; why: string } | null
  done: boolean
}
interface Making {
  state: string
  rows: number
  cut: boolean
  percent: number
  url: string | null
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
  for (const [giver, to] of [
    [xu, lin],
    [wang, lin],
    [xu, chen],
  ] as const) {
    const input = { employeeId: to.employeeId, role: 'editor' }
    expectData(await cloud.call(giver.openid, 'access.grantRole', input, newRequestId()))
  }
  await cloud.timer('access', 'tend')
})
afterAll(() => cloud.close())

const list = async (filter: object = {}) =>
  expectData(await cloud.call<Listed>(xu.openid, 'access.listAudit', filter)).records
const check = async () => expectData(await cloud.call<Checked>(xu.openid, 'access.checkAudit', START))
const change = (query: object, data: object) =>
  cloud.engine.execute('database.modifyDocument', {
    collectionName: 'access_audit',
    queryType: 'WHERE',
    query: JSON.stringify(query),
    data: JSON.stringify({ $set: data }),
    merge: true,
    multi: false,
    upsert: false,
  })

test('every change is sealed once, in its order, whatever else seals at the same time', async () => {
  await Promise.all([cloud.timer('access', 'tend'), cloud.timer('access', 'tend')])
  const sealed = await cloud.dump<AuditDocument>('access_audit')
  expect(sealed.map(({ number }) => number)).toEqual([1, 2, 3])
  expect(new Set(sealed.map(({ sourceId }) => sourceId)).size).toBe(3)
  expect(await check()).toEqual({ head: { number: 3, hash: sealed[2]?.hash }, broken: null, done: true })
})

test('records are found by who, what, whom, room and day', async () => {
  expect((await list()).map(({ number }) => number)).toEqual([3, 2, 1])
  const subject = `identity_employees/${chen.employeeId}`
  expect((await list({ by: wang.employeeId })).map(({ byName }) => byName)).toEqual([wang.name])
  expect((await list({ subject })).map(({ number }) => number)).toEqual([3])
  expect(await list({ action: 'access.grantRole', on: '2026-11-24', room: 'access' })).toHaveLength(3)
  expect(await list({ on: '2026-11-23' })).toEqual([])
  expect(await list({ room: 'union' })).toEqual([])
})

test('records are found by a name or a number, as whoever acted and as whom it was done to', async () => {
  const said = async (person: string) =>
    (await list({ person })).map(({ byName, subject }) => `${byName} ${subject.split('/')[1]}`).sort()
  const [byXu, byWang] = [xu.name, wang.name].map(name => `${name} ${lin.employeeId}`)
  expect(await said(wang.name)).toEqual([byWang])
  expect(await said(wang.employeeId)).toEqual([byWang])
  expect(await said(lin.name)).toEqual([byXu, byWang].sort())
  expect(await list({ person: wang.name, other: lin.name })).toMatchObject([{ byName: wang.name }])
  expect(await list({ person: chen.name, other: wang.employeeId })).toEqual([])
  expect(await said(chen.employeeId.toLowerCase())).toEqual([`${xu.name} ${chen.employeeId}`])
  expect(await list({ person: xu.name, on: '2026-11-24', action: 'access.grantRole' })).toHaveLength(2)
  expect(await said('没有这个人')).toEqual([])
})

test('whoever reaches into the database is found: altered, deleted, cut off', async () => {
  const [, second] = await cloud.dump<AuditDocument>('access_audit')
  await change({ _id: second?._id }, { by: lin.employeeId })
  expect((await check()).broken).toEqual({ number: 2, why: 'altered' })
  await change({ _id: second?._id }, { by: second?.by })
  expect((await check()).broken).toBeNull()
  await change({ _id: second?._id }, { number: 9 })
  expect((await check()).broken).toEqual({ number: 2, why: 'missing' })
  await change({ _id: second?._id }, { number: 2 })
  const remove = { collectionName: 'access_audit', queryType: 'WHERE', multi: false }
  await cloud.engine.execute('database.removeDocument', {
    ...remove,
    query: JSON.stringify({ _id: '000000000003' }),
  })
  expect((await check()).broken).toEqual({ number: 3, why: 'missing' })
})

async function asked(filter: object): Promise<string> {
  const reply = await cloud.call<{ exportId: string }>(
    xu.openid,
    'access.requestExport',
    { source: 'audit', filter },
    newRequestId(),
  )
  return expectData(reply).exportId
}

const jobs = () => cloud.dump<ExportDocument>('access_exports')

test('an export is made slice by slice, by whoever waits or by the timer, and goes after a week', async () => {
  const exportId = await asked({})
  const go = () => cloud.call<Making>(xu.openid, 'access.continueExport', { exportId })
  const ready = expectData(await go())
  expect(ready).toMatchObject({ state: 'ready', percent: 100 })
  const file = Buffer.from(await (await fetch(ready.url ?? '')).arrayBuffer())
  expect(file.subarray(0, 2).toString()).toBe('PK')
  const { openid } = await otherAdmin()
  expectError(
    'access.continueExport',
    await cloud.call(openid, 'access.continueExport', { exportId }),
    'ACCESS_EXPORT_MISSING',
  )
  const left = await asked({ by: wang.employeeId })
  await cloud.timer('access', 'tend')
  expect((await jobs()).find(({ _id }) => _id === left)).toMatchObject({ state: 'ready', rows: 1 })
  await cloud.clock(new Date(Date.parse(NOW) + 7 * DAY_MS).toISOString())
  expectError('access.continueExport', await go(), 'ACCESS_EXPORT_MISSING')
  await cloud.timer('access', 'tend')
  expect(await jobs()).toEqual([])
  expect(await cloud.dump('access_export_parts')).toEqual([])
  await cloud.clock(NOW)
})

test('a record that was sealed without whom it concerns is found by person once the timer has read it out', async () => {
  const about = async () => (await list({ person: lin.name })).map(({ number }) => number)
  expect(await about()).toEqual([2, 1])
  const sealed = await check()
  await cloud.engine.execute('database.modifyDocument', {
    collectionName: 'access_audit',
    queryType: 'WHERE',
    query: JSON.stringify({ number: 1 }),
    data: JSON.stringify({ $unset: { people: '' } }),
    merge: true,
    multi: false,
    upsert: false,
  })
  expect(await about()).toEqual([2])
  await cloud.timer('access', 'tend')
  expect(await about()).toEqual([2, 1])
  expect(await check()).toEqual(sealed)
})

test('one that dies half way goes on where it was, each record once', async () => {
  const [first] = (await cloud.dump<AuditDocument>('access_audit')) as [AuditDocument]
  const more = sealAfter(
    { number: 1_000, hash: first.hash },
    Array.from({ length: 700 }, (_, index) => ({ ...first, subject: `many/${index}`, room: 'many' })),
    hash,
  )
  const documents = more.map(record => ({
    ...record,
    _id: String(record.number).padStart(12, '0'),
    sourceId: `many-${record.number}`,
  }))
  await cloud.engine.insertMany('access_audit', documents)
  const exportId = await asked({ room: 'many' })
  const go = () => cloud.call<Making>(xu.openid, 'access.continueExport', { exportId })
  await cloud.fault({
    function: { name: 'access', procedure: 'continueExport', mode: 'kill', after: 5 },
  })
  expect((await go()).ok).toBe(false)
  await cloud.fault({ clear: true })
  await cloud.clock(new Date(Date.parse(NOW) + 30_000).toISOString())
  expect(expectData(await go())).toMatchObject({ state: 'running', rows: 500 })
  expect(expectData(await go())).toMatchObject({ state: 'ready', rows: 700 })
  const parts = await cloud.dump<ExportPartDocument>('access_export_parts')
  const rows = parts.flatMap(part => JSON.parse(part.rows) as { number: number }[])
  expect(new Set(rows.map(({ number }) => number)).size).toBe(700)
  expect(rows).toHaveLength(700)
})

test('says so when the file is not where it was stored', async () => {
  const [job] = (await jobs()) as [ExportDocument]
  await cloud.engine.execute('database.modifyDocument', {
    collectionName: 'access_exports',
    queryType: 'WHERE',
    query: JSON.stringify({ _id: job._id }),
    data: JSON.stringify({ $set: { fileId: 'cloud://wo-local.wo-local/documents/exports/none.xlsx' } }),
    merge: true,
    multi: false,
    upsert: false,
  })
  const reply = await cloud.call(xu.openid, 'access.continueExport', { exportId: job._id })
  expectError('access.continueExport', reply, 'ACCESS_EXPORT_FAILED')
})

const set = (_id: string, data: object) =>
  cloud.engine.execute('database.modifyDocument', {
    collectionName: 'access_exports',
    queryType: 'WHERE',
    query: JSON.stringify({ _id }),
    data: JSON.stringify({ $set: data }),
    merge: true,
    multi: false,
    upsert: false,
  })
const opened = async (exportId: string) =>
  expectData(await cloud.call<Making>(xu.openid, 'access.continueExport', { exportId }))

test('says that a file is cut where it holds no more', async () => {
  const exportId = await asked({ room: 'many' })
  await set(exportId, { parts: 59 })
  expect(await opened(exportId)).toMatchObject({ state: 'ready', cut: true })
})

test('gives a file up that can’t be stored, and makes the same one anew', async () => {
  const exportId = await asked({ room: 'many' })
  await opened(exportId)
  const folder = path.join(cloud.dataDir, 'storage')
  await rename(folder, `${folder}.away`)
  await writeFile(folder, '')
  // The local cloud says on its output what it could not write.
  const told = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  for (let time = 1; time <= 5; time += 1) {
    const reply = await cloud.call(xu.openid, 'access.continueExport', { exportId })
    expectError('access.continueExport', reply, 'ACCESS_EXPORT_FAILED')
    await cloud.clock(new Date(Date.parse(NOW) + (time + 1) * 30_000).toISOString())
  }
  told.mockRestore()
  await rm(folder)
  await rename(`${folder}.away`, folder)
  expect(await opened(exportId)).toMatchObject({ state: 'failed', url: null })
  expect(await asked({ room: 'many' })).not.toBe(exportId)
})

test('the same wish while one runs is that one, and of other wishes three run at once', async () => {
  const { openid } = await otherAdmin('VC000004')
  const ask = (filter: object) =>
    cloud.call<{ exportId: string }>(
      openid,
      'access.requestExport',
      { source: 'audit', filter },
      newRequestId(),
    )
  const first = expectData(await ask({ room: 'access' }))
  for (const room of ['union', 'mall']) expectData(await ask({ room }))
  expect(expectData(await ask({ room: 'access' }))).toEqual(first)
  expectError('access.requestExport', await ask({ room: 'coin' }), 'ACCESS_EXPORT_BUSY')
  await cloud.timer('access', 'tend')
  expectData(await ask({ room: 'coin' }))
})

/** A second administrator, who sees no file of the first. */
async function otherAdmin(employeeId = 'VC000003') {
  const other = {
    ...lin,
    employeeId,
    openid: `wx-${employeeId}`,
    phone: `139${employeeId.slice(2)}00`,
    grants: [{ role: 'admin' as const }],
  }
  await insertPeople(cloud.engine, [other])
  return other
}
