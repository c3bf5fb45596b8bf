import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import { inState, NOW, newGuest, tendLater } from '../../support/bookingWorld'
import { uploadPicture } from '../../support/brandLife'
import { placeOf } from '../../support/centreWorld'
import { expectData, expectError } from '../../support/expectError'
import {
  bookedSlot,
  bookSlot,
  courseForm,
  courseOf,
  keeperOf,
  newGym,
  newVenue,
  slotSession,
  startFacilityCloud,
  venueOf,
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

describe('what there is to book', () => {
  const place = { name: '三号楼球馆', site: '上海', place: '嘉定 C 楼一层' }
  const added = (more: object = {}) => ({
    sort: 'badminton',
    slotMinutes: 60,
    isPrivate: false,
    advice: '请穿胶底鞋。',
    units: ['甲场', '乙场'],
    ...more,
  })

  test('is made in the app, gets its hours, and can be booked', async () => {
    const whole = await keeperOf(cloud)
    const coverFileId = await uploadPicture(cloud, 'hall')
    const input = { ...place, coverFileId, venue: added() }
    const { facilityId } = expectData(await by<{ facilityId: string }>(whole, 'booking.addFacility', input))
    const unit = `${facilityId}.1`
    const early = await bookSlot(cloud, await newGuest(cloud), unit)
    expectError('booking.bookFacility', early, 'BOOKING_SLOT_MISSING')
    const { week, onHolidays, followsExchange, rules } = venueOf(facilityId)
    const absences = { absencesMax: 3, absencesWithinDays: 60, pauseDays: 14 }
    const hours = { facilityId, absences, venue: { week, onHolidays, followsExchange, rules, atOnceMax: 1 } }
    expectData(await by(whole, 'booking.editFacility', hours))
    const { placeId } = await bookedSlot(cloud, await newGuest(cloud), unit)
    expect((await placeOf(cloud, placeId)).title).toBe('三号楼球馆 · 甲场')
    const { venues } = expectData(
      await by<{ venues: { facilityId: string; coverFileId: string; units: number }[] }>(
        people.lin,
        'booking.openVenues',
      ),
    )
    const card = venues.find(one => one.facilityId === facilityId)
    expect(card).toMatchObject({ ...place, units: 2 })
    // The upload is copied to where nobody can replace it.
    expect(card?.coverFileId).toContain('/pictures/')
    const gym = await by<{ facilityId: string }>(whole, 'booking.addFacility', {
      ...place,
      coverFileId: await uploadPicture(cloud, 'gym'),
    })
    const course = { ...courseForm(expectData(gym).facilityId, ''), courseId: undefined }
    expectData(await by(whole, 'booking.saveCourse', course))
    const receipts = await cloud.dump<{ audit?: { subject: string; after: object } }>('platform_receipts')
    const audits = receipts.filter(({ audit }) => audit?.subject === `booking_facilities/${facilityId}`)
    expect(audits.map(({ audit }) => audit?.after)).toContainEqual(expect.objectContaining(place))
  })

  test('gets another name and one more court, and a court that closes for good lets its bookings go', async () => {
    const { venueId, unitId, keeper } = await newVenue(cloud, {
      rules: { ...venueOf('x').rules, deposit: 30 },
    })
    const guest = await newBuyer(cloud, 100)
    await bookedSlot(cloud, guest, unitId)
    const describe = (venue: object) =>
      by(keeper, 'booking.describeFacility', { facilityId: venueId, ...place, venue })
    const units = [{ unitId, name: '中心场' }, { name: '3 号场' }]
    expectData(await describe({ advice: '', units }))
    const retire = (id: string) =>
      by(keeper, 'booking.retireUnit', { facilityId: venueId, unitId: id, reason: '改成了库房' })
    expectData(await retire(unitId))
    const refused = await bookSlot(cloud, await newGuest(cloud), unitId)
    expectError('booking.bookFacility', refused, 'BOOKING_FACILITY_MISSING')
    await tendLater(cloud)
    await tendLater(cloud, NOW + 5 * 60_000)
    await cloud.clock(new Date(NOW).toISOString())
    expect(await inState(cloud, slotSession(unitId), 'calledOff')).toHaveLength(1)
    expect(await balanceOf(cloud, guest)).toBe(100)
    expect((await noticesTo(cloud, guest))[0]).toMatchObject({ body: '改成了库房。30 沃币押金已经退回。' })
    const { venue } = expectData(
      await by<{ venue: { units: object[] } }>(people.lin, 'booking.openVenueDay', { facilityId: venueId }),
    )
    expect(venue.units).toEqual([
      { unitId: `${venueId}.2`, name: '2 号场' },
      { unitId: `${venueId}.3`, name: '3 号场' },
    ])
    const renamed = await describe({ advice: '', units: [{ unitId, name: '又来了' }] })
    expectError('booking.describeFacility', renamed, 'BOOKING_UNITS_WRONG')
    expectError('booking.retireUnit', await retire(unitId), 'BOOKING_FACILITY_MISSING')
    expectData(await retire(`${venueId}.2`))
    expectError('booking.retireUnit', await retire(`${venueId}.3`), 'BOOKING_UNIT_LAST')
  })

  test('loses a course for good: no more lessons, what was booked is called off, and nobody teaches it again', async () => {
    const { gymId, courseId, keeper } = await newGym(cloud)
    const guest = await newBuyer(cloud, 100)
    const { placeId } = await bookedSlot(cloud, guest, courseId)
    const retire = (who: TestPerson) =>
      by(who, 'booking.retireCourse', { facilityId: gymId, courseId, reason: '教练调走了' })
    expectError('booking.retireCourse', await retire(people.fei), 'BOOKING_FACILITY_MISSING')
    await judge('risky')
    expectError('booking.retireCourse', await retire(keeper), 'CONTENT_REJECTED')
    await judge('fail')
    expectError('booking.retireCourse', await retire(keeper), 'CONTENT_CHECK_UNAVAILABLE')
    expectData(await retire(keeper))
    expectError('booking.retireCourse', await retire(keeper), 'BOOKING_FACILITY_MISSING')
    const taught = await by(keeper, 'booking.saveCourse', courseForm(gymId, courseId))
    expectError('booking.saveCourse', taught, 'BOOKING_FACILITY_MISSING')
    const form = await by<{ courses: object[] }>(keeper, 'booking.openFacilityForm', { facilityId: gymId })
    expect(expectData(form).courses).toEqual([])
    await tendLater(cloud)
    await tendLater(cloud, NOW + 5 * 60_000)
    await cloud.clock(new Date(NOW).toISOString())
    expect((await placeOf(cloud, placeId)).state).toBe('calledOff')
    expect(await balanceOf(cloud, guest)).toBe(100)
    expect((await noticesTo(cloud, guest))[0]).toMatchObject({ body: expect.stringContaining('教练调走了') })
    const { lessons } = expectData(
      await by<{ lessons: object[] }>(people.lin, 'booking.openCourse', { courseId }),
    )
    expect(lessons).toEqual([])
  })

  test('that is closed for good is not opened again, and lets its bookings go', async () => {
    const { venueId, unitId, keeper } = await newVenue(cloud)
    const { placeId } = await bookedSlot(cloud, await newGuest(cloud), unitId)
    const input = { facilityId: venueId, unitId, reason: '改成了库房' }
    const { closureId } = expectData(await by<{ closureId: string }>(keeper, 'booking.retireUnit', input))
    const reopened = await by(keeper, 'booking.reopenFacility', { closureId })
    expectError('booking.reopenFacility', reopened, 'BOOKING_CLOSURE_MISSING')
    await tendLater(cloud)
    expect((await placeOf(cloud, placeId)).state).toBe('calledOff')
  })

  test('shows each of its courses, however many it has had, and teaches so many at a time', async () => {
    const { gymId, courseId, keeper } = await newGym(cloud)
    const formers = Array.from({ length: 100 }, (_, index) => ({
      ...courseOf(`${gymId}.former${index}`, { week: [], order: 100 + index }),
      retiredAt: NOW - 1,
    }))
    await cloud.engine.insertMany('booking_courses', formers)
    const form = { ...courseForm(gymId, courseId), courseId: undefined }
    const made = expectData(await by<{ courseId: string }>(keeper, 'booking.saveCourse', form))
    const week = { facilityId: gymId, weekOn: '2026-11-25' }
    const { lessons } = expectData(
      await by<{ lessons: { courseId: string }[] }>(people.lin, 'booking.openCourses', week),
    )
    expect(lessons.map(lesson => lesson.courseId)).toContain(made.courseId)
    const times = { fromAt: NOW, untilAt: NOW + DAY_MS, reason: '停电检修' }
    const closed = await by<{ closureIds: string[] }>(keeper, 'booking.closeFacility', {
      ...{ facilityId: gymId, ...times },
    })
    expect(expectData(closed).closureIds).toHaveLength(2)
    const others = Array.from({ length: 18 }, (_, index) => ({ ...courseOf(`${gymId}.other${index}`) }))
    await cloud.engine.insertMany('booking_courses', others)
    expectError('booking.saveCourse', await by(keeper, 'booking.saveCourse', form), 'BOOKING_COURSES_FULL')
    expectData(await by(keeper, 'booking.saveCourse', courseForm(gymId, courseId)))
  })

  test('is closed when it says so, however often it was closed and opened again', async () => {
    const { venueId, unitId, keeper } = await newVenue(cloud)
    const reopened = Array.from({ length: 200 }, (_, index) => ({
      ...{
        _id: `${venueId}-${index}`,
        centreId: `${venueId}.2`,
        state: 'cancelled',
        reason: '停电',
        by: 'x',
      },
      ...{ fromAt: NOW + index * HOUR_MS, untilAt: NOW + (index + 1) * HOUR_MS, at: NOW },
      ...{ moved: 0, calledOff: 0, spreading: false },
    }))
    await cloud.engine.insertMany('booking_closures', reopened)
    const times = { fromAt: NOW, untilAt: NOW + 60 * DAY_MS, reason: '翻新地板' }
    const input = { facilityId: venueId, subjectIds: [unitId], ...times }
    expectData(await by(keeper, 'booking.closeFacility', input))
    const refused = await bookSlot(cloud, await newGuest(cloud), unitId)
    expectError('booking.bookFacility', refused, 'BOOKING_SLOT_CLOSED')
    const day = { facilityId: venueId, on: '2026-11-25' }
    const { cells } = expectData(
      await by<{ cells: { unitId: string; state: string }[] }>(people.lin, 'booking.openVenueDay', day),
    )
    const states = cells.filter(cell => cell.unitId === unitId).map(({ state }) => state)
    expect(states).toEqual(['closed', 'closed', 'closed'])
  })

  test('is begun in a city of the roster by whoever runs all of it, also where there is nothing yet', async () => {
    const whole = await keeperOf(cloud)
    const { venueId, keeper } = await newVenue(cloud)
    const begun = await by<{ sites: string[]; site: string }>(whole, 'booking.openNewFacility')
    const { sites, site } = expectData(begun)
    expect(sites).toContain(site)
    const { sites: known } = expectData(
      await by<{ sites: string[] }>(keeper, 'booking.openFacilityForm', { facilityId: venueId }),
    )
    expect(known).toEqual(sites)
    const scoped = await by(keeper, 'booking.openNewFacility')
    expectError('booking.openNewFacility', scoped, 'BOOKING_FACILITY_NOT_YOURS')
  })

  test('is made by whoever runs all of it, changed by whoever runs it, and its words and picture are looked at', async () => {
    const whole = await keeperOf(cloud)
    const { venueId, unitId, keeper } = await newVenue(cloud)
    const coverFileId = await uploadPicture(cloud, 'wrong')
    const add = (who: TestPerson, more: object = {}) =>
      by(who, 'booking.addFacility', { ...place, coverFileId, venue: added(), ...more })
    const kept = { advice: '', units: [] }
    const describe = (who: TestPerson, more: object = {}) =>
      by(who, 'booking.describeFacility', { facilityId: venueId, ...place, venue: kept, ...more })
    const retire = (who: TestPerson) =>
      by(who, 'booking.retireUnit', { facilityId: venueId, unitId, reason: '改成了库房' })
    expectError('booking.addFacility', await add(keeper), 'BOOKING_FACILITY_NOT_YOURS')
    const twice = await add(whole, { venue: added({ units: ['甲场', '甲场'] }) })
    expectError('booking.addFacility', twice, 'BOOKING_UNITS_WRONG')
    expectError('booking.describeFacility', await describe(people.fei), 'BOOKING_FACILITY_MISSING')
    expectError('booking.retireUnit', await retire(people.fei), 'BOOKING_FACILITY_MISSING')
    const script = { coverFileId: await uploadPicture(cloud, 'script', '<svg onload="alert(1)"/>') }
    const nowhere = { coverFileId: `${coverFileId}.none` }
    expectError('booking.addFacility', await add(whole, script), 'BOOKING_PICTURE_UNFIT')
    expectError('booking.addFacility', await add(whole, nowhere), 'BOOKING_PICTURE_MISSING')
    expectError('booking.describeFacility', await describe(keeper, script), 'BOOKING_PICTURE_UNFIT')
    expectError('booking.describeFacility', await describe(keeper, nowhere), 'BOOKING_PICTURE_MISSING')
    await judge('risky')
    expectError('booking.addFacility', await add(whole), 'CONTENT_REJECTED')
    await judge('risky')
    expectError('booking.describeFacility', await describe(keeper), 'CONTENT_REJECTED')
    await judge('risky')
    expectError('booking.retireUnit', await retire(keeper), 'CONTENT_REJECTED')
    await judge('fail')
    expectError('booking.addFacility', await add(whole), 'CONTENT_CHECK_UNAVAILABLE')
    await judge('fail')
    expectError('booking.describeFacility', await describe(keeper), 'CONTENT_CHECK_UNAVAILABLE')
    await judge('fail')
    expectError('booking.retireUnit', await retire(keeper), 'CONTENT_CHECK_UNAVAILABLE')
  })
})
