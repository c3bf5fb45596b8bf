import { HOUR_MS } from '@domain/kernel/time'
import {
  BOOKING_CLOCK,
  joinEvent,
  leave,
  NOW,
  newEvent,
  newGuests,
  startBookingCloud,
  wrongIn,
} from '../../support/bookingWorld'
import { expectData, expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { balanceOf, newBuyer } from '../../support/mallWorld'
import type { TestPerson } from '../../support/people'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startBookingCloud()
})
afterAll(() => cloud.close())
afterEach(() => cloud.clock(BOOKING_CLOCK))

const setClock = (at: number) => cloud.clock(new Date(at).toISOString())

describe('a fee', () => {
  it('is paid with the seat, and comes back with it', async () => {
    const eventId = await newEvent(cloud, { fee: 30 })
    const guest = await newBuyer(cloud, 50)
    expect(expectData(await joinEvent(cloud, guest, eventId))).toMatchObject({
      state: 'confirmed',
      balance: 20,
    })
    expect(expectData(await leave(cloud, guest, eventId))).toEqual({ state: 'cancelled', refunded: 30 })
    expect(await balanceOf(cloud, guest)).toBe(50)
    expectData(await joinEvent(cloud, guest, eventId))
    expect(await balanceOf(cloud, guest)).toBe(20)
    expect(await wrongIn(cloud, eventId)).toEqual([])
  })

  it('that somebody cannot pay costs nothing, and leaves its seat to others', async () => {
    const eventId = await newEvent(cloud, { fee: 30, capacity: 1 })
    const [poor] = (await newGuests(cloud, 1)) as [TestPerson]
    expectError('union.joinEvent', await joinEvent(cloud, poor, eventId), 'COIN_NOT_ENOUGH')
    expect(await wrongIn(cloud, eventId)).toEqual([])
    const rich = await newBuyer(cloud, 30)
    expect(expectData(await joinEvent(cloud, rich, eventId)).state).toBe('confirmed')
  })

  it('is paid when an offer is accepted', async () => {
    const eventId = await newEvent(cloud, { fee: 30, capacity: 1 })
    const first = await newBuyer(cloud, 30)
    const [poor] = (await newGuests(cloud, 1)) as [TestPerson]
    expectData(await joinEvent(cloud, first, eventId))
    expectData(await joinEvent(cloud, poor, eventId))
    expectData(await leave(cloud, first, eventId))
    const accept = () =>
      cloud.call(poor.openid, 'booking.acceptOffer', { placeId: `${eventId}:${poor.employeeId}` })
    expectError('booking.acceptOffer', await accept(), 'COIN_NOT_ENOUGH')
    await setClock(NOW + 12 * HOUR_MS)
    expectError('booking.acceptOffer', await accept(), 'BOOKING_OFFER_EXPIRED')
    expect(await wrongIn(cloud, eventId)).toEqual([])
  })
})
