import { weekOf } from '@domain/booking/facility'
import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import { again } from '../../support/again'
import { inState, NOW, newGuest, newGuests, sessionIn } from '../../support/bookingWorld'
import { at, placeOf } from '../../support/centreWorld'
import { expectData, expectError } from '../../support/expectError'
import {
  bookedSlot,
  bookSlot,
  DEPOSIT,
  keeperOf,
  newCourse,
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

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startFacilityCloud()
})
afterAll(() => cloud.close())

const by = <T = Record<string, unknown>>(who: TestPerson, name: string, input: object = {}) =>
  cloud.call<T>(who.openid, name, input)
const free = { rules: { noticeMinutes: 15, horizonDays: 7, weekMax: 5, cancelMinutes: 120, deposit: 0 } }

interface Shown {
  startsAt: number
  lessonAt: number
  unitId: string
  state: string
  left: number
  waiting: number
  mine: { placeId: string; state: string } | null
}

describe('a court', () => {
  test('that twenty book in the same millisecond is one booking, and nineteen wait', async () => {
    const { unitId } = await newVenue(cloud)
    const guests = await newGuests(cloud, 20)
    const replies = await Promise.all(
      guests.map(async guest => {
        const go = () => bookSlot(cloud, guest, unitId, TOMORROW_18, `court-${guest.employeeId}`)
        return expectData(await again(go))
      }),
    )
    expect(replies.filter(({ state }) => state === 'confirmed')).toHaveLength(1)
    expect(await inState(cloud, slotSession(unitId), 'waiting')).toHaveLength(19)
    expect(await sessionIn(cloud, slotSession(unitId))).toMatchObject({ taken: 1, capacity: 1 })
    expect(await wrongWith(cloud, slotSession(unitId))).toEqual([])
  })

  test('shows what is taken and how many wait, and never who', async () => {
    const { venueId, unitId } = await newVenue(cloud)
    const [first, second] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
    await bookedSlot(cloud, first, unitId)
    await bookedSlot(cloud, second, unitId)
    const input = { facilityId: venueId, on: '2026-11-25' }
    const reply = await by<{ cells: Shown[]; days: { left: number }[] }>(
      people.lin,
      'booking.openVenueDay',
      input,
    )
    const { cells, days } = expectData(reply)
    expect(cells.find(cell => cell.unitId === unitId && cell.startsAt === TOMORROW_18)).toMatchObject({
      ...{ state: 'full', waiting: 1, mine: null },
    })
    expect(cells.filter(({ state }) => state === 'free')).toHaveLength(5)
    expect(days.map(({ left }) => left).slice(0, 3)).toEqual([6, 5, 6])
    expect(JSON.stringify(reply)).not.toContain(first.employeeId)
    const own = expectData(await by<{ cells: Shown[] }>(first, 'booking.openVenueDay', input))
    expect(own.cells.find(({ mine }) => mine !== null)).toMatchObject({
      unitId,
      mine: { state: 'confirmed' },
    })
  })

  test('that is given up is offered to whoever waits, and held', async () => {
    const { unitId } = await newVenue(cloud)
    const [first, second] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
    const { placeId } = await bookedSlot(cloud, first, unitId)
    const waiting = await bookedSlot(cloud, second, unitId)
    expect(waiting.state).toBe('waiting')
    expectData(await by(first, 'booking.leave', { placeId }))
    expect(await placeOf(cloud, waiting.placeId)).toMatchObject({
      state: 'offered',
      offerExpiresAt:
        TOMORROW_18 - 2 * HOUR_MS > NOW + 12 * HOUR_MS ? NOW + 12 * HOUR_MS : expect.any(Number),
    })
    expectData(await by(second, 'booking.acceptOffer', { placeId: waiting.placeId }))
    expect(await wrongWith(cloud, slotSession(unitId))).toEqual([])
  })

  test('that is taken is queued for only until the deadline for giving it up', async () => {
    const { unitId } = await newVenue(cloud)
    const [first, late] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
    await bookedSlot(cloud, first, unitId)
    await at(cloud, TOMORROW_18 - HOUR_MS, async () =>
      expectError('booking.bookFacility', await bookSlot(cloud, late, unitId), 'BOOKING_FULL'),
    )
  })

  test('is booked by one person only so often a week, also when they are many tries at once', async () => {
    const { venueId } = await newVenue(cloud, { rules: { ...free.rules, weekMax: 2 } })
    const guest = await newGuest(cloud)
    const slots = [0, 1, 2].flatMap(hour => [1, 2].map(unit => ({ unit, at: TOMORROW_18 + hour * HOUR_MS })))
    const replies = await Promise.all(
      slots.map(({ unit, at: slotAt }) => bookSlot(cloud, guest, `${venueId}.${unit}`, slotAt)),
    )
    expect(replies.filter(({ ok }) => ok).length).toBeLessThanOrEqual(2)
    const next = TOMORROW_18 + 6 * DAY_MS
    expect((await bookSlot(cloud, guest, `${venueId}.1`, next)).ok).toBe(true)
  })
})

test('a venue that is booked out shows no hour as free, however many hours it has', async () => {
  const venueId = 'venue-busy'
  const units = Array.from({ length: 20 }, (_, at) => ({
    unitId: `${venueId}.${at + 1}`,
    name: `${at + 1} 号场`,
  }))
  const week = [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, fromMinute: 480, untilMinute: 1_200 }))
  await cloud.engine.insertMany('booking_facilities', [{ ...venueOf(venueId, { units, week, order: 99 }) }])
  const { unitId } = await newVenue(cloud)
  const guest = await newGuest(cloud)
  const booked = await bookedSlot(cloud, guest, unitId)
  const model = await sessionIn(cloud, slotSession(unitId))
  const hours = Array.from({ length: 9 * 24 }, (_, hour) => TOMORROW_18 + (hour - 42) * HOUR_MS)
  const taken = units.flatMap(({ unitId: subjectId }) =>
    hours.map(startsAt => ({ ...model, _id: slotSession(subjectId, startsAt), subjectId, startsAt })),
  )
  await cloud.engine.insertMany('booking_sessions', taken)
  const reply = await by<{ cells: Shown[]; days: { left: number }[] }>(guest, 'booking.openVenueDay', {
    ...{ facilityId: venueId, on: '2026-11-25' },
  })
  const { cells, days } = expectData(reply)
  expect(cells.map(({ state }) => state)).toEqual(Array(20 * 12).fill('full'))
  expect(days.map(({ left }) => left)).toEqual(Array(8).fill(0))

  const sessionId = slotSession(`${venueId}.20`)
  const held = await placeOf(cloud, booked.placeId)
  const last = { ...held, _id: `${sessionId}:${guest.employeeId}`, sessionId, codes: ['LAST-CODE', '4711'] }
  await cloud.engine.insertMany('booking_places', [last])
  const keeper = await keeperOf(cloud, venueId)
  await at(cloud, TOMORROW_18, async () => {
    const scans = [{ code: 'LAST-CODE', scannedAt: TOMORROW_18 }]
    const entered = await by(keeper, 'booking.checkInAtFacility', { facilityId: venueId, scans })
    expect(expectData(entered)).toMatchObject({ results: [{ outcome: 'attended' }] })
  })
})

test('whoever waited and got no court has their week again', async () => {
  const { unitId } = await newVenue(cloud, { rules: { ...free.rules, weekMax: 1 } })
  const [first, second] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
  await bookedSlot(cloud, first, unitId)
  expect((await bookedSlot(cloud, second, unitId)).state).toBe('waiting')
  const { cancelUntil } = await sessionIn(cloud, slotSession(unitId))
  await at(cloud, cancelUntil, async () => {
    for (let run = 0; run < 2; run += 1) await cloud.timer('booking', 'tend')
    expect(await inState(cloud, slotSession(unitId), 'unseated')).toHaveLength(1)
    expect((await bookedSlot(cloud, second, unitId, TOMORROW_18 + DAY_MS)).state).toBe('confirmed')
    const again = await bookSlot(cloud, first, unitId, TOMORROW_18 + DAY_MS)
    expectError('booking.bookFacility', again, 'BOOKING_WEEK_FULL')
  })
})

describe('a lesson', () => {
  test('stands in the week with what is left, and holds a deposit of whoever books it', async () => {
    const { gymId, courseId } = await newGym(cloud)
    const guest = await newBuyer(cloud, 100)
    const booked = await bookedSlot(cloud, guest, courseId)
    expect(booked).toMatchObject({ state: 'confirmed', balance: 100 - DEPOSIT })
    const week = expectData(
      await by<{ lessons: Shown[]; held: number; next: { placeId: string } }>(guest, 'booking.openCourses', {
        facilityId: gymId,
      }),
    )
    expect(week.lessons).toHaveLength(7)
    expect(week.lessons.map(({ state }) => state)).toEqual(['over', ...Array(6).fill('free')])
    expect(week.lessons.find(({ lessonAt }) => lessonAt === TOMORROW_18)).toMatchObject({
      ...{ left: 19, mine: { placeId: booked.placeId, state: 'confirmed' } },
    })
    expect(week).toMatchObject({ held: DEPOSIT, next: { placeId: booked.placeId } })
    const later = { facilityId: gymId, weekOn: '2026-12-02' }
    const { lessons } = expectData(await by<{ lessons: Shown[] }>(guest, 'booking.openCourses', later))
    expect(lessons.map(({ state }) => state)).toEqual(['free', 'free', ...Array(5).fill('later')])
    expect(await wrongWith(cloud, slotSession(courseId))).toEqual([])
  })

  test('is none on a public holiday, and is on the weekend that is worked for it', async () => {
    const { gymId } = await newGym(cloud, {
      course: { week: [1, 2, 3, 4, 5].map(weekday => ({ weekday, fromMinute: 1_080, untilMinute: 1_140 })) },
    })
    // National Day 2026 is a Thursday; Saturday 10 October is worked in exchange.
    const daysOf = async (weekOn: string) => {
      const input = { facilityId: gymId, weekOn }
      const { lessons } = expectData(await by<{ lessons: Shown[] }>(people.lin, 'booking.openCourses', input))
      return lessons.map(({ startsAt }) => new Date(startsAt).toISOString().slice(5, 10))
    }
    expect(await daysOf('2026-09-28')).toEqual(['09-28', '09-29', '09-30'])
    expect(await daysOf('2026-10-05')).toEqual(['10-08', '10-09', '10-10'])
  })

  test('opens with its page: its next lessons, its rules and what one has', async () => {
    const courseId = await newCourse(cloud)
    const guest = await newBuyer(cloud, 50)
    const opened = expectData(
      await by<{ lessons: Shown[]; balance: number; rules: object }>(guest, 'booking.openCourse', {
        courseId,
      }),
    )
    expect(opened.lessons).toHaveLength(8)
    expect(opened).toMatchObject({ balance: 50, rules: { deposit: DEPOSIT, weekMax: 3 } })
  })

  test('stands in my calendar with everything else', async () => {
    const courseId = await newCourse(cloud, free)
    const guest = await newGuest(cloud)
    const { placeId } = await bookedSlot(cloud, guest, courseId)
    const month = (name: string) =>
      by<{ places: { placeId: string }[] }>(guest, 'booking.openCalendar', { month: name })
    expect(expectData(await month('2026-11')).places).toMatchObject([{ placeId, kind: 'course' }])
    expect(expectData(await month('2026-12')).places).toEqual([])
  })
})

test('a booking is refused by the rules', async () => {
  const { courseId, gymId } = await newGym(cloud, { course: { rules: { ...free.rules, weekMax: 1 } } })
  const guest = await newGuest(cloud)
  const to = (subjectId: string, slotAt?: number) => bookSlot(cloud, guest, subjectId, slotAt)
  expectError('booking.bookFacility', await to('nowhere.1'), 'BOOKING_FACILITY_MISSING')
  expectError('booking.bookFacility', await to(`${gymId}.none`), 'BOOKING_FACILITY_MISSING')
  expectError('booking.bookFacility', await to(courseId, TOMORROW_18 + 1), 'BOOKING_SLOT_MISSING')
  const far = TOMORROW_18 + 7 * DAY_MS
  expectError('booking.bookFacility', await to(courseId, far), 'BOOKING_BEYOND_HORIZON')
  await at(cloud, TOMORROW_18 - 60_000, async () =>
    expectError('booking.bookFacility', await to(courseId), 'BOOKING_NOTICE_TOO_SHORT'),
  )
  await bookedSlot(cloud, guest, courseId)
  expectError('booking.bookFacility', await to(courseId), 'BOOKING_ALREADY_IN')
  expectError('booking.bookFacility', await to(courseId, TOMORROW_18 + DAY_MS), 'BOOKING_WEEK_FULL')
  const opened = await by<{ fullWeeks: string[]; plans: object[] }>(guest, 'booking.openCourse', { courseId })
  expect(expectData(opened)).toMatchObject({
    fullWeeks: [weekOf(TOMORROW_18)],
    plans: [{ startsAt: TOMORROW_18 }],
  })
  expectError(
    'booking.openCourse',
    await by(guest, 'booking.openCourse', { courseId: 'no.ne' }),
    'BOOKING_FACILITY_MISSING',
  )
  const none = { facilityId: 'none' }
  expectError('booking.openCourses', await by(guest, 'booking.openCourses', none), 'BOOKING_FACILITY_MISSING')
  expectError(
    'booking.openVenueDay',
    await by(guest, 'booking.openVenueDay', none),
    'BOOKING_FACILITY_MISSING',
  )
})

test('who has too few coins for the deposit books nothing and keeps nobody out', async () => {
  const courseId = await newCourse(cloud, { seats: 1 })
  const poor = await newBuyer(cloud, 25)
  expectError('booking.bookFacility', await bookSlot(cloud, poor, courseId), 'COIN_NOT_ENOUGH')
  expect(await balanceOf(cloud, poor)).toBe(25)
  expect(await sessionIn(cloud, slotSession(courseId))).toMatchObject({ taken: 0, reservations: [] })
  const rich = await newBuyer(cloud, 100)
  const once = { subjectId: courseId, slotAt: TOMORROW_18, depositSeen: DEPOSIT, queues: false }
  expectData(await cloud.call(rich.openid, 'booking.bookFacility', once))
})
