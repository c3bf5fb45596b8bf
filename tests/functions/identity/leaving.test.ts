import { DAY_MS, MINUTE_MS } from '@domain/kernel/time'
import type { AssociationDocument, MembershipDocument } from '../../../cloudfunctions/union/store'
import { expectError } from '../../support/expectError'
import { newRequestId, upload } from '../../support/identityWorld'
import { leavingSteps } from '../../support/leavingSteps'
import type { TestCloud } from '../../support/localCloud'
import { about, employeeIn, MEMBERS_NOW, reason, startMembersWorld } from '../../support/membersWorld'
import { associationIds, changePerson, people, type TestPerson } from '../../support/people'
import { rosterFile, rosterLine } from '../../support/rosterFiles'
import { attempt, persist, succeed } from '../../support/talkWorld'
import {
  applyToPhoto,
  associations,
  newcomer,
  noticesTo,
  personOf,
  UNION_CLOCK,
} from '../../support/unionWorld'

const { lin, chen, tang, wang, luo, guo } = people
const { photo } = associationIds

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMembersWorld()
})
afterAll(() => cloud.close())
beforeEach(async () => {
  await cloud.fault({ clear: true })
  await cloud.clock(UNION_CLOCK)
})

const { leave, back, leavingOf, give, balanceOf, givesUp, expectSoundBooks } = leavingSteps(() => cloud)

describe('leaving', () => {
  const presidentOf = async () =>
    (await cloud.dump<AssociationDocument>('union_associations')).find(({ _id }) => _id === photo)?.president
      .employeeId
  const member = async () => {
    const who = await newcomer(cloud)
    const id = await applyToPhoto(cloud, who)
    const decision = { membershipIds: [id], decision: 'approve' }
    await succeed(cloud, (await presidentOf()) === tang.employeeId ? tang : wang, 'union.decide', decision)
    return who
  }

  test('is previewed, freezes the login at once, hands the office over and keeps the coins', async () => {
    const successor = await member()
    // A member in the list alone.
    await changePerson(cloud.engine, await member(), { status: 'left' })
    await applyToPhoto(cloud, await newcomer(cloud))
    await give(tang, 80)
    const preview = await succeed(cloud, wang, 'identity.previewLeaving', { employeeId: tang.employeeId })
    expect(preview).toMatchObject({ waiting: [{ place: '光影摄影社', count: 1 }], balance: 80, keptDays: 90 })
    expect(preview.offices).toMatchObject([
      { associationId: photo, successors: [{ employeeId: successor.employeeId }] },
    ])
    expectError('identity.leaveMember', await leave(tang), 'IDENTITY_OFFICES_OPEN')
    const asked = await member()
    const offer = { associationId: photo, toEmployeeId: asked.employeeId }
    await succeed(cloud, tang, 'union.offerOffice', offer)
    await cloud.clock(new Date(MEMBERS_NOW + MINUTE_MS).toISOString())
    const stranger = [{ associationId: photo, toEmployeeId: lin.employeeId }]
    expectError('identity.leaveMember', await leave(tang, { offices: stranger }), 'IDENTITY_OFFICES_OPEN')
    const offices = [{ associationId: photo, toEmployeeId: successor.employeeId }]
    expect((await leave(tang, { offices })).ok).toBe(true)
    expect(await attempt(cloud, tang, 'coin.openStatement')).toMatchObject({
      error: { code: 'IDENTITY_LEFT' },
    })
    expect(await presidentOf()).toBe(successor.employeeId)
    const toAsked = (await noticesTo(cloud, asked)).filter(({ target }) => target?.kind === 'association')
    expect(toAsked.map(({ kind }) => kind)).toEqual(['union'])
    expect((await employeeIn(cloud, successor))?.grants).toEqual([{ role: 'president', scopeId: photo }])
    expect(await employeeIn(cloud, tang)).toMatchObject({
      status: 'left',
      parting: ['booking', 'union', 'mall'],
      grants: [],
    })
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
    expect((await employeeIn(cloud, tang))?.grants).toEqual([])
    expectError('identity.returnMember', await back(tang), 'IDENTITY_MEMBER_HERE')
  })

  test('coins are settled after ninety days by the timer, once, and given back to whoever returns', async () => {
    await give(chen, 300)
    await changePerson(cloud.engine, chen, { grants: [{ role: 'moderator' }] })
    expect((await leave(chen)).ok).toBe(true)
    await givesUp()
    await cloud.clock(new Date(MEMBERS_NOW + 90 * DAY_MS - 1).toISOString())
    await cloud.timer('identity', 'tend')
    expect(await balanceOf(chen)).toBe(300)
    await cloud.clock(new Date(MEMBERS_NOW + 90 * DAY_MS).toISOString())
    for (const _run of [1, 2]) await cloud.timer('identity', 'tend')
    expect(await balanceOf(chen)).toBe(0)
    expect(await leavingOf(chen)).toMatchObject({ state: 'over' })
    expect(await back(chen)).toMatchObject({ data: { coins: 300 } })
    expect(await balanceOf(chen)).toBe(300)
    expect((await employeeIn(cloud, chen))?.grants).toEqual([{ role: 'moderator' }])
    await expectSoundBooks()
  })

  const importing = async (...lines: Parameters<typeof rosterLine>[0][]) => {
    const content = rosterFile(lines.map(line => rosterLine(line)))
    const fileId = await upload(cloud, wang.openid, `rosters/${newRequestId()}.csv`, content)
    const { importId } = await succeed(cloud, wang, 'identity.checkRoster', { fileId, fileName: '名单.csv' })
    return () => succeed(cloud, wang, 'identity.applyRoster', { importId })
  }

  /** An association of a president and one member. */
  const clubOf = async (president: TestPerson, ...members: TestPerson[]) => {
    const _id = `club-${president.employeeId}`
    const all = [president, ...members]
    const made = { ...associations[0], _id, name: _id, members: all.length, president: personOf(president) }
    await cloud.engine.insertMany('union_associations', [made])
    await changePerson(cloud.engine, president, { grants: [{ role: 'president', scopeId: _id }] })
    const joined = all.map(who => ({
      ...{ _id: `${_id}:${who.employeeId}`, associationId: _id, associationName: _id, answers: [] },
      ...{ employeeId: who.employeeId, applicant: personOf(who), state: 'member', reason, trail: [] },
      ...{ appliedAt: MEMBERS_NOW, appliedKey: who.employeeId, decidedKey: who.employeeId, remindAt: null },
    }))
    await cloud.engine.insertMany('union_memberships', joined)
    return _id
  }

  test('a file that was checked before somebody left does not let them in again', async () => {
    const who = await newcomer(cloud)
    const apply = await importing({ ...who, department: '物流' })
    expect((await leave(who)).ok).toBe(true)
    await apply()
    expect(await employeeIn(cloud, who)).toMatchObject({ status: 'left', department: '物流' })
    expectError('coin.openStatement', await attempt(cloud, who, 'coin.openStatement'), 'IDENTITY_LEFT')
  })

  test.each(['keep', 'forfeit'])(
    'a roster does not let in who left with coins to %s: HR returns them',
    async coins => {
      const who = await newcomer(cloud)
      await give(who, 40)
      await changePerson(cloud.engine, who, { grants: [{ role: 'moderator' }] })
      expect((await leave(who, { coins })).ok).toBe(true)
      await givesUp()
      await cloud.clock(new Date(MEMBERS_NOW + MINUTE_MS).toISOString())
      await cloud.timer('identity', 'tend')
      expect(await balanceOf(who)).toBe(coins === 'keep' ? 40 : 0)
      const report = await (await importing(who))()
      expect(report).toMatchObject({
        changed: 0,
        problems: [{ problem: 'returning', employeeId: who.employeeId }],
      })
      expect(await back(who)).toMatchObject({ data: { coins: coins === 'keep' ? 0 : 40 } })
      expect(await balanceOf(who)).toBe(40)
      expect((await employeeIn(cloud, who))?.grants).toEqual([{ role: 'moderator' }])
      expect(await (await importing(who))()).toMatchObject({ unchanged: 1, problems: [] })
      await cloud.clock(new Date(MEMBERS_NOW + 90 * DAY_MS).toISOString())
      await cloud.timer('identity', 'tend')
      expect(await balanceOf(who)).toBe(40)
    },
  )

  test('a deputy of whoever leaves has nothing of it any more', async () => {
    await changePerson(cloud.engine, guo, { grants: [{ role: 'moderator' }] })
    const period = { startsAt: MEMBERS_NOW, endsAt: MEMBERS_NOW + DAY_MS }
    await succeed(cloud, guo, 'access.lendRoles', { toEmployeeId: lin.employeeId, ...period })
    expect((await employeeIn(cloud, lin))?.grants).toHaveLength(1)
    expect((await leave(guo)).ok).toBe(true)
    expect((await employeeIn(cloud, lin))?.grants).toEqual([])
  })

  test('nor of whoever leaves by the roster', async () => {
    const who = await newcomer(cloud)
    await changePerson(cloud.engine, who, { grants: [{ role: 'moderator' }] })
    const period = { startsAt: MEMBERS_NOW, endsAt: MEMBERS_NOW + DAY_MS }
    await succeed(cloud, who, 'access.lendRoles', { toEmployeeId: lin.employeeId, ...period })
    await (await importing({ ...who, status: 'left' }))()
    expect(await employeeIn(cloud, who)).toMatchObject({ status: 'left', lending: null })
    expect((await employeeIn(cloud, lin))?.grants).toEqual([])
  })

  test('whoever leaves is in no association any more, and waits for none', async () => {
    const [who, waiting, president] = [await newcomer(cloud), await newcomer(cloud), await newcomer(cloud)]
    await changePerson(cloud.engine, president, { grants: [{ role: 'president', scopeId: photo }] })
    const membershipIds = [await applyToPhoto(cloud, who)]
    await succeed(cloud, president, 'union.decide', { membershipIds, decision: 'approve' })
    await applyToPhoto(cloud, waiting)
    const membersOf = async () =>
      (await cloud.dump<AssociationDocument>('union_associations')).find(({ _id }) => _id === photo)?.members
    const before = (await membersOf()) ?? 0
    for (const one of [who, waiting]) expect((await leave(one)).ok).toBe(true)
    for (const _run of [1, 2]) await cloud.timer('union', 'tend')
    expect(await membersOf()).toBe(before - 1)
    const standing = (await cloud.dump<MembershipDocument>('union_memberships')).filter(({ employeeId }) =>
      [who.employeeId, waiting.employeeId].includes(employeeId),
    )
    expect(standing.map(({ state, trail }) => [state, trail.at(-1)?.action])).toEqual([
      ['left', 'part'],
      ['left', 'part'],
    ])
    for (const one of [who, waiting])
      expect((await employeeIn(cloud, one))?.parting).toEqual(['booking', 'mall'])
  })

  test('a president who leaves by the roster is followed by whom HR names', async () => {
    const [president, successor] = [await newcomer(cloud), await newcomer(cloud)]
    const club = await clubOf(president, successor)
    await (await importing({ ...president, status: 'left' }))()
    for (const _run of [1, 2]) await cloud.timer('union', 'tend')
    // Who still presides stays in the list of leavers.
    expect((await employeeIn(cloud, president))?.parting).toContain('union')
    const employeeId = president.employeeId
    expect(await succeed(cloud, wang, 'identity.previewLeaving', { employeeId })).toMatchObject({
      left: true,
      offices: [{ associationId: club, successors: [{ employeeId: successor.employeeId }] }],
    })

    const handOver = (to: TestPerson, of = president, who = wang) => {
      const offices = [{ associationId: club, toEmployeeId: to.employeeId }]
      return attempt(cloud, who, 'identity.handOverOffices', about(of, { offices }))
    }
    expectError('identity.handOverOffices', await handOver(lin), 'IDENTITY_OFFICES_OPEN')
    expectError('identity.handOverOffices', await handOver(successor, successor), 'IDENTITY_MEMBER_MISSING')
    expectError('identity.handOverOffices', await handOver(successor, wang), 'IDENTITY_MEMBER_ONESELF')
    for (const _copy of [1, 2]) expect((await handOver(successor)).ok).toBe(true)

    const association = (await cloud.dump<AssociationDocument>('union_associations')).find(
      ({ _id }) => _id === club,
    )
    expect(association).toMatchObject({ president: { employeeId: successor.employeeId }, members: 1 })
    expect(association?.officeTrail).toHaveLength(1)
    expect((await employeeIn(cloud, successor))?.grants).toEqual([{ role: 'president', scopeId: club }])
    const standing = (await cloud.dump<MembershipDocument>('union_memberships')).find(
      ({ _id }) => _id === `${club}:${employeeId}`,
    )
    expect(standing).toMatchObject({ state: 'left' })
    await cloud.timer('union', 'tend')
    expect(await employeeIn(cloud, president)).toMatchObject({ grants: [], parting: ['booking', 'mall'] })
    const again = await attempt(cloud, wang, 'identity.previewLeaving', { employeeId })
    expectError('identity.previewLeaving', again, 'IDENTITY_MEMBER_MISSING')
  })

  test.each([3, 6, 9, 12, 15])('killed at request %i it is finished, each step once', async request => {
    const who = await newcomer(cloud)
    await changePerson(cloud.engine, who, { grants: [{ role: 'moderator' }] })
    const period = { startsAt: MEMBERS_NOW, endsAt: MEMBERS_NOW + DAY_MS }
    await succeed(cloud, who, 'access.lendRoles', { toEmployeeId: luo.employeeId, ...period })
    await give(who, 20)
    const id = newRequestId()
    await cloud.fault({
      function: { name: 'identity', procedure: 'leaveMember', mode: 'kill', after: request },
    })
    const input = about(who, { offices: [], coins: 'forfeit' })
    await attempt(cloud, wang, 'identity.leaveMember', input, id)
    await cloud.fault({ clear: true })
    await persist(cloud, wang, 'identity.leaveMember', input, id)
    await givesUp()
    await cloud.clock(new Date(MEMBERS_NOW + MINUTE_MS).toISOString())
    await cloud.timer('identity', 'tend')
    expect(await employeeIn(cloud, who)).toMatchObject({ status: 'left', grants: [] })
    expect(await balanceOf(who)).toBe(0)
    expect(await leavingOf(who)).toMatchObject({ state: 'over', done: 3 })
    expect((await employeeIn(cloud, luo))?.grants).toEqual([{ role: 'keeper' }])
    await expectSoundBooks()
  })

  test('is not one’s own to carry out', async () => {
    expectError('identity.leaveMember', await leave(wang), 'IDENTITY_MEMBER_ONESELF')
  })
})
