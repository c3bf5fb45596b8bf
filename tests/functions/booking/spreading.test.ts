import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import type { PlaceDocument, SessionDocument } from '../../../cloudfunctions/booking/store'
import { NOW, newGuest, newGuests, sessionIn } from '../../support/bookingWorld'
import {
  booked,
  closeTomorrow,
  closureOf,
  hostOf,
  newCentre,
  placeOf,
  sessionIdOf,
  startCentreCloud,
} from '../../support/centreWorld'
import type { TestCloud } from '../../support/localCloud'
import { noticesTo } from '../../support/unionWorld'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCentreCloud()
})
afterAll(() => cloud.close())

const SESSIONS = 100
/** From one run to the next: all of them come while the hundred are still looked after. */
const RUN_MINUTES = 0.01
const HOURS_READ_MAX = 500
const HOURS_SOUGHT_MAX = 1_000

async function tend(minutes: number): Promise<void> {
  await cloud.clock(new Date(NOW + minutes * MINUTE_MS).toISOString())
  await cloud.timer('booking', 'tend')
}

/** A hundred hours of one centre, each of which somebody has booked, as copies of one that was. */
async function bookedHours(centreId: string): Promise<string[]> {
  const guest = await newGuest(cloud)
  const { placeId } = await booked(cloud, guest, centreId)
  const [session, place] = [await sessionIn(cloud, sessionIdOf(centreId)), await placeOf(cloud, placeId)]
  const guests = await newGuests(cloud, SESSIONS - 1)
  const copies = guests.map((each, index) => {
    const startsAt = session.startsAt + (index + 1) * MINUTE_MS
    const lines = { startsAt, endsAt: startsAt + HOUR_MS }
    const sessionId = `${session._id}-${index}`
    const copied: SessionDocument = { ...session, ...lines, _id: sessionId }
    const copiedPlace: PlaceDocument = {
      ...{
        ...place,
        ...lines,
        sessionId,
        _id: `${sessionId}:${each.employeeId}`,
        employeeId: each.employeeId,
      },
      listKey: `${place.listKey}-${index}`,
    }
    return { copied, copiedPlace }
  })
  await cloud.engine.insertMany(
    'booking_sessions',
    copies.map(({ copied }) => ({ ...copied })),
  )
  await cloud.engine.insertMany(
    'booking_places',
    copies.map(({ copiedPlace }) => ({ ...copiedPlace })),
  )
  return [placeId, ...copies.map(({ copiedPlace }) => copiedPlace._id)]
}

test('a closure of a hundred booked hours reaches everybody, run after run, and then keeps nobody else waiting', async () => {
  const centreId = await newCentre(cloud)
  const placeIds = await bookedHours(centreId)
  const closureId = await closeTomorrow(cloud, await hostOf(cloud, centreId), centreId)
  const calledOff = async () => {
    const all = await cloud.dump<PlaceDocument>('booking_places')
    return all.filter(({ _id, state }) => placeIds.includes(_id) && state === 'calledOff').length
  }
  // How many a run comes to is the machine's to say; each comes to some, and none is forgotten.
  for (let run = 0, before = -1; before < SESSIONS; run += 1) {
    const reached = await calledOff()
    expect(reached).toBeGreaterThan(before)
    before = reached
    if (reached < SESSIONS) await tend(1 + run * RUN_MINUTES)
  }

  // The hundred are still looked after for latecomers; a change of today is carried in the next run all the same.
  const other = await newCentre(cloud)
  const guest = await newGuest(cloud)
  const { placeId } = await booked(cloud, guest, other)
  await closeTomorrow(cloud, await hostOf(cloud, other), other)
  await tend(3)
  expect(await placeOf(cloud, placeId)).toMatchObject({ state: 'calledOff' })
  expect((await noticesTo(cloud, guest)).map(({ title }) => title)).toEqual([
    '给你换了时间：上海品牌体验中心 · 11 月 26 日 10:00',
  ])

  for (const minutes of [6, 7, 8]) await tend(minutes)
  const { moved, calledOff: off, spreading } = await closureOf(cloud, closureId)
  expect([moved + off, spreading]).toEqual([SESSIONS, false])
  const sessions = await cloud.dump<SessionDocument>('booking_sessions')
  expect(sessions.filter(one => one.spreading)).toEqual([])
})

test('a place that was written late, by who had read the session before, is caught', async () => {
  const centreId = await newCentre(cloud)
  await booked(cloud, await newGuest(cloud), centreId)
  await closeTomorrow(cloud, await hostOf(cloud, centreId), centreId)
  for (const minutes of [20, 21]) await tend(minutes)
  const [seen] = (await cloud.dump<PlaceDocument>('booking_places')).filter(
    ({ sessionId }) => sessionId === sessionIdOf(centreId),
  )
  const late = await newGuest(cloud)
  const _id = `${sessionIdOf(centreId)}:${late.employeeId}`
  await cloud.engine.insertMany('booking_places', [
    {
      ...seen,
      _id,
      employeeId: late.employeeId,
      state: 'confirmed',
      revision: 0,
      listKey: `${seen?.listKey}-late`,
    },
  ])
  await tend(23)
  expect(await placeOf(cloud, _id)).toMatchObject({ state: 'calledOff' })
  await tend(24)
  expect((await sessionIn(cloud, sessionIdOf(centreId))).spreading).toBe(false)
})

test('a seat is looked for by what is booked, also behind more hours than are read at once', async () => {
  const centreId = await newCentre(cloud)
  const guest = await newGuest(cloud)
  await booked(cloud, guest, centreId)
  const session = await sessionIn(cloud, sessionIdOf(centreId))
  const past = Array.from({ length: HOURS_SOUGHT_MAX }, (_session, index) => ({
    ...{ ...session, _id: `${session._id}-past-${index}`, state: 'calledOff', calledOffBecause: '换了时间' },
    startsAt: session.startsAt - HOUR_MS + index,
  }))
  const full = [10, 11, 12, 13, 14, 15, 16].map((hour, index) => {
    const startsAt = session.startsAt + DAY_MS + index * HOUR_MS
    const _id = sessionIdOf(centreId, 1).replace('T1000', `T${hour}00`)
    return {
      ...session,
      _id,
      startsAt,
      endsAt: startsAt + HOUR_MS,
      taken: session.capacity,
      reservations: [],
    }
  })
  for (const sessions of [past, full]) await cloud.engine.insertMany('booking_sessions', sessions)
  await closeTomorrow(cloud, await hostOf(cloud, centreId), centreId)
  for (const minutes of [40, 41]) await tend(minutes)
  const movedTo = `${sessionIdOf(centreId, 2)}:${guest.employeeId}`
  expect(await placeOf(cloud, `${session._id}:${guest.employeeId}`)).toMatchObject({ movedTo })
})

test('a closure reaches what is booked behind more hours than are read at once', async () => {
  const centreId = await newCentre(cloud)
  const { placeId } = await booked(cloud, await newGuest(cloud), centreId)
  const session = await sessionIn(cloud, sessionIdOf(centreId))
  const past = Array.from({ length: HOURS_READ_MAX }, (_session, index) => ({
    ...{ ...session, _id: `${session._id}-past-${index}`, state: 'calledOff', calledOffBecause: '换了时间' },
    startsAt: session.startsAt - HOUR_MS + index,
  }))
  await cloud.engine.insertMany('booking_sessions', past)
  await closeTomorrow(cloud, await hostOf(cloud, centreId), centreId)
  for (const minutes of [30, 31]) await tend(minutes)
  expect(await placeOf(cloud, placeId)).toMatchObject({ state: 'calledOff' })
})
