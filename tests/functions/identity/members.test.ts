import { can, type Permission, type Role, roles } from '@domain/access/roles'
import { audit } from '@domain/coin/audit'
import type { Account, Entry } from '@domain/coin/ledger'
import { contracts } from '@domain/contracts'
import type { Procedure } from '@domain/kernel/contract'
import { DAY_MS } from '@domain/kernel/time'
import type { EmployeeDocument, LeavingDocument } from '../../../cloudfunctions/identity/store'
import type { AssociationDocument } from '../../../cloudfunctions/union/store'
import { expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { associationIds, changePerson, insertPeople, people, type TestPerson } from '../../support/people'
import { sampleCalls } from '../../support/sampleInputs'
import { attempt, persist, succeed } from '../../support/talkWorld'
import { applyToPhoto, associations, newcomer, UNION_CLOCK } from '../../support/unionWorld'

const { lin, chen, han, tang, wang, he, zhao, ding, gu, luo, liang, cen, guo } = people
const { photo } = associationIds
const NOW = Date.parse(UNION_CLOCK)
const reason = '核对过了'

let cloud: TestCloud

beforeAll(async () => {
  // A killed process leaves its transaction open, and its locks, until the database ends it.
  cloud = await startTestCloud({ clock: UNION_CLOCK, transactionLifeMs: 400 })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany(
    'union_associations',
    associations.map(document => ({ ...document })),
  )
})
afterAll(() => cloud.close())
beforeEach(async () => {
  await cloud.fault({ clear: true })
  await cloud.clock(UNION_CLOCK)
})

const employeeOf = async ({ employeeId }: Pick<TestPerson, 'employeeId'>) =>
  (await cloud.dump<EmployeeDocument>('identity_employees')).find(({ _id }) => _id === employeeId)
const found = async (by: TestPerson, input: object = {}) =>
  (await succeed(cloud, by, 'identity.findMembers', input)).members.map(({ name }) => name)
const of = ({ employeeId }: Pick<TestPerson, 'employeeId'>, more: object = {}) => ({
  employeeId,
  reason,
  ...more,
})

describe('members are found', () => {
  test.each([
    ['name', { text: '林晓' }, ['林晓川']],
    ['pinyin', { text: 'linxiao' }, ['林晓川']],
    ['number', { text: 'VC018842' }, ['林晓川']],
    ['department', { department: '总装' }, ['顾念', '韩冬']],
    ['department and city', { department: '总装', site: '上海' }, []],
    ['status', { status: 'left' }, ['丁一凡']],
    ['name and status', { text: '丁', status: 'left' }, ['丁一凡']],
    ['name and department', { text: '韩', department: '总装' }, ['韩冬']],
  ] as const)('by %s', async (_by, input, names) => {
    expect((await found(wang, input)).sort()).toEqual([...names].sort())
  })

  test('page by page, each once', async () => {
    const seen: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await succeed(cloud, wang, 'identity.findMembers', { ...(after ? { after } : {}) })
      seen.push(...page.members.map(({ employeeId }) => employeeId))
      if (page.next === null) break
      after = page.next
    }
    const active = (await cloud.dump<EmployeeDocument>('identity_employees')).filter(
      ({ status }) => status === 'active',
    )
    expect(seen).toEqual(active.map(({ _id }) => _id).sort())
    expect(active.length).toBeGreaterThan(20)
  })
})

describe('who heads a department', () => {
  test('sees its people and nobody else, whatever is asked', async () => {
    expect((await found(he)).sort()).toEqual(['何俊霖', '赵启明', '陈嘉禾'].sort())
    for (const input of [{ department: '总装' }, { text: '韩冬' }, { site: '成都' }, { status: 'left' }])
      expect(await found(he, input)).toEqual([])
    const own = await succeed(cloud, he, 'identity.openMember', { employeeId: chen.employeeId })
    expect(own).toMatchObject({ member: { name: '陈嘉禾' }, private: null, mayManage: false })
    for (const outsider of [han, lin, ding, { employeeId: 'VC999999' }]) {
      const { employeeId } = outsider
      const reply = await attempt(cloud, he, 'identity.openMember', { employeeId })
      expectError('identity.openMember', reply, 'IDENTITY_MEMBER_MISSING')
    }
    expect(JSON.stringify(own)).not.toContain('138')
  })

  test('sees nobody without a department, and follows the own one', async () => {
    await changePerson(cloud.engine, he, { grants: [{ role: 'lead', scopeId: '没有人的部门' }] })
    expect(await found(he)).toEqual([])
    await changePerson(cloud.engine, he, { grants: [{ role: 'lead', scopeId: '质量' }] })
  })

  /** Every back-office procedure that takes an employee, with every scope: a new one has to be thought of here. */
  test('is let into nothing else that takes somebody’s number', () => {
    const lead: Role = 'lead'
    const taking = sampleCalls.filter(({ input }) => 'employeeId' in input)
    const open = taking.filter(({ procedure }) => can([{ role: lead }], procedure.access as Permission))
    expect(open.map(({ name }) => name)).toEqual(['identity.openMember'])
    const may = Object.entries(contracts).flatMap(([room, contract]) =>
      Object.entries(contract as Record<string, Procedure>)
        .filter(([, { access }]) => (roles.lead.permissions as readonly string[]).includes(access))
        .map(([name]) => `${room}.${name}`),
    )
    expect(may.filter(name => !name.startsWith('access.')).sort()).toEqual([
      'identity.findMembers',
      'identity.openMember',
    ])
  })
})

describe('HR', () => {
  test('opens a profile with the phone masked, and the whole number for a reason that is kept', async () => {
    const { employeeId } = lin
    const opened = await succeed(cloud, wang, 'identity.openMember', { employeeId })
    expect(opened.private).toMatchObject({ phoneMasked: '138****0426', balance: 0 })
    expect(JSON.stringify(opened)).not.toContain(lin.phone)
    expect(await succeed(cloud, wang, 'identity.openPhone', of(lin))).toEqual({ phone: lin.phone })
    const receipts = await cloud.dump<{ audit?: unknown }>('platform_receipts')
    const kept = JSON.stringify(receipts.map(({ audit: one }) => one ?? null))
    expect(kept).toContain('138****0426')
    expect(kept).not.toContain(lin.phone)
  })

  test('corrects a name, by which the colleague is then found', async () => {
    await succeed(cloud, wang, 'identity.correctMember', of(gu, { name: '顾念之', joinedOn: '2020-03-02' }))
    expect(await found(wang, { text: 'gunianzhi' })).toEqual(['顾念之'])
    expect(await employeeOf(gu)).toMatchObject({ joinedOn: '2020-03-02' })
  })

  test('transfers: what was limited to the old department or city ends, the rest stays', async () => {
    const grants = [
      { role: 'lead', scopeId: '质量' },
      { role: 'facility', scopeId: '上海' },
      { role: 'moderator' },
    ] as const
    await changePerson(cloud.engine, zhao, { grants: [...grants] })
    const move = of(zhao, { department: '总装', site: '成都' })
    expect(await succeed(cloud, wang, 'identity.transferMember', move)).toEqual({
      ended: ['部门负责人', '行政支持'],
    })
    expect((await employeeOf(zhao))?.grants).toEqual([{ role: 'moderator' }])
    expect(await found(he)).not.toContain('赵启明')
    expectError(
      'identity.transferMember',
      await attempt(cloud, wang, 'identity.transferMember', move),
      'IDENTITY_MEMBER_SAME',
    )
  })

  test('mutes for days and lets somebody speak again', async () => {
    await succeed(cloud, wang, 'identity.muteMember', of(guo, { days: 7 }))
    expect(await employeeOf(guo)).toMatchObject({ mutedUntil: NOW + 7 * DAY_MS })
    await succeed(cloud, wang, 'identity.muteMember', of(guo, { days: 0 }))
    expect(await employeeOf(guo)).toMatchObject({ mutedUntil: null })
  })

  test('is told of who is not there', async () => {
    const nobody = { employeeId: 'VC999999' }
    const ask = (name: Parameters<typeof attempt>[2], more: object = {}) =>
      attempt(cloud, wang, name, of(nobody, more))
    expectError('identity.openPhone', await ask('identity.openPhone'), 'IDENTITY_MEMBER_MISSING')
    const named = { name: '谁也不是', joinedOn: '2020-03-02' }
    expectError(
      'identity.correctMember',
      await ask('identity.correctMember', named),
      'IDENTITY_MEMBER_MISSING',
    )
    const place = { department: '总装', site: '成都' }
    expectError(
      'identity.transferMember',
      await ask('identity.transferMember', place),
      'IDENTITY_MEMBER_MISSING',
    )
    expectError(
      'identity.muteMember',
      await ask('identity.muteMember', { days: 1 }),
      'IDENTITY_MEMBER_MISSING',
    )
    const preview = await attempt(cloud, wang, 'identity.previewLeaving', nobody)
    expectError('identity.previewLeaving', preview, 'IDENTITY_MEMBER_MISSING')
    const leave = await ask('identity.leaveMember', { offices: [], coins: 'keep' })
    expectError('identity.leaveMember', leave, 'IDENTITY_MEMBER_MISSING')
    const back = await ask('identity.returnMember', { withRoles: false })
    expectError('identity.returnMember', back, 'IDENTITY_MEMBER_MISSING')
  })
})

describe('leaving', () => {
  const leave = (who: TestPerson, more: object = {}, id = newRequestId()) =>
    attempt(cloud, wang, 'identity.leaveMember', of(who, { offices: [], coins: 'keep', ...more }), id)
  const back = (who: TestPerson, withRoles = true) =>
    attempt(cloud, wang, 'identity.returnMember', of(who, { withRoles }))
  const leavingOf = async ({ employeeId }: TestPerson) =>
    (await cloud.dump<LeavingDocument>('identity_leavings'))
      .filter(one => one.employeeId === employeeId)
      .at(-1)
  const give = async (to: TestPerson, amount: number) => {
    const input = { employeeId: to.employeeId, way: 'give', amount, experience: 5, why: '年会志愿者' }
    const { handId, state } = await succeed(cloud, liang, 'coin.moveByHand', input)
    if (state === 'waiting')
      await succeed(cloud, cen, 'coin.decideHand', { handId, decision: 'approve', reason })
  }
  const balanceOf = async ({ employeeId }: TestPerson) =>
    (await cloud.dump<Account & Record<string, unknown>>('coin_accounts')).find(
      ({ _id }) => _id === employeeId,
    )?.balance
  const presidentOf = async () =>
    (await cloud.dump<AssociationDocument>('union_associations')).find(({ _id }) => _id === photo)?.president
      .employeeId
  const expectSoundBooks = async () => {
    const entries = await cloud.dump<Entry & Record<string, unknown>>('coin_entries')
    const accounts = await cloud.dump<Account & Record<string, unknown>>('coin_accounts')
    expect(audit({ entries, accounts }).findings).toEqual([])
  }
  const member = async () => {
    const who = await newcomer(cloud)
    const id = await applyToPhoto(cloud, who)
    const decision = { membershipIds: [id], decision: 'approve' }
    await succeed(cloud, (await presidentOf()) === tang.employeeId ? tang : wang, 'union.decide', decision)
    return who
  }

  test('is previewed, freezes the login at once, hands the office over and keeps the coins', async () => {
    const successor = await member()
    await applyToPhoto(cloud, await newcomer(cloud))
    await give(tang, 80)
    const preview = await succeed(cloud, wang, 'identity.previewLeaving', { employeeId: tang.employeeId })
    expect(preview).toMatchObject({ waiting: [{ place: '光影摄影社', count: 1 }], balance: 80, keptDays: 90 })
    expect(preview.offices).toMatchObject([
      { associationId: photo, successors: [{ employeeId: successor.employeeId }] },
    ])
    expectError('identity.leaveMember', await leave(tang), 'IDENTITY_OFFICES_OPEN')
    const stranger = [{ associationId: photo, toEmployeeId: lin.employeeId }]
    expectError('identity.leaveMember', await leave(tang, { offices: stranger }), 'IDENTITY_OFFICES_OPEN')
    const offices = [{ associationId: photo, toEmployeeId: successor.employeeId }]
    expect((await leave(tang, { offices })).ok).toBe(true)
    expect(await attempt(cloud, tang, 'coin.openStatement')).toMatchObject({
      error: { code: 'IDENTITY_LEFT' },
    })
    expect(await presidentOf()).toBe(successor.employeeId)
    expect((await employeeOf(successor))?.grants).toEqual([{ role: 'president', scopeId: photo }])
    expect(await employeeOf(tang)).toMatchObject({ status: 'left', parting: ['booking'], grants: [] })
    const inbox = (await succeed(cloud, successor, 'access.openInbox')) as unknown as { waiting: unknown[] }
    expect(inbox.waiting).toHaveLength(1)
    expect(await balanceOf(tang)).toBe(80)
    expectError('identity.leaveMember', await leave(tang), 'IDENTITY_MEMBER_MISSING')
    const again = await attempt(cloud, wang, 'identity.previewLeaving', { employeeId: tang.employeeId })
    expectError('identity.previewLeaving', again, 'IDENTITY_MEMBER_MISSING')
  })

  test('who comes back within ninety days has their coins, and not the office that another has taken up', async () => {
    expect(await back(tang)).toMatchObject({ data: { coins: 0 } })
    expect(await succeed(cloud, tang, 'coin.openStatement')).toMatchObject({ balance: 80, experience: 5 })
    expect((await employeeOf(tang))?.grants).toEqual([])
    expectError('identity.returnMember', await back(tang), 'IDENTITY_MEMBER_HERE')
  })

  test('coins are settled after ninety days by the timer, once, and given back to whoever returns', async () => {
    await give(chen, 300)
    await changePerson(cloud.engine, chen, { grants: [{ role: 'moderator' }] })
    expect((await leave(chen)).ok).toBe(true)
    await cloud.clock(new Date(NOW + 90 * DAY_MS - 1).toISOString())
    await cloud.timer('identity', 'tend')
    expect(await balanceOf(chen)).toBe(300)
    await cloud.clock(new Date(NOW + 90 * DAY_MS).toISOString())
    for (const _run of [1, 2]) await cloud.timer('identity', 'tend')
    expect(await balanceOf(chen)).toBe(0)
    expect(await leavingOf(chen)).toMatchObject({ state: 'over' })
    expect(await back(chen)).toMatchObject({ data: { coins: 300 } })
    expect(await balanceOf(chen)).toBe(300)
    expect((await employeeOf(chen))?.grants).toEqual([{ role: 'moderator' }])
    await expectSoundBooks()
  })

  test('a deputy of whoever leaves has nothing of it any more', async () => {
    await changePerson(cloud.engine, guo, { grants: [{ role: 'moderator' }] })
    const period = { startsAt: NOW, endsAt: NOW + DAY_MS }
    await succeed(cloud, guo, 'access.lendRoles', { toEmployeeId: lin.employeeId, ...period })
    expect((await employeeOf(lin))?.grants).toHaveLength(1)
    expect((await leave(guo)).ok).toBe(true)
    expect((await employeeOf(lin))?.grants).toEqual([])
  })

  test.each([3, 6, 9, 12, 15])('killed at request %i it is finished, each step once', async request => {
    const who = await newcomer(cloud)
    await changePerson(cloud.engine, who, { grants: [{ role: 'moderator' }] })
    const period = { startsAt: NOW, endsAt: NOW + DAY_MS }
    await succeed(cloud, who, 'access.lendRoles', { toEmployeeId: luo.employeeId, ...period })
    await give(who, 20)
    const id = newRequestId()
    await cloud.fault({
      function: { name: 'identity', procedure: 'leaveMember', mode: 'kill', after: request },
    })
    const input = of(who, { offices: [], coins: 'forfeit' })
    await attempt(cloud, wang, 'identity.leaveMember', input, id)
    await cloud.fault({ clear: true })
    await persist(cloud, wang, 'identity.leaveMember', input, id)
    await cloud.timer('identity', 'tend')
    expect(await employeeOf(who)).toMatchObject({ status: 'left', grants: [] })
    expect(await balanceOf(who)).toBe(0)
    expect(await leavingOf(who)).toMatchObject({ state: 'over', done: 3 })
    expect((await employeeOf(luo))?.grants).toEqual([{ role: 'keeper' }])
    await expectSoundBooks()
  })

  test('is not one’s own to carry out', async () => {
    expectError('identity.leaveMember', await leave(wang), 'IDENTITY_MEMBER_ONESELF')
  })
})
