import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import {
  BOOKING_CLOCK,
  joinEvent,
  NOW,
  newEvent,
  newGuest,
  placesIn,
  sessionIn,
  startBookingCloud,
} from '../../support/bookingWorld'
import { expectData } from '../../support/expectError'
import type { TestCloud } from '../../support/localCloud'

/** More than one read answers with: those who have been reminded, and more than a block of those who have not. */
const REMINDED = 1_000
const UNREMINDED = 120

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startBookingCloud()
})
afterAll(() => cloud.close())
afterEach(() => cloud.clock(BOOKING_CLOCK))

/** An event that more come to than are read at once, as copies of one who does; most have been told of it. */
async function crowdedEvent(): Promise<string> {
  const eventId = await newEvent(cloud)
  expectData(await joinEvent(cloud, await newGuest(cloud), eventId))
  const [place] = await placesIn(cloud, eventId)
  const copies = Array.from({ length: REMINDED + UNREMINDED }, (_place, index) => {
    const employeeId = `VC75${String(index).padStart(4, '0')}`
    const _id = `${eventId}:${employeeId}`
    return { ...place, _id, employeeId, listKey: `${place?.listKey}-${index}`, reminded: index < REMINDED }
  })
  await cloud.engine.insertMany('booking_places', copies)
  return eventId
}

test('of more than are read at once everybody is reminded, once', async () => {
  const eventId = await crowdedEvent()
  await cloud.clock(new Date(NOW + 3 * DAY_MS).toISOString())
  for (let run = 0; run < 3; run += 1) await cloud.timer('booking', 'tend')

  const places = await placesIn(cloud, eventId)
  expect(places).toHaveLength(1 + REMINDED + UNREMINDED)
  expect(places.filter(({ reminded }) => !reminded)).toEqual([])
  const told = await cloud.dump<{ employeeId: string }>('notice_messages')
  const reminded = told.filter(({ employeeId }) => employeeId.startsWith('VC7'))
  expect(new Set(reminded.map(({ employeeId }) => employeeId)).size).toBe(1 + UNREMINDED)
  expect(reminded).toHaveLength(1 + UNREMINDED)
  expect(await sessionIn(cloud, eventId)).toMatchObject({ remindAt: null })
})

interface Told {
  employeeId: string
  title: string
}

/** What somebody with a seat in four days is told where the timer has been out until an instant. */
async function toldAt(instant: number): Promise<string[]> {
  const guest = await newGuest(cloud)
  const eventId = await newEvent(cloud)
  expectData(await joinEvent(cloud, guest, eventId))
  await cloud.clock(new Date(instant).toISOString())
  await cloud.timer('booking', 'tend')
  await cloud.clock(new Date(NOW).toISOString())
  expect(await sessionIn(cloud, eventId)).toMatchObject({ remindAt: null })
  const told = await cloud.dump<Told>('notice_messages')
  return told.filter(({ employeeId }) => employeeId === guest.employeeId).map(({ title }) => title)
}

test('a reminder that comes late says today where it is today, and nothing once it has begun', async () => {
  const begins = NOW + 4 * DAY_MS
  expect(await toldAt(begins - DAY_MS)).toEqual(['明天见：滴水湖环湖骑行'])
  expect(await toldAt(begins - HOUR_MS)).toEqual(['今天见：滴水湖环湖骑行'])
  expect(await toldAt(begins)).toEqual([])
})
