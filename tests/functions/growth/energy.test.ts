import type { contracts } from '@domain/contracts'
import type { OutputOf } from '@domain/kernel/contract'
import { expectData } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'

type Energy = OutputOf<typeof contracts.growth.openEnergy>
type Shuttle = OutputOf<typeof contracts.selfservice.openShuttle>
type Places = OutputOf<typeof contracts.booking.listPlaces>
type Shop = OutputOf<typeof contracts.mall.openShop>

/** A Thursday, 7:30 in UTC+8. */
const NOW = '2026-11-18T23:30:00.000Z'
const RIDER = 'demo-linxiaochuan'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ seed: 'demo', clock: NOW })
})
afterAll(() => cloud.close())

const open = async <T>(openid: string, name: string) => expectData(await cloud.call<T>(openid, name))

test('the tab tells of the bus, the bookings and the goods what their own pages tell', async () => {
  const energy = await open<Energy>(RIDER, 'growth.openEnergy')
  const { favourites } = await open<Shuttle>(RIDER, 'selfservice.openShuttle')
  const { places } = await open<Places>(RIDER, 'booking.listPlaces')
  const shop = await open<Shop>(RIDER, 'mall.openShop')
  const [next] = favourites
  expect(energy.ride).toEqual(next)
  expect(energy.ride?.departures[0]).toBeGreaterThanOrEqual(Date.parse(NOW))
  const coming = places
    .filter(
      ({ state, endsAt }) => ['confirmed', 'waiting', 'offered'].includes(state) && endsAt > Date.parse(NOW),
    )
    .sort((one, other) => one.startsAt - other.startsAt)
  expect(coming.length).toBeGreaterThan(1)
  expect(energy.booked).toBe(coming.length)
  expect(energy.coming).toEqual(
    coming.slice(0, 2).map(({ placeId, title, visit, venue, startsAt, state }) => ({
      ...{ placeId, title, visit, venue, startsAt, state },
    })),
  )
  expect(energy.balance).toBe(shop.balance)
  expect(energy.products).toEqual(shop.products.slice(0, 6))
})

test('the words that most colleagues look up stand there by name, and none that few have', async () => {
  const tallies = await cloud.dump<{ _id: string; kind: string; people: number }>('knowledge_tallies')
  const peopleOf = new Map(tallies.map(({ _id, people }) => [_id, people]))
  const { sought } = await open<Energy>(RIDER, 'growth.openEnergy')
  const counted = sought.map(({ termId }) => peopleOf.get(`term:${termId}`))
  const most = tallies
    .filter(({ kind }) => kind === 'term')
    .map(({ people }) => people)
    .sort((a, b) => b - a)
  expect(counted).toEqual(most.slice(0, 3))
  expect(Math.min(...most.slice(0, 3))).toBeGreaterThanOrEqual(5)
  expect(sought.every(({ name }) => name.length > 0)).toBe(true)
})

test('whoever favours no line is shown no bus', async () => {
  const riders = (await cloud.dump<{ employeeId: string }>('selfservice_favourites')).map(
    ({ employeeId }) => employeeId,
  )
  const employees = await cloud.dump<{ _id: string; openid: string; status: string }>('identity_employees')
  const walker = employees.find(
    ({ _id, openid, status }) => status === 'active' && openid.startsWith('demo-') && !riders.includes(_id),
  )
  expect((await open<Energy>(walker?.openid ?? '', 'growth.openEnergy')).ride).toBeNull()
})
