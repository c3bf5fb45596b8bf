import { again } from '../../support/again'
import {
  BOOKING_CLOCK,
  forgetBookings,
  inState,
  joinEvent,
  leave,
  newEvent,
  newGuests,
  sessionIn,
  tendLater,
  wrongIn,
} from '../../support/bookingWorld'
import { expectData } from '../../support/expectError'
import { startTestCloud, type TestCloud } from '../../support/localCloud'
import { insertPeople, type TestPerson } from '../../support/people'
import { associations } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ clock: BOOKING_CLOCK, workers: 1 })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany(
    'union_associations',
    associations.map(document => ({ ...document })),
  )
})
afterAll(() => cloud.close())
afterEach(() => forgetBookings(cloud))

/** Past the last request of a call: start and commit count as requests. Every second, of joining each half in its turn. */
const stepsOf = (count: number, from: number) =>
  Array.from({ length: count }, (_, index) => index + 1).filter(step => step % 2 === from)
const JOINING_AGAIN = stepsOf(13, 1)
const JOINING_ONCE = stepsOf(12, 0)
const LEAVING = stepsOf(21, 1)

const killAt = (name: string, procedure: string | undefined, after: number) =>
  cloud.fault({ function: { name, procedure, mode: 'kill', after, times: 1, when: 'after' } })

describe('joining', () => {
  it.each(JOINING_AGAIN)('killed at request %i and repeated takes one seat', async step => {
    const eventId = await newEvent(cloud, { capacity: 2 })
    const [guest] = (await newGuests(cloud, 1)) as [TestPerson]
    const join = () => joinEvent(cloud, guest, eventId, {}, `join-${eventId.slice(-8)}`)
    await killAt('union', 'joinEvent', step)
    await join()
    await cloud.fault({ clear: true })
    expect(await wrongIn(cloud, eventId)).toEqual([])
    expect(expectData(await again(join)).state).toBe('confirmed')
    await tendLater(cloud)
    expect(await sessionIn(cloud, eventId)).toMatchObject({ taken: 1, reservations: [] })
    expect(await wrongIn(cloud, eventId)).toEqual([])
  })

  it.each(JOINING_ONCE)('killed at request %i and never repeated loses no seat', async step => {
    const eventId = await newEvent(cloud, { capacity: 2 })
    const [guest] = (await newGuests(cloud, 1)) as [TestPerson]
    await killAt('union', 'joinEvent', step)
    await joinEvent(cloud, guest, eventId)
    await cloud.fault({ clear: true })
    await tendLater(cloud)
    const taken = (await inState(cloud, eventId, 'confirmed')).length
    expect(await sessionIn(cloud, eventId)).toMatchObject({ taken, reservations: [] })
    expect(await wrongIn(cloud, eventId)).toEqual([])
  })
})

describe('leaving', () => {
  it.each(LEAVING)('killed at request %i gives the seat on, once', async step => {
    const eventId = await newEvent(cloud, { capacity: 1 })
    const [first, second, third] = (await newGuests(cloud, 3)) as [TestPerson, TestPerson, TestPerson]
    for (const guest of [first, second, third])
      expectData(await again(() => joinEvent(cloud, guest, eventId)))
    await killAt('booking', 'leave', step)
    const go = () => leave(cloud, first, eventId, `leave-${eventId.slice(-8)}`)
    await go()
    await cloud.fault({ clear: true })
    expect(await wrongIn(cloud, eventId)).toEqual([])
    expect(expectData(await again(go)).state).toBe('cancelled')
    await tendLater(cloud)
    expect(await inState(cloud, eventId, 'offered')).toHaveLength(1)
    expect(await inState(cloud, eventId, 'waiting')).toHaveLength(1)
    expect(await sessionIn(cloud, eventId)).toMatchObject({ taken: 1 })
    expect(await wrongIn(cloud, eventId)).toEqual([])
  })
})
