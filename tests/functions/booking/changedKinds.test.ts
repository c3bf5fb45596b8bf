import type { VisitKind } from '@domain/booking/visitKinds'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import { newGuest, newGuests, sessionIn, tendLater } from '../../support/bookingWorld'
import {
  at,
  book,
  booked,
  changeDocument,
  closeTomorrow,
  formOf,
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
import { type TestCloud, until } from '../../support/localCloud'
import type { TestPerson } from '../../support/people'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCentreCloud()
})
afterAll(() => cloud.close())

const HALF_HOUR = 30 * MINUTE_MS
const DRIVE = { kindId: 'drive', agreed: ['带驾照'] }

const call = <T>(who: TestPerson, name: string, input: object) =>
  cloud.call<T>(who.openid, `booking.${name}`, input)

/** What the host's form says of the kinds of such a centre, with the drive changed. */
const written = (drive: Partial<VisitKind> = {}): object[] => tourAndDrive(drive).kinds

async function save(host: TestPerson, centreId: string, more: object, version = 0) {
  const form = { ...formOf(centreId, version), ...more }
  return expectData(await call<{ outside: number }>(host, 'editCentre', form))
}

const drivesOfTomorrow = async (who: TestPerson, centreId: string) => {
  const opened = await call<{ days: ShownDay[] }>(who, 'openSlots', { centreId, kindId: 'drive' })
  return expectData(opened).days.find(({ on }) => on === '2026-11-25')?.slots ?? []
}

describe('a drive of an hour that somebody has booked and that takes half an hour from now on', () => {
  let centreId: string
  let [first, second]: TestPerson[] = []
  let host: TestPerson
  let saved: object
  const guests = () => [first, second] as [TestPerson, TestPerson]
  beforeEach(async () => {
    centreId = await newCentre(cloud, tourAndDrive({ minutes: 60 }))
    host = await hostOf(cloud, centreId)
    ;[first, second] = await newGuests(cloud, 2)
    await booked(cloud, guests()[0], centreId, DRIVE)
    saved = await save(host, centreId, { kinds: written({ minutes: 30 }) })
  })

  test('counts among what the new times do not have', () => expect(saved).toMatchObject({ outside: 1 }))

  test('keeps its hour, and nothing is offered beside it', async () => {
    const [, guest] = guests()
    const slots = await drivesOfTomorrow(guest, centreId)
    expect(slots.slice(0, 3)).toMatchObject([
      { startsAt: TOMORROW_10, endsAt: TOMORROW_10 + HOUR_MS, left: 1 },
      { startsAt: TOMORROW_10 + HOUR_MS, endsAt: TOMORROW_10 + HOUR_MS + HALF_HOUR, left: 2 },
      { startsAt: TOMORROW_10 + HOUR_MS + HALF_HOUR },
    ])
    const beside = await book(cloud, guest, centreId, { ...DRIVE, startsAt: TOMORROW_10 + HALF_HOUR })
    expectError('booking.bookVisit', beside, 'BOOKING_SLOT_MISSING')
    const later = await booked(cloud, guest, centreId, { ...DRIVE, startsAt: TOMORROW_10 + 2 * HOUR_MS })
    const moved = await move(cloud, guest, later.placeId, TOMORROW_10 + HALF_HOUR)
    expectError('booking.moveVisit', moved, 'BOOKING_SLOT_MISSING')
  })

  test('is what somebody joins who books its beginning', async () => {
    const [, guest] = guests()
    const { placeId } = await booked(cloud, guest, centreId, DRIVE)
    expect(await placeOf(cloud, placeId)).toMatchObject({ endsAt: TOMORROW_10 + HOUR_MS })
    expect(await sessionIn(cloud, `visit:${centreId}.drive:2026-11-25T1000`)).toMatchObject({ taken: 2 })
  })

  test('is what the desk lets a guest into who comes just before its second half', async () => {
    const admit = () => call(host, 'admitWalkIn', { centreId, kindId: 'drive' })
    const admitted = await at(cloud, TOMORROW_10 + HALF_HOUR - MINUTE_MS, admit)
    expect(expectData(admitted)).toMatchObject({ startsAt: TOMORROW_10, left: 0 })
  })
})

test('of a drive that takes longer from now on, none is offered across one that is booked', async () => {
  const centreId = await newCentre(cloud, tourAndDrive({ minutes: 30 }))
  const host = await hostOf(cloud, centreId)
  const guest = await newGuest(cloud)
  await booked(cloud, guest, centreId, { ...DRIVE, startsAt: TOMORROW_10 + HALF_HOUR })
  await save(host, centreId, { kinds: written({ minutes: 60 }) })
  const [first] = await drivesOfTomorrow(await newGuest(cloud), centreId)
  expect(first).toMatchObject({ startsAt: TOMORROW_10 + HOUR_MS, endsAt: TOMORROW_10 + 2 * HOUR_MS })
})

describe('moving a visit whose kind has changed since', () => {
  const LATER = TOMORROW_10 + HOUR_MS
  const moveWith = (who: TestPerson, placeId: string, agreed: string[]) =>
    call<{ placeId: string }>(who, 'moveVisit', { placeId, startsAt: LATER, agreed })

  test('asks for what the kind has come to ask for, and keeps what was told', async () => {
    const centreId = await newCentre(cloud, tourAndDrive({ minutes: 60 }))
    const guest = await newGuest(cloud)
    const { placeId } = await booked(cloud, guest, centreId, { ...DRIVE, note: '第一次开电车' })
    const promises = ['带驾照', '没有喝酒']
    await changeDocument(cloud, 'booking_centres', centreId, tourAndDrive({ minutes: 60, promises }))
    const slots = expectData(await call(guest, 'openSlots', { centreId, kindId: 'drive' }))
    expect(slots).toMatchObject({ kind: { promises }, mine: [{ placeId, agreed: ['带驾照'] }] })
    expectError('booking.moveVisit', await moveWith(guest, placeId, []), 'BOOKING_PROMISE_MISSING')
    const moved = expectData(await moveWith(guest, placeId, ['没有喝酒']))
    const visit = expectData(await call(guest, 'openVisit', { placeId: moved.placeId }))
    expect(visit).toMatchObject({ agreed: promises, note: '第一次开电车' })
  })

  test('is refused to a party that the kind takes no more', async () => {
    const centreId = await newCentre(cloud, tourAndDrive({ minutes: 60 }))
    const guest = await newGuest(cloud)
    const { placeId } = await booked(cloud, guest, centreId, { ...DRIVE, party: 2, guests: ['小满'] })
    await changeDocument(cloud, 'booking_centres', centreId, tourAndDrive({ minutes: 60, partyMax: 1 }))
    expectError('booking.moveVisit', await move(cloud, guest, placeId, LATER), 'BOOKING_PARTY_TOO_LARGE')
    expect(await placeOf(cloud, placeId)).toMatchObject({ state: 'confirmed' })
  })

  test('is not offered once the centre has its kind no more', async () => {
    const centreId = await newCentre(cloud, tourAndDrive({ minutes: 60 }))
    const guest = await newGuest(cloud)
    const { placeId } = await booked(cloud, guest, centreId, DRIVE)
    const visit = async () => expectData(await call(guest, 'openVisit', { placeId }))
    expect(await visit()).toMatchObject({ movable: true, kindId: 'drive' })
    const host = await hostOf(cloud, centreId)
    const { centre } = expectData(
      await call<{ centre: { kinds: object[] } }>(host, 'openCentreForm', { centreId }),
    )
    expect(centre.kinds).toMatchObject([
      { kindId: 'tour', booked: 0 },
      { kindId: 'drive', booked: 1 },
    ])
    await changeDocument(cloud, 'booking_centres', centreId, { kinds: tourAndDrive().kinds.slice(0, 1) })
    expect(await visit()).toMatchObject({ movable: false, kindId: null })
    expectError('booking.moveVisit', await move(cloud, guest, placeId, LATER), 'BOOKING_KIND_MISSING')
  })

  test('leads from a booking of before there were kinds to the first there is', async () => {
    const centreId = await newCentre(cloud)
    const guest = await newGuest(cloud)
    const { placeId } = await booked(cloud, guest, centreId)
    const [, drive] = tourAndDrive({ minutes: 60, promises: [] }).kinds
    await changeDocument(cloud, 'booking_centres', centreId, { kinds: [drive] })
    const visit = expectData(await call(guest, 'openVisit', { placeId }))
    expect(visit).toMatchObject({ movable: true, kindId: 'drive' })
    const moved = expectData(await move(cloud, guest, placeId, LATER))
    expect(await placeOf(cloud, moved.placeId)).toMatchObject({
      visit: { kindId: 'drive' },
      state: 'confirmed',
    })
  })
})

test('a promise that is called as the note is no note', async () => {
  const promises = ['备注', '带驾照']
  const centreId = await newCentre(cloud, tourAndDrive({ promises }))
  const guest = await newGuest(cloud)
  const { placeId } = await booked(cloud, guest, centreId, { kindId: 'drive', agreed: promises })
  const visit = async () => expectData(await call(guest, 'openVisit', { placeId }))
  expect(await visit()).toMatchObject({ note: '', agreed: promises })
  const startsAt = TOMORROW_10 + 4 * 45 * MINUTE_MS
  const told = { kindId: 'drive', agreed: promises, note: '第一次开电车', startsAt }
  const other = await booked(cloud, guest, centreId, told)
  const otherVisit = expectData(await call(guest, 'openVisit', { placeId: other.placeId }))
  expect(otherVisit).toMatchObject({ note: '第一次开电车', agreed: promises })
})

test('the figures of past days stay what they were when kinds and hours change, and later days go by the new', async () => {
  const centreId = await newCentre(cloud, tourAndDrive())
  const host = await hostOf(cloud, centreId)
  const seatsOf = async (on: string) => {
    const input = { centreId, fromOn: on, untilOn: on }
    const opened = await call<{ byDay: { sessions: number; seats: number }[] }>(host, 'openStatistics', input)
    return expectData(opened).byDay.map(({ sessions, seats }) => [sessions, seats])
  }
  expect(await seatsOf('2026-11-20')).toEqual([[7 + 9, 7 * 30 + 9 * 2]])
  const [tour] = tourAndDrive().kinds
  await save(host, centreId, { kinds: [{ ...tour, minutes: 30, seats: 10 }] })
  // A name changes no time, and keeps none of the past.
  await save(host, centreId, { kinds: [{ ...tour, minutes: 30, seats: 10, name: '走半圈' }] }, 1)
  const kept = await cloud.dump<{ centreId: string }>('booking_hours')
  expect(kept.filter(hours => hours.centreId === centreId)).toHaveLength(1)
  await at(cloud, TOMORROW_10 + DAY_MS, async () => {
    expect(await seatsOf('2026-11-20')).toEqual([[7 + 9, 7 * 30 + 9 * 2]])
    // On the day of the change those of the morning, which had begun by noon, and the new ones from then on.
    expect(await seatsOf('2026-11-24')).toEqual([[2 + 3 + 10, 2 * 30 + 3 * 2 + 10 * 10]])
    expect(await seatsOf('2026-11-25')).toEqual([[14, 14 * 10]])
  })
})

test('nobody is in two places by an hour that somebody else opened as it was changed', async () => {
  const [, drive] = tourAndDrive({ minutes: 30, promises: [] }).kinds
  const story = { ...drive, kindId: 'story', name: '绘本' } as VisitKind
  const centreId = await newCentre(cloud, { kinds: [drive as VisitKind, story] })
  const [guest, other] = (await newGuests(cloud, 2)) as [TestPerson, TestPerson]
  await booked(cloud, guest, centreId, { kindId: 'story', startsAt: TOMORROW_10 + HALF_HOUR })
  // Theirs looks at half an hour, waits at WeChat's door, and finds an hour that has been opened meanwhile.
  await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode: 'slow', slowMs: 1_500 } })
  const theirs = book(cloud, guest, centreId, { kindId: 'drive', note: '慢一点' })
  await until('the machine to read their words', async () => {
    const left = (await cloud.door('GET', '/local/fault')).body as unknown[]
    return left.length === 0 ? true : null
  })
  await changeDocument(cloud, 'booking_centres', centreId, {
    kinds: [{ ...drive, minutes: 60 } as VisitKind, story],
  })
  await booked(cloud, other, centreId, { kindId: 'drive' })
  expectError('booking.bookVisit', await theirs, 'BOOKING_AT_ONCE')
})

test('whom a closure moves is asked for what the kind has come to ask for, before they take the time', async () => {
  const centreId = await newCentre(cloud, tourAndDrive())
  const host = await hostOf(cloud, centreId)
  const guest = await newGuest(cloud)
  const { placeId } = await booked(cloud, guest, centreId, { ...DRIVE, note: '第一次开电车' })
  const promises = ['带驾照', '没有喝酒']
  await changeDocument(cloud, 'booking_centres', centreId, tourAndDrive({ promises }))
  await closeTomorrow(cloud, host, centreId)
  await tendLater(cloud)
  const movedTo = (await placeOf(cloud, placeId)).movedTo ?? ''
  const visit = async () => expectData(await call(guest, 'openVisit', { placeId: movedTo }))
  expect(await visit()).toMatchObject({ agreed: ['带驾照'], asks: ['没有喝酒'] })
  const accept = (agreed: string[]) => call(guest, 'acceptOffer', { placeId: movedTo, agreed })
  expectError('booking.acceptOffer', await accept([]), 'BOOKING_PROMISE_MISSING')
  expectData(await accept(['没有喝酒']))
  const taken = await visit()
  expect(taken).toMatchObject({ asks: [], note: '第一次开电车' })
  expect((taken as { agreed: string[] }).agreed.sort()).toEqual([...promises].sort())
})
