import { auditDeposits } from '@domain/booking/depositAudit'
import { facilityIdOf } from '@domain/booking/facility'
import type { Entry } from '@domain/coin/entry'
import { HOUR_MS } from '@domain/kernel/time'
import type {
  CourseDocument,
  GymDocument,
  VenueDocument,
} from '../../cloudfunctions/booking/facilityDocuments'
import type { PlaceDocument } from '../../cloudfunctions/booking/store'
import { BOOKING_CLOCK, wrongIn } from './bookingWorld'
import { at } from './centreWorld'
import { expectData } from './expectError'
import { startTestCloud, type TestCloud, type TestCloudOptions } from './localCloud'
import { facilityIds, insertPeople, people, type TestPerson } from './people'

/** Wednesday 25 November 2026, the day after `BOOKING_CLOCK`. */
export const TOMORROW_18 = Date.parse('2026-11-25T18:00:00+08:00')
export const DEPOSIT = 30

const HOUR = 60
const DAYS = [1, 2, 3, 4, 5, 6, 7]
const rules = { noticeMinutes: 15, horizonDays: 7, weekMax: 3, cancelMinutes: 120, deposit: DEPOSIT }
const absences = { absencesMax: 3, absencesWithinDays: 60, pauseDays: 14 }
const hours = (fromMinute: number, untilMinute: number) => ({
  week: DAYS.map(weekday => ({ weekday, fromMinute, untilMinute })),
  onHolidays: 'closed' as const,
  followsExchange: true,
  specialDays: [],
  slotMinutes: HOUR,
})
const shared = {
  site: '上海',
  place: '嘉定 B 楼',
  coverFileId: 'cloud://test/covers/gym.png',
  absences,
  doorCode: '0123456789ABCDEF',
  openedOn: '2026-01-01',
}

export function gymOf(_id: string, more: Partial<GymDocument> = {}): GymDocument {
  return { _id, kind: 'gym', name: '上海健身房', order: 1, ...shared, ...more }
}

/** Every day from 18:00 to 19:00. */
export function courseOf(_id: string, more: Partial<CourseDocument> = {}): CourseDocument {
  return {
    _id,
    facilityId: _id.split('.')[0] ?? _id,
    name: '动感单车',
    level: 'medium',
    intro: '跟着音乐骑。',
    coach: '郭跃',
    room: '二楼单车房',
    coverFileId: 'cloud://test/covers/spin.png',
    seats: 20,
    rules,
    ...hours(18 * HOUR, 19 * HOUR),
    changes: [],
    order: 1,
    spreading: false,
    changedAt: 0,
    ...more,
  }
}

/** Two courts, every day from 18:00 to 21:00. */
export function venueOf(_id: string, more: Partial<VenueDocument> = {}): VenueDocument {
  return {
    _id,
    kind: 'venue',
    name: '羽毛球场',
    order: 2,
    sort: 'badminton',
    units: [1, 2].map(number => ({ unitId: `${_id}.${number}`, name: `${number} 号场` })),
    isPrivate: false,
    advice: '请穿胶底鞋。',
    rules: { ...rules, deposit: 0 },
    ...shared,
    ...hours(18 * HOUR, 21 * HOUR),
    ...more,
  }
}

/** The gym with one course, the courts and the nursing room in Shanghai, all run by Fei. */
export async function startFacilityCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const cloud = await startTestCloud({ clock: BOOKING_CLOCK, ...options })
  await insertPeople(cloud.engine)
  const nursing = { name: '母婴室', sort: 'nursing' as const, isPrivate: true, order: 3 }
  await cloud.engine.insertMany('booking_facilities', [
    { ...gymOf(facilityIds.gym) },
    { ...venueOf(facilityIds.courts) },
    { ...venueOf(facilityIds.nursing, nursing) },
  ])
  await cloud.engine.insertMany('booking_courses', [{ ...courseOf(`${facilityIds.gym}.spin`) }])
  return cloud
}

let made = 0

/** A course of the gym of its own, so that the tests of a file can share one cloud. */
export async function newCourse(cloud: TestCloud, more: Partial<CourseDocument> = {}): Promise<string> {
  made += 1
  const course = courseOf(`${facilityIds.gym}.test${made}`, { order: 10 + made, ...more })
  await cloud.engine.insertMany('booking_courses', [{ ...course }])
  return course._id
}

/** A gym of its own with one course, for what counts in a whole gym, and who runs it. */
export async function newGym(
  cloud: TestCloud,
  more: { gym?: Partial<GymDocument>; course?: Partial<CourseDocument> } = {},
): Promise<{ gymId: string; courseId: string; keeper: TestPerson }> {
  made += 1
  const gymId = `gym-test-${made}`
  const courseId = `${gymId}.spin`
  await cloud.engine.insertMany('booking_facilities', [
    { ...gymOf(gymId, { order: 10 + made, ...more.gym }) },
  ])
  await cloud.engine.insertMany('booking_courses', [{ ...courseOf(courseId, more.course) }])
  return { gymId, courseId, keeper: await keeperOf(cloud, gymId) }
}

/** Courts of their own, and who runs them. */
export async function newVenue(
  cloud: TestCloud,
  more: Partial<VenueDocument> = {},
): Promise<{ venueId: string; unitId: string; keeper: TestPerson }> {
  made += 1
  const venueId = `venue-test-${made}`
  await cloud.engine.insertMany('booking_facilities', [
    { ...venueOf(venueId, { order: 10 + made, ...more }) },
  ])
  return { venueId, unitId: `${venueId}.1`, keeper: await keeperOf(cloud, venueId) }
}

/** Who runs one facility, or without one all of them. */
export async function keeperOf(cloud: TestCloud, facilityId?: string): Promise<TestPerson> {
  made += 1
  const number = String(made).padStart(4, '0')
  const keeper: TestPerson = {
    ...people.fei,
    employeeId: `VC75${number}`,
    openid: `wx-keeper-${made}`,
    phone: `1360000${number}`,
    grants: [{ role: 'facilityManager', ...(facilityId === undefined ? {} : { scopeId: facilityId }) }],
  }
  await insertPeople(cloud.engine, [keeper])
  return keeper
}

/** What a form sends for the course as it is. */
export function courseForm(facilityId: string, courseId: string, more: object = {}) {
  const { name, level, coach, room, intro, seats, slotMinutes, week, rules: own } = courseOf(courseId)
  return {
    ...{ facilityId, courseId, name, level, coach, room, intro, seats, rules: own },
    minutes: slotMinutes,
    lessons: week.map(({ weekday, fromMinute }) => ({ weekday, fromMinute })),
    onHolidays: 'closed',
    followsExchange: true,
    ...more,
  }
}

export interface BookedSlot {
  placeId: string
  state: 'confirmed' | 'waiting'
  balance: number | null
}

/** What a page says is held of whoever books it. */
async function depositOf(cloud: TestCloud, subjectId: string): Promise<number> {
  const courses = await cloud.dump<CourseDocument>('booking_courses')
  const venues = await cloud.dump<VenueDocument>('booking_facilities')
  const ruled = [...courses, ...venues].find(
    ({ _id }) => _id === subjectId || _id === facilityIdOf(subjectId),
  )
  return ruled?.rules?.deposit ?? 0
}

export async function bookSlot(
  cloud: TestCloud,
  who: TestPerson,
  subjectId: string,
  slotAt = TOMORROW_18,
  requestId?: string,
) {
  const input = { subjectId, slotAt, depositSeen: await depositOf(cloud, subjectId), queues: true }
  return cloud.call<BookedSlot>(who.openid, 'booking.bookFacility', input, requestId)
}

export async function bookedSlot(
  cloud: TestCloud,
  who: TestPerson,
  subjectId: string,
  slotAt = TOMORROW_18,
): Promise<BookedSlot> {
  return expectData(await bookSlot(cloud, who, subjectId, slotAt))
}

/** `course:gym-shanghai.spin:2026-11-25T1800` */
export function slotSession(subjectId: string, slotAt = TOMORROW_18): string {
  const stamp = new Date(slotAt + 8 * HOUR_MS).toISOString().slice(0, 16).replace(/:/, '')
  return `${subjectId.startsWith('gym') ? 'course' : 'venue'}:${subjectId}:${stamp}`
}

/** Lets the time of a booking pass without the person; returns the place. */
export async function missedSlot(
  cloud: TestCloud,
  who: TestPerson,
  subjectId: string,
  slotAt = TOMORROW_18,
): Promise<string> {
  const { placeId } = await bookedSlot(cloud, who, subjectId, slotAt)
  await at(cloud, slotAt + 14 * HOUR_MS, () => cloud.timer('booking', 'tend'))
  return placeId
}

/** What is wrong with the books of a session: coins, seats, and deposits. Nothing, if all is well. */
export async function wrongWith(cloud: TestCloud, sessionId: string): Promise<unknown[]> {
  const places = (await cloud.dump<PlaceDocument>('booking_places')).filter(
    place => place.sessionId === sessionId,
  )
  const entries = await cloud.dump<Entry>('coin_entries')
  return [...(await wrongIn(cloud, sessionId)), ...auditDeposits(places, entries)]
}
