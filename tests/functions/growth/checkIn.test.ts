import { audit } from '@domain/coin/audit'
import type { Entry } from '@domain/coin/entry'
import type { Account } from '@domain/coin/ledger'
import type { growth } from '@domain/growth/contract'
import type { OutputOf } from '@domain/kernel/contract'
import { DAY_MS } from '@domain/kernel/time'
import { expectData, expectError } from '../../support/expectError'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, people, type TestPerson } from '../../support/people'

const FIRST = Date.parse('2026-11-02T00:00:00+08:00')
const { lin, chen, han, tang, zhao, guo } = people

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: new Date(FIRST).toISOString() })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

type CheckedIn = OutputOf<typeof growth.checkIn>

/** The instant of a day counted from the first, at a time of the clock in China. */
const at = (day: number, time = '07:40:00') =>
  cloud.clock(new Date(FIRST + day * DAY_MS + Date.parse(`1970-01-01T${time}Z`)).toISOString())

const checkIn = async (who: TestPerson) =>
  expectData(await cloud.call<CheckedIn>(who.openid, 'growth.checkIn', {}, newRequestId()))

async function soundBooks(): Promise<void> {
  const [entries, accounts] = await Promise.all([
    cloud.dump<Entry>('coin_entries'),
    cloud.dump<Account>('coin_accounts'),
  ])
  expect(audit({ entries, accounts })).toMatchObject({ findings: [], sum: 0 })
}

test('brings more from the tenth day in a row and a gift on the fourteenth', async () => {
  const brought: number[] = []
  for (let day = 0; day < 15; day += 1) {
    await at(day)
    const { daysInRow, earned } = await checkIn(lin)
    expect(daysInRow).toBe(day + 1)
    brought.push(earned.amount)
  }
  expect(brought).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3, 6, 6, 6, 6, 36, 6])
  const statement = await cloud.call<{ lines: { title: string; amount: number }[] }>(
    lin.openid,
    'coin.openStatement',
  )
  expect(expectData(statement).lines[3]).toMatchObject({
    title: '签到第 12 天',
    amount: 6,
    experience: 5,
    earning: { base: 3, inARow: { day: 12, extra: 3, gift: 0 } },
  })
  await soundBooks()
})

test('a missed day ends the streak and the longest one stays', async () => {
  await at(0)
  await checkIn(chen)
  await at(1)
  await checkIn(chen)
  await at(3)
  expect(await checkIn(chen)).toMatchObject({ daysInRow: 1, longest: 2, earned: { amount: 3 } })
})

test('the day ends at midnight in China, and a repeat gives the first answer of the day', async () => {
  await at(0, '23:59:59')
  const first = await checkIn(han)
  expect(await checkIn(han)).toEqual(first)
  await at(1, '00:00:00')
  expect(await checkIn(han)).toMatchObject({ on: '2026-11-03', daysInRow: 2 })
})

test('pays once when two phones check in at the same moment', async () => {
  await at(2)
  const answers = await Promise.all(Array.from({ length: 6 }, () => checkIn(tang)))
  for (const answer of answers) expect(answer).toEqual(answers[0])
  const entries = await cloud.dump<Entry>('coin_entries')
  expect(entries.filter(({ employeeId }) => employeeId === tang.employeeId)).toHaveLength(1)
  await soundBooks()
})

test('a tap of 23:59 that got through after the next day had begun is not put before it', async () => {
  await at(3, '23:59:00')
  const requestId = newRequestId()
  await cloud.fault({ database: { action: 'database.commitTransaction', mode: 'fail', times: 1 } })
  expect((await cloud.call(zhao.openid, 'growth.checkIn', {}, requestId)).ok).toBe(false)
  await cloud.fault({ clear: true })
  await at(4)
  await checkIn(zhao)
  expectError(
    'growth.checkIn',
    await cloud.call(zhao.openid, 'growth.checkIn', {}, requestId),
    'GROWTH_DAY_OVER',
  )
})

test('a tap that was lost is made good with the day of its first reception', async () => {
  await at(5, '23:59:00')
  const requestId = newRequestId()
  await cloud.fault({ function: { name: 'growth', procedure: 'checkIn', mode: 'kill', after: 3 } })
  expect((await cloud.call(guo.openid, 'growth.checkIn', {}, requestId)).ok).toBe(false)
  await cloud.fault({ clear: true })
  await at(6, '00:01:00')
  const reply = await cloud.call<CheckedIn>(guo.openid, 'growth.checkIn', {}, requestId)
  expect(expectData(reply)).toMatchObject({ on: '2026-11-07', daysInRow: 1 })
})

test('shows level and badges by what is kept anyway', async () => {
  await at(20)
  const reply = await cloud.call(lin.openid, 'growth.openLevel')
  expect(expectData(reply)).toMatchObject({
    experience: 75,
    total: 15,
    badges: [
      { badge: 'anniversary', held: true, reached: 1 },
      { badge: 'featured', held: false, reached: 0 },
      { badge: 'steady', held: false, reached: 15 },
      { badge: 'joiner', held: false, reached: 0 },
    ],
  })
})

test('the profile shows the week: done, missed, and what is still to come', async () => {
  await at(17)
  await checkIn(lin)
  const { streak } = expectData(
    await cloud.call<{ streak: { week: object[] } }>(lin.openid, 'identity.openProfile'),
  )
  expect(streak).toMatchObject({
    daysInRow: 1,
    longest: 15,
    checkedToday: true,
    nextGift: { day: 14, amount: 30 },
  })
  expect(streak.week).toMatchObject([
    { on: '2026-11-16', state: 'done', amount: 6 },
    { on: '2026-11-17', state: 'missed' },
    { on: '2026-11-18', state: 'missed' },
    { on: '2026-11-19', state: 'done', amount: 3 },
    { on: '2026-11-20', state: 'ahead', amount: 3 },
    { on: '2026-11-21', state: 'ahead', amount: 3 },
    { on: '2026-11-22', state: 'ahead', amount: 3 },
  ])
})
