import { DAY_MS, HOUR_MS, SECOND_MS } from '@domain/kernel/time'
import {
  inState,
  leave,
  NOW,
  newGuest,
  newGuests,
  sessionIn,
  tendLater,
  wrongIn,
} from '../../support/bookingWorld'
import {
  at,
  booked,
  closeTomorrow,
  closureOf,
  HOUR_MIN,
  hostOf,
  move,
  newCentre,
  rules,
  type ShownDay,
  sessionIdOf,
  startCentreCloud,
  TOMORROW_10,
} from '../../support/centreWorld'
import { expectData } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import type { TestPerson } from '../../support/people'
import { noticesTo, permit } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCentreCloud()
})
afterAll(() => cloud.close())

interface OpenedVisit {
  place: { state: string; actions: string[]; offerExpiresAt: number | null }
  movable: boolean
  movedFrom: { startsAt: number; because: string } | null
  calledOff: { because: string; movedTo: string | null } | null
}

const open = async (guest: TestPerson, placeId: string) =>
  expectData(await cloud.call<OpenedVisit>(guest.openid, 'booking.openVisit', { placeId }))

const accept = (guest: TestPerson, placeId: string) =>
  cloud.call<{ state: string }>(guest.openid, 'booking.acceptOffer', { placeId })

test('what a closure would do is told beforehand', async () => {
  const centreId = await newCentre(cloud, rules({ seats: 3 }))
  const host = await hostOf(cloud, centreId)
  await booked(cloud, await newGuest(cloud), centreId, { party: 3, guests: ['甲', '乙'] })
  await booked(cloud, await newGuest(cloud), centreId)
  const fromAt = TOMORROW_10
  const input = { centreId, fromAt, untilAt: fromAt + 3 * HOUR_MS }
  const preview = expectData(await cloud.call(host.openid, 'booking.previewClosure', input))
  expect(preview).toEqual({ slots: 3, sessions: 1, bookings: 1, guests: 3, waiting: 1 })
})

test('whoever had a seat is held one in the nearest slot, is told, and takes it', async () => {
  const centreId = await newCentre(cloud)
  const host = await hostOf(cloud, centreId)
  const guest = await newGuest(cloud)
  await permit(cloud, guest, 'seatOffered')
  const { placeId } = await booked(cloud, guest, centreId, { party: 2, guests: ['小明'], note: '带轮椅' })
  const closureId = await closeTomorrow(cloud, host, centreId)
  await tendLater(cloud)

  const movedTo = `${sessionIdOf(centreId, 1)}:${guest.employeeId}`
  const closed = await open(guest, placeId)
  expect(closed.calledOff).toEqual({ because: '设备检修', movedTo })
  const held = await open(guest, movedTo)
  expect(held).toMatchObject({
    place: { state: 'offered', actions: ['accept', 'decline'] },
    movable: true,
    movedFrom: { startsAt: TOMORROW_10, because: '设备检修' },
    note: '带轮椅',
  })
  expect(held.place.offerExpiresAt).toBe(TOMORROW_10 + 12 * HOUR_MS)
  const [notice] = await noticesTo(cloud, guest)
  expect(notice).toMatchObject({
    kind: 'todo',
    title: '给你换了时间：上海品牌体验中心 · 11 月 26 日 10:00',
    target: { kind: 'visit', id: movedTo },
  })
  expect(notice?.body).toContain('11 月 26 日 周四 10:00–11:00')
  const sent = (await cloud.outbox()).filter(({ data }) => data.touser === guest.openid)
  expect(sent.map(({ data }) => data.page)).toEqual([
    `rooms/booking/pages/visit/index?placeId=${encodeURIComponent(movedTo)}`,
  ])
  expect(await closureOf(cloud, closureId)).toMatchObject({ moved: 1, calledOff: 0 })

  const desk = () => cloud.call(host.openid, 'booking.openDesk', { centreId, on: '2026-11-26' })
  expect(expectData(await desk())).toMatchObject({ expected: 0, sessions: [{ taken: 0, held: 2 }] })
  expect(expectData(await accept(guest, movedTo)).state).toBe('confirmed')
  expect(expectData(await desk())).toMatchObject({ expected: 2, sessions: [{ taken: 2, held: 0 }] })
  expect(await wrongIn(cloud, sessionIdOf(centreId, 1))).toEqual([])
})

test('a slot that is full, closed or over is passed over for the next one', async () => {
  const centreId = await newCentre(cloud, rules({ seats: 3, upcomingMax: 9 }))
  const host = await hostOf(cloud, centreId)
  const [guest, other] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
  const { placeId } = await booked(cloud, guest, centreId, { party: 2, guests: ['小明'] })
  await booked(cloud, other, centreId, { startsAt: TOMORROW_10 + DAY_MS, party: 2, guests: ['甲'] })
  const elevenNextDay = TOMORROW_10 + DAY_MS + HOUR_MS
  const hour = { fromAt: elevenNextDay, untilAt: elevenNextDay + HOUR_MS, reason: '布置新展' }
  expectData(await cloud.call(host.openid, 'booking.planClosure', { centreId, ...hour }))
  await closeTomorrow(cloud, host, centreId)
  await tendLater(cloud)
  const noonNextDay = sessionIdOf(centreId, 1).replace('T1000', 'T1200')
  const movedTo = `${noonNextDay}:${guest.employeeId}`
  expect((await open(guest, placeId)).calledOff).toEqual({ because: '设备检修', movedTo })
  expect(await sessionIn(cloud, noonNextDay)).toMatchObject({ taken: 2 })
  for (const days of [0, 1]) expect(await wrongIn(cloud, sessionIdOf(centreId, days))).toEqual([])
})

test('the held seat can be moved on to another hour', async () => {
  const centreId = await newCentre(cloud)
  const host = await hostOf(cloud, centreId)
  const guest = await newGuest(cloud)
  await booked(cloud, guest, centreId)
  await closeTomorrow(cloud, host, centreId)
  await tendLater(cloud)
  const held = `${sessionIdOf(centreId, 1)}:${guest.employeeId}`
  const moved = expectData(await move(cloud, guest, held, TOMORROW_10 + 2 * DAY_MS))
  expect(moved.placeId).toBe(`${sessionIdOf(centreId, 2)}:${guest.employeeId}`)
  await tendLater(cloud)
  expect(await sessionIn(cloud, sessionIdOf(centreId, 1))).toMatchObject({ taken: 0 })
  for (const days of [0, 1, 2]) expect(await wrongIn(cloud, sessionIdOf(centreId, days))).toEqual([])
})

test('where all is full the visit is called off, and the next queue begins with that person', async () => {
  const onWednesdaysAtTen = [{ weekday: 3, fromMinute: 10 * HOUR_MIN, untilMinute: 11 * HOUR_MIN }]
  const centreId = await newCentre(cloud, {
    week: onWednesdaysAtTen,
    ...rules({ seats: 1, horizonDays: 40, upcomingMax: 9 }),
  })
  const host = await hostOf(cloud, centreId)
  const [guest, full, waiter] = (await newGuests(cloud, 3)) as [TestPerson, TestPerson, TestPerson]
  for (const weeks of [1, 2, 3, 4])
    await booked(cloud, full, centreId, { startsAt: TOMORROW_10 + weeks * 7 * DAY_MS })
  const { placeId } = await booked(cloud, guest, centreId)
  const closureId = await closeTomorrow(cloud, host, centreId)
  await tendLater(cloud)
  expect((await open(guest, placeId)).calledOff).toEqual({ because: '设备检修', movedTo: null })
  expect((await noticesTo(cloud, guest)).map(({ title }) => title)).toEqual([
    '取消了：上海品牌体验中心 · 11 月 25 日 10:00',
  ])
  expect(await closureOf(cloud, closureId)).toMatchObject({ moved: 0, calledOff: 1 })

  const startsAt = TOMORROW_10 + 7 * DAY_MS
  expect((await booked(cloud, waiter, centreId, { startsAt })).state).toBe('waiting')
  expect((await booked(cloud, guest, centreId, { startsAt })).state).toBe('waiting')
  expectData(await leave(cloud, full, sessionIdOf(centreId, 7)))
  await tendLater(cloud)
  const offered = await inState(cloud, sessionIdOf(centreId, 7), 'offered')
  expect(offered.map(({ employeeId }) => employeeId)).toEqual([guest.employeeId])
  expect(await wrongIn(cloud, sessionIdOf(centreId, 7))).toEqual([])
})

test('the promise of the next queue is kept through a seat that is had at once, and through moving it', async () => {
  const onWednesdaysAtTen = [{ weekday: 3, fromMinute: 10 * HOUR_MIN, untilMinute: 11 * HOUR_MIN }]
  const centreId = await newCentre(cloud, {
    week: onWednesdaysAtTen,
    ...rules({ seats: 1, horizonDays: 40, upcomingMax: 9 }),
  })
  const host = await hostOf(cloud, centreId)
  const [guest, full, waiter] = (await newGuests(cloud, 3)) as [TestPerson, TestPerson, TestPerson]
  const inWeeks = (weeks: number) => ({ startsAt: TOMORROW_10 + weeks * 7 * DAY_MS })
  for (const weeks of [1, 2, 3, 4]) await booked(cloud, full, centreId, inWeeks(weeks))
  await booked(cloud, guest, centreId)
  await closeTomorrow(cloud, host, centreId)
  await tendLater(cloud)

  const { placeId, state } = await booked(cloud, guest, centreId, inWeeks(5))
  expect(state).toBe('confirmed')
  expectData(await leave(cloud, full, sessionIdOf(centreId, 21)))
  expectData(await move(cloud, guest, placeId, inWeeks(3).startsAt))

  for (const who of [waiter, guest])
    expect((await booked(cloud, who, centreId, inWeeks(1))).state).toBe('waiting')
  expectData(await leave(cloud, full, sessionIdOf(centreId, 7)))
  await tendLater(cloud)
  const offered = await inState(cloud, sessionIdOf(centreId, 7), 'offered')
  expect(offered.map(({ employeeId }) => employeeId)).toEqual([guest.employeeId])

  // It was for one queue.
  for (const [seconds, who] of [waiter, guest].entries()) {
    const queued = at(cloud, NOW + seconds * SECOND_MS, () => booked(cloud, who, centreId, inWeeks(2)))
    expect((await queued).state).toBe('waiting')
  }
  expectData(await leave(cloud, full, sessionIdOf(centreId, 14)))
  await tendLater(cloud)
  const then = await inState(cloud, sessionIdOf(centreId, 14), 'offered')
  expect(then.map(({ employeeId }) => employeeId)).toEqual([waiter.employeeId])
})

test('a session that is opened while its time is being closed is called off as well', async () => {
  const centreId = await newCentre(cloud)
  const host = await hostOf(cloud, centreId)
  await booked(cloud, await newGuest(cloud), centreId)
  const closureId = await closeTomorrow(cloud, host, centreId)
  await cloud.timer('booking', 'tend')
  expect(await closureOf(cloud, closureId)).toMatchObject({ spreading: true, moved: 1 })
  // By an execution that had read the closures before there was this one.
  const first = await sessionIn(cloud, sessionIdOf(centreId))
  const startsAt = TOMORROW_10 + HOUR_MS
  const late = { ...first, _id: `${first._id}-late`, startsAt, endsAt: startsAt + HOUR_MS, state: 'open' }
  await cloud.engine.insertMany('booking_sessions', [late])
  await cloud.timer('booking', 'tend')
  expect(await sessionIn(cloud, late._id)).toMatchObject({ state: 'calledOff', closureId })
})

test('a closure that is cancelled opens the hour again as another session', async () => {
  const centreId = await newCentre(cloud)
  const host = await hostOf(cloud, centreId)
  const guest = await newGuest(cloud)
  await booked(cloud, guest, centreId)
  const closureId = await closeTomorrow(cloud, host, centreId)
  await tendLater(cloud)
  const slotsOf = async () => {
    const { days } = expectData(
      await cloud.call<{ days: ShownDay[] }>(guest.openid, 'booking.openSlots', { centreId }),
    )
    return days.find(({ on }) => on === '2026-11-25')
  }
  expect(await slotsOf()).toMatchObject({ sort: 'closed', note: '设备检修', spans: [] })
  expectData(await cloud.call(host.openid, 'booking.cancelClosure', { closureId }))
  expect((await slotsOf())?.slots[0]).toMatchObject({ state: 'free', left: 30 })
  const { placeId } = await booked(cloud, guest, centreId)
  expect(placeId).toBe(`${sessionIdOf(centreId)}.2:${guest.employeeId}`)
  expect((await slotsOf())?.slots[0]).toMatchObject({ left: 29, mine: placeId })
  const { closures } = expectData(
    await cloud.call<{ closures: { state: string }[] }>(host.openid, 'booking.listClosures', { centreId }),
  )
  expect(closures.map(({ state }) => state)).toEqual(['cancelled'])
})
