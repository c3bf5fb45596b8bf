import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import {
  BOOKING_CLOCK,
  inState,
  joinEvent,
  leave,
  NOW,
  newEvent,
  newGuest,
  newGuests,
  placesIn,
  sessionIn,
  startBookingCloud,
  wrongIn,
} from '../../support/bookingWorld'
import { expectData, expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { balanceOf } from '../../support/mallWorld'
import { people, type TestPerson } from '../../support/people'
import { noticesTo, permit } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startBookingCloud()
})
afterAll(() => cloud.close())
afterEach(() => cloud.clock(BOOKING_CLOCK))

const setClock = (at: number) => cloud.clock(new Date(at).toISOString())

interface Scanned {
  results: { code: string; outcome: string; name: string | null; attendedAt: number | null }[]
}

function scan(sessionId: string, codes: string[], scannedAt: number, host: TestPerson = people.tang) {
  const scans = codes.map(code => ({ code, scannedAt }))
  return cloud.call<Scanned>(host.openid, 'booking.checkIn', { sessionId, scans })
}

async function codesOf(eventId: string, who: TestPerson): Promise<[string, string]> {
  const place = (await placesIn(cloud, eventId)).find(({ employeeId }) => employeeId === who.employeeId)
  if (!place) throw new Error('no place')
  return place.codes
}

describe('at the door of an event', () => {
  it('the host scans a code once; scans that were queued off line change nothing twice', async () => {
    const eventId = await newEvent(cloud)
    const [guest, other] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
    for (const who of [guest, other]) expectData(await joinEvent(cloud, who, eventId))
    const { startsAt } = await sessionIn(cloud, eventId)
    const [long, short] = await codesOf(eventId, guest)

    expectError('booking.checkIn', await scan(eventId, [long], NOW), 'BOOKING_NOT_OPEN_YET')
    await setClock(startsAt + 30 * MINUTE_MS)
    const first = expectData(await scan(eventId, [long, 'AAAAAAAAAAAAAAAA'], startsAt - MINUTE_MS))
    expect(first).toMatchObject({
      results: [
        { code: long, outcome: 'attended', name: guest.name, attendedAt: startsAt - MINUTE_MS },
        { outcome: 'unknown', name: null },
      ],
    })
    const again = expectData(await scan(eventId, [short], startsAt + MINUTE_MS))
    expect(again.results).toMatchObject([{ outcome: 'already', attendedAt: startsAt - MINUTE_MS }])
    expect(await balanceOf(cloud, guest)).toBe(20)
    expect(await wrongIn(cloud, eventId)).toEqual([])
  })

  it('nobody but its host scans there, and a host scans nowhere else', async () => {
    const eventId = await newEvent(cloud)
    expectError('booking.checkIn', await scan(eventId, ['0000'], NOW, people.zhao), 'BOOKING_SESSION_MISSING')
    expectError('booking.checkIn', await scan(eventId, ['0000'], NOW, people.lin), 'NOT_ALLOWED')
    const list = (host: TestPerson) =>
      cloud.call(host.openid, 'booking.listAttendees', { sessionId: eventId })
    expectError('booking.listAttendees', await list(people.zhao), 'BOOKING_SESSION_MISSING')
    expect(expectData(await list(people.tang))).toMatchObject({ attendees: [], next: null })
  })

  it('somebody scans the poster, once, while the door is open, and earns 20', async () => {
    const eventId = await newEvent(cloud)
    const guest = await newGuest(cloud)
    const { doorCode, startsAt } = await sessionIn(cloud, eventId)
    const enter = (code = doorCode) =>
      cloud.call(guest.openid, 'booking.checkInAtDoor', { sessionId: eventId, doorCode: code })
    expectError('booking.checkInAtDoor', await enter(), 'BOOKING_PLACE_MISSING')
    expectData(await joinEvent(cloud, guest, eventId))
    expectError('booking.checkInAtDoor', await enter('AAAAAAAAAAAAAAAA'), 'BOOKING_CODE_UNKNOWN')
    expectError('booking.checkInAtDoor', await enter(), 'BOOKING_NOT_OPEN_YET')
    await setClock(startsAt - HOUR_MS)
    expect(expectData(await enter())).toMatchObject({
      state: 'attended',
      earned: { amount: 20, balance: 20 },
    })
    expectError('booking.checkInAtDoor', await enter(), 'BOOKING_ALREADY_ATTENDED')
  })

  it('the poster that somebody scanned without a network lets in while the door is open, and earns by then', async () => {
    const eventId = await newEvent(cloud)
    const guest = await newGuest(cloud)
    expectData(await joinEvent(cloud, guest, eventId))
    const { doorCode, startsAt, endsAt } = await sessionIn(cloud, eventId)
    const enter = (scannedAt: number) =>
      cloud.call(guest.openid, 'booking.checkInAtDoor', { sessionId: eventId, doorCode, scannedAt })
    await setClock(startsAt - HOUR_MS - 1)
    expectError('booking.checkInAtDoor', await enter(startsAt), 'BOOKING_NOT_OPEN_YET')
    await setClock(endsAt - 1)
    expect(expectData(await enter(startsAt))).toMatchObject({ state: 'attended', claimed: false })
    const [there] = await inState(cloud, eventId, 'attended')
    expect(there?.trail.at(-1)).toMatchObject({ action: 'attend', at: endsAt - 1 })
  })

  it('a poster that is handed in after the end lets nobody in by itself: the host hears of it once, and confirms', async () => {
    const eventId = await newEvent(cloud)
    const guest = await newGuest(cloud)
    const { placeId } = expectData(await joinEvent(cloud, guest, eventId))
    const { doorCode, startsAt, endsAt } = await sessionIn(cloud, eventId)
    const enter = (scannedAt: number) =>
      cloud.call(guest.openid, 'booking.checkInAtDoor', { sessionId: eventId, doorCode, scannedAt })
    await setClock(endsAt)
    expectError('booking.checkInAtDoor', await enter(endsAt), 'BOOKING_NOT_OPEN_YET')
    for (let time = 0; time < 2; time += 1)
      expect(expectData(await enter(startsAt + MINUTE_MS))).toEqual({
        state: 'confirmed',
        earned: null,
        claimed: true,
      })
    expect(await balanceOf(cloud, guest)).toBe(0)
    const title = `${guest.name}扫过「滴水湖环湖骑行」门口的码`
    const heard = (await noticesTo(cloud, people.tang)).filter(notice => notice.title === title)
    expect(heard).toMatchObject([{ target: { kind: 'host', id: eventId } }])

    const listed = await cloud.call(people.tang.openid, 'booking.listAttendees', { sessionId: eventId })
    const claims = [{ placeId, person: { name: guest.name }, scannedAt: startsAt + MINUTE_MS }]
    expect(expectData(listed)).toMatchObject({ roll: { claims } })
    expectData(await cloud.call(people.tang.openid, 'booking.recordAttendance', { placeId }))
    expect(await balanceOf(cloud, guest)).toBe(20)
    const after = await cloud.call(people.tang.openid, 'booking.listAttendees', { sessionId: eventId })
    expect(expectData(after)).toMatchObject({ roll: { claims: [] } })
    expectError('booking.checkInAtDoor', await enter(startsAt), 'BOOKING_ALREADY_ATTENDED')
    await setClock(endsAt + 7 * DAY_MS)
    expectError('booking.checkInAtDoor', await enter(startsAt), 'BOOKING_NOT_OPEN_YET')
  })

  it('what coming earns is said before and after, and told in the inbox of whom a host has scanned', async () => {
    const eventId = await newEvent(cloud)
    const guest = await newGuest(cloud)
    const { placeId } = expectData(await joinEvent(cloud, guest, eventId))
    const ticket = async () => expectData(await cloud.call(guest.openid, 'booking.openPlace', { placeId }))
    expect(await ticket()).toMatchObject({ earns: 20, earned: null })
    const opened = await cloud.call(guest.openid, 'union.openEvent', { eventId })
    expect(expectData(opened)).toMatchObject({ earns: 20 })
    const { startsAt } = await sessionIn(cloud, eventId)
    await setClock(startsAt)
    const [long] = await codesOf(eventId, guest)
    for (let time = 0; time < 2; time += 1) expectData(await scan(eventId, [long], startsAt))
    expect(await ticket()).toMatchObject({ earned: 20 })
    expect(await noticesTo(cloud, guest)).toMatchObject([
      { kind: 'coin', title: '来过了，+20 沃币', target: { kind: 'place', id: placeId } },
    ])
  })

  it('once it is over, only those who were let in are said to have come', async () => {
    const eventId = await newEvent(cloud, { capacity: 3 })
    const [first, second, third] = (await newGuests(cloud, 3)) as [TestPerson, TestPerson, TestPerson]
    for (const who of [first, second, third]) expectData(await joinEvent(cloud, who, eventId))
    const { startsAt, endsAt } = await sessionIn(cloud, eventId)
    interface Shown {
      people: { name: string }[]
      coming: number
    }
    const shown = async () => {
      const opened = await cloud.call<Shown>(first.openid, 'union.openEvent', { eventId })
      const { people: some, coming } = expectData(opened)
      return { names: some.map(({ name }) => name), coming }
    }
    const everybody = [first.name, second.name, third.name].sort()
    const before = await shown()
    expect({ ...before, names: before.names.sort() }).toEqual({ names: everybody, coming: 3 })
    await setClock(startsAt)
    const [long] = await codesOf(eventId, second)
    expectData(await scan(eventId, [long], startsAt))
    expect((await shown()).names[0]).toBe(second.name)
    await setClock(endsAt)
    expect(await shown()).toEqual({ names: [second.name], coming: 1 })
    const all = await cloud.call<Shown>(first.openid, 'union.listComing', { eventId })
    expect(expectData(all).people.map(({ name }) => name)).toEqual([second.name])
    const none = await cloud.call(first.openid, 'union.listComing', { eventId: 'none' })
    expectError('union.listComing', none, 'UNION_EVENT_MISSING')
  })

  it('a seat that is only held for somebody is nobody who comes', async () => {
    const eventId = await newEvent(cloud, { capacity: 1 })
    const [first, second] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
    for (const who of [first, second]) expectData(await joinEvent(cloud, who, eventId))
    expectData(await leave(cloud, first, eventId))
    const opened = await cloud.call(first.openid, 'union.openEvent', { eventId })
    expect(expectData(opened)).toMatchObject({ event: { taken: 1 }, coming: 0, people: [] })
  })

  it('whoever only waits does not get in', async () => {
    const eventId = await newEvent(cloud, { capacity: 1 })
    const [first, second] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
    for (const who of [first, second]) expectData(await joinEvent(cloud, who, eventId))
    const { doorCode, startsAt } = await sessionIn(cloud, eventId)
    await setClock(startsAt)
    const entering = await cloud.call(second.openid, 'booking.checkInAtDoor', {
      sessionId: eventId,
      doorCode,
    })
    expectError('booking.checkInAtDoor', entering, 'BOOKING_TRANSITION_REFUSED')
    const [long] = await codesOf(eventId, second)
    expect(expectData(await scan(eventId, [long], startsAt)).results).toMatchObject([
      { outcome: 'notConfirmed' },
    ])
  })
})

test('a seat that comes free is told by notice and, where permitted, by message', async () => {
  const eventId = await newEvent(cloud, { capacity: 1 })
  const [first, second] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
  await permit(cloud, second, 'seatOffered')
  for (const who of [first, second]) expectData(await joinEvent(cloud, who, eventId))
  expectData(await leave(cloud, first, eventId))
  expect(await noticesTo(cloud, second)).toMatchObject([
    { kind: 'todo', target: { kind: 'place', id: `${eventId}:${second.employeeId}` } },
  ])
  const sent = (await cloud.outbox()).filter(({ api }) => api === 'subscribeMessage.send')
  expect(sent.at(-1)).toMatchObject({
    openid: second.openid,
    data: { data: { time2: { value: '2026年11月25日 00:00' } } },
  })
})

test('a day before, everybody who comes is reminded once; afterwards whoever did not come is absent', async () => {
  const eventId = await newEvent(cloud)
  const [guest] = (await newGuests(cloud, 1)) as [TestPerson]
  expectData(await joinEvent(cloud, guest, eventId))
  const { startsAt, endsAt } = await sessionIn(cloud, eventId)
  await setClock(startsAt - DAY_MS + 1)
  for (let run = 0; run < 2; run += 1) await cloud.timer('booking', 'tend')
  expect(await noticesTo(cloud, guest)).toHaveLength(1)
  await setClock(endsAt + 12 * HOUR_MS - 1)
  await cloud.timer('booking', 'tend')
  expect(await inState(cloud, eventId, 'confirmed')).toHaveLength(1)
  await setClock(endsAt + 12 * HOUR_MS)
  await cloud.timer('booking', 'tend')
  expect(await inState(cloud, eventId, 'absent')).toHaveLength(1)
  expect(await sessionIn(cloud, eventId)).toMatchObject({ state: 'closed' })
})

test('a scan counts by itself: made while the door was open, and handed in before the books are closed', async () => {
  const eventId = await newEvent(cloud)
  const guests = await newGuests(cloud, 3)
  for (const guest of guests) expectData(await joinEvent(cloud, guest, eventId))
  const codes = await Promise.all(guests.map(async guest => (await codesOf(eventId, guest))[0]))
  const { startsAt, endsAt } = await sessionIn(cloud, eventId)
  const send = async (scans: { code: string | undefined; scannedAt: number }[]) =>
    expectData(
      await cloud.call<Scanned>(people.tang.openid, 'booking.checkIn', { sessionId: eventId, scans }),
    )

  // The host's phone finds its network again in the evening: what it has scanned since does not ride along.
  await setClock(endsAt + 12 * HOUR_MS - 1)
  const evening = await send([
    { code: codes[0], scannedAt: startsAt + MINUTE_MS },
    { code: codes[1], scannedAt: endsAt + MINUTE_MS },
  ])
  expect(evening.results).toMatchObject([
    { outcome: 'attended', attendedAt: startsAt + MINUTE_MS },
    { outcome: 'notOpen', name: null },
  ])
  await setClock(endsAt + 12 * HOUR_MS)
  expect((await send([{ code: codes[2], scannedAt: startsAt }])).results).toMatchObject([
    { outcome: 'notOpen' },
  ])
  expect(await inState(cloud, eventId, 'attended')).toHaveLength(1)
})
