import { HOUR_MS } from '@domain/kernel/time'
import { inState, newGuest, newGuests } from '../../support/bookingWorld'
import { crowd } from '../../support/crowd'
import { expectData, expectError } from '../../support/expectError'
import {
  bookedSlot,
  bookSlot,
  courseOf,
  newGym,
  newVenue,
  slotSession,
  startFacilityCloud,
  TOMORROW_18,
  wrongWith,
} from '../../support/facilityWorld'
import type { TestCloud } from '../../support/localCloud'
import type { TestPerson } from '../../support/people'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startFacilityCloud()
})
afterAll(() => cloud.close())

const by = <T = Record<string, unknown>>(who: TestPerson, name: string, input: object = {}) =>
  cloud.call<T>(who.openid, name, input)
const free = { rules: { noticeMinutes: 15, horizonDays: 7, weekMax: 5, cancelMinutes: 120, deposit: 0 } }
const lateWeek = [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, fromMinute: 1_110, untilMinute: 1_170 }))

test('a court that somebody else has by a moment puts nobody into its queue unasked', async () => {
  const { unitId } = await newVenue(cloud)
  const guests = await newGuests(cloud, 3)
  const book = (guest: TestPerson, queues: boolean) =>
    by(guest, 'booking.bookFacility', { subjectId: unitId, slotAt: TOMORROW_18, depositSeen: 0, queues })
  await crowd(cloud, 'booking_sessions', 3)
  const replies = await Promise.all(guests.map(guest => book(guest, false)))
  await cloud.fault({ clear: true })
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  const refused = replies.filter(({ ok }) => !ok)
  for (const reply of refused) expectError('booking.bookFacility', reply, 'BOOKING_JUST_TAKEN')
  expect(await inState(cloud, slotSession(unitId), 'waiting')).toEqual([])
  const late = guests[replies.findIndex(({ ok }) => !ok)] as TestPerson
  expect(expectData(await book(late, true))).toMatchObject({ state: 'waiting' })
  expect(await wrongWith(cloud, slotSession(unitId))).toEqual([])
})

test('two courts at the same hour are not one person’s, also when both are asked for at once', async () => {
  const { venueId, unitId } = await newVenue(cloud)
  const guest = await newGuest(cloud)
  const [one, two] = [`${venueId}.1`, `${venueId}.2`]
  const replies = await Promise.all([one, two].map(unit => bookSlot(cloud, guest, unit)))
  const refused = replies.filter(({ ok }) => !ok)
  expect(refused).toHaveLength(1)
  const other = replies[0]?.ok ? two : one
  expectError('booking.bookFacility', await bookSlot(cloud, guest, other), 'BOOKING_AT_ONCE')
  expect((await bookSlot(cloud, guest, other, TOMORROW_18 + HOUR_MS)).ok).toBe(true)
  const opened = await by(guest, 'booking.openVenueDay', { facilityId: venueId })
  expect(expectData(opened)).toMatchObject({ atOnceMax: 1, plans: [{ isHere: true }, { isHere: true }] })
  expect(await wrongWith(cloud, slotSession(unitId))).toEqual([])
})

test('two courts at the same hour are one person’s where the venue lets them', async () => {
  const { venueId } = await newVenue(cloud, { atOnceMax: 2 })
  const guest = await newGuest(cloud)
  for (const unit of [1, 2]) await bookedSlot(cloud, guest, `${venueId}.${unit}`)
})

test('two lessons at the same hour are not one person’s', async () => {
  const { gymId, courseId } = await newGym(cloud, { course: free })
  const yoga = courseOf(`${gymId}.yoga`, { ...free, week: lateWeek })
  await cloud.engine.insertMany('booking_courses', [{ ...yoga }])
  const guest = await newGuest(cloud)
  const { placeId } = await bookedSlot(cloud, guest, courseId)
  const half = TOMORROW_18 + HOUR_MS / 2
  expectError('booking.bookFacility', await bookSlot(cloud, guest, yoga._id, half), 'BOOKING_AT_ONCE')
  expectData(await by(guest, 'booking.leave', { placeId }))
  await bookedSlot(cloud, guest, yoga._id, half)
})
