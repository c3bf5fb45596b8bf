import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import { inState, NOW, newGuest, sessionIn, tendLater } from '../../support/bookingWorld'
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
import { people, type TestPerson } from '../../support/people'
import { noticesTo } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startFacilityCloud()
})
afterAll(() => cloud.close())

const by = <T = Record<string, unknown>>(who: TestPerson, name: string, input: object = {}) =>
  cloud.call<T>(who.openid, name, input)
const judge = (mode: 'risky' | 'fail') =>
  cloud.fault({ openapi: { api: 'security.msgSecCheck', mode, times: 1 } })
const free = { rules: { ...courseOf('none').rules, deposit: 0, weekMax: 9 } }
const minute = { fromAt: TOMORROW_18, untilAt: TOMORROW_18 + HOUR_MS, reason: '空调检修' }
const changed = {
  lessonAt: TOMORROW_18,
  startsAt: TOMORROW_18 + HOUR_MS,
  room: '三楼操房',
  coach: '林可',
  why: '单车房检修',
}

describe('a lesson', () => {
  test('that is moved takes those who have booked it along, and tells them', async () => {
    const { courseId, keeper } = await newGym(cloud, { course: free })
    const guest = await newGuest(cloud)
    const { placeId } = await bookedSlot(cloud, guest, courseId)
    expectData(await by(keeper, 'booking.changeLesson', { courseId, ...changed }))
    await tendLater(cloud)
    expect(await placeOf(cloud, placeId)).toMatchObject({
      state: 'confirmed',
      startsAt: TOMORROW_18 + HOUR_MS,
      venue: '三楼操房 · 教练 林可',
    })
    expect(await noticesTo(cloud, guest)).toHaveLength(1)
    const later = await bookedSlot(cloud, await newGuest(cloud), courseId)
    expect((await placeOf(cloud, later.placeId)).startsAt).toBe(TOMORROW_18 + HOUR_MS)
    expect(await wrongWith(cloud, slotSession(courseId))).toEqual([])
  })

  test('that is called off gives every deposit back once, and says why', async () => {
    const { gymId, courseId, keeper } = await newGym(cloud, { course: { seats: 1 } })
    const [guest, waiter] = [await newBuyer(cloud, 100), await newBuyer(cloud, 100)]
    await bookedSlot(cloud, guest, courseId)
    await bookedSlot(cloud, waiter, courseId)
    const input = { facilityId: gymId, subjectIds: [courseId], ...minute }
    expectData(await by(keeper, 'booking.closeFacility', input))
    const refused = await bookSlot(cloud, await newGuest(cloud), courseId)
    expectError('booking.bookFacility', refused, 'BOOKING_SLOT_CLOSED')
    await tendLater(cloud)
    await tendLater(cloud, NOW + 5 * 60_000)
    await cloud.clock(new Date(NOW).toISOString())
    expect(await inState(cloud, slotSession(courseId), 'calledOff')).toHaveLength(2)
    expect([await balanceOf(cloud, guest), await balanceOf(cloud, waiter)]).toEqual([100, 100])
    const [notice] = await noticesTo(cloud, guest)
    expect(notice).toMatchObject({ title: '取消了：动感单车 · 11 月 25 日 18:00' })
    expect(await wrongWith(cloud, slotSession(courseId))).toEqual([])
  })

  test('of a timetable that changed stands as it was booked, and the answer says for how many', async () => {
    const { gymId, courseId, keeper } = await newGym(cloud, { course: free })
    await bookedSlot(cloud, await newGuest(cloud), courseId)
    const lessons = [{ weekday: 5, fromMinute: 720 }]
    const form = courseForm(gymId, courseId, { lessons, ...free })
    expect(expectData(await by(keeper, 'booking.saveCourse', form))).toMatchObject({ outside: 1 })
    const made = { ...courseForm(gymId, courseId, { name: '拳击' }), courseId: undefined }
    expectData(await by(keeper, 'booking.saveCourse', made))
    const opened = expectData(
      await by<{ courses: { name: string; lessons: object[] }[] }>(keeper, 'booking.openFacilityForm', {
        facilityId: gymId,
      }),
    )
    expect(opened.courses.map(({ name }) => name)).toEqual(['动感单车', '拳击'])
    expect(opened.courses[0]?.lessons).toEqual(lessons)
  })
})

test('a court that is closed and opened again is another session', async () => {
  const { venueId, unitId, keeper } = await newVenue(cloud)
  await bookedSlot(cloud, await newGuest(cloud), unitId)
  const closed = expectData(
    await by<{ closureIds: string[] }>(keeper, 'booking.closeFacility', { facilityId: venueId, ...minute }),
  )
  expect(closed.closureIds).toHaveLength(2)
  await tendLater(cloud)
  for (const closureId of closed.closureIds) {
    expectData(await by(keeper, 'booking.reopenFacility', { closureId }))
    const again = await by(keeper, 'booking.reopenFacility', { closureId })
    expectError('booking.reopenFacility', again, 'BOOKING_CLOSURE_OVER')
  }
  const { placeId } = await bookedSlot(cloud, await newGuest(cloud), unitId)
  expect(placeId.startsWith(`${slotSession(unitId)}.2:`)).toBe(true)
  const none = await by(keeper, 'booking.reopenFacility', { closureId: 'none' })
  expectError('booking.reopenFacility', none, 'BOOKING_CLOSURE_MISSING')
})

test('who waits stands below those who have a seat, in the order of the queue', async () => {
  const { gymId, courseId, keeper } = await newGym(cloud, { course: { seats: 1 } })
  const guests = [await newBuyer(cloud, 100), await newBuyer(cloud, 100), await newBuyer(cloud, 100)]
  // The last by number is the first who waits.
  const inTurn = [...guests].reverse()
  const booked = []
  for (const [turn, guest] of inTurn.entries())
    booked.push(await at(cloud, NOW + turn * 1_000, () => bookedSlot(cloud, guest, courseId)))
  const day = { facilityId: gymId, on: '2026-11-25' }
  const { participants } = expectData(
    await by<{ participants: { placeId: string }[] }>(keeper, 'booking.openFacilityDesk', day),
  )
  expect(participants.map(({ placeId }) => placeId)).toEqual(booked.map(({ placeId }) => placeId))
})

test('the desk lists the day, lets people in by code and by tap, and the door by its own code', async () => {
  const { gymId, courseId, keeper } = await newGym(cloud, { gym: { doorCode: 'ABCDEFGHJKMNPQRS' } })
  const guests = [await newBuyer(cloud, 100), await newBuyer(cloud, 100), await newBuyer(cloud, 100)]
  const booked = []
  for (const guest of guests) booked.push(await bookedSlot(cloud, guest, courseId))
  const [first, second, third] = booked.map(({ placeId }) => placeId) as [string, string, string]
  await at(cloud, TOMORROW_18, async () => {
    const { codes } = await placeOf(cloud, first)
    const scans = [codes[0], second, 'ZZZZZZZZZZZZZZZZ'].map(code => ({ code, scannedAt: TOMORROW_18 }))
    const { results } = expectData(
      await by<{ results: { outcome: string }[] }>(keeper, 'booking.checkInAtFacility', {
        facilityId: gymId,
        scans,
      }),
    )
    expect(results.map(({ outcome }) => outcome)).toEqual(['attended', 'attended', 'unknown'])
    const doorCode = 'ABCDEFGHJKMNPQRS'
    const door = { sessionId: slotSession(courseId), doorCode }
    expectData(await by(guests[2] as TestPerson, 'booking.checkInAtDoor', door))
    const day = { facilityId: gymId, on: '2026-11-25' }
    const desk = expectData(
      await by<{ attended: number; lessons: object[]; participants: object[] }>(
        keeper,
        'booking.openFacilityDesk',
        day,
      ),
    )
    expect(desk).toMatchObject({ attended: 3, expected: 3, doorCode })
    expect([desk.lessons.length, desk.participants.length]).toEqual([1, 3])
    for (const guest of guests) expect(await balanceOf(cloud, guest)).toBe(100)
  })
  await at(cloud, TOMORROW_18 + 14 * HOUR_MS, () => cloud.timer('booking', 'tend'))
  const days = { facilityId: gymId, fromOn: '2026-11-25', untilOn: '2026-11-25' }
  const { figures, bySubject } = expectData(
    await by<{ figures: { key: string; value: number }[]; bySubject: object[] }>(
      keeper,
      'booking.openFacilityFigures',
      days,
    ),
  )
  expect(Object.fromEntries(figures.map(({ key, value }) => [key, value]))).toEqual({
    ...{ attended: 3, bookings: 3, noShow: 0, fill: 3 / 20, sessions: 1 },
  })
  expect(bySubject).toEqual([{ subjectId: courseId, name: '动感单车', seats: 20, booked: 3, attended: 3 }])
  expect((await placeOf(cloud, third)).paid).toBe(0)
})

test('rules that are changed count for what is booked from then on, and stand in the audit', async () => {
  const { venueId, unitId, keeper } = await newVenue(cloud)
  const { week, onHolidays, followsExchange, rules } = venueOf(venueId)
  const absences = { absencesMax: 1, absencesWithinDays: 30, pauseDays: 7 }
  const venue = { week, onHolidays, followsExchange, rules: { ...rules, horizonDays: 2 }, atOnceMax: 2 }
  expectData(await by(keeper, 'booking.editFacility', { facilityId: venueId, absences, venue }))
  const far = await bookSlot(cloud, await newGuest(cloud), unitId, TOMORROW_18 + 2 * DAY_MS)
  expectError('booking.bookFacility', far, 'BOOKING_BEYOND_HORIZON')
  const receipts = await cloud.dump<{ audit?: { subject: string; before: object; after: object } }>(
    'platform_receipts',
  )
  const audit = receipts.find(one => one.audit?.subject === `booking_facilities/${venueId}`)?.audit
  expect(audit).toMatchObject({ before: { atOnceMax: 1 }, after: { absences, atOnceMax: 2 } })
})

test('whoever does not run it is told that there is none, and what makes no sense is refused', async () => {
  const { gymId, courseId, keeper } = await newGym(cloud, { course: free })
  const { venueId } = await newVenue(cloud)
  const other = people.fei
  const it = { facilityId: gymId }
  const scans = [{ code: '0000', scannedAt: NOW }]
  const days = { fromOn: '2026-11-24', untilOn: '2026-11-23' }
  const absences = { absencesMax: 1, absencesWithinDays: 30, pauseDays: 7 }
  const desk = await by(other, 'booking.openFacilityDesk', it)
  expectError('booking.openFacilityDesk', desk, 'BOOKING_FACILITY_MISSING')
  const scanned = await by(other, 'booking.checkInAtFacility', { ...it, scans })
  expectError('booking.checkInAtFacility', scanned, 'BOOKING_FACILITY_MISSING')
  const form = await by(other, 'booking.openFacilityForm', it)
  expectError('booking.openFacilityForm', form, 'BOOKING_FACILITY_MISSING')
  const edited = await by(other, 'booking.editFacility', { ...it, absences })
  expectError('booking.editFacility', edited, 'BOOKING_FACILITY_MISSING')
  const listed = await by(other, 'booking.listAbsences', it)
  expectError('booking.listAbsences', listed, 'BOOKING_FACILITY_MISSING')
  const figures = await by(other, 'booking.openFacilityFigures', { ...it, ...days })
  expectError('booking.openFacilityFigures', figures, 'BOOKING_FACILITY_MISSING')
  const noDays = await by(keeper, 'booking.openFacilityFigures', { ...it, ...days })
  expectError('booking.openFacilityFigures', noDays, 'BOOKING_DAYS_WRONG')
  const hours = await by(keeper, 'booking.editFacility', {
    ...{ ...it, absences },
    venue: { week: [], onHolidays: 'usual', followsExchange: false, rules: free.rules, atOnceMax: 1 },
  })
  expectError('booking.editFacility', hours, 'BOOKING_HOURS_WRONG')

  const close = (who: TestPerson, more: object = {}) =>
    by(who, 'booking.closeFacility', { ...it, ...minute, ...more })
  expectError('booking.closeFacility', await close(other), 'BOOKING_FACILITY_MISSING')
  const foreign = await close(keeper, { subjectIds: [`${venueId}.1`] })
  expectError('booking.closeFacility', foreign, 'BOOKING_FACILITY_MISSING')
  expectError('booking.closeFacility', await close(keeper, { untilAt: NOW - 1 }), 'BOOKING_TIMES_WRONG')
  await judge('risky')
  expectError('booking.closeFacility', await close(keeper), 'CONTENT_REJECTED')
  await judge('fail')
  expectError('booking.closeFacility', await close(keeper), 'CONTENT_CHECK_UNAVAILABLE')

  const change = (who: TestPerson, more: object = {}) =>
    by(who, 'booking.changeLesson', { courseId, ...changed, ...more })
  expectError('booking.changeLesson', await change(other), 'BOOKING_FACILITY_MISSING')
  const nowhere = await change(keeper, { lessonAt: TOMORROW_18 + 1 })
  expectError('booking.changeLesson', nowhere, 'BOOKING_SLOT_MISSING')
  expectError('booking.changeLesson', await change(keeper, { startsAt: NOW }), 'BOOKING_TIMES_WRONG')
  await judge('risky')
  expectError('booking.changeLesson', await change(keeper), 'CONTENT_REJECTED')
  await judge('fail')
  expectError('booking.changeLesson', await change(keeper), 'CONTENT_CHECK_UNAVAILABLE')

  const save = (who: TestPerson, more: object = {}) =>
    by(who, 'booking.saveCourse', courseForm(gymId, courseId, more))
  expectError('booking.saveCourse', await save(other), 'BOOKING_FACILITY_MISSING')
  for (const named of ['gym-of-others.spin', `${gymId}.none`])
    expectError('booking.saveCourse', await save(keeper, { courseId: named }), 'BOOKING_FACILITY_MISSING')
  const twice = [720, 730].map(fromMinute => ({ weekday: 1, fromMinute }))
  const overlapping = await save(keeper, { lessons: twice })
  expectError('booking.saveCourse', overlapping, 'BOOKING_TIMETABLE_WRONG')
  await judge('risky')
  expectError('booking.saveCourse', await save(keeper), 'CONTENT_REJECTED')
  await judge('fail')
  expectError('booking.saveCourse', await save(keeper), 'CONTENT_CHECK_UNAVAILABLE')
})

test('twenty who want the last ten seats of a class hold ten deposits', async () => {
  const { courseId } = await newGym(cloud, { course: { seats: 10 } })
  const guests = []
  for (let index = 0; index < 20; index += 1) guests.push(await newBuyer(cloud, 50))
  const replies = await Promise.all(guests.map(guest => bookSlot(cloud, guest, courseId)))
  expect(replies.every(({ ok }) => ok)).toBe(true)
  const balances = await Promise.all(guests.map(guest => balanceOf(cloud, guest)))
  expect(balances.filter(balance => balance === 50 - DEPOSIT)).toHaveLength(10)
  expect(await sessionIn(cloud, slotSession(courseId))).toMatchObject({ taken: 10 })
  expect(await wrongWith(cloud, slotSession(courseId))).toEqual([])
})
