import { HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import { NOW, newGuest, tendLater } from '../../support/bookingWorld'
import { at, placeOf } from '../../support/centreWorld'
import { expectData, expectError } from '../../support/expectError'
import {
  bookedSlot,
  bookSlot,
  courseForm,
  courseOf,
  DEPOSIT,
  newGym,
  newVenue,
  slotSession,
  startFacilityCloud,
  TOMORROW_18,
  venueOf,
  wrongWith,
} from '../../support/facilityWorld'
import type { TestCloud } from '../../support/localCloud'
import { balanceOf, newBuyer } from '../../support/mallWorld'
import type { TestPerson } from '../../support/people'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startFacilityCloud()
})
afterAll(() => cloud.close())

const by = <T = Record<string, unknown>>(who: TestPerson, name: string, input: object = {}) =>
  cloud.call<T>(who.openid, name, input)
const { rules } = courseOf('none')

/** The rules of a venue, or of a course, are others from now on. */
async function changeVenue(keeper: TestPerson, facilityId: string, more: object): Promise<void> {
  const { absences, week, onHolidays, followsExchange } = venueOf(facilityId)
  const venue = { week, onHolidays, followsExchange, rules: { ...rules, ...more }, atOnceMax: 1 }
  expectData(await by(keeper, 'booking.editFacility', { facilityId, absences, venue }))
}
async function changeCourse(keeper: TestPerson, courseId: string, more: object, seats = 20): Promise<void> {
  const form = courseForm(courseId.split('.')[0] ?? '', courseId, { seats, rules: { ...rules, ...more } })
  expectData(await by(keeper, 'booking.saveCourse', form))
}

test('a court that somebody gave up is booked by the rules and at the address of now', async () => {
  const { venueId, unitId, keeper } = await newVenue(cloud, { rules })
  const [first, second] = [await newBuyer(cloud, 100), await newBuyer(cloud, 100)]
  const { placeId } = await bookedSlot(cloud, first, unitId)
  expectData(await by(first, 'booking.leave', { placeId }))
  await changeVenue(keeper, venueId, { deposit: 0, cancelMinutes: 600 })
  const moved = { name: '羽毛球馆', site: '上海', place: '安亭 C 楼', venue: { advice: '', units: [] } }
  expectData(await by(keeper, 'booking.describeFacility', { facilityId: venueId, ...moved }))
  const booked = await bookedSlot(cloud, second, unitId)
  expect(booked).toMatchObject({ state: 'confirmed', balance: null })
  expect(await placeOf(cloud, booked.placeId)).toMatchObject({
    ...{ paid: 0, title: '羽毛球馆 · 1 号场', venue: '安亭 C 楼' },
  })
  const { cancelUntil } = expectData(
    await by<{ cancelUntil: number }>(second, 'booking.openPlace', { placeId: booked.placeId }),
  )
  expect(cancelUntil).toBe(TOMORROW_18 - 10 * HOUR_MS)
  expect(await balanceOf(cloud, second)).toBe(100)
  expect(await wrongWith(cloud, slotSession(unitId))).toEqual([])
})

test('a lesson is booked by the rules of now, and given up by those that it was booked by', async () => {
  const { courseId, keeper } = await newGym(cloud)
  const [first, second] = [await newBuyer(cloud, 100), await newBuyer(cloud, 100)]
  const early = await bookedSlot(cloud, first, courseId)
  await changeCourse(keeper, courseId, { deposit: 50, noticeMinutes: 0, cancelMinutes: 720 })
  const unseen = { subjectId: courseId, slotAt: TOMORROW_18, depositSeen: DEPOSIT, queues: false }
  const refused = await by(second, 'booking.bookFacility', unseen)
  expectError('booking.bookFacility', refused, 'BOOKING_DEPOSIT_CHANGED')
  const late = await bookedSlot(cloud, second, courseId)
  expect(late.balance).toBe(50)
  await tendLater(cloud)
  await at(cloud, TOMORROW_18 - 3 * HOUR_MS, async () => {
    const stays = await by(second, 'booking.leave', { placeId: late.placeId })
    expectError('booking.leave', stays, 'BOOKING_TOO_LATE')
    const left = await by(first, 'booking.leave', { placeId: early.placeId })
    expect(expectData(left)).toMatchObject({ refunded: DEPOSIT })
  })
  // A minute before it begins: the rule that it was opened by took nobody any more.
  await at(cloud, TOMORROW_18 - MINUTE_MS, async () => {
    expect((await bookSlot(cloud, await newBuyer(cloud, 100), courseId)).ok).toBe(true)
  })
  expect(await wrongWith(cloud, slotSession(courseId))).toEqual([])
})

test('whoever is moved gives the lesson up with their deposit until it begins', async () => {
  const { courseId, keeper } = await newGym(cloud)
  const [first, second] = [await newBuyer(cloud, 100), await newBuyer(cloud, 100)]
  const { placeId } = await bookedSlot(cloud, first, courseId)
  const { placeId: kept } = await bookedSlot(cloud, second, courseId)
  const startsAt = NOW + HOUR_MS
  const change = { lessonAt: TOMORROW_18, startsAt, room: '三楼操房', coach: '林可', why: '单车房检修' }
  expectData(await by(keeper, 'booking.changeLesson', { courseId, ...change }))
  await tendLater(cloud)
  expect(expectData(await by(first, 'booking.openPlace', { placeId }))).toMatchObject({
    cancelUntil: startsAt,
  })
  await at(cloud, startsAt - MINUTE_MS, async () => {
    const left = await by(first, 'booking.leave', { placeId })
    expect(expectData(left)).toMatchObject({ refunded: DEPOSIT })
  })
  await at(cloud, startsAt, async () => {
    const stays = await by(second, 'booking.leave', { placeId: kept })
    expectError('booking.leave', stays, 'BOOKING_TOO_LATE')
  })
  expect(await balanceOf(cloud, first)).toBe(100)
  expect(await wrongWith(cloud, slotSession(courseId))).toEqual([])
})

test('whoever waits is held a seat for the deposit that they were told of', async () => {
  const { courseId, keeper } = await newGym(cloud, { course: { seats: 1 } })
  const [first, waiter] = [await newBuyer(cloud, 100), await newBuyer(cloud, 100)]
  const { placeId } = await bookedSlot(cloud, first, courseId)
  const { placeId: waiting } = await bookedSlot(cloud, waiter, courseId)
  await changeCourse(keeper, courseId, { deposit: 60 }, 1)
  await tendLater(cloud)
  const later = await newGuest(cloud)
  await at(cloud, NOW + MINUTE_MS, () => bookedSlot(cloud, later, courseId))
  expectData(await by(first, 'booking.leave', { placeId }))
  expect(expectData(await by(waiter, 'booking.openPlace', { placeId: waiting }))).toMatchObject({
    ...{ place: { state: 'offered' }, fee: DEPOSIT },
  })
  const accepted = await by(waiter, 'booking.acceptOffer', { placeId: waiting })
  expect(expectData(accepted)).toMatchObject({ state: 'confirmed', balance: 100 - DEPOSIT })
  expect(await wrongWith(cloud, slotSession(courseId))).toEqual([])
})
