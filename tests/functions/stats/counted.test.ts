import { DAY_MS } from '@domain/kernel/time'
import { newRequestId } from '../../support/identityWorld'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { changePerson, insertPeople, people } from '../../support/people'

const DAY = '2026-01-31'
const at = (time: string) => Date.parse(`${DAY}T${time}+08:00`)

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: `${DAY}T00:05:00+08:00` })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

async function counted(): Promise<Record<string, unknown> | undefined> {
  expect(await cloud.timer('stats', 'rollUp')).toMatchObject({ data: { data: { failed: [] } } })
  return (await cloud.dump('stats_daily')).find(({ _id }) => _id === DAY)
}

test('a whole list of coins that was booked at one instant is counted to its last line', async () => {
  const lines = Array.from({ length: 1_500 }, (_, index) => ({
    ...{ _id: `hand.given:batch.${index}`, kind: 'earn', amount: 10, employeeId: `VC7${index}`, number: 1 },
    ...{ receivedAt: index < 1_400 ? at('10:00:00') : at('11:00:00') + index },
  }))
  await cloud.engine.insertMany('coin_entries', lines)
  await cloud.clock(`${DAY}T22:05:00+08:00`)
  expect(await counted()).toMatchObject({ coinsEarned: 15_000, coinsInCirculation: 15_000 })
})

test('what comes more than two days late counts nowhere, and what came with it in time counts at its hour', async () => {
  await cloud.clock(`${DAY}T22:10:00+08:00`)
  const event = (number: number, hoursAgo: number) => ({
    ...{ kind: 'visit' as const, what: 'pages/home', number, secondsAgo: hoursAgo * 3_600 },
  })
  const record = (visitId: string, events: object[]) =>
    cloud.call(people.lin.openid, 'stats.record', { visitId, events }, newRequestId())
  expect(await record('visit-late', [event(0, 49)])).toMatchObject({ data: { kept: false } })
  expect(await record('visit-both', [event(0, 60), event(1, 47)])).toMatchObject({ data: { kept: true } })
  await counted()
  const hours = await cloud.dump<{ _id: string; visits: number }>('stats_hourly')
  expect(hours.map(({ _id, visits }) => [_id, visits])).toEqual([['2026-01-29T23', 1]])
})

test('the weekly report reaches everybody who reads figures now, however many there are, and no former deputy', async () => {
  const OVER = Date.parse('2026-02-01T12:00:00+08:00')
  const readers = Array.from({ length: 60 }, (_, index) => ({
    ...{ ...people.han, employeeId: `VC08${String(1_000 + index)}`, openid: `wx-reader-${index}` },
    ...{ phone: String(15_100_000_000 + index), grants: [{ role: 'ops' as const }] },
  }))
  await insertPeople(cloud.engine, readers)
  const loan = (endsAt: number) => ({
    role: 'ops' as const,
    lent: { fromId: people.ning.employeeId, fromName: people.ning.name, startsAt: at('08:00:00'), endsAt },
  })
  const [former, deputy, ended] = [people.lin, people.chen, people.guo]
  await changePerson(cloud.engine, former, { grants: [loan(OVER)] })
  await changePerson(cloud.engine, deputy, { grants: [loan(OVER + 7 * DAY_MS)] })
  await changePerson(cloud.engine, ended, { grants: [{ role: 'ops', endsAt: OVER }] })
  const wanting = [former, deputy, ended, ...readers].map(({ employeeId }) => employeeId)
  await cloud.engine.insertMany(
    'stats_subscriptions',
    wanting.map(_id => ({ _id, since: at('08:00:00'), toldOf: null })),
  )
  await cloud.clock('2026-02-02T08:05:00+08:00')
  expect(await cloud.timer('stats', 'rollUp')).toMatchObject({ data: { data: { failed: [] } } })
  const notices = await cloud.dump<{ employeeId: string; target: { kind: string } | null }>('notice_messages')
  const told = notices.filter(({ target }) => target?.kind === 'report').map(({ employeeId }) => employeeId)
  expect(told.sort()).toEqual([deputy, ...readers].map(({ employeeId }) => employeeId).sort())
})
