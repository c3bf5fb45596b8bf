import { HOUR_MS } from '@domain/kernel/time'
import { again } from '../../support/again'
import {
  forgetBookings,
  inState,
  joinEvent,
  leave,
  NOW,
  newEvent,
  sessionIn,
  startBookingCloud,
  tendLater,
  wrongIn,
} from '../../support/bookingWorld'
import { expectData } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { balanceOf, newBuyer } from '../../support/mallWorld'
import type { TestPerson } from '../../support/people'
import { noticesTo } from '../../support/unionWorld'

const FEE = 30
const EXPIRED_AT = NOW + 12 * HOUR_MS

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startBookingCloud({ workers: 1 })
})
afterAll(() => cloud.close())
afterEach(async () => {
  await cloud.fault({ clear: true })
  await cloud.clock(new Date(NOW).toISOString())
  await forgetBookings(cloud)
})

const clockAt = (at: number) => cloud.clock(new Date(at).toISOString())
/** Past the last request of a call: start and commit count as requests. A sample, from another one each time. */
const stepsOf = (count: number, { every, from }: { every: number; from: number }) =>
  Array.from({ length: count }, (_, index) => index + 1).filter(step => step % every === from)

const killAt = (procedure: string | undefined, after: number) =>
  cloud.fault({ function: { name: 'booking', procedure, mode: 'kill', after, times: 1, when: 'after' } })

/** Of one seat the first has left: the second is offered it, the third waits behind. */
async function offered(): Promise<{ eventId: string; second: TestPerson; third: TestPerson }> {
  const eventId = await newEvent(cloud, { capacity: 1, fee: FEE })
  const second = await newBuyer(cloud, 100)
  const [first, third] = [await newBuyer(cloud, 100), await newBuyer(cloud, 100)]
  for (const guest of [first, second, third])
    expectData(await again(() => joinEvent(cloud, guest, eventId, {}, `in-${guest.employeeId}-${eventId}`)))
  // The queue goes by ids that are hashes of one frozen moment.
  const [ahead] = await inState(cloud, eventId, 'waiting')
  expectData(await again(() => leave(cloud, first, eventId, `out-${eventId}`)))
  return ahead?.employeeId === second.employeeId
    ? { eventId, second, third }
    : { eventId, second: third, third: second }
}

const accept = (who: TestPerson, eventId: string) =>
  cloud.call<{ state: string; balance: number }>(
    who.openid,
    'booking.acceptOffer',
    { placeId: `${eventId}:${who.employeeId}` },
    `accept-${eventId}`,
  )

describe('accepting an offer', () => {
  it.each(stepsOf(13, { every: 4, from: 1 }))(
    'killed at request %i and repeated takes one seat and one fee',
    async step => {
      const { eventId, second } = await offered()
      await killAt('acceptOffer', step)
      await accept(second, eventId)
      await cloud.fault({ clear: true })
      expect(expectData(await again(() => accept(second, eventId)))).toEqual({
        state: 'confirmed',
        balance: 100 - FEE,
      })
      await tendLater(cloud)
      expect(await sessionIn(cloud, eventId)).toMatchObject({ taken: 1, reservations: [] })
      expect(await balanceOf(cloud, second)).toBe(100 - FEE)
      expect(await wrongIn(cloud, eventId)).toEqual([])
    },
  )

  it.each(stepsOf(13, { every: 4, from: 3 }))(
    'killed at request %i and never repeated holds the seat or gives it on',
    async step => {
      const { eventId, second, third } = await offered()
      await killAt('acceptOffer', step)
      await accept(second, eventId)
      await cloud.fault({ clear: true })
      await tendLater(cloud, EXPIRED_AT)
      const [confirmed, held] = [
        await inState(cloud, eventId, 'confirmed'),
        await inState(cloud, eventId, 'offered'),
      ]
      expect([...confirmed, ...held].map(({ employeeId }) => employeeId)).toEqual([
        confirmed.length > 0 ? second.employeeId : third.employeeId,
      ])
      expect(await sessionIn(cloud, eventId)).toMatchObject({ taken: 1 })
      expect(await balanceOf(cloud, second)).toBe(confirmed.length > 0 ? 100 - FEE : 100)
      expect(await wrongIn(cloud, eventId)).toEqual([])
    },
  )

  it.each(stepsOf(9, { every: 4, from: 2 }))(
    'takes one seat and one fee when request %i meets a conflict',
    async step => {
      const { eventId, second } = await offered()
      await cloud.fault({ database: { mode: 'conflict', after: step } })
      expect(expectData(await again(() => accept(second, eventId))).state).toBe('confirmed')
      expect(await sessionIn(cloud, eventId)).toMatchObject({ taken: 1 })
      expect(await balanceOf(cloud, second)).toBe(100 - FEE)
      expect(await wrongIn(cloud, eventId)).toEqual([])
    },
  )
})

/** The second did not answer: the third has the seat, and each was told of it once. */
async function expectGivenOn(eventId: string, second: TestPerson, third: TestPerson): Promise<void> {
  expect(await inState(cloud, eventId, 'expired')).toMatchObject([{ employeeId: second.employeeId }])
  expect(await inState(cloud, eventId, 'offered')).toMatchObject([{ employeeId: third.employeeId }])
  expect(await sessionIn(cloud, eventId)).toMatchObject({ taken: 1 })
  expect(await wrongIn(cloud, eventId)).toEqual([])
  // The entry of the offer says by now that it went on; the next one has an offer.
  expect(await noticesTo(cloud, second)).toHaveLength(1)
  expect(await noticesTo(cloud, third)).toHaveLength(1)
}

describe('an offer that nobody takes', () => {
  it.each(stepsOf(34, { every: 5, from: 2 }))(
    'goes on once when the timer is killed at request %i',
    async step => {
      const { eventId, second, third } = await offered()
      await clockAt(EXPIRED_AT)
      await killAt(undefined, step)
      await cloud.timer('booking', 'tend')
      await cloud.fault({ clear: true })
      expect(await wrongIn(cloud, eventId)).toEqual([])
      await tendLater(cloud, EXPIRED_AT)
      await clockAt(EXPIRED_AT + HOUR_MS)
      await cloud.timer('booking', 'tend')
      await expectGivenOn(eventId, second, third)
    },
  )

  it.each(stepsOf(19, { every: 6, from: 1 }))(
    'goes on once when request %i of the timer meets a conflict',
    async step => {
      const { eventId, second, third } = await offered()
      await clockAt(EXPIRED_AT)
      await cloud.fault({ database: { mode: 'conflict', after: step } })
      await cloud.timer('booking', 'tend')
      await cloud.fault({ clear: true })
      expect(await wrongIn(cloud, eventId)).toEqual([])
      await tendLater(cloud, EXPIRED_AT)
      await clockAt(EXPIRED_AT + HOUR_MS)
      await cloud.timer('booking', 'tend')
      await expectGivenOn(eventId, second, third)
    },
  )

  it('is given back once when it is declined the moment it ends', async () => {
    const { eventId, second, third } = await offered()
    await clockAt(EXPIRED_AT)
    await Promise.all([
      cloud.timer('booking', 'tend'),
      leave(cloud, second, eventId),
      cloud.timer('booking', 'tend'),
    ])
    await tendLater(cloud, EXPIRED_AT)
    expect(await inState(cloud, eventId, 'offered')).toMatchObject([{ employeeId: third.employeeId }])
    expect(await sessionIn(cloud, eventId)).toMatchObject({ taken: 1 })
    expect(await wrongIn(cloud, eventId)).toEqual([])
  })
})
