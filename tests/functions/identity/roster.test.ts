import type { identity } from '@domain/identity/contract'
import type { OutputOf } from '@domain/kernel/contract'
import { DAY_MS } from '@domain/kernel/time'
import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId, upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people, type TestPerson } from '../../support/people'
import { inventedPeople, rosterFile, rosterLine } from '../../support/rosterFiles'

type Report = OutputOf<typeof identity.checkRoster>
type Lines = OutputOf<typeof identity.listImportLines>
type Problems = OutputOf<typeof identity.listImportProblems>

const NOW = '2026-11-24T08:00:00+08:00'
const { lin, wang, han, gu, chen, guo } = people

let cloud: TestCloud
let files = 0

beforeEach(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine)
})
afterEach(() => cloud.close())

async function check(lines: readonly string[], content = rosterFile(lines), newPlaces = true) {
  files += 1
  const fileId = await upload(cloud, wang.openid, `rosters/${files}.csv`, content)
  return cloud.call<Report>(
    wang.openid,
    'identity.checkRoster',
    { fileId, fileName: '在册员工_1124.csv', newPlaces },
    newRequestId(),
  )
}

const apply = (importId: string, requestId = newRequestId()) =>
  cloud.call<Report>(wang.openid, 'identity.applyRoster', { importId }, requestId)

async function employee(id: string): Promise<EmployeeDocument | undefined> {
  const all = await cloud.dump<EmployeeDocument & Record<string, unknown>>('identity_employees')
  return all.find(({ _id }) => _id === id)
}

const [ada, ben] = inventedPeople(2, lin) as [TestPerson, TestPerson]
const promoted = { ...han, department: '焊装', site: '大庆', phone: '13700000001' }

test('checks a file against the roster and changes nobody', async () => {
  const before = await cloud.dump('identity_employees')
  const report = expectData(
    await check([
      rosterLine(lin),
      rosterLine(ada),
      rosterLine(promoted),
      rosterLine({ ...gu, status: 'left' }),
      rosterLine({ ...chen, employeeId: 'VC02 0117' }),
      '',
    ]),
  )
  expect(report).toMatchObject({
    fileName: '在册员工_1124.csv',
    read: 5,
    unchanged: 1,
    joining: 1,
    changed: 1,
    leaving: 1,
    moreProblems: 0,
    state: 'checked',
    written: 0,
    toWrite: 3,
    changedFields: { department: 1, site: 1, phone: 1, name: 0 },
    checkedAt: Date.parse(NOW),
  })
  expect(report.problems).toEqual([
    {
      line: 6,
      problem: 'format',
      employeeId: 'VC02 0117',
      name: chen.name,
      department: chen.department,
      site: chen.site,
      detail: '编号的写法不对，看着像 VC020117',
    },
  ])
  expect(await cloud.dump('identity_employees')).toEqual(before)
})

test('a department that nobody is in is looked at by a person first', async () => {
  const file = rosterFile([rosterLine(promoted)])
  const report = expectData(await check([], file, false))
  expect(report).toMatchObject({ toWrite: 0, problems: [{ problem: 'unknownPlace', department: '焊装' }] })
  expect(expectData(await check([], file)).toWrite).toBe(1)
})

test('lists the lines of one kind, page by page, with what changes and no whole phone number', async () => {
  const newcomers = inventedPeople(25, lin)
  const lines = [...newcomers, promoted, { ...gu, status: 'left' as const }].map(each => rosterLine(each))
  const { importId } = expectData(await check(lines))
  const list = async (action: string, after?: string) =>
    expectData(await cloud.call<Lines>(wang.openid, 'identity.listImportLines', { importId, action, after }))
  const first = await list('join')
  const second = await list('join', first.next ?? '')
  const idsOf = ({ lines }: Lines) => lines.map(({ employeeId }) => employeeId)
  expect([...idsOf(first), ...idsOf(second)]).toEqual(newcomers.map(({ employeeId }) => employeeId))
  expect(second.next).toBeNull()
  expect((await list('change')).lines).toEqual([
    {
      employeeId: han.employeeId,
      name: han.name,
      department: '焊装',
      site: '大庆',
      joinedOn: '2019-03-04',
      changed: [
        { field: 'phone', was: '138****0103', becomes: '137****0001' },
        { field: 'department', was: han.department, becomes: '焊装' },
        { field: 'site', was: han.site, becomes: '大庆' },
      ],
    },
  ])
  expect(idsOf(await list('leave'))).toEqual([gu.employeeId])
  const missing = { importId: 'none', action: 'join' }
  const reply = await cloud.call(wang.openid, 'identity.listImportLines', missing)
  expectError('identity.listImportLines', reply, 'IDENTITY_IMPORT_MISSING')
})

test('forgets the uploaded file once it is checked', async () => {
  expectData(await check([rosterLine(lin)]))
  const response = await fetch(`${cloud.url}/storage/rosters/${files}.csv`)
  expect(response.status).toBe(404)
})

test('reads and removes nothing but rosters', async () => {
  const fileId = await upload(cloud, lin.openid, 'uploads/holiday.jpg', 'a picture')
  const input = { fileId, fileName: 'holiday.jpg' }
  const reply = await cloud.call(wang.openid, 'identity.checkRoster', input, newRequestId())
  expectError('identity.checkRoster', reply, 'INVALID_INPUT')
  expect((await fetch(`${cloud.url}/storage/uploads/holiday.jpg`)).status).toBe(200)
})

test('applies what was checked: who joins, who changes, who leaves', async () => {
  const { importId } = expectData(
    await check([rosterLine(ada), rosterLine(promoted), rosterLine({ ...lin, status: 'left' })]),
  )
  const report = expectData(await apply(importId))
  expect(report).toMatchObject({ importId, state: 'applied', written: 3, toWrite: 3 })
  expect(await employee(ada.employeeId)).toMatchObject({ name: ada.name, boundAt: null, grants: [] })
  // A changed phone keeps the binding.
  expect(await employee(han.employeeId)).toMatchObject({
    department: '焊装',
    site: '大庆',
    phone: '13700000001',
    openid: han.openid,
  })
  expectError('identity.openProfile', await cloud.call(lin.openid, 'identity.openProfile'), 'IDENTITY_LEFT')
  // What others wait for is handed on by the rooms.
  expect((await employee(lin.employeeId))?.parting).toEqual(['booking', 'union', 'mall'])
})

test('keeps roles and accounts whatever the file says', async () => {
  const renamed = { ...guo, department: '工会' }
  const { importId } = expectData(await check([rosterLine(renamed)]))
  expectData(await apply(importId))
  expect(await employee(guo.employeeId)).toMatchObject({
    department: '工会',
    grants: guo.grants,
    openid: guo.openid,
  })
})

test('takes roles over the department and the city that somebody leaves, with what a deputy has of them, and tells them', async () => {
  const grants = [
    { role: 'lead', scopeId: han.department },
    { role: 'facility', scopeId: han.site },
    { role: 'lead', scopeId: '焊装' },
    { role: 'moderator' },
  ] as const
  await changePerson(cloud.engine, han, { grants: [...grants] })
  const loan = { startsAt: Date.parse(NOW), endsAt: Date.parse(NOW) + DAY_MS, toEmployeeId: guo.employeeId }
  expectData(await cloud.call(han.openid, 'access.lendRoles', loan, newRequestId()))
  const { importId } = expectData(await check([rosterLine(promoted)]))
  expectData(await apply(importId))
  const kept = [{ role: 'lead', scopeId: '焊装' }, { role: 'moderator' }]
  expect(await employee(han.employeeId)).toMatchObject({ department: '焊装', grants: kept })
  const lent = (await employee(guo.employeeId))?.grants.filter(grant => grant.lent)
  expect(lent).toMatchObject(kept)
  const told = await cloud.dump<{ employeeId: string; body: string }>('notice_messages')
  expect(told.filter(({ employeeId }) => employeeId === han.employeeId)).toMatchObject([
    { title: '你的资料改到了大庆 · 焊装', body: '跟着原来范围的角色已经收回：部门负责人、行政支持' },
  ])
  const receipts = await cloud.dump<{ audit?: { subject: string } }>('platform_receipts')
  const audits = receipts.filter(({ audit }) => audit?.subject === `identity_employees/${han.employeeId}`)
  expect(audits).toMatchObject([
    { audit: { by: han.employeeId } },
    { procedure: 'identity.applyRoster', audit: { by: wang.employeeId, after: { department: '焊装' } } },
  ])
})

test('lets somebody who comes back go on where they stopped', async () => {
  const { importId } = expectData(await check([rosterLine({ ...people.ding, status: 'active' })]))
  expectData(await apply(importId))
  const session = await cloud.call(people.ding.openid, 'identity.openSession')
  expect(expectData(session)).toMatchObject({ standing: 'employee' })
})

test('leaves those alone whom the file does not name', async () => {
  const { importId } = expectData(await check([rosterLine(ada)]))
  expectData(await apply(importId))
  expect(await employee(lin.employeeId)).toMatchObject({ status: 'active' })
})

test('applies once, however often it is asked', async () => {
  const { importId } = expectData(await check([rosterLine(ada)]))
  const requestId = newRequestId()
  const first = await apply(importId, requestId)
  expect(await apply(importId, requestId)).toEqual(first)
  expect(await apply(importId)).toEqual(first)
  const other = { ...guo, employeeId: 'VC019999', openid: 'wx-other-hr', grants: wang.grants }
  await insertPeople(cloud.engine, [other])
  const late = await cloud.call(other.openid, 'identity.applyRoster', { importId }, newRequestId())
  expectError('identity.applyRoster', late, 'IDENTITY_IMPORT_APPLIED')
})

test('refuses a check that another import has overtaken', async () => {
  const one = expectData(await check([rosterLine(ada)]))
  const two = expectData(await check([rosterLine(ben)]))
  const replies = await Promise.all([apply(one.importId), apply(two.importId)])
  const codes = replies.map(reply => (reply.ok ? 'ok' : reply.error.code)).sort()
  expect(codes).toEqual(['IDENTITY_IMPORT_STALE', 'ok'])
  const loser = replies[0]?.ok ? two : one
  expectError('identity.applyRoster', await apply(loser.importId), 'IDENTITY_IMPORT_STALE')
})

test('refuses a check of the day before yesterday', async () => {
  const { importId } = expectData(await check([rosterLine(ada)]))
  await cloud.clock('2026-11-26T08:00:00+08:00')
  expectError('identity.applyRoster', await apply(importId), 'IDENTITY_IMPORT_STALE')
})

test('refuses files that are no roster', async () => {
  const unreadable = {
    'another encoding': Buffer.from([0xb1, 0xe0, 0xba, 0xc5]).toString('utf8'),
    'a column missing': '员工编号,姓名,手机号\nVC018842,林晓川,13800000426\n',
    nothing: '',
    'an open quote': rosterFile([`${rosterLine(ada)}`, '"VC300001,没有结束']),
  }
  for (const content of Object.values(unreadable)) {
    expectError('identity.checkRoster', await check([], content), 'IDENTITY_IMPORT_UNREADABLE')
    const left = await fetch(`${cloud.url}/storage/rosters/${files}.csv`)
    expect(left.status).toBe(404)
  }
  const missing = { fileId: 'cloud://local.nowhere/rosters/none.csv', fileName: '没有.csv' }
  const reply = await cloud.call(wang.openid, 'identity.checkRoster', missing, newRequestId())
  expectError('identity.checkRoster', reply, 'IDENTITY_IMPORT_UNREADABLE')
  expect(await cloud.dump('identity_imports')).toEqual([])
})

test('finds an import again, alone and in the list, and no other', async () => {
  const first = expectData(await check([rosterLine(ada), ',,,,,,在职']))
  await cloud.clock('2026-11-24T08:00:01+08:00')
  const second = expectData(await check([rosterLine(ben)]))
  const opened = await cloud.call(wang.openid, 'identity.openImport', { importId: first.importId })
  expect(expectData(opened)).toEqual(first)
  const listed = expectData(
    await cloud.call<{ imports: Report[]; next: null }>(wang.openid, 'identity.listImports'),
  )
  expect(listed.imports.map(({ importId }) => importId)).toEqual([second.importId, first.importId])
  expect(listed.next).toBeNull()
  const after = { after: second.importId }
  const rest = expectData(await cloud.call<{ imports: Report[] }>(wang.openid, 'identity.listImports', after))
  expect(rest.imports.map(({ importId }) => importId)).toEqual([first.importId])
  const missing = { importId: 'none' }
  const open = await cloud.call(wang.openid, 'identity.openImport', missing)
  expectError('identity.openImport', open, 'IDENTITY_IMPORT_MISSING')
  expectError('identity.applyRoster', await apply('none'), 'IDENTITY_IMPORT_MISSING')
})

test('shows the first hundred lines with problems, and lists the others page by page or for a file', async () => {
  const report = expectData(await check(Array.from({ length: 1_230 }, () => 'x,,,,,,')))
  const { importId } = report
  expect(report.problems).toHaveLength(100)
  expect(report.moreProblems).toBe(1_130)
  const page = async (input: object) =>
    expectData(await cloud.call<Problems>(wang.openid, 'identity.listImportProblems', { importId, ...input }))
  const linesOf = ({ problems }: Problems) => problems.map(({ line }) => line)
  const first = await page({})
  const second = await page({ after: first.next })
  expect([...linesOf(first), ...linesOf(second)]).toEqual(Array.from({ length: 200 }, (_, at) => 102 + at))
  expect(first.problems[0]).toEqual({ ...report.problems[0], line: 102 })
  const filed = await page({ forFile: true })
  const rest = await page({ forFile: true, after: filed.next })
  const all = [...report.problems, ...filed.problems, ...rest.problems].map(({ line }) => line)
  expect(all).toEqual(Array.from({ length: 1_230 }, (_, at) => 2 + at))
  expect(rest.next).toBeNull()
  await cloud.clock('2026-12-02T08:00:00+08:00')
  await cloud.timer('identity', 'tend')
  expect(await page({})).toEqual({ problems: [], next: null })
  const reply = await cloud.call(wang.openid, 'identity.listImportProblems', { importId: 'none' })
  expectError('identity.listImportProblems', reply, 'IDENTITY_IMPORT_MISSING')
})
