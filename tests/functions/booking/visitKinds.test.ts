import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import { NOW, newGuest, newGuests, sessionIn, tendLater, wrongIn } from '../../support/bookingWorld'
import {
  at,
  book,
  booked,
  changeDocument,
  closeTomorrow,
  hostOf,
  move,
  newCentre,
  placeOf,
  type ShownDay,
  startCentreCloud,
  TOMORROW_10,
  tourAndDrive,
} from '../../support/centreWorld'
import { expectData, expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { people, type TestPerson } from '../../support/people'
import { noticesTo, permit } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCentreCloud()
})
afterAll(() => cloud.close())

const DRIVE = { kindId: 'drive', agreed: ['带驾照'] }
const QUARTERS = 45 * MINUTE_MS
/** Its first drive that is still two hours ahead. */
const TODAY_1430 = Date.parse('2026-11-24T14:30:00+08:00')
const driveId = (centreId: string, time = '1000') => `visit:${centreId}.drive:2026-11-25T${time}`

const open = async <T>(name: string, input: object, who: TestPerson = people.lin) =>
  expectData(await cloud.call<T>(who.openid, `booking.${name}`, input))

interface Slots {
  kind: { name: string; minutes: number }
  days: ShownDay[]
}

const slotsOfTomorrow = async (centreId: string, more: object = {}) => {
  const { kind, days } = await open<Slots>('openSlots', { centreId, ...more })
  return { kind, slots: days.find(({ on }) => on === '2026-11-25')?.slots ?? [] }
}

test('each kind has slots of its own length and seats of its own', async () => {
  const centreId = await newCentre(cloud, tourAndDrive())
  const guest = await newGuest(cloud)
  const { placeId } = await booked(cloud, guest, centreId, { ...DRIVE, party: 2, guests: ['小满'] })
  expect(placeId).toBe(`${driveId(centreId)}:${guest.employeeId}`)
  expect(await sessionIn(cloud, driveId(centreId))).toMatchObject({
    subjectId: centreId,
    visit: { kindId: 'drive', name: '试驾' },
    endsAt: TOMORROW_10 + QUARTERS,
    capacity: 2,
    taken: 2,
  })
  const drive = await slotsOfTomorrow(centreId, { kindId: 'drive' })
  expect(drive.kind).toMatchObject({ name: '试驾', minutes: 45 })
  expect(drive.slots.slice(0, 2)).toMatchObject([
    { startsAt: TOMORROW_10, state: 'full', left: 0 },
    { startsAt: TOMORROW_10 + QUARTERS, state: 'free', left: 2 },
  ])
  const tour = await slotsOfTomorrow(centreId)
  expect(tour.slots[0]).toMatchObject({ startsAt: TOMORROW_10, state: 'free', left: 30 })
  expect(tour.slots[1]?.startsAt).toBe(TOMORROW_10 + HOUR_MS)
  const kinds = {
    kinds: [{ kindId: 'tour' }, { kindId: 'drive', next: { startsAt: TODAY_1430 } }],
  }
  expect(await open('openCentre', { centreId })).toMatchObject(kinds)
  expect(await wrongIn(cloud, driveId(centreId))).toEqual([])
})

const CARS = { byCar: true, seats: 2, partyMax: 3 }
const THREE = { ...DRIVE, party: 3, guests: ['小满', '外婆'] }

test('a kind that counts cars gives each booking one, however many come, and has it back', async () => {
  const centreId = await newCentre(cloud, tourAndDrive(CARS))
  const [first, second, third] = (await newGuests(cloud, 3)) as [TestPerson, TestPerson, TestPerson]
  const { placeId } = await booked(cloud, first, centreId, THREE)
  const one = await slotsOfTomorrow(centreId, { kindId: 'drive' })
  expect(one.slots[0]).toMatchObject({ state: 'free', left: 1, byCar: true })
  expect(await booked(cloud, second, centreId, THREE)).toMatchObject({ state: 'confirmed' })
  const waiting = await booked(cloud, third, centreId, THREE)
  expect(waiting.state).toBe('waiting')
  const host = await hostOf(cloud, centreId)
  expect(await open('openDesk', { centreId, on: '2026-11-25' }, host)).toMatchObject({
    sessions: [{ byCar: true, capacity: 2, taken: 2, attended: 0 }],
    expected: 6,
  })
  expectData(await cloud.call(first.openid, 'booking.leave', { placeId }))
  expect(await placeOf(cloud, waiting.placeId)).toMatchObject({ state: 'offered', party: 3 })
  expect((await sessionIn(cloud, driveId(centreId))).taken).toBe(2)
  expect(await wrongIn(cloud, driveId(centreId))).toEqual([])
})

test('what was opened while people were counted goes on counting them, and moves to where cars are', async () => {
  const centreId = await newCentre(cloud, tourAndDrive({ seats: 4, partyMax: 3 }))
  const [first, second] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
  const { placeId } = await booked(cloud, first, centreId, THREE)
  await changeDocument(cloud, 'booking_centres', centreId, tourAndDrive(CARS))
  const { slots } = await slotsOfTomorrow(centreId, { kindId: 'drive' })
  expect(slots.slice(0, 2)).toMatchObject([
    { left: 1, byCar: false },
    { left: 2, byCar: true },
  ])
  expect(await booked(cloud, second, centreId, THREE)).toMatchObject({ state: 'waiting' })
  const moved = expectData(await move(cloud, first, placeId, TOMORROW_10 + QUARTERS))
  expect((await sessionIn(cloud, driveId(centreId, '1045'))).taken).toBe(1)
  expect((await placeOf(cloud, moved.placeId)).party).toBe(3)
  // The three seats came back, and who waited is offered them.
  expect((await sessionIn(cloud, driveId(centreId))).taken).toBe(3)
  for (const time of ['1000', '1045']) expect(await wrongIn(cloud, driveId(centreId, time))).toEqual([])
})

test('the ticket and the desk say which kind it is, and what was agreed to', async () => {
  const centreId = await newCentre(cloud, tourAndDrive())
  const guest = await newGuest(cloud)
  const { placeId } = await booked(cloud, guest, centreId, { ...DRIVE, note: '第一次开电车' })
  expect(await open('openVisit', { placeId }, guest)).toMatchObject({
    place: { title: '上海品牌体验中心', visit: { kindId: 'drive', name: '试驾' } },
    note: '第一次开电车',
    agreed: ['带驾照'],
  })
  const host = await hostOf(cloud, centreId)
  expect(await open('openDesk', { centreId, on: '2026-11-25' }, host)).toMatchObject({
    kinds: [{ kindId: 'tour' }, { kindId: 'drive', name: '试驾' }],
    sessions: [{ visitName: '试驾', taken: 1 }],
    visitors: [{ placeId, note: '第一次开电车' }],
  })
})

test('a centre that says of no kinds takes the visits it always took, and says none', async () => {
  const centreId = await newCentre(cloud)
  const guest = await newGuest(cloud)
  const { placeId } = await booked(cloud, guest, centreId)
  expect(placeId).toBe(`visit:${centreId}:2026-11-25T1000:${guest.employeeId}`)
  expect(await open('openVisit', { placeId }, guest)).toMatchObject({ place: { visit: null } })
})

test('what was booked before a centre named its kinds is of the first', async () => {
  const [plain, named] = [await newCentre(cloud), await newCentre(cloud, tourAndDrive())]
  await booked(cloud, await newGuest(cloud), plain)
  const before = await sessionIn(cloud, `visit:${plain}:2026-11-25T1000`)
  const _id = `visit:${named}:2026-11-25T1000`
  await cloud.engine.insertMany('booking_sessions', [{ ...before, _id, subjectId: named }])
  const { slots } = await slotsOfTomorrow(named, { kindId: 'tour' })
  expect(slots[0]?.left).toBe(29)
})

test('what is not offered, not agreed to, or at the same time as another visit is refused, and holds nothing', async () => {
  const centreId = await newCentre(cloud, tourAndDrive())
  const guest = await newGuest(cloud)
  const to = (more: object) => book(cloud, guest, centreId, more)
  const none = { centreId, kindId: 'boat' }
  expectError('booking.bookVisit', await to({ kindId: 'boat' }), 'BOOKING_KIND_MISSING')
  const slots = await cloud.call(guest.openid, 'booking.openSlots', none)
  expectError('booking.openSlots', slots, 'BOOKING_KIND_MISSING')
  expectError('booking.bookVisit', await to({ kindId: 'drive' }), 'BOOKING_PROMISE_MISSING')
  const tour = await booked(cloud, guest, centreId)
  expectError('booking.bookVisit', await to(DRIVE), 'BOOKING_AT_ONCE')
  const later = await booked(cloud, guest, centreId, { ...DRIVE, startsAt: TOMORROW_10 + 4 * QUARTERS })
  expectError('booking.moveVisit', await move(cloud, guest, later.placeId, TOMORROW_10), 'BOOKING_AT_ONCE')
  expect((await placeOf(cloud, later.placeId)).state).toBe('confirmed')
  expectData(await cloud.call(guest.openid, 'booking.leave', { placeId: tour.placeId }))
  expectData(await move(cloud, guest, later.placeId, TOMORROW_10))
  expect((await sessionIn(cloud, driveId(centreId))).taken).toBe(1)
})

test('of two kinds at the same time that are booked at once one is had', async () => {
  const centreId = await newCentre(cloud, tourAndDrive())
  const guest = await newGuest(cloud)
  const replies = await Promise.all([book(cloud, guest, centreId, DRIVE), book(cloud, guest, centreId)])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a visit moves among the times of its kind', async () => {
  const centreId = await newCentre(cloud, tourAndDrive())
  const guest = await newGuest(cloud)
  const { placeId } = await booked(cloud, guest, centreId, DRIVE)
  const onlyTours = await move(cloud, guest, placeId, TOMORROW_10 + HOUR_MS)
  expectError('booking.moveVisit', onlyTours, 'BOOKING_SLOT_MISSING')
  const moved = expectData(await move(cloud, guest, placeId, TOMORROW_10 + QUARTERS))
  expect(await placeOf(cloud, moved.placeId)).toMatchObject({
    visit: { kindId: 'drive' },
    state: 'confirmed',
  })
})

test('a closure holds another time of the same kind', async () => {
  const centreId = await newCentre(cloud, tourAndDrive())
  const host = await hostOf(cloud, centreId)
  const [guest] = (await newGuests(cloud, 1)) as [TestPerson]
  const { placeId } = await booked(cloud, guest, centreId, { ...DRIVE, startsAt: TOMORROW_10 + QUARTERS })
  const preview = { centreId, fromAt: TOMORROW_10, untilAt: TOMORROW_10 + DAY_MS / 2 }
  expect(await open('previewClosure', preview, host)).toMatchObject({ slots: 7 + 9, bookings: 1 })
  await closeTomorrow(cloud, host, centreId)
  await tendLater(cloud)
  const { movedTo } = await placeOf(cloud, placeId)
  expect(await placeOf(cloud, movedTo ?? '')).toMatchObject({
    state: 'offered',
    visit: { kindId: 'drive' },
    startsAt: TOMORROW_10 + QUARTERS + DAY_MS,
    endsAt: TOMORROW_10 + 2 * QUARTERS + DAY_MS,
  })
})

const NEXT_DAY_10 = TOMORROW_10 + DAY_MS
/** A tour tomorrow at ten and a drive on the day after at ten, and the centre closes tomorrow. */
async function tourClosedBesideDrive() {
  const centreId = await newCentre(cloud, tourAndDrive())
  const host = await hostOf(cloud, centreId)
  const guest = await newGuest(cloud)
  const tour = await booked(cloud, guest, centreId)
  const drive = await booked(cloud, guest, centreId, { ...DRIVE, startsAt: NEXT_DAY_10 })
  await closeTomorrow(cloud, host, centreId)
  return { tour: tour.placeId, drive: drive.placeId }
}
const movedTo = async (placeId: string) => placeOf(cloud, (await placeOf(cloud, placeId)).movedTo ?? '')

test('a closure moves nobody to where they are at another visit', async () => {
  const { tour } = await tourClosedBesideDrive()
  await tendLater(cloud)
  expect(await movedTo(tour)).toMatchObject({ state: 'offered', startsAt: NEXT_DAY_10 + HOUR_MS })
})

test('what somebody books while a closure looks for another time of theirs is seen before they are moved', async () => {
  const { tour, drive } = await tourClosedBesideDrive()
  const { listKey } = await placeOf(cloud, drive)
  // As long as it is in no list, whoever looks for a time does not see it.
  await changeDocument(cloud, 'booking_places', drive, { listKey: '0' })
  await tendLater(cloud)
  expect(await placeOf(cloud, tour)).toMatchObject({ state: 'confirmed' })
  await changeDocument(cloud, 'booking_places', drive, { listKey })
  await tendLater(cloud, NOW + HOUR_MS)
  expect(await movedTo(tour)).toMatchObject({ state: 'offered', startsAt: NEXT_DAY_10 + HOUR_MS })
})

test('who comes without a booking is let into the kind that the desk names', async () => {
  const centreId = await newCentre(cloud, tourAndDrive())
  const host = await hostOf(cloud, centreId)
  const admit = (more: object) =>
    at(cloud, TOMORROW_10, () =>
      cloud.call<{ left: number }>(host.openid, 'booking.admitWalkIn', { centreId, ...more }),
    )
  expect(expectData(await admit({ kindId: 'drive' })).left).toBe(1)
  expect(expectData(await admit({})).left).toBe(29)
  expectError('booking.admitWalkIn', await admit({ kindId: 'boat' }), 'BOOKING_KIND_MISSING')
})

test('a party without a booking takes one car', async () => {
  const centreId = await newCentre(cloud, tourAndDrive(CARS))
  const host = await hostOf(cloud, centreId)
  const input = { centreId, kindId: 'drive', party: 3 }
  const admitted = await at(cloud, TOMORROW_10, () => cloud.call(host.openid, 'booking.admitWalkIn', input))
  expect(expectData(admitted)).toMatchObject({ left: 1, byCar: true })
})

test('the figures count the empty times of each kind since it can be booked', async () => {
  const centreId = await newCentre(cloud, tourAndDrive({ since: '2026-11-20' }))
  const host = await hostOf(cloud, centreId)
  const figures = (fromOn: string) =>
    open<{ byDay: { sessions: number }[] }>('openStatistics', { centreId, fromOn, untilOn: fromOn }, host)
  expect((await figures('2026-11-19')).byDay).toMatchObject([{ sessions: 7 }])
  expect((await figures('2026-11-20')).byDay).toMatchObject([{ sessions: 7 + 9 }])
})

test('pages of what is not there say so', async () => {
  const { lin } = people
  const by = (who: TestPerson, name: string, input: object) => cloud.call(who.openid, name, input)
  const none = { centreId: 'none' }
  expectError('booking.openCentre', await by(lin, 'booking.openCentre', none), 'BOOKING_CENTRE_MISSING')
  expectError('booking.openSlots', await by(lin, 'booking.openSlots', none), 'BOOKING_CENTRE_MISSING')
  const visit = await by(lin, 'booking.openVisit', { placeId: 'none' })
  expectError('booking.openVisit', visit, 'BOOKING_PLACE_MISSING')
})

test('an offer says in the inbox and in its message what it is for and when', async () => {
  const centreId = await newCentre(cloud, tourAndDrive({ seats: 1, partyMax: 1 }))
  const [first, next] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
  await permit(cloud, next, 'seatOffered')
  const later = { ...DRIVE, startsAt: NEXT_DAY_10 }
  const { placeId } = await booked(cloud, first, centreId, later)
  await booked(cloud, next, centreId, later)
  expectData(await cloud.call(first.openid, 'booking.leave', { placeId }))
  const [notice] = await noticesTo(cloud, next)
  expect(notice).toMatchObject({
    title: '有名额了，等你确认：试驾 · 11 月 26 日 10:00',
    body: expect.stringContaining('在上海品牌体验中心。'),
  })
  const sent = (await cloud.outbox()).filter(({ data }) => data.touser === next.openid)
  expect(sent).toMatchObject([
    { data: { data: { thing1: { value: '试驾' }, thing3: { value: '11 月 26 日 10:00 轮到你了' } } } },
  ])
})
