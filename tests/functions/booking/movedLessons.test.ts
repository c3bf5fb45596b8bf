import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@domain/kernel/time'
import type { PlaceDocument, SessionDocument } from '../../../cloudfunctions/booking/store'
import { NOW, newGuest, newGuests, sessionIn } from '../../support/bookingWorld'
import { at, placeOf } from '../../support/centreWorld'
import { expectData, expectError } from '../../support/expectError'
import {
  bookedSlot,
  bookSlot,
  courseForm,
  courseOf,
  newGym,
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
const rules = { ...courseOf('none').rules, deposit: 0, weekMax: 9 }
const free = { rules }
const DAY_AFTER_18 = TOMORROW_18 + DAY_MS

/** The timer of some minutes, one after the other. */
async function tend(minutes: number, from = NOW): Promise<void> {
  for (let minute = 1; minute <= minutes; minute += 1)
    await at(cloud, from + minute * MINUTE_MS, () => cloud.timer('booking', 'tend'))
}

const move = (who: TestPerson, courseId: string, startsAt: number, lessonAt = TOMORROW_18) =>
  by(who, 'booking.changeLesson', {
    ...{ courseId, lessonAt, startsAt, room: '三楼操房', coach: '林可', why: '停电检修' },
  })

/** Around the usual time of a day. */
const close = (who: TestPerson, facilityId: string, lessonAt: number) =>
  by(who, 'booking.closeFacility', {
    ...{ facilityId, fromAt: lessonAt - 6 * HOUR_MS, untilAt: lessonAt + 6 * HOUR_MS, reason: '停电检修' },
  })

test('a lesson that was moved is not called off for the day that it was on', async () => {
  const { gymId, courseId, keeper } = await newGym(cloud, { course: free })
  const { placeId } = await bookedSlot(cloud, await newGuest(cloud), courseId)
  const startsAt = TOMORROW_18 + 2 * DAY_MS + HOUR_MS
  expectData(await move(keeper, courseId, startsAt))
  expectData(await close(keeper, gymId, TOMORROW_18))
  await tend(4)
  expect(await placeOf(cloud, placeId)).toMatchObject({ state: 'confirmed', startsAt })
})

test('a lesson is moved to no time that is closed, and out of one that is', async () => {
  const { gymId, courseId, keeper } = await newGym(cloud, { course: free })
  expectData(await close(keeper, gymId, DAY_AFTER_18))
  const into = await move(keeper, courseId, DAY_AFTER_18 + HOUR_MS)
  expectError('booking.changeLesson', into, 'BOOKING_SLOT_CLOSED')
  expectData(await move(keeper, courseId, DAY_AFTER_18 + DAY_MS, DAY_AFTER_18))
})

test('a lesson that was moved into the next week counts in its own alone', async () => {
  const { courseId, keeper } = await newGym(cloud, { course: { rules: { ...rules, weekMax: 1 } } })
  const sunday = Date.parse('2026-11-29T18:00:00+08:00')
  const guest = await newGuest(cloud)
  await bookedSlot(cloud, guest, courseId, sunday)
  expectData(await move(keeper, courseId, sunday + DAY_MS + HOUR_MS, sunday))
  await tend(2)
  const { fullWeeks } = expectData(
    await by<{ fullWeeks: string[] }>(guest, 'booking.openCourse', { courseId }),
  )
  expect(fullWeeks).toEqual(['2026-11-23'])
  const again = await bookSlot(cloud, guest, courseId, TOMORROW_18)
  expectError('booking.bookFacility', again, 'BOOKING_WEEK_FULL')
  const tuesday = sunday + 2 * DAY_MS
  expect((await bookedSlot(cloud, guest, courseId, tuesday)).state).toBe('confirmed')
})

test('seats that a course gets reach whoever waits, and those that it loses are nobody’s as soon as they are given up', async () => {
  const { gymId, courseId, keeper } = await newGym(cloud, { course: { ...free, seats: 1 } })
  const [first, waiter] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
  const { placeId: firstPlace } = await bookedSlot(cloud, first, courseId)
  const { placeId } = await bookedSlot(cloud, waiter, courseId)
  const save = async (seats: number) =>
    expectData(await by(keeper, 'booking.saveCourse', courseForm(gymId, courseId, { seats, rules })))
  await save(30)
  await tend(4)
  expect((await placeOf(cloud, placeId)).state).toBe('offered')
  expect(await sessionIn(cloud, slotSession(courseId))).toMatchObject({ capacity: 30, taken: 2 })
  await save(1)
  await tend(4, NOW + HOUR_MS)
  expect(await sessionIn(cloud, slotSession(courseId))).toMatchObject({ capacity: 1, taken: 2 })
  expect(await wrongWith(cloud, slotSession(courseId))).toEqual([])
  expectData(await by(first, 'booking.leave', { placeId: firstPlace }))
  const late = await bookedSlot(cloud, await newGuest(cloud), courseId)
  expect(late.state).toBe('waiting')
  expect(await sessionIn(cloud, slotSession(courseId))).toMatchObject({ capacity: 1, taken: 1 })
  expect(await wrongWith(cloud, slotSession(courseId))).toEqual([])
})

test('a hundred full queues keep no free seat from whoever waits for it', async () => {
  const { courseId } = await newGym(cloud, { course: { ...free, seats: 1 } })
  const [first, waiter] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
  await bookedSlot(cloud, first, courseId)
  const { placeId } = await bookedSlot(cloud, waiter, courseId)
  const [session, place] = [await sessionIn(cloud, slotSession(courseId)), await placeOf(cloud, placeId)]
  const queueOf = (name: string, more: Partial<SessionDocument>) => {
    const queue: SessionDocument = { ...session, reservations: [], ...more, _id: name, subjectId: name }
    const waits: PlaceDocument = { ...place, _id: `${name}:x`, sessionId: name, listKey: `${name}:x` }
    return { queue, waits }
  }
  const full = Array.from({ length: 100 }, (_, index) =>
    queueOf(`queue-${index}`, { queuedAt: NOW - HOUR_MS + index * SECOND_MS }),
  )
  const queues = [...full, queueOf('queue-free', { queuedAt: NOW, capacity: 5 })]
  await cloud.engine.insertMany(
    'booking_sessions',
    queues.map(({ queue }) => ({ ...queue })),
  )
  await cloud.engine.insertMany(
    'booking_places',
    queues.map(({ waits }) => ({ ...waits })),
  )
  await tend(3)
  expect((await placeOf(cloud, 'queue-free:x')).state).toBe('offered')
})
