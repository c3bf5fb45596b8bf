import { HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import type { PlaceDocument, QuotaDocument, SessionDocument } from '../../../cloudfunctions/booking/store'
import { inState, NOW, newGuest, sessionIn, tendLater, wrongIn } from '../../support/bookingWorld'
import {
  at,
  booked,
  closeTomorrow,
  hostOf,
  newCentre,
  placeOf,
  rules,
  sessionIdOf,
  startCentreCloud,
  TOMORROW_10,
} from '../../support/centreWorld'
import { expectData, expectError } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'
import { people, type TestPerson } from '../../support/people'
import { noticesTo } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCentreCloud()
})
afterAll(() => cloud.close())
afterEach(() => cloud.clock(new Date(NOW).toISOString()))

interface Admitted {
  placeId: string
  startsAt: number
  left: number
}

const admit = (host: TestPerson, centreId: string, more: object = {}, requestId?: string) =>
  cloud.call<Admitted>(host.openid, 'booking.admitWalkIn', { centreId, ...more }, requestId)

const QUARTER_PAST = TOMORROW_10 + 15 * MINUTE_MS

test('somebody without a booking is in and counted, once however often it is sent', async () => {
  const centreId = await newCentre(cloud, rules({ seats: 4 }))
  const host = await hostOf(cloud, centreId)
  await booked(cloud, await newGuest(cloud), centreId)
  const family = { party: 2, name: '张先生一家' }
  await at(cloud, QUARTER_PAST, async () => {
    const first = expectData(await admit(host, centreId, family, 'walk-in-0001'))
    expect(first).toMatchObject({ startsAt: TOMORROW_10, left: 1 })
    expect(expectData(await admit(host, centreId, family, 'walk-in-0001'))).toEqual(first)
    expect(await placeOf(cloud, first.placeId)).toMatchObject({
      ...{ state: 'attended', party: 2, person: { name: '张先生一家', department: '没有预约' } },
    })
    const desk = await cloud.call<{ attended: number; expected: number; visitors: unknown[] }>(
      host.openid,
      'booking.openDesk',
      { centreId },
    )
    expect(expectData(desk)).toMatchObject({ attended: 2, expected: 3, visitors: [{}, {}] })
    expectError('booking.admitWalkIn', await admit(host, centreId, { party: 2 }), 'BOOKING_FULL')
    expect(expectData(await admit(host, centreId)).left).toBe(0)
  })
  expect(await sessionIn(cloud, sessionIdOf(centreId))).toMatchObject({ taken: 4 })
  expect(await wrongIn(cloud, sessionIdOf(centreId))).toEqual([])

  await cloud.clock(new Date(TOMORROW_10 + 14 * HOUR_MS).toISOString())
  await cloud.timer('booking', 'tend')
  const { tally } = (await sessionIn(cloud, sessionIdOf(centreId))) as SessionDocument
  expect(tally).toEqual({ bookings: 3, taken: 4, guests: 4, attendedBookings: 2, attendedGuests: 3 })
})

test('an hour that nobody has booked opens with the first who comes', async () => {
  const centreId = await newCentre(cloud)
  const host = await hostOf(cloud, centreId)
  const { placeId } = await at(cloud, QUARTER_PAST, async () => expectData(await admit(host, centreId)))
  expect(await placeOf(cloud, placeId)).toMatchObject({ person: { name: '现场来客' }, state: 'attended' })
})

test('a closure ends the visit of a guest who was let in early, and holds, counts and writes nothing for nobody', async () => {
  const centreId = await newCentre(cloud, rules({ seats: 6 }))
  const host = await hostOf(cloud, centreId)
  const early = TOMORROW_10 - 20 * MINUTE_MS
  const { placeId } = await at(cloud, early, async () => {
    const admitted = expectData(await admit(host, centreId, { party: 5 }))
    await closeTomorrow(cloud, host, centreId)
    return admitted
  })
  await tendLater(cloud, early)
  const { employeeId, state } = await placeOf(cloud, placeId)
  expect(state).toBe('calledOff')
  const all = await cloud.dump<PlaceDocument>('booking_places')
  expect(all.filter(place => place.employeeId === employeeId)).toHaveLength(1)
  const quotas = await cloud.dump<QuotaDocument>('booking_quotas')
  expect(quotas.filter(quota => quota.employeeId === employeeId)).toEqual([])
  expect(await noticesTo(cloud, { ...people.chen, employeeId })).toEqual([])
  expect(await inState(cloud, sessionIdOf(centreId), 'calledOff')).toMatchObject([{ seats: 'none' }])
  expect(await wrongIn(cloud, sessionIdOf(centreId))).toEqual([])
})

test('nobody is let in while no door is open, in a closure, or at a centre that is not one’s own', async () => {
  const centreId = await newCentre(cloud)
  const host = await hostOf(cloud, centreId)
  const early = await at(cloud, TOMORROW_10 - 2 * HOUR_MS, () => admit(host, centreId))
  expectError('booking.admitWalkIn', early, 'BOOKING_SLOT_MISSING')
  expectError('booking.admitWalkIn', await admit(people.qiao, centreId), 'BOOKING_CENTRE_MISSING')
  const judged = async (mode: 'risky' | 'fail') => {
    await cloud.fault({ openapi: { api: 'security.msgSecCheck', mode, times: 1 } })
    return at(cloud, QUARTER_PAST, () => admit(host, centreId, { name: '不好听的名字' }))
  }
  expectError('booking.admitWalkIn', await judged('risky'), 'CONTENT_REJECTED')
  expectError('booking.admitWalkIn', await judged('fail'), 'CONTENT_CHECK_UNAVAILABLE')
  await closeTomorrow(cloud, host, centreId)
  const closed = await at(cloud, QUARTER_PAST, () => admit(host, centreId))
  expectError('booking.admitWalkIn', closed, 'BOOKING_SLOT_CLOSED')
})

test('nobody is let into an hour that a closure took, also when that is over before the hour', async () => {
  const centreId = await newCentre(cloud)
  const host = await hostOf(cloud, centreId)
  await closeTomorrow(cloud, host, centreId, { untilAt: TOMORROW_10 + 10 * MINUTE_MS })
  const closed = await at(cloud, QUARTER_PAST, () => admit(host, centreId))
  expectError('booking.admitWalkIn', closed, 'BOOKING_SLOT_CLOSED')
})

test('whoever comes at the end of an hour is let into the next one', async () => {
  const centreId = await newCentre(cloud)
  const host = await hostOf(cloud, centreId)
  const tenTo = TOMORROW_10 + 50 * MINUTE_MS
  const admitted = await at(cloud, tenTo, async () => expectData(await admit(host, centreId)))
  expect(admitted.startsAt).toBe(TOMORROW_10 + HOUR_MS)
})
