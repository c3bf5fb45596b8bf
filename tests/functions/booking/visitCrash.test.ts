import { DAY_MS } from '@domain/kernel/time'
import { again } from '../../support/again'
import {
  forgetBookings,
  inState,
  NOW,
  newGuests,
  sessionIn,
  tendLater,
  wrongIn,
} from '../../support/bookingWorld'
import {
  book,
  booked,
  closeTomorrow,
  closureOf,
  hostOf,
  move,
  newCentre,
  placeOf,
  rules,
  sessionIdOf,
  startCentreCloud,
  TOMORROW_10,
} from '../../support/centreWorld'
import { expectData } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import type { TestPerson } from '../../support/people'
import { noticesTo } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCentreCloud({ workers: 1 })
})
afterAll(() => cloud.close())
afterEach(() => forgetBookings(cloud))

/** Past the last request of a call: start and commit count as requests. A sample, the two of a move from another one. */
const stepsOf = (count: number, { every, from }: { every: number; from: number }) =>
  Array.from({ length: count }, (_, index) => index + 1).filter(step => step % every === from)
const BOOKING = stepsOf(18, { every: 3, from: 2 })
const MOVING = stepsOf(31, { every: 4, from: 1 })
const MOVING_ONCE = stepsOf(31, { every: 4, from: 3 })
const CLOSING = stepsOf(46, { every: 5, from: 1 })

const killAt = (procedure: string | undefined, after: number) =>
  cloud.fault({ function: { name: 'booking', procedure, mode: 'kill', after, times: 1, when: 'after' } })

const LATER = TOMORROW_10 + 2 * DAY_MS

it.each(BOOKING)('booking, killed at request %i and repeated, takes one seat', async step => {
  const centreId = await newCentre(cloud, rules({ seats: 2, upcomingMax: 1 }))
  const [guest] = (await newGuests(cloud, 1)) as [TestPerson]
  const go = () => book(cloud, guest, centreId, {}, `book-${centreId}`)
  await killAt('bookVisit', step)
  await go()
  await cloud.fault({ clear: true })
  expect(expectData(await again(go)).state).toBe('confirmed')
  await tendLater(cloud)
  expect(await sessionIn(cloud, sessionIdOf(centreId))).toMatchObject({ taken: 1, reservations: [] })
  expect(await wrongIn(cloud, sessionIdOf(centreId))).toEqual([])
})

it.each(MOVING)(
  'moving, killed at request %i, leaves one of the two, and repeated the new one',
  async step => {
    const centreId = await newCentre(cloud, rules({ seats: 1, upcomingMax: 1 }))
    const [guest, waiter] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
    const { placeId } = await booked(cloud, guest, centreId)
    await booked(cloud, waiter, centreId)
    const go = () => move(cloud, guest, placeId, LATER, `move-${centreId}`)
    await killAt('moveVisit', step)
    await go()
    await cloud.fault({ clear: true })
    const places = await cloud.dump<{ employeeId: string; state: string }>('booking_places')
    const held = places.filter(place => place.employeeId === guest.employeeId && place.state === 'confirmed')
    expect(held).toHaveLength(1)
    const moved = expectData(await again(go))
    expect(moved).toEqual({ placeId: `${sessionIdOf(centreId, 2)}:${guest.employeeId}`, state: 'confirmed' })
    await tendLater(cloud)
    expect((await placeOf(cloud, placeId)).state).toBe('cancelled')
    expect(await inState(cloud, sessionIdOf(centreId), 'offered')).toHaveLength(1)
    expect(await sessionIn(cloud, sessionIdOf(centreId, 2))).toMatchObject({ taken: 1, reservations: [] })
    for (const days of [0, 2]) expect(await wrongIn(cloud, sessionIdOf(centreId, days))).toEqual([])
  },
)

it.each(MOVING_ONCE)('moving, killed at request %i and never repeated, loses no seat', async step => {
  const centreId = await newCentre(cloud, rules({ seats: 1 }))
  const [guest] = (await newGuests(cloud, 1)) as [TestPerson]
  const { placeId } = await booked(cloud, guest, centreId)
  await killAt('moveVisit', step)
  await move(cloud, guest, placeId, LATER)
  await cloud.fault({ clear: true })
  await tendLater(cloud)
  const sessions = await cloud.dump<{ _id: string; subjectId: string; taken: number }>('booking_sessions')
  const own = sessions.filter(({ subjectId }) => subjectId === centreId)
  expect(own.reduce((sum, { taken }) => sum + taken, 0)).toBe(1)
  for (const { _id } of own) expect(await wrongIn(cloud, _id)).toEqual([])
})

it.each(CLOSING)('a closure whose timer is killed at request %i moves everybody once', async step => {
  const centreId = await newCentre(cloud, rules({ seats: 2 }))
  const host = await hostOf(cloud, centreId)
  const [first, second, waiter] = (await newGuests(cloud, 3)) as [TestPerson, TestPerson, TestPerson]
  for (const guest of [first, second, waiter]) await booked(cloud, guest, centreId)
  const closureId = await closeTomorrow(cloud, host, centreId)
  await killAt(undefined, step)
  await cloud.timer('booking', 'tend')
  await cloud.fault({ clear: true })
  // A dead transaction keeps its documents for a while: what that stops, a later minute does.
  await tendLater(cloud)
  await tendLater(cloud, NOW + 4 * 60_000)
  await cloud.clock(new Date(NOW).toISOString())
  const [closed, later] = [sessionIdOf(centreId), sessionIdOf(centreId, 1)]
  expect(await inState(cloud, closed, 'calledOff')).toHaveLength(3)
  expect(await inState(cloud, later, 'offered')).toHaveLength(2)
  expect(await sessionIn(cloud, closed)).toMatchObject({ taken: 0, state: 'calledOff' })
  expect(await sessionIn(cloud, later)).toMatchObject({ taken: 2 })
  for (const id of [closed, later]) expect(await wrongIn(cloud, id)).toEqual([])
  expect(await closureOf(cloud, closureId)).toMatchObject({
    ...{ moved: 2, calledOff: 1 },
    spreading: false,
  })
  for (const guest of [first, second, waiter]) expect(await noticesTo(cloud, guest)).toHaveLength(1)
})
