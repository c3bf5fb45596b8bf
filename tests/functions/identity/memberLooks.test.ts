import { DAY_MS, dayOf } from '@domain/kernel/time'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import type { TestCloud } from '../../support/localCloud'
import { about, employeeIn, MEMBERS_NOW, startMembersWorld } from '../../support/membersWorld'
import { people, type TestPerson } from '../../support/people'
import { attempt, succeed } from '../../support/talkWorld'
import { UNION_CLOCK } from '../../support/unionWorld'

const { lin, wang, he, chen, guo, liang } = people
const nobody = { employeeId: 'VC999999' }

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startMembersWorld()
})
afterAll(() => cloud.close())
beforeEach(() => cloud.clock(UNION_CLOCK))

const of = ({ employeeId }: Pick<TestPerson, 'employeeId'>) => ({ employeeId })

describe('what HR looks up about a colleague', () => {
  test('is the last movements of coins, and each look is in the record', async () => {
    const given = { way: 'give', experience: 0, why: '年会志愿者' }
    for (const amount of [10, 20])
      await succeed(cloud, liang, 'coin.moveByHand', { ...of(guo), ...given, amount })
    const { movements } = await succeed(cloud, wang, 'identity.openMovements', of(guo))
    expect(movements.map(({ amount, balanceAfter }) => [amount, balanceAfter])).toEqual([
      [20, 30],
      [10, 10],
    ])
    await succeed(cloud, wang, 'identity.openMovements', of(guo))
    const kept = await cloud.dump<{ procedure: string; audit?: unknown }>('platform_receipts')
    const look = {
      by: wang.employeeId,
      subject: `identity_employees/${guo.employeeId}`,
      before: null,
      after: { movementsShown: true },
    }
    const looks = kept.filter(({ procedure }) => procedure === 'identity.openMovements')
    expect(looks.map(({ audit }) => audit)).toEqual([look, look])
  })

  test('is what others did about them in HR’s own work, and nothing of anybody else', async () => {
    await succeed(cloud, wang, 'identity.muteMember', about(chen, { days: 3 }))
    await succeed(cloud, wang, 'identity.muteMember', about(lin, { days: 3 }))
    await cloud.timer('access', 'tend')
    const sealed = { at: MEMBERS_NOW, on: dayOf(MEMBERS_NOW), before: 'null', after: 'null', hash: 'h' }
    const told = [
      { by: wang.employeeId, action: 'careers.moveCandidate', room: 'careers' },
      { by: chen.employeeId, action: 'access.grantRole', room: 'access' },
    ]
    await cloud.engine.insertMany(
      'access_audit',
      told.map((one, place) => ({
        ...{ _id: `00000000090${place}`, number: 900 + place, sourceId: `told.${place}` },
        ...{ people: [one.by, chen.employeeId], subject: '', previous: '' },
        ...{ ...sealed, ...one },
      })),
    )
    const { records, names, next } = await succeed(cloud, wang, 'identity.listMemberRecord', of(chen))
    expect(records).toMatchObject([{ action: 'identity.muteMember', by: wang.employeeId }])
    expect(names).toContainEqual({ id: chen.employeeId, name: chen.name })
    expect(next).toBeNull()
  })

  test('is not for whoever heads the department, and about nobody who is not there', async () => {
    for (const name of ['identity.openMovements', 'identity.listMemberRecord'] as const)
      expect(await attempt(cloud, he, name, of(chen))).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
    const movements = await attempt(cloud, wang, 'identity.openMovements', nobody)
    expectError('identity.openMovements', movements, 'IDENTITY_MEMBER_MISSING')
    const record = await attempt(cloud, wang, 'identity.listMemberRecord', nobody)
    expectError('identity.listMemberRecord', record, 'IDENTITY_MEMBER_MISSING')
  })
})

test('the last day on which a colleague came is kept as a day, and read by HR alone', async () => {
  const event = { kind: 'visit', what: 'pages/home', number: 0, secondsAgo: 0 }
  const come = async () =>
    expectData(
      await cloud.call(
        chen.openid,
        'stats.record',
        { visitId: 'visit-0001', events: [event] },
        newRequestId(),
      ),
    )
  const open = async (by: TestPerson) => (await succeed(cloud, by, 'identity.openMember', of(chen))).private
  expect((await open(wang))?.seenOn).toBeNull()
  await come()
  await come()
  expect((await open(wang))?.seenOn).toBe(dayOf(MEMBERS_NOW))
  await cloud.clock(new Date(MEMBERS_NOW + DAY_MS).toISOString())
  await come()
  expect(await employeeIn(cloud, chen)).toMatchObject({ seenOn: dayOf(MEMBERS_NOW + DAY_MS) })
  expect(await open(he)).toBeNull()
})
