import { can, type Permission, type Role, roles } from '@domain/access/roles'
import { contracts } from '@domain/contracts'
import type { Procedure } from '@domain/kernel/contract'
import { DAY_MS } from '@domain/kernel/time'
import { expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { about, employeeIn, MEMBERS_NOW, reason, startMembersWorld } from '../../support/membersWorld'
import { changePerson, people, type TestPerson } from '../../support/people'
import { sampleCalls } from '../../support/sampleInputs'
import { attempt, succeed } from '../../support/talkWorld'
import { UNION_CLOCK } from '../../support/unionWorld'

const { lin, chen, han, wang, he, zhao, ding, gu, guo } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMembersWorld()
})
afterAll(() => cloud.close())
beforeEach(async () => {
  await cloud.fault({ clear: true })
  await cloud.clock(UNION_CLOCK)
})

const removal = (title: string, { offenceAt, muteDays }: { offenceAt: number | null; muteDays: number }) => ({
  _id: `post.${title}`,
  author: { employeeId: guo.employeeId },
  subject: { kind: 'post', title, words: '' },
  offenceAt,
  decision: { at: MEMBERS_NOW - DAY_MS, reason: '广告', by: { name: '温言' }, muteDays },
})

const missed = (state: string) => ({
  _id: `court.${state}`,
  employeeId: guo.employeeId,
  subjectId: 'badminton-shanghai.2',
  title: `羽毛球 ${state}`,
  state,
  startsAt: MEMBERS_NOW - 3 * DAY_MS,
  endsAt: MEMBERS_NOW - 3 * DAY_MS,
})

const found = async (by: TestPerson, input: object = {}) =>
  (await succeed(cloud, by, 'identity.findMembers', input)).members.map(({ name }) => name)

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

  test('reads what its people did against the rules, and not what they booked for themselves', async () => {
    await cloud.engine.insertMany('forum_reviews', [
      {
        ...removal('质量部的', { offenceAt: MEMBERS_NOW - DAY_MS, muteDays: 0 }),
        author: { employeeId: chen.employeeId },
      },
    ])
    await cloud.engine.insertMany('booking_places', [
      { ...missed('absent'), _id: 'court.chen', employeeId: chen.employeeId },
    ])
    const read = async (by: TestPerson) =>
      (await succeed(cloud, by, 'identity.openMember', { employeeId: chen.employeeId })).offences
    expect((await read(he)).map(({ what }) => what)).toEqual(['removed'])
    expect((await read(wang)).map(({ what }) => what)).toEqual(['removed', 'missed'])
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
    const membership = { _id: 'photo.lin', associationId: 'photo', associationName: '光影摄影社' }
    await cloud.engine.insertMany('union_memberships', [{ ...membership, employeeId, state: 'member' }])
    const opened = await succeed(cloud, wang, 'identity.openMember', { employeeId })
    expect(opened.private).toMatchObject({
      phoneMasked: '138****0426',
      balance: 0,
      associations: ['光影摄影社'],
    })
    expect(opened.associations).toBe(1)
    expect(JSON.stringify(opened)).not.toContain(lin.phone)
    expect(await succeed(cloud, wang, 'identity.openPhone', about(lin))).toEqual({ phone: lin.phone })
    const receipts = await cloud.dump<{ procedure: string; audit?: unknown }>('platform_receipts')
    const looks = receipts.filter(({ procedure }) => procedure === 'identity.openPhone')
    expect(looks).toMatchObject([
      { audit: { by: wang.employeeId, after: { phoneShown: '138****0426', reason: expect.any(String) } } },
    ])
    expect(JSON.stringify(receipts)).not.toContain(lin.phone)
  })

  test('corrects a name, by which the colleague is then found, and is told of it', async () => {
    await succeed(
      cloud,
      wang,
      'identity.correctMember',
      about(gu, { name: '顾念之', joinedOn: '2020-03-02' }),
    )
    expect(await found(wang, { text: 'gunianzhi' })).toEqual(['顾念之'])
    expect(await employeeIn(cloud, gu)).toMatchObject({ joinedOn: '2020-03-02' })
    expect(await cloud.dump('notice_messages')).toContainEqual(
      expect.objectContaining({ employeeId: gu.employeeId, title: '你的资料改成了顾念之，2020-03-02 入职' }),
    )
  })

  test('transfers: what was limited to the old department or city ends, the rest stays', async () => {
    const grants = [
      { role: 'lead', scopeId: '质量' },
      { role: 'facility', scopeId: '上海' },
      { role: 'moderator' },
    ] as const
    await changePerson(cloud.engine, zhao, { grants: [...grants] })
    const period = { startsAt: MEMBERS_NOW, endsAt: MEMBERS_NOW + DAY_MS }
    await succeed(cloud, zhao, 'access.lendRoles', { toEmployeeId: guo.employeeId, ...period })
    const move = about(zhao, { department: '总装', site: '成都' })
    expect(await succeed(cloud, wang, 'identity.transferMember', move)).toEqual({
      ended: ['部门负责人', '行政支持'],
    })
    expect((await employeeIn(cloud, zhao))?.grants).toEqual([{ role: 'moderator' }])
    const lent = (await employeeIn(cloud, guo))?.grants.filter(grant => grant.lent)
    expect(lent).toMatchObject([{ role: 'moderator' }])
    await succeed(cloud, zhao, 'access.endLending')
    expect(await found(he)).not.toContain('赵启明')
    expectError(
      'identity.transferMember',
      await attempt(cloud, wang, 'identity.transferMember', move),
      'IDENTITY_MEMBER_SAME',
    )
  })

  test('changes nothing of their own, and lifts nothing that others have decided about them', async () => {
    const own = (more: object) => about(wang, more)
    const named = own({ name: wang.name, joinedOn: '2010-01-04' })
    const corrected = await attempt(cloud, wang, 'identity.correctMember', named)
    expectError('identity.correctMember', corrected, 'IDENTITY_MEMBER_ONESELF')
    const moved = await attempt(
      cloud,
      wang,
      'identity.transferMember',
      own({ department: '总装', site: '成都' }),
    )
    expectError('identity.transferMember', moved, 'IDENTITY_MEMBER_ONESELF')
    const unmuted = await attempt(cloud, wang, 'identity.muteMember', own({ days: 0 }))
    expectError('identity.muteMember', unmuted, 'IDENTITY_MEMBER_ONESELF')
  })

  test('mutes for days, lets somebody speak again, and reads for a year what was done by whom and why', async () => {
    await succeed(cloud, wang, 'identity.muteMember', about(guo, { days: 7 }))
    expect(await employeeIn(cloud, guo)).toMatchObject({ mutedUntil: MEMBERS_NOW + 7 * DAY_MS })
    await succeed(cloud, wang, 'identity.muteMember', about(guo, { days: 0 }))
    expect(await employeeIn(cloud, guo)).toMatchObject({ mutedUntil: null })
    await cloud.engine.insertMany('forum_reviews', [
      removal('told', { offenceAt: MEMBERS_NOW - DAY_MS, muteDays: 3 }),
      removal('restored', { offenceAt: null, muteDays: 0 }),
      removal('old', { offenceAt: MEMBERS_NOW - 366 * DAY_MS, muteDays: 0 }),
    ])
    await cloud.engine.insertMany('booking_places', [missed('absent'), missed('excused'), missed('attended')])
    const read = async (by: TestPerson) =>
      (await succeed(cloud, by, 'identity.openMember', { employeeId: guo.employeeId })).offences
    // At once, before the timer has sealed the record; and each once while it is being sealed.
    expect((await read(wang)).slice(0, 2)).toMatchObject([
      { what: 'unmuted', reason, byName: wang.name, muteDays: 0 },
      { what: 'muted', reason, byName: wang.name, muteDays: 7 },
    ])
    await cloud.timer('access', 'tend')
    const [said, muted, removed, absent] = (await read(wang)) ?? []
    expect([said, muted]).toMatchObject([
      { what: 'unmuted', reason, byName: wang.name, muteDays: 0 },
      { what: 'muted', reason, byName: wang.name, muteDays: 7 },
    ])
    expect(removed).toMatchObject({ what: 'removed', about: 'told', byName: '温言', muteDays: 3 })
    expect(absent).toMatchObject({ what: 'missed', about: '羽毛球 absent', byName: null })
    expect(await read(wang)).toHaveLength(4)
  })

  test('reads how often a colleague was right who reported others', async () => {
    const report = (outcome: string, at = MEMBERS_NOW - DAY_MS) => ({
      _id: `${outcome}.${at}`,
      reporter: { employeeId: lin.employeeId },
      outcome,
      at,
    })
    await cloud.engine.insertMany('forum_reports', [
      ...['upheld', 'dismissed', 'void', 'open'].map(outcome => report(outcome)),
      report('upheld', MEMBERS_NOW - 2 * DAY_MS),
      report('upheld', MEMBERS_NOW - 366 * DAY_MS),
    ])
    const opened = await succeed(cloud, wang, 'identity.openMember', { employeeId: lin.employeeId })
    expect(opened.private?.reports).toEqual({ upheld: 2, decided: 3 })
  })

  test('moves nobody to a department that is written wrong; a new one is meant so', async () => {
    const move = about(chen, { department: '采够', site: chen.site })
    const refused = await attempt(cloud, wang, 'identity.transferMember', move)
    expectError('identity.transferMember', refused, 'IDENTITY_PLACE_UNKNOWN')
    const { departments } = await succeed(cloud, wang, 'identity.openPlaces')
    expect([departments.includes('采购'), departments.includes('采够')]).toEqual([true, false])
    await succeed(cloud, wang, 'identity.transferMember', { ...move, newPlace: true })
    expect((await employeeIn(cloud, chen))?.department).toBe('采够')
    await changePerson(cloud.engine, chen, { department: chen.department })
  })

  test('transfers a deputy, who keeps what was lent over the department that they leave', async () => {
    const period = { startsAt: MEMBERS_NOW, endsAt: MEMBERS_NOW + DAY_MS }
    await succeed(cloud, he, 'access.lendRoles', { toEmployeeId: chen.employeeId, ...period })
    const move = about(chen, { department: '总装', site: '成都' })
    expect(await succeed(cloud, wang, 'identity.transferMember', move)).toEqual({ ended: [] })
    expect((await employeeIn(cloud, chen))?.grants).toMatchObject([
      { role: 'lead', scopeId: '质量', lent: { fromId: he.employeeId } },
    ])
    await succeed(cloud, he, 'access.endLending')
    await changePerson(cloud.engine, chen, { department: '质量', site: '上海' })
  })

  test('is told of who is not there', async () => {
    const nobody = { employeeId: 'VC999999' }
    const ask = (name: Parameters<typeof attempt>[2], more: object = {}) =>
      attempt(cloud, wang, name, about(nobody, more))
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
