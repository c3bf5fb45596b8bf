import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import { type ClaimReport, claimCalls, lineOf } from '../../support/claimCalls'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud, until } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'

const NOW = '2026-11-24T08:00:00+08:00'
const { lin, chen, jin } = people

let cloud: TestCloud

beforeEach(async () => {
  cloud = await startTestCloud({ clock: NOW })
  await insertPeople(cloud.engine, [lin, chen, jin])
})
afterEach(() => cloud.close())

const { does, checked, apply } = claimCalls(() => cloud)

describe('whoever has their data deleted', () => {
  const DELETED_AT = Date.parse(NOW) + 7 * DAY_MS
  const at = (instant: number) => cloud.clock(new Date(instant).toISOString())
  const leaves = (who: TestPerson) =>
    cloud.call(
      who.openid,
      'identity.requestDeletion',
      { words: 'anonymous', confirmedBy: who.employeeId },
      newRequestId(),
    )
  const isGone = async () => {
    await cloud.timer('identity', 'tend')
    return (await cloud.dump('identity_deletions')).length === 0
  }
  const kept = async () => {
    const rooms = ['selfservice_claims', 'selfservice_claim_imports', 'selfservice_claim_lines']
    return JSON.stringify(await Promise.all(rooms.map(room => cloud.dump(room))))
  }

  test('is in no import, and finance goes on with their invoices without them', async () => {
    expectData(await apply((await checked([lineOf(1, '审核中')])).importId))
    expect(await checked([lineOf(1, '已收到')])).toMatchObject({
      problems: [{ problem: 'stepBack', employeeId: lin.employeeId }],
    })
    expectData(await leaves(lin))
    await at(DELETED_AT - HOUR_MS)
    const before = await checked([lineOf(1, '已到账')])
    await at(DELETED_AT)
    expect(await isGone()).toBe(true)
    expect(await kept()).not.toContain(lin.employeeId)
    expectError('selfservice.applyClaims', await apply(before.importId), 'SELFSERVICE_IMPORT_STALE')

    const after = await checked([lineOf(1, '已到账'), lineOf(1, '已到账')])
    expect(after).toMatchObject({ moving: 1, problems: [{ problem: 'duplicate', employeeId: '' }] })
    expectData(await apply(after.importId))
    expect(await cloud.dump('selfservice_claims')).toMatchObject([
      { state: 'paid', employeeId: expect.stringMatching(/^former-/) },
    ])
    expect(await kept()).not.toContain(lin.employeeId)
    expect(await checked([lineOf(1, '审核中')])).toMatchObject({
      problems: [{ problem: 'stepBack', employeeId: '' }],
    })
    expect(await cloud.dump('notice_messages')).toEqual([])
  })

  test('waits until an import that names them has been written to its end', async () => {
    expectData(await leaves(lin))
    await at(DELETED_AT - HOUR_MS)
    const lines = Array.from({ length: 30 }, (_, index) => lineOf(index, '审核中'))
    const { importId } = await checked(lines)
    await cloud.fault({
      function: { name: 'selfservice', procedure: 'applyClaims', mode: 'kill', after: 30 },
    })
    await apply(importId)
    await cloud.fault({ clear: true })
    await at(DELETED_AT)
    expect(await isGone()).toBe(false)
    await until('the import', async () => {
      await cloud.timer('selfservice', 'tend')
      const { state } = await does<ClaimReport>(jin, 'openClaimImport', { importId })
      return state === 'applied' ? state : null
    })
    expect(await isGone()).toBe(true)
    expect(await cloud.dump('selfservice_claims')).toHaveLength(30)
    expect(await kept()).not.toContain(lin.employeeId)
  })
})
