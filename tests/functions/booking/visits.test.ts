import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import { again } from '../../support/again'
import {
  inState,
  NOW,
  newGuest,
  newGuests,
  placesIn,
  sessionIn,
  tendLater,
  wrongIn,
} from '../../support/bookingWorld'
import {
  type Booked,
  book,
  booked,
  move,
  newCentre,
  rules,
  sessionIdOf,
  startCentreCloud,
  TOMORROW_10,
} from '../../support/centreWorld'
import { expectData } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCentreCloud()
})
afterAll(() => cloud.close())

describe('booking', () => {
  test('of the first opens the session of the slot, as the centre says it', async () => {
    const centreId = await newCentre(cloud)
    const guest = await newGuest(cloud)
    const { placeId, state } = await booked(cloud, guest, centreId, { party: 2, guests: ['林小川'] })
    const sessionId = sessionIdOf(centreId)
    expect({ placeId, state }).toEqual({ placeId: `${sessionId}:${guest.employeeId}`, state: 'confirmed' })
    expect(await sessionIn(cloud, sessionId)).toMatchObject({
      kind: 'visit',
      subjectId: centreId,
      hostScopeId: centreId,
      startsAt: TOMORROW_10,
      endsAt: TOMORROW_10 + HOUR_MS,
      joinUntil: TOMORROW_10 - 2 * HOUR_MS,
      cancelUntil: TOMORROW_10 - 12 * HOUR_MS,
      capacity: 30,
      partyMax: 5,
      taken: 2,
    })
    expect(await wrongIn(cloud, sessionId)).toEqual([])
  })

  test('by forty at once for thirty places lets thirty in and ten wait, in order', async () => {
    const centreId = await newCentre(cloud)
    const guests = await newGuests(cloud, 40)
    const replies = await Promise.all(
      guests.map(async guest =>
        expectData<Booked>(await again(() => book(cloud, guest, centreId, {}, `race-${guest.employeeId}`))),
      ),
    )
    const sessionId = sessionIdOf(centreId)
    expect(replies.filter(({ state }) => state === 'confirmed')).toHaveLength(30)
    expect(await inState(cloud, sessionId, 'confirmed')).toHaveLength(30)
    const waiting = await inState(cloud, sessionId, 'waiting')
    expect(waiting).toHaveLength(10)
    expect(new Set(waiting.map(({ queueKey }) => queueKey)).size).toBe(10)
    expect(await sessionIn(cloud, sessionId)).toMatchObject({ taken: 30, capacity: 30 })
    expect(await wrongIn(cloud, sessionId)).toEqual([])

    const [first] = await inState(cloud, sessionId, 'confirmed')
    const leaver = guests.find(({ employeeId }) => employeeId === first?.employeeId)
    expectData(await cloud.call(leaver?.openid ?? '', 'booking.leave', { placeId: first?._id }))
    await tendLater(cloud)
    expect((await inState(cloud, sessionId, 'offered')).map(({ _id }) => _id)).toEqual([waiting[0]?._id])
    expect(await wrongIn(cloud, sessionId)).toEqual([])
  })

  test('two at once by one person never go beyond what one may hold', async () => {
    const centreId = await newCentre(cloud, rules({ upcomingMax: 1 }))
    const guest = await newGuest(cloud)
    const hours = [0, 1, 2, 3]
    const replies = await Promise.all(
      hours.map(hour => book(cloud, guest, centreId, { startsAt: TOMORROW_10 + hour * HOUR_MS })),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    await tendLater(cloud)
    for (const hour of hours) {
      const sessionId = `visit:${centreId}:2026-11-25T${10 + hour}00`
      expect(await wrongIn(cloud, sessionId)).toEqual([])
      expect((await sessionIn(cloud, sessionId)).taken).toBe((await placesIn(cloud, sessionId)).length)
    }
  })

  test.each([
    ['BOOKING_SLOT_MISSING', { startsAt: TOMORROW_10 + 30 * 60_000 }],
    ['BOOKING_SLOT_MISSING', { startsAt: TOMORROW_10 + 7 * HOUR_MS }],
    ['BOOKING_NOTICE_TOO_SHORT', { startsAt: NOW + HOUR_MS }],
    ['BOOKING_NOTICE_TOO_SHORT', { startsAt: NOW - HOUR_MS }],
    ['BOOKING_BEYOND_HORIZON', { startsAt: TOMORROW_10 + 21 * DAY_MS }],
    ['BOOKING_PARTY_TOO_LARGE', { party: 6, guests: ['甲', '乙', '丙', '丁', '戊'] }],
    ['BOOKING_GUESTS_WRONG', { party: 3, guests: ['甲'] }],
  ])('is refused with %s for %j, and nothing is held', async (code, more) => {
    const centreId = await newCentre(cloud)
    const reply = await book(cloud, await newGuest(cloud), centreId, more)
    expect(reply.ok ? 'accepted' : reply.error.code).toBe(code)
    const places = await cloud.dump<{ subjectId: string }>('booking_places')
    expect(places.filter(({ subjectId }) => subjectId === centreId)).toEqual([])
  })
})

test('a visit that was moved stands in one’s list as moved, until it is booked again', async () => {
  const centreId = await newCentre(cloud)
  const guest = await newGuest(cloud)
  const { placeId } = await booked(cloud, guest, centreId)
  const later = TOMORROW_10 + DAY_MS
  const moved = expectData(await move(cloud, guest, placeId, later))
  const standing = async () => {
    const list = await cloud.call<{ places: { placeId: string; state: string; wentTo: number | null }[] }>(
      guest.openid,
      'booking.listPlaces',
      {},
    )
    return expectData(list).places.map(place => [place.placeId, place.state, place.wentTo])
  }
  const stays = [moved.placeId, 'confirmed', null]
  expect(await standing()).toEqual([stays, [placeId, 'cancelled', later]])
  await booked(cloud, guest, centreId)
  expect(await standing()).toEqual([stays, [placeId, 'confirmed', null]])
})
