import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import {
  BOOKING_CLOCK,
  joinEvent,
  newEvent,
  newGuests,
  sessionIn,
  startBookingCloud,
  wrongIn,
} from '../../support/bookingWorld'
import { expectData, expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { balanceOf } from '../../support/mallWorld'
import { people, type TestPerson } from '../../support/people'
import { noticesTo } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startBookingCloud()
})
afterAll(() => cloud.close())
afterEach(() => cloud.clock(BOOKING_CLOCK))

const { tang, zhao } = people
const CONFIRM = { verdict: 'confirm' }
const DISMISS = { verdict: 'dismiss', reason: '签到表上没有你的名字。' }

interface Listed {
  attendees: { placeId: string; state: string; told: string | null; own: boolean }[]
  roll: { claims: { placeId: string; shortCode: string; spelling: string; own: boolean }[] } | null
  next: string | null
}

const list = async (sessionId: string, more: object = {}) =>
  expectData(await cloud.call<Listed>(tang.openid, 'booking.listAttendees', { sessionId, ...more }))

const decide = (sessionId: string, placeIds: string[], decision: object, who: TestPerson = tang) =>
  cloud.call<{ decided: string[]; stale: string[] }>(who.openid, 'booking.decideClaims', {
    sessionId,
    placeIds,
    decision,
  })

const claim = (guest: TestPerson, eventId: string) => cloud.call(guest.openid, 'union.tellHost', { eventId })

/** An event that is over, and colleagues who had a seat and whom nobody scanned. */
async function over(count: number) {
  const eventId = await newEvent(cloud)
  const guests = await newGuests(cloud, count)
  const placeIds: string[] = []
  for (const guest of guests) placeIds.push(expectData(await joinEvent(cloud, guest, eventId)).placeId)
  const { endsAt } = await sessionIn(cloud, eventId)
  await cloud.clock(new Date(endsAt + HOUR_MS).toISOString())
  return { eventId, guests, placeIds, endsAt }
}

test('a claim that is false is dismissed with a reason: its person hears it, gets no coins, and asks no more', async () => {
  const { eventId, guests, placeIds, endsAt } = await over(1)
  const [guest] = guests as [TestPerson]
  expectData(await claim(guest, eventId))
  const before = await list(eventId)
  expect(before).toMatchObject({
    roll: { claims: [{ placeId: placeIds[0], own: false }] },
    attendees: [{ told: 'came', own: false }],
  })

  expect(expectData(await decide(eventId, placeIds, DISMISS))).toEqual({ decided: placeIds, stale: [] })
  expect(await balanceOf(cloud, guest)).toBe(0)
  expect(await noticesTo(cloud, guest)).toContainEqual(
    expect.objectContaining({
      title: '没有记成来过：滴水湖环湖骑行',
      body: DISMISS.reason,
      target: { kind: 'place', id: placeIds[0] },
    }),
  )
  const after = await list(eventId)
  expect(after).toMatchObject({ roll: { claims: [] }, attendees: [{ told: null, state: 'confirmed' }] })
  const ticket = await cloud.call(guest.openid, 'booking.openPlace', { placeId: placeIds[0] })
  expect(expectData(ticket)).toMatchObject({ told: 'came', dismissed: DISMISS.reason })

  expectError('union.tellHost', await claim(guest, eventId), 'BOOKING_TOLD')
  const { doorCode, startsAt } = await sessionIn(cloud, eventId)
  const scan = { sessionId: eventId, doorCode, scannedAt: startsAt }
  const scanned = await cloud.call(guest.openid, 'booking.checkInAtDoor', scan)
  expectError('booking.checkInAtDoor', scanned, 'BOOKING_TRANSITION_REFUSED')
  const again = await decide(eventId, placeIds, DISMISS)
  expectError('booking.decideClaims', again, 'BOOKING_TRANSITION_REFUSED')
  // Whoever sees later that it was true after all still writes it down.
  expectData(await cloud.call(tang.openid, 'booking.recordAttendance', { placeId: placeIds[0] }))
  expect(await balanceOf(cloud, guest)).toBe(20)
  await cloud.clock(new Date(endsAt + 7 * DAY_MS).toISOString())
  expectError('booking.decideClaims', await decide(eventId, placeIds, DISMISS), 'BOOKING_CORRECTION_OVER')
})

test('several are taken for true at once, each earns once, and those who said nothing are let be', async () => {
  const { eventId, guests, placeIds } = await over(3)
  const [first, second, silent] = guests as [TestPerson, TestPerson, TestPerson]
  for (const guest of [first, second]) expectData(await claim(guest, eventId))
  const { decided, stale } = expectData(await decide(eventId, placeIds, CONFIRM))
  expect([decided, stale]).toEqual([placeIds.slice(0, 2), placeIds.slice(2)])
  expect(await Promise.all([first, second, silent].map(guest => balanceOf(cloud, guest)))).toEqual([
    20, 20, 0,
  ])
  expect((await list(eventId)).roll?.claims).toEqual([])
  expectError('booking.decideClaims', await decide(eventId, placeIds, CONFIRM), 'BOOKING_TRANSITION_REFUSED')
  expect(await wrongIn(cloud, eventId)).toEqual([])
})

test('claims are decided by whoever runs the event, never their own, and in words that may be said', async () => {
  const eventId = await newEvent(cloud)
  const { placeId } = expectData(await joinEvent(cloud, tang, eventId))
  const { endsAt } = await sessionIn(cloud, eventId)
  expectError('booking.decideClaims', await decide(eventId, [placeId], CONFIRM), 'BOOKING_CORRECTION_OVER')
  await cloud.clock(new Date(endsAt + HOUR_MS).toISOString())
  expectError('booking.decideClaims', await decide(eventId, [placeId], CONFIRM), 'BOOKING_OWN_ABSENCE')
  expect((await list(eventId)).attendees).toMatchObject([{ placeId, own: true }])
  expectData(await claim(tang, eventId))
  expect((await list(eventId)).roll?.claims).toMatchObject([{ placeId, own: true, state: 'confirmed' }])
  const theirs = await decide(eventId, [placeId], CONFIRM, zhao)
  expectError('booking.decideClaims', theirs, 'BOOKING_SESSION_MISSING')
  const judged = async (mode: 'risky' | 'fail') => {
    await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode, times: 1 } })
    return decide(eventId, ['none'], DISMISS)
  }
  expectError('booking.decideClaims', await judged('risky'), 'CONTENT_REJECTED')
  expectError('booking.decideClaims', await judged('fail'), 'CONTENT_CHECK_UNAVAILABLE')
})

describe('in the inbox of whoever runs the event', () => {
  interface Waiting {
    kind: string
    id: string
    title: string
    person: { employeeId: string }
  }
  const waitingFor = async (who: TestPerson, eventId: string) => {
    const inbox = await cloud.call<{ waiting: Waiting[] }>(who.openid, 'access.openInbox')
    return expectData(inbox).waiting.filter(({ kind, id }) => kind === 'claim' && id === eventId)
  }

  test('claims wait until each is answered, and for nobody else', async () => {
    const { eventId, guests, placeIds } = await over(2)
    const [first, second] = guests as [TestPerson, TestPerson]
    expect(await waitingFor(tang, eventId)).toEqual([])
    for (const guest of [first, second]) expectData(await claim(guest, eventId))
    expect(await waitingFor(tang, eventId)).toMatchObject([
      { title: `${first.name}等 2 位说自己来过`, person: { employeeId: first.employeeId } },
    ])
    expect(await waitingFor(zhao, eventId)).toEqual([])
    expectData(await decide(eventId, placeIds.slice(0, 1), DISMISS))
    expect(await waitingFor(tang, eventId)).toMatchObject([{ title: `${second.name}说自己来过` }])
    expectData(await decide(eventId, placeIds.slice(1), CONFIRM))
    expect(await waitingFor(tang, eventId)).toEqual([])
  })

  test('their own does not wait for them, nor what can be written down no more', async () => {
    const own = await newEvent(cloud)
    expectData(await joinEvent(cloud, tang, own))
    const { eventId, guests, endsAt } = await over(1)
    const [guest] = guests as [TestPerson]
    expectData(await claim(tang, own))
    expect(await waitingFor(tang, own)).toEqual([])
    expectData(await claim(guest, eventId))
    expect(await waitingFor(tang, eventId)).toHaveLength(1)
    await cloud.clock(new Date(endsAt + 7 * DAY_MS).toISOString())
    expect(await waitingFor(tang, eventId)).toEqual([])
  })
})

test('what nobody answered in time waits no longer', async () => {
  const { eventId, guests, endsAt } = await over(1)
  const [guest] = guests as [TestPerson]
  expectData(await claim(guest, eventId))
  await cloud.clock(new Date(endsAt + 7 * DAY_MS - 1).toISOString())
  expect((await list(eventId)).roll?.claims).toHaveLength(1)
  await cloud.clock(new Date(endsAt + 7 * DAY_MS).toISOString())
  expect((await list(eventId)).roll?.claims).toEqual([])
})

test('whom the host looks for is found by name, number or digits, wherever they stand', async () => {
  const { eventId, guests, placeIds } = await over(2)
  const [first] = guests as [TestPerson]
  expectData(await claim(first, eventId))
  const byNumber = await list(eventId, { typed: first.employeeId, state: 'attended' })
  expect(byNumber.attendees).toMatchObject([{ placeId: placeIds[0], state: 'confirmed' }])
  expect(byNumber.next).toBeNull()
  const [found] = (await list(eventId)).roll?.claims ?? []
  const byDigits = await list(eventId, { typed: found?.shortCode })
  expect(byDigits.attendees.map(({ placeId }) => placeId)).toContain(placeIds[0])
  expect((await list(eventId, { typed: '没有这个人' })).attendees).toEqual([])
})
