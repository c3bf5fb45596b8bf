import { HOUR_MS } from '@domain/kernel/time'
import { again } from '../../support/again'
import { NOW, sessionIn, tendLater } from '../../support/bookingWorld'
import { placeOf } from '../../support/centreWorld'
import { expectData } from '../../support/expectError'
import {
  type BookedSlot,
  bookedSlot,
  bookSlot,
  DEPOSIT,
  newGym,
  slotSession,
  startFacilityCloud,
  TOMORROW_18,
  wrongWith,
} from '../../support/facilityWorld'
import type { TestCloud } from '../../support/localCloud'
import { balanceOf, newBuyer } from '../../support/mallWorld'
import type { TestPerson } from '../../support/people'

const COINS = 100

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startFacilityCloud({ workers: 1 })
})
afterAll(() => cloud.close())
afterEach(async () => {
  await cloud.fault({ clear: true })
  await clockAt(NOW)
})

const clockAt = (at: number) => cloud.clock(new Date(at).toISOString())
/** Past the last request of a call: start and commit count as requests. Every sixth, from another one each time. */
const stepsOf = (count: number, from: number) =>
  Array.from({ length: count }, (_, index) => index + 1).filter(step => step % 6 === from)

const killAt = (procedure: string | undefined, after: number) =>
  cloud.fault({ function: { name: 'booking', procedure, mode: 'kill', after, times: 1, when: 'after' } })

/** The id of a request that is repeated. */
const tryOf = (what: string, courseId: string) => `${what}-${courseId.replace('.', '-')}`

interface Held {
  courseId: string
  keeper: TestPerson
  guest: TestPerson
  placeId: string
}

async function held(): Promise<Held> {
  const { courseId, keeper } = await newGym(cloud, { course: { seats: 1 } })
  const guest = await newBuyer(cloud, COINS)
  const { placeId } = await bookedSlot(cloud, guest, courseId)
  return { courseId, keeper, guest, placeId }
}

async function expectSound(courseId: string, guest: TestPerson, coins: number): Promise<void> {
  expect(await balanceOf(cloud, guest)).toBe(coins)
  expect(await wrongWith(cloud, slotSession(courseId))).toEqual([])
}

it.each(stepsOf(24, 1))('booking, killed at request %i and repeated, holds one deposit', async step => {
  const { courseId } = await newGym(cloud)
  const guest = await newBuyer(cloud, COINS)
  const go = () => bookSlot(cloud, guest, courseId, TOMORROW_18, tryOf('book', courseId))
  await killAt('bookFacility', step)
  await go()
  await cloud.fault({ clear: true })
  expect(expectData<BookedSlot>(await again(go))).toMatchObject({
    state: 'confirmed',
    balance: COINS - DEPOSIT,
  })
  await tendLater(cloud)
  await expectSound(courseId, guest, COINS - DEPOSIT)
  expect(await sessionIn(cloud, slotSession(courseId))).toMatchObject({ taken: 1 })
})

it.each(stepsOf(14, 2))('cancelling, killed at request %i and repeated, returns it once', async step => {
  const { courseId, guest, placeId } = await held()
  const go = () =>
    cloud.call<{ refunded: number }>(guest.openid, 'booking.leave', { placeId }, tryOf('leave', courseId))
  await killAt('leave', step)
  await go()
  await cloud.fault({ clear: true })
  expect(expectData(await again(go)).refunded).toBe(DEPOSIT)
  await tendLater(cloud)
  await expectSound(courseId, guest, COINS)
  const rejoined = await bookedSlot(cloud, guest, courseId)
  expect(rejoined.balance).toBe(COINS - DEPOSIT)
  await expectSound(courseId, guest, COINS - DEPOSIT)
})

it.each(stepsOf(14, 3))('coming, killed at request %i and scanned again, returns it once', async step => {
  const { courseId, keeper, guest, placeId } = await held()
  await clockAt(TOMORROW_18)
  const scans = [{ code: placeId, scannedAt: TOMORROW_18 }]
  const facilityId = courseId.split('.')[0]
  const go = () => cloud.call(keeper.openid, 'booking.checkInAtFacility', { facilityId, scans })
  await killAt('checkInAtFacility', step)
  await go()
  await cloud.fault({ clear: true })
  expectData(await again(go))
  expectData(await again(go))
  await expectSound(courseId, guest, COINS)
})

it.each(stepsOf(24, 0))('a timer killed at request %i keeps it once of whoever did not come', async step => {
  const { courseId, keeper, guest, placeId } = await held()
  await clockAt(TOMORROW_18 + 14 * HOUR_MS)
  await killAt(undefined, step)
  await cloud.timer('booking', 'tend')
  await cloud.fault({ clear: true })
  // A dead transaction keeps its documents for a while: what that stops, a later minute does.
  await tendLater(cloud, TOMORROW_18 + 15 * HOUR_MS)
  await tendLater(cloud, TOMORROW_18 + 16 * HOUR_MS)
  expect(await placeOf(cloud, placeId)).toMatchObject({ state: 'absent', paid: DEPOSIT })
  await expectSound(courseId, guest, COINS - DEPOSIT)
  const verdict = { placeId, verdict: 'excuse', reason: '核实过了' }
  const excuse = () =>
    cloud.call<{ returned: number }>(
      keeper.openid,
      'booking.decideAbsence',
      verdict,
      tryOf('excuse', courseId),
    )
  await killAt('decideAbsence', (step % 12) + 1)
  await excuse()
  await cloud.fault({ clear: true })
  expect(expectData(await again(excuse)).returned).toBe(DEPOSIT)
  await expectSound(courseId, guest, COINS)
})

it.each(stepsOf(28, 2))('calling off, killed at request %i, returns every deposit once', async step => {
  const { courseId, keeper, guest } = await held()
  const times = { fromAt: TOMORROW_18, untilAt: TOMORROW_18 + HOUR_MS, reason: '空调检修' }
  const input = { facilityId: courseId.split('.')[0], subjectIds: [courseId], ...times }
  expectData(await cloud.call(keeper.openid, 'booking.closeFacility', input))
  await killAt(undefined, step)
  await cloud.timer('booking', 'tend')
  await cloud.fault({ clear: true })
  await tendLater(cloud)
  await tendLater(cloud, NOW + 4 * 60_000)
  await tendLater(cloud, NOW + 8 * 60_000)
  await expectSound(courseId, guest, COINS)
  expect(await sessionIn(cloud, slotSession(courseId))).toMatchObject({ taken: 0, state: 'calledOff' })
})
