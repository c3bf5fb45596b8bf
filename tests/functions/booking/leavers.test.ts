import { MINUTE_MS, SECOND_MS } from '@domain/kernel/time'
import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import { inState, joinEvent, NOW, newEvent, newGuest, newGuests, wrongIn } from '../../support/bookingWorld'
import { booked, newCentre, placeOf, rules, sessionIdOf, startCentreCloud } from '../../support/centreWorld'
import { expectData } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { newBuyer } from '../../support/mallWorld'
import { changePerson, type TestPerson } from '../../support/people'
import { associations } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCentreCloud()
  await cloud.engine.insertMany(
    'union_associations',
    associations.map(document => ({ ...document })),
  )
})
afterAll(() => cloud.close())

/** As the import of a roster writes it: see `tests/functions/identity/roster.test.ts`. */
const leaves = (who: TestPerson) => changePerson(cloud.engine, who, { status: 'left', parting: ['booking'] })

const partingOf = async ({ employeeId }: TestPerson) =>
  (await cloud.dump<EmployeeDocument>('identity_employees')).find(({ _id }) => _id === employeeId)?.parting

async function tend(minutes: number): Promise<void> {
  await cloud.clock(new Date(NOW + minutes * MINUTE_MS).toISOString())
  await cloud.timer('booking', 'tend')
}

test('what a leaver holds goes to those who wait: the seat of an event, its fee back, and a place in a queue', async () => {
  const eventId = await newEvent(cloud, { capacity: 1, fee: 30 })
  const leaver = await newBuyer(cloud, 100)
  const [second, third] = [await newBuyer(cloud, 100), await newBuyer(cloud, 100)]
  const other = await newEvent(cloud, { capacity: 1 })
  expectData(await joinEvent(cloud, third, other))
  for (const [index, who] of [leaver, second, third].entries()) {
    await cloud.clock(new Date(NOW + index * SECOND_MS).toISOString())
    expectData(await joinEvent(cloud, who, eventId))
  }
  expectData(await joinEvent(cloud, leaver, other))

  await leaves(leaver)
  await tend(1)
  expect(await inState(cloud, eventId, 'cancelled')).toMatchObject([
    { employeeId: leaver.employeeId, paid: 0, trail: [{}, { action: 'part', by: '系统', note: '离职' }] },
  ])
  expect(await inState(cloud, eventId, 'offered')).toMatchObject([{ employeeId: second.employeeId }])
  expect(await inState(cloud, other, 'waiting')).toEqual([])
  for (const each of [eventId, other]) expect(await wrongIn(cloud, each)).toEqual([])

  expect(await partingOf(leaver)).toEqual(['booking'])
  await tend(2)
  expect(await partingOf(leaver)).toEqual([])
})

test('a visit goes on to who waits for that hour, and nobody else’s does', async () => {
  const centreId = await newCentre(cloud, rules({ seats: 2 }))
  const [leaver, stays, waits] = (await newGuests(cloud, 3)) as [TestPerson, TestPerson, TestPerson]
  const { placeId } = await booked(cloud, leaver, centreId)
  await booked(cloud, stays, centreId)
  expect((await booked(cloud, waits, centreId)).state).toBe('waiting')
  await leaves(leaver)
  await tend(1)
  expect(await placeOf(cloud, placeId)).toMatchObject({ state: 'cancelled' })
  const sessionId = sessionIdOf(centreId)
  expect(await inState(cloud, sessionId, 'offered')).toMatchObject([{ employeeId: waits.employeeId }])
  expect(await inState(cloud, sessionId, 'confirmed')).toMatchObject([{ employeeId: stays.employeeId }])
  expect(await wrongIn(cloud, sessionId)).toEqual([])
})

test('whoever is back before the timer comes keeps what they had', async () => {
  const eventId = await newEvent(cloud)
  const guest = await newGuest(cloud)
  expectData(await joinEvent(cloud, guest, eventId))
  await changePerson(cloud.engine, guest, { status: 'active', parting: ['booking'] })
  await tend(1)
  expect(await inState(cloud, eventId, 'confirmed')).toHaveLength(1)
})
