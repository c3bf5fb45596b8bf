import type { OutputOf } from '@domain/kernel/contract'
import { HOUR_MS } from '@domain/kernel/time'
import { claimColumns } from '@domain/selfservice/claimFile'
import type { selfservice } from '@domain/selfservice/contract'
import { decodeTime } from 'ulid'
import type { NoticeDocument } from '../../../cloudfunctions/notice/store'
import { claimCalls, lineOf, numberOf } from '../../support/claimCalls'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId, upload } from '../../support/identityWorld'
import { startTestCloud, type TestCloud, until } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'

const NOW = '2026-11-24T08:00:00+08:00'
const LEASE_OVER = '2026-11-24T08:01:10+08:00'
const { lin, chen, jin, wang } = people

type Report = OutputOf<typeof selfservice.checkClaims>
type Claims = OutputOf<typeof selfservice.listClaims>

let cloud: TestCloud

beforeEach(async () => {
  cloud = await startTestCloud({ clock: NOW })
  const second = { ...wang, grants: [{ role: 'finance' as const }] }
  await insertPeople(cloud.engine, [lin, chen, jin, second])
})
afterEach(() => cloud.close())

const { call, does, check, checked, apply } = claimCalls(() => cloud)
const claimsOf = (who: TestPerson, input: object = {}) => does<Claims>(who, 'listClaims', input)

const title = {
  version: 0,
  name: '沃社区示例（上海）有限公司',
  taxNumber: '91310000DEMX00001C',
  address: '上海市嘉定区示例路 88 号',
  phone: '021-00000000',
  bank: '示例银行上海分行',
  account: '0000 1111 2222',
  note: '上海同事开这个',
  sites: ['上海'],
  on: true,
}

test('titles are kept by version, the own site first, and nobody writes over another', async () => {
  const made = await does<{ titleId: string; version: number }>(jin, 'saveTitle', title)
  const { titleId } = made
  const changed = { ...title, titleId, version: 1, phone: '021-11111111' }
  await does(jin, 'saveTitle', changed)
  expectError('selfservice.saveTitle', await call(jin, 'saveTitle', changed), 'SELFSERVICE_TITLE_CHANGED')
  expectError('selfservice.saveTitle', await call(jin, 'saveTitle', title), 'SELFSERVICE_TITLE_TWICE')
  const none = { ...title, titleId: 'none', taxNumber: '91510100DEMA000021' }
  expectError('selfservice.saveTitle', await call(jin, 'saveTitle', none), 'SELFSERVICE_TITLE_MISSING')
  const wrong = { ...title, taxNumber: '91310000DEMX00001D' }
  expectError('selfservice.saveTitle', await call(jin, 'saveTitle', wrong), 'INVALID_INPUT')
  await does(jin, 'saveTitle', { ...title, taxNumber: '91510100DEMA000021', sites: ['成都'] })
  const { titles } = await does<OutputOf<typeof selfservice.listTitles>>(lin, 'listTitles')
  expect(titles.map(({ sites }) => sites[0])).toEqual(['上海', '成都'])
  expect(titles[0]).toMatchObject({ phone: '021-11111111', account: '000011112222' })
  const { versions } = await does<{ versions: { phone: string }[] }>(jin, 'listTitleVersions', { titleId })
  expect(versions.map(({ phone }) => phone)).toEqual(['021-11111111', '021-00000000'])
  const missing = await call(jin, 'listTitleVersions', { titleId: 'none' })
  expectError('selfservice.listTitleVersions', missing, 'SELFSERVICE_TITLE_MISSING')
})

test('a checked file changes nothing; applied, each finds their own and is told once', async () => {
  const report = await checked([lineOf(1, '审核中'), lineOf(2, '已收到', chen), lineOf(3, '好了')])
  expect(report).toMatchObject({ read: 3, adding: 2, problems: [{ line: 4, problem: 'unknownState' }] })
  expect((await claimsOf(lin)).claims).toEqual([])
  expect(expectData(await apply(report.importId))).toMatchObject({ state: 'applied', written: 2 })
  expect((await claimsOf(lin)).claims.map(({ number }) => number)).toEqual([numberOf(1)])
  expect((await claimsOf(chen)).claims.map(({ number }) => number)).toEqual([numberOf(2)])
  expect((await claimsOf(lin, { number: '2631' })).claims).toHaveLength(1)
  expect((await claimsOf(lin, { number: numberOf(2) })).claims).toEqual([])
  expect((await claimsOf(lin, { amountFen: 10_150 })).claims).toHaveLength(1)
  expect((await claimsOf(lin, { from: '2026-11-19' })).claims).toEqual([])
  expect((await claimsOf(lin)).pending).toEqual({ count: 1, amountFen: 10_150, oldestOn: '2026-11-18' })
  const again = await checked([lineOf(1, '已到账'), lineOf(2, '已收到', chen)])
  expect(again).toMatchObject({ moving: 1, unchanged: 1 })
  const begun = Date.parse(NOW) + HOUR_MS
  await cloud.clock(new Date(begun).toISOString())
  const opened = await does<OutputOf<typeof selfservice.openClaimImport>>(jin, 'openClaimImport', {
    importId: again.importId,
  })
  expect(opened.changes).toEqual([
    {
      ...{ number: numberOf(1), employeeId: lin.employeeId, subject: '成都出差', amountFen: 10_150 },
      words: ['状态 审核中 → 已到账'],
    },
  ])
  await apply(again.importId)
  const notices = await cloud.dump<NoticeDocument>('notice_messages')
  const paid = notices.find(one => one.title.endsWith('已到账'))
  expect([paid?.at, decodeTime(paid?._id ?? '')]).toEqual([begun, begun])
  expect(notices.map(({ employeeId, title: words }) => `${employeeId} ${words}`).sort()).toEqual(
    [
      `${lin.employeeId} 成都出差：审核中`,
      `${lin.employeeId} 成都出差：已到账`,
      `${chen.employeeId} 成都出差：已收到`,
    ].sort(),
  )
})

test('what finance asks is answered by its owner, once, and asked anew by another question', async () => {
  const asks = async (question: string) => {
    const { importId } = await checked([`${lineOf(1, '等你补充')}${question}`])
    expectData(await apply(importId))
  }
  await asks('住宿超标 80 元')
  const answer = { number: numberOf(1), words: '协议酒店那天满房' }
  const missing = await call(chen, 'answerClaim', answer)
  expectError('selfservice.answerClaim', missing, 'SELFSERVICE_CLAIM_MISSING')
  await does(lin, 'answerClaim', answer)
  expectError(
    'selfservice.answerClaim',
    await call(lin, 'answerClaim', answer),
    'SELFSERVICE_CLAIM_NOT_ASKED',
  )
  const [claim] = (await claimsOf(lin)).claims
  expect(claim?.mayAnswer).toBe(false)
  expect(claim?.trail.map(({ note, isAnswer }) => [note, isAnswer])).toEqual([
    ['住宿超标 80 元', false],
    ['协议酒店那天满房', true],
  ])
  const desk = await does<OutputOf<typeof selfservice.openInvoiceDesk>>(jin, 'openInvoiceDesk')
  expect(desk.answers).toMatchObject([
    { employeeId: lin.employeeId, name: lin.name, question: '住宿超标 80 元', words: answer.words },
  ])
  const told = async () =>
    (await cloud.dump<NoticeDocument>('notice_messages'))
      .filter(({ target }) => target?.kind === 'claimDesk')
      .map(({ employeeId, kind, title: words }) => `${employeeId} ${kind} ${words}`)
      .sort()
  const inFinance = (kind: string) =>
    [jin, wang].map(({ employeeId }) => `${employeeId} ${kind} ${lin.name}补充了：成都出差`).sort()
  expect(await told()).toEqual(inFinance('todo'))
  await asks('还差住宿清单')
  expect(await told()).toEqual(inFinance('service'))
  expect((await claimsOf(lin)).claims).toMatchObject([{ mayAnswer: true, note: '还差住宿清单' }])
  expect((await does<{ answers: unknown[] }>(jin, 'openInvoiceDesk')).answers).toEqual([])
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'risky', times: 1 } })
  expectError('selfservice.answerClaim', await call(lin, 'answerClaim', answer), 'CONTENT_REJECTED')
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'fail', times: 1 } })
  expectError('selfservice.answerClaim', await call(lin, 'answerClaim', answer), 'CONTENT_CHECK_UNAVAILABLE')
  expectData(await call(lin, 'answerClaim', answer))
})

/** 员工编号,发票号码,开票日期,金额,事由,状态,说明 and 成都出差,审核中, as GBK has them. */
const inGbk = {
  header: 'd4b1b9a4b1e0bac52cb7a2c6b1bac5c2eb2cbfaac6b1c8d5c6da2cbdf0b6ee2ccac2d3c92cd7b4ccac2ccbb5c3f7',
  words: 'b3c9b6bcb3f6b2ee2cc9f3bacbd6d0',
}

test('a file that Excel has saved in GBK is read like any other', async () => {
  const start = Buffer.from(`\n${lin.employeeId},${numberOf(1)},2026-11-18,101.50,`)
  const content = Buffer.concat([
    ...[Buffer.from(inGbk.header, 'hex'), start],
    ...[Buffer.from(inGbk.words, 'hex'), Buffer.from(',')],
  ])
  const fileId = await upload(cloud, jin.openid, 'claims/gbk.csv', new Uint8Array(content))
  const report = await does<Report>(jin, 'checkClaims', { fileId, fileName: '报销.csv' })
  expect(report).toMatchObject({ read: 1, adding: 1, problems: [] })
  const { importId } = report
  const { changes } = await does<OutputOf<typeof selfservice.openClaimImport>>(jin, 'openClaimImport', {
    importId,
  })
  expect(changes).toMatchObject([{ subject: '成都出差', words: ['新增，审核中'] }])
})

test('a file that is none, a check that was overtaken and one that is done are refused', async () => {
  expectError('selfservice.checkClaims', await check([], '编号,金额'), 'SELFSERVICE_CLAIMS_UNREADABLE')
  const long = Array.from({ length: 2_001 }, (_, index) => lineOf(index, '审核中'))
  expectError('selfservice.checkClaims', await check(long), 'SELFSERVICE_CLAIMS_TOO_LONG')
  const [first, second] = [await checked([lineOf(1, '审核中')]), await checked([lineOf(1, '已退回')])]
  expectData(await apply(first.importId))
  expectError('selfservice.applyClaims', await apply(second.importId), 'SELFSERVICE_IMPORT_STALE')
  expectError('selfservice.applyClaims', await apply(first.importId, wang), 'SELFSERVICE_IMPORT_APPLIED')
  expectError('selfservice.applyClaims', await apply('none'), 'SELFSERVICE_IMPORT_MISSING')
  const missing = await call(jin, 'openClaimImport', { importId: 'none' })
  expectError('selfservice.openClaimImport', missing, 'SELFSERVICE_IMPORT_MISSING')
})

test.each([4, 9, 30])(
  'an import that is killed at request %i changes nothing or is carried on to its end',
  async after => {
    const lines = Array.from({ length: 30 }, (_, index) => lineOf(index, '审核中'))
    const { importId } = await checked(lines)
    await cloud.fault({ function: { name: 'selfservice', procedure: 'applyClaims', mode: 'kill', after } })
    await apply(importId)
    await cloud.clock(LEASE_OVER)
    const stateOf = async () => (await does<Report>(jin, 'openClaimImport', { importId })).state
    // A run of the timer has its time; on a busy machine the rest waits for the next.
    const state = await until('the import', async () => {
      await cloud.timer('selfservice', 'tend')
      const found = await stateOf()
      return found === 'applying' ? null : found
    })
    const written = await cloud.dump('selfservice_claims')
    expect([state, written.length]).toEqual(state === 'checked' ? ['checked', 0] : ['applied', 30])
    expect(await cloud.dump('notice_messages')).toHaveLength(written.length)
  },
)

test('what finance puts right is told and stays in the trail, also of what was paid', async () => {
  const row = (amount: string, on: string) =>
    [lin.employeeId, numberOf(1), on, amount, '成都出差', '已到账', ''].join(',')
  for (const one of [row('100.50', '2026-11-18'), row('120.00', '2026-11-18'), row('120.00', '2026-11-17')])
    expectData(await apply((await checked([one])).importId))
  expect((await claimsOf(lin)).claims).toMatchObject([
    {
      trail: [
        { state: 'paid', note: '' },
        { state: 'paid', note: '金额由 100.50 元更正为 120.00 元' },
        { state: 'paid', note: '开票日期由 2026-11-18 更正为 2026-11-17' },
      ],
    },
  ])
  const notices = await cloud.dump<{ title: string; body: string }>('notice_messages')
  const told = notices.filter(({ title: words }) => words === '成都出差：有更正').map(({ body }) => body)
  expect(told.sort()).toEqual(['开票日期由 2026-11-18 更正为 2026-11-17', '金额由 100.50 元更正为 120.00 元'])
})

test('a check that is repeated late keeps its file from the timer while it reads', async () => {
  const content = [claimColumns.join(','), lineOf(1, '审核中')].join('\n')
  const fileId = await upload(cloud, jin.openid, 'claims/late.csv', content)
  const requestId = newRequestId()
  const run = () =>
    cloud.call<Report>(jin.openid, 'selfservice.checkClaims', { fileId, fileName: '报销.csv' }, requestId)
  for (const [clock, after] of [
    [NOW, 4],
    ['2026-11-24T08:11:00+08:00', 6],
  ] as const) {
    await cloud.clock(clock)
    await cloud.fault({ function: { name: 'selfservice', procedure: 'checkClaims', mode: 'kill', after } })
    expect((await run()).ok).toBe(false)
    await cloud.fault({ clear: true })
  }
  await cloud.timer('identity', 'tend')
  expect(expectData(await run())).toMatchObject({ read: 1, adding: 1 })
})

test.each([3, 4, 5, 6, 7])('a check that is killed at request %i is repeated with the file', async after => {
  const path = `claims/killed-${after}.csv`
  const fileId = await upload(
    cloud,
    jin.openid,
    path,
    [claimColumns.join(','), lineOf(1, '审核中')].join('\n'),
  )
  const requestId = newRequestId()
  const run = () =>
    cloud.call<Report>(jin.openid, 'selfservice.checkClaims', { fileId, fileName: '报销.csv' }, requestId)
  await cloud.fault({
    function: { name: 'selfservice', procedure: 'checkClaims', mode: 'kill', after, times: 1 },
  })
  await run()
  await cloud.fault({ clear: true })
  expect(expectData(await run())).toMatchObject({ read: 1, adding: 1 })
  expect((await fetch(`${cloud.url}/storage/${path}`)).status).toBe(404)
})
