import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import {
  BOOKING_CLOCK,
  inState,
  joinEvent,
  NOW,
  newEvent,
  newGuest,
  sessionIn,
  startBookingCloud,
  wrongIn,
} from '../../support/bookingWorld'
import { expectData, expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { balanceOf } from '../../support/mallWorld'
import { people } from '../../support/people'
import { noticesTo } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startBookingCloud()
})
afterAll(() => cloud.close())
afterEach(() => cloud.clock(BOOKING_CLOCK))

const { tang, zhao } = people

interface Listed {
  attendees: { person: { name: string }; absences: number }[]
  session: { title: string; taken: number }
}

const list = (sessionId: string, who = tang) =>
  cloud.call<Listed>(who.openid, 'booking.listAttendees', { sessionId })

const take = (sessionId: string, who = tang) =>
  cloud.call<{ csv: string; attendees: number; complete: boolean }>(who.openid, 'booking.exportAttendees', {
    sessionId,
  })

test('the host sees who did not come the last time, to an event', async () => {
  const guest = await newGuest(cloud)
  const missed = await newEvent(cloud)
  expectData(await joinEvent(cloud, guest, missed))
  await cloud.clock(new Date(NOW + 4 * DAY_MS + 15 * HOUR_MS).toISOString())
  await cloud.timer('booking', 'tend')
  const [absent] = await inState(cloud, missed, 'absent')
  const visit = { ...absent, _id: `visit:${guest.employeeId}`, sessionId: 'visit', kind: 'visit' }
  await cloud.engine.insertMany('booking_places', [{ ...visit, listKey: 'visit' }])

  const startsAt = NOW + 10 * DAY_MS
  const next = await newEvent(cloud, {
    startsAt,
    endsAt: startsAt + HOUR_MS,
    joinUntil: startsAt,
    cancelUntil: startsAt,
  })
  expectData(await joinEvent(cloud, guest, next))
  const { attendees, session } = expectData(await list(next))
  expect(attendees).toEqual([expect.objectContaining({ absences: 1 })])
  expect(session).toMatchObject({ title: '滴水湖环湖骑行', taken: 1 })
})

test('the list leaves as a table without phones or formulae, and who took it is written down', async () => {
  const guest = await newGuest(cloud)
  const eventId = await newEvent(cloud, {
    partyMax: 2,
    questions: [{ questionId: 'q1', title: '带什么', options: [] }],
  })
  const answers = [{ questionId: 'q1', answer: '=1+1' }]
  expectData(await joinEvent(cloud, guest, eventId, { party: 2, guests: ['=小明'], answers }))

  const { csv, attendees, complete } = expectData(await take(eventId))
  const [, row = ''] = csv.split('\r\n')
  expect({ attendees, complete }).toEqual({ attendees: 1, complete: true })
  expect(row).toContain(`${guest.employeeId},${guest.name}`)
  expect(row).toContain("'=小明")
  expect(row).toContain('带什么：=1+1')
  expect(csv).not.toContain(guest.phone)
  const audited = await cloud.dump<{ audit?: { by: string; subject: string } }>('platform_receipts')
  expect(audited.map(({ audit }) => audit)).toContainEqual(
    expect.objectContaining({ by: tang.employeeId, subject: `booking_sessions/${eventId}` }),
  )
})

test('the list says how many stand where and whose the codes are; once it is over it begins with whom there is to ask about', async () => {
  const eventId = await newEvent(cloud, { capacity: 3, partyMax: 2 })
  const [first, second] = [await newGuest(cloud), await newGuest(cloud)]
  for (const [who, party] of [
    [first, 2],
    [second, 2],
  ] as const)
    expectData(await joinEvent(cloud, who, eventId, { party }))
  const [place] = await inState(cloud, eventId, 'confirmed')
  const seat = { placeId: place?._id, name: first.name, shortCode: place?.codes[1] }
  expect(expectData(await list(eventId))).toMatchObject({
    state: 'confirmed',
    attendees: [{ shortCode: seat.shortCode }],
    roll: { seats: [seat], counts: { confirmed: 2, waiting: 2 }, complete: true },
  })
  const { endsAt } = await sessionIn(cloud, eventId)
  const begins = async (at: number) => {
    await cloud.clock(new Date(at).toISOString())
    return expectData(await list(eventId))
  }
  expect(await begins(endsAt)).toMatchObject({ state: 'confirmed', attendees: [{}] })
  expect(await begins(endsAt + 12 * HOUR_MS)).toMatchObject({ state: 'absent' })
  expect(await begins(endsAt + 7 * DAY_MS)).toMatchObject({ state: 'attended', attendees: [] })
})

describe('somebody whom nobody scanned', () => {
  const record = (placeId: string, who = tang) =>
    cloud.call(who.openid, 'booking.recordAttendance', { placeId })
  const setClock = (at: number) => cloud.clock(new Date(at).toISOString())

  it('is let in by a tap on the list, and by no place of another event', async () => {
    const [eventId, other] = [await newEvent(cloud), await newEvent(cloud)]
    const guest = await newGuest(cloud)
    const { placeId } = expectData(await joinEvent(cloud, guest, eventId))
    const { startsAt } = await sessionIn(cloud, eventId)
    await setClock(startsAt)
    const tap = (sessionId: string) =>
      cloud.call<{ results: { outcome: string; name: string | null }[] }>(tang.openid, 'booking.checkIn', {
        sessionId,
        scans: [{ code: placeId, scannedAt: startsAt }],
      })
    expect(expectData(await tap(other)).results).toMatchObject([{ outcome: 'unknown', name: null }])
    expect(expectData(await tap(eventId)).results).toMatchObject([{ outcome: 'attended', name: guest.name }])
  })

  it('is never the one who runs it: of their own place no time is believed but that of the scan', async () => {
    const eventId = await newEvent(cloud)
    const { placeId } = expectData(await joinEvent(cloud, tang, eventId))
    const { startsAt, endsAt } = await sessionIn(cloud, eventId)
    await setClock(endsAt + 10 * HOUR_MS)
    const scans = [{ code: placeId, scannedAt: startsAt }]
    const scanned = await cloud.call<{ results: { outcome: string }[] }>(tang.openid, 'booking.checkIn', {
      sessionId: eventId,
      scans,
    })
    expect(expectData(scanned).results).toMatchObject([{ outcome: 'notOpen' }])
    expectError('booking.recordAttendance', await record(placeId), 'BOOKING_OWN_ABSENCE')
    expect(await balanceOf(cloud, tang)).toBe(0)
  })

  it('is told so, says that they were there, and is written down by the host within a week, once', async () => {
    const eventId = await newEvent(cloud)
    const [guest, late] = [await newGuest(cloud), await newGuest(cloud)]
    const { placeId } = expectData(await joinEvent(cloud, guest, eventId))
    const missed = expectData(await joinEvent(cloud, late, eventId))
    const { endsAt } = await sessionIn(cloud, eventId)
    expectError('booking.recordAttendance', await record(placeId), 'BOOKING_CORRECTION_OVER')
    await setClock(endsAt + 12 * HOUR_MS)
    await cloud.timer('booking', 'tend')
    expect(await noticesTo(cloud, guest)).toContainEqual(
      expect.objectContaining({
        title: '没有看到你：滴水湖环湖骑行',
        target: { kind: 'place', id: placeId },
      }),
    )
    expectData(await cloud.call(guest.openid, 'union.tellHost', { eventId }))
    const title = `${guest.name}说来过「滴水湖环湖骑行」`
    const target = { kind: 'host', id: eventId }
    expect(await noticesTo(cloud, tang)).toContainEqual(expect.objectContaining({ title, target }))
    const listed = expectData(
      await cloud.call<{ attendees: object[] }>(tang.openid, 'booking.listAttendees', {
        sessionId: eventId,
        state: 'absent',
      }),
    )
    expect(listed.attendees).toContainEqual(expect.objectContaining({ placeId, told: 'came' }))

    expectError('booking.recordAttendance', await record('none'), 'BOOKING_SESSION_MISSING')
    expectError('booking.recordAttendance', await record(placeId, zhao), 'BOOKING_SESSION_MISSING')
    expectData(await record(placeId))
    expect(await balanceOf(cloud, guest)).toBe(20)
    expectError('booking.recordAttendance', await record(placeId), 'BOOKING_TRANSITION_REFUSED')
    expect(await wrongIn(cloud, eventId)).toEqual([])
    await setClock(endsAt + 7 * DAY_MS)
    expectError('booking.recordAttendance', await record(missed.placeId), 'BOOKING_CORRECTION_OVER')
  })
})

test('whoever can neither come nor give the seat up any more tells the president, once', async () => {
  const eventId = await newEvent(cloud)
  const guest = await newGuest(cloud)
  const tell = (id = eventId) => cloud.call(guest.openid, 'union.tellHost', { eventId: id })
  expectError('union.tellHost', await tell('none'), 'UNION_EVENT_MISSING')
  expectError('union.tellHost', await tell(), 'BOOKING_PLACE_MISSING')
  const { placeId } = expectData(await joinEvent(cloud, guest, eventId))
  expectError('union.tellHost', await tell(), 'BOOKING_TRANSITION_REFUSED')
  const { cancelUntil } = await sessionIn(cloud, eventId)
  await cloud.clock(new Date(cancelUntil).toISOString())
  expect(expectData(await tell())).toEqual({ told: 'cannot' })
  const title = `${guest.name}去不了「滴水湖环湖骑行」`
  expect(await noticesTo(cloud, tang)).toContainEqual(expect.objectContaining({ title }))
  const ticket = await cloud.call(guest.openid, 'booking.openPlace', { placeId })
  expect(expectData(ticket)).toMatchObject({ told: 'cannot', place: { state: 'confirmed' } })
  expectError('union.tellHost', await tell(), 'BOOKING_TOLD')
})

test('another president neither sees nor takes it', async () => {
  const eventId = await newEvent(cloud)
  expectError('booking.listAttendees', await list(eventId, zhao), 'BOOKING_SESSION_MISSING')
  expectError('booking.exportAttendees', await take(eventId, zhao), 'BOOKING_SESSION_MISSING')
})
