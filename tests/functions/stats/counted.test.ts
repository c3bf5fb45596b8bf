import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople } from '../../support/people'

const DAY = '2026-01-31'
const at = (time: string) => Date.parse(`${DAY}T${time}+08:00`)

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: `${DAY}T00:05:00+08:00` })
  await insertPeople(cloud.engine)
})
afterAll(() => cloud.close())

async function counted(): Promise<Record<string, unknown> | undefined> {
  await cloud.clock(`${DAY}T22:05:00+08:00`)
  expect(await cloud.timer('stats', 'rollUp')).toMatchObject({ data: { data: { failed: [] } } })
  return (await cloud.dump('stats_daily')).find(({ _id }) => _id === DAY)
}

test('a whole list of coins that was booked at one instant is counted to its last line', async () => {
  const lines = Array.from({ length: 1_500 }, (_, index) => ({
    ...{ _id: `hand.given:batch.${index}`, kind: 'earn', amount: 10, employeeId: `VC7${index}`, number: 1 },
    ...{ receivedAt: index < 1_400 ? at('10:00:00') : at('11:00:00') + index },
  }))
  await cloud.engine.insertMany('coin_entries', lines)
  expect(await counted()).toMatchObject({ coinsEarned: 15_000, coinsInCirculation: 15_000 })
})
