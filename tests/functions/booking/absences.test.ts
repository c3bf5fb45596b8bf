import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import type { PlaceDocument } from '../../../cloudfunctions/booking/store'
import { NOW, newGuest } from '../../support/bookingWorld'
import { at, placeOf } from '../../support/centreWorld'
import { expectData, expectError } from '../../support/expectError'
import {
  bookedSlot,
  bookSlot,
  courseOf,
  missedSlot,
  newGym,
  startFacilityCloud,
  TOMORROW_18,
} from '../../support/facilityWorld'
import type { TestCloud } from '../../support/localCloud'
import { facilityIds, people, type TestPerson } from '../../support/people'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startFacilityCloud()
})
afterAll(() => cloud.close())

const by = <T = Record<string, unknown>>(who: TestPerson, name: string, input: object = {}) =>
  cloud.call<T>(who.openid, name, input)
const free = { rules: { ...courseOf('none').rules, weekMax: 5, deposit: 0 } }

describe('absences', () => {
  test('three of them pause for two weeks, over the whole gym; one that is forgiven ends it', async () => {
    const { gymId, courseId, keeper } = await newGym(cloud, { course: free })
    const guest = await newGuest(cloud)
    const missed: string[] = []
    for (const day of [0, 1, 2])
      missed.push(await missedSlot(cloud, guest, courseId, TOMORROW_18 + day * DAY_MS))
    const last = TOMORROW_18 + 2 * DAY_MS + HOUR_MS
    const after = TOMORROW_18 + 4 * DAY_MS
    await at(cloud, after - 6 * HOUR_MS, async () => {
      const refused = await bookSlot(cloud, guest, courseId, after)
      expectError('booking.bookFacility', refused, 'BOOKING_PAUSED')
      interface Mine {
        facilities: { standing: object; absences: { placeId: string; counts: string }[] }[]
      }
      const mine = expectData(await by<Mine>(guest, 'booking.openAbsences'))
      expect(mine.facilities).toMatchObject([{ facilityId: gymId }])
      expect(mine.facilities[0]?.standing).toMatchObject({ pausedUntil: last + 14 * DAY_MS, counting: 0 })
      expect(mine.facilities[0]?.absences.map(({ counts }) => counts)).toEqual(['pause', 'pause', 'pause'])
      const words = '那天产线出了事故'
      expectData(await by(guest, 'booking.appealAbsence', { placeId: missed[1], words }))
      interface List {
        people: { absences: { appeal: { words: string } | null }[] }[]
      }
      const list = expectData(await by<List>(keeper, 'booking.listAbsences', { facilityId: gymId }))
      expect(list.people[0]?.absences[1]?.appeal).toMatchObject({ words, answer: null })
      const verdict = { placeId: missed[1], verdict: 'excuse', reason: '核实过了' }
      expect(expectData(await by(keeper, 'booking.decideAbsence', verdict))).toMatchObject({
        state: 'excused',
      })
      expect((await bookSlot(cloud, guest, courseId, after)).ok).toBe(true)
    })
    const receipts = await cloud.dump<{ audit?: { subject: string } }>('platform_receipts')
    expect(receipts.some(({ audit }) => audit?.subject === `booking_places/${missed[1]}`)).toBe(true)
  })

  test('are appealed once, by whoever did not come, and decided once by whoever runs the place', async () => {
    const { courseId, keeper } = await newGym(cloud, { course: free })
    const guest = await newGuest(cloud)
    const confirmed = await bookedSlot(cloud, guest, courseId, TOMORROW_18 + DAY_MS)
    const placeId = await missedSlot(cloud, guest, courseId)
    const appeal = (id: string, words = '我在医院') =>
      by(guest, 'booking.appealAbsence', { placeId: id, words })
    const decide = (who: TestPerson, verdict: string, id = placeId) =>
      by(who, 'booking.decideAbsence', { placeId: id, verdict, reason: '核实过了' })
    const judge = (mode: 'risky' | 'fail') =>
      cloud.fault({ openapi: { api: 'security.msgSecCheck', mode, times: 1 } })
    expectError('booking.appealAbsence', await appeal('none'), 'BOOKING_PLACE_MISSING')
    expectError('booking.appealAbsence', await appeal(confirmed.placeId), 'BOOKING_TRANSITION_REFUSED')
    await judge('risky')
    expectError('booking.appealAbsence', await appeal(placeId), 'CONTENT_REJECTED')
    await judge('fail')
    expectError('booking.appealAbsence', await appeal(placeId), 'CONTENT_CHECK_UNAVAILABLE')
    expectData(await appeal(placeId))
    expectError('booking.appealAbsence', await appeal(placeId), 'BOOKING_APPEALED')
    expectError('booking.decideAbsence', await decide(people.fei, 'keep'), 'BOOKING_ABSENCE_MISSING')
    await judge('risky')
    expectError('booking.decideAbsence', await decide(keeper, 'keep'), 'CONTENT_REJECTED')
    await judge('fail')
    expectError('booking.decideAbsence', await decide(keeper, 'keep'), 'CONTENT_CHECK_UNAVAILABLE')
    const early = await decide(keeper, 'excuse', confirmed.placeId)
    expectError('booking.decideAbsence', early, 'BOOKING_TRANSITION_REFUSED')
    const own = await missedSlot(cloud, keeper, courseId, TOMORROW_18 + 2 * DAY_MS)
    expectError('booking.decideAbsence', await decide(keeper, 'excuse', own), 'BOOKING_OWN_ABSENCE')
    expect(expectData(await decide(keeper, 'keep'))).toMatchObject({ state: 'absent', returned: 0 })
    expect((await placeOf(cloud, placeId)).appeal?.answer).toMatchObject({ verdict: 'keep' })
  })
})

test('whoever runs a place neither forgives nor lets in late the one who lent them the role', async () => {
  const { gymId, courseId, keeper } = await newGym(cloud, { course: free })
  const deputy = await newGuest(cloud)
  const loan = { toEmployeeId: deputy.employeeId, startsAt: NOW, endsAt: NOW + 30 * DAY_MS }
  expectData(await by(keeper, 'access.lendRoles', loan))
  const { placeId } = await bookedSlot(cloud, keeper, courseId)
  const late = TOMORROW_18 + 10 * HOUR_MS
  const scan = (who: TestPerson, scannedAt = TOMORROW_18 + MINUTE_MS) =>
    by<{ results: object[] }>(who, 'booking.checkInAtFacility', {
      ...{ facilityId: gymId, scans: [{ code: placeId, scannedAt }] },
    })
  await at(cloud, late, async () => {
    for (const who of [keeper, deputy])
      expect(expectData(await scan(who)).results).toMatchObject([{ outcome: 'notOpen' }])
  })
  await at(cloud, TOMORROW_18 + 14 * HOUR_MS, async () => {
    await cloud.timer('booking', 'tend')
    const verdict = { placeId, verdict: 'excuse', reason: '核实过了' }
    for (const who of [keeper, deputy]) {
      const decided = await by(who, 'booking.decideAbsence', verdict)
      expectError('booking.decideAbsence', decided, 'BOOKING_OWN_ABSENCE')
    }
  })
  const next = await bookedSlot(cloud, keeper, courseId, TOMORROW_18 + DAY_MS)
  await at(cloud, TOMORROW_18 + DAY_MS, async () => {
    const scans = [{ code: next.placeId, scannedAt: TOMORROW_18 + DAY_MS }]
    const entered = await by(keeper, 'booking.checkInAtFacility', { facilityId: gymId, scans })
    expect(expectData(entered)).toMatchObject({ results: [{ outcome: 'attended' }] })
  })
})

describe('a gym that many did not come to', () => {
  /** A place as it is, of somebody else. */
  const copyOf = (place: PlaceDocument, employeeId: string, more: Partial<PlaceDocument> = {}) => ({
    ...{ ...place, employeeId, person: { ...place.person, employeeId } },
    ...{ _id: `${place.sessionId}:${employeeId}`, listKey: `${place.listKey}:${employeeId}`, ...more },
  })

  test('lists who missed something last, and all who ask', async () => {
    const { gymId, courseId, keeper } = await newGym(cloud, { course: free })
    const guest = await newGuest(cloud)
    const placeId = await missedSlot(cloud, guest, courseId)
    const place = await placeOf(cloud, placeId)
    const long = { startsAt: place.startsAt - 200 * DAY_MS, endsAt: place.endsAt - 200 * DAY_MS }
    const before = Array.from({ length: 1_000 }, (_, index) => copyOf(place, `VC-long-${index}`, long))
    await cloud.engine.insertMany('booking_places', before)
    await at(cloud, TOMORROW_18 + 20 * HOUR_MS, async () => {
      expectData(await by(guest, 'booking.appealAbsence', { placeId, words: '那天产线出了事故' }))
      interface List {
        people: { person: { employeeId: string } }[]
      }
      const list = expectData(await by<List>(keeper, 'booking.listAbsences', { facilityId: gymId }))
      expect(list.people[0]?.person.employeeId).toBe(guest.employeeId)
      const desk = await by(keeper, 'booking.openFacilityDesk', { facilityId: gymId })
      expect(expectData(desk)).toMatchObject({ appeals: 1 })
    })
  })

  test('tells nobody of what is decided about somebody whose data is gone', async () => {
    const { courseId, keeper } = await newGym(cloud, { course: free })
    const place = await placeOf(cloud, await missedSlot(cloud, await newGuest(cloud), courseId))
    const former = copyOf(place, 'former-0815')
    await cloud.engine.insertMany('booking_places', [former])
    const verdict = { placeId: former._id, verdict: 'excuse', reason: '核实过了' }
    expectData(await by(keeper, 'booking.decideAbsence', verdict))
    const notices = await cloud.dump<{ employeeId: string }>('notice_messages')
    expect(notices.map(({ employeeId }) => employeeId)).not.toContain(former.employeeId)
  })
})

test('nobody but oneself learns that one is in the nursing room, whoever runs it included', async () => {
  const guest = await newGuest(cloud)
  const unitId = `${facilityIds.nursing}.1`
  const { placeId } = await bookedSlot(cloud, guest, unitId)
  const code = (await placeOf(cloud, placeId)).codes[0]
  const input = { facilityId: facilityIds.nursing, on: '2026-11-25' }
  const replies = [
    await by(people.lin, 'booking.openVenueDay', input),
    await by(people.lin, 'booking.openVenues'),
    await by(people.fei, 'booking.openFacilityDesk', input),
    await at(cloud, TOMORROW_18, () =>
      by(people.fei, 'booking.checkInAtFacility', {
        facilityId: facilityIds.nursing,
        scans: [{ code, scannedAt: TOMORROW_18 }],
      }),
    ),
    await by(people.fei, 'booking.listAbsences', { facilityId: facilityIds.nursing }),
  ]
  for (const reply of replies) {
    expectData(reply)
    expect(JSON.stringify(reply)).not.toContain(guest.employeeId)
    expect(JSON.stringify(reply)).not.toContain(guest.name)
  }
  expect((await placeOf(cloud, placeId)).state).toBe('attended')
  const held = { placeId, verdict: 'excuse', reason: '核实过了' }
  expectError(
    'booking.decideAbsence',
    await by(people.fei, 'booking.decideAbsence', held),
    'BOOKING_ABSENCE_MISSING',
  )
})

test('a guessed place opens no nursing room, and says nothing of who has it', async () => {
  const guest = await newGuest(cloud)
  const facilityId = facilityIds.nursing
  const { placeId } = await bookedSlot(cloud, guest, `${facilityId}.2`)
  const scan = (code: string, scannedAt: number) =>
    at(cloud, scannedAt, () =>
      by<{ results: { outcome: string }[] }>(people.fei, 'booking.checkInAtFacility', {
        facilityId,
        scans: [{ code, scannedAt }],
      }),
    )
  for (const now of [TOMORROW_18 - 6 * HOUR_MS, TOMORROW_18]) {
    const nobodys = placeId.replace(guest.employeeId, people.lin.employeeId)
    for (const code of [placeId, nobodys])
      expect(expectData(await scan(code, now)).results).toMatchObject([{ outcome: 'unknown' }])
  }
  expect((await placeOf(cloud, placeId)).state).toBe('confirmed')
})

test('a nursing room that somebody did not come to is nothing that HR reads', async () => {
  const guest = await newGuest(cloud)
  await missedSlot(cloud, guest, `${facilityIds.nursing}.1`, TOMORROW_18 + DAY_MS)
  await missedSlot(cloud, guest, `${facilityIds.courts}.1`, TOMORROW_18 + DAY_MS)
  const { employeeId } = guest
  const reply = await by<{ offences: object[] }>(people.wang, 'identity.openMember', { employeeId })
  expect(expectData(reply).offences).toMatchObject([{ what: 'missed', about: '羽毛球场 · 1 号场' }])
})
