import { auditSeats } from '@domain/booking/seatAudit'
import { audit } from '@domain/coin/audit'
import type { Entry } from '@domain/coin/entry'
import type { Account } from '@domain/coin/ledger'
import { paragraphsOf } from '@domain/kernel/richText'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/kernel/time'
import type { PlaceDocument, SessionDocument } from '../../cloudfunctions/booking/store'
import { expectData } from './expectError'
import { startTestCloud, type TestCloud, type TestCloudOptions } from './localCloud'
import { associationIds, insertPeople, people, type TestPerson } from './people'
import { associations } from './unionWorld'

export const BOOKING_CLOCK = '2026-11-24T12:00:00+08:00'
export const NOW = Date.parse(BOOKING_CLOCK)
/** Later than any reservation of a call at `BOOKING_CLOCK`, and than any queue is kept open for. */
const SWEPT_MS = 4 * MINUTE_MS

/** A cloud with everybody and the associations, at `BOOKING_CLOCK`. */
export async function startBookingCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const cloud = await startTestCloud({ clock: BOOKING_CLOCK, ...options })
  await insertPeople(cloud.engine)
  await cloud.engine.insertMany(
    'union_associations',
    associations.map(document => ({ ...document })),
  )
  return cloud
}

let made = 0

/** A colleague of whom nothing is stored yet, so that the tests of a file can share one cloud. */
export async function newGuest(cloud: TestCloud): Promise<TestPerson> {
  const [guest] = await newGuests(cloud, 1)
  return guest as TestPerson
}

export async function newGuests(cloud: TestCloud, count: number): Promise<TestPerson[]> {
  const guests = Array.from({ length: count }, (): TestPerson => {
    made += 1
    const number = String(made).padStart(4, '0')
    return {
      ...people.chen,
      employeeId: `VC72${number}`,
      openid: `wx-guest-${number}`,
      phone: `1390000${number}`,
      name: `来宾${number}`,
    }
  })
  await insertPeople(cloud.engine, guests)
  return guests
}

/** An event of 光影摄影社 in four days, for two hours, that Tang has opened. */
export async function newEvent(cloud: TestCloud, more: object = {}): Promise<string> {
  const startsAt = NOW + 4 * DAY_MS
  const reply = await cloud.call<{ eventId: string; state: string }>(
    people.tang.openid,
    'union.createEvent',
    {
      associationId: associationIds.photo,
      title: '滴水湖环湖骑行',
      body: paragraphsOf('沿湖一圈，慢慢骑。'),
      venue: { name: '滴水湖站 2 号口' },
      startsAt,
      endsAt: startsAt + 2 * HOUR_MS,
      joinUntil: startsAt,
      cancelUntil: startsAt - DAY_MS,
      capacity: 30,
      ...more,
    },
  )
  const { eventId, state } = expectData(reply)
  if (state === 'proposed') await decideEvent(cloud, eventId)
  return eventId
}

/** The union's officer agrees to an event as it is, or does not. */
export async function decideEvent(cloud: TestCloud, eventId: string, more: object = {}) {
  const opened = await cloud.call<{ event: { version: number } }>(people.qiu.openid, 'union.openEvent', {
    eventId,
  })
  const input = { eventId, verdict: 'approve', version: expectData(opened).event.version, ...more }
  return expectData(await cloud.call<{ state: string }>(people.qiu.openid, 'union.decideEvent', input))
}

export interface Joined {
  placeId: string
  state: 'confirmed' | 'waiting'
  balance: number | null
}

export function joinEvent(
  cloud: TestCloud,
  who: TestPerson,
  eventId: string,
  more: object = {},
  requestId?: string,
) {
  return cloud.call<Joined>(who.openid, 'union.joinEvent', { eventId, ...more }, requestId)
}

export function leave(cloud: TestCloud, who: TestPerson, eventId: string, requestId?: string) {
  const input = { placeId: `${eventId}:${who.employeeId}` }
  return cloud.call<{ state: string; refunded: number }>(who.openid, 'booking.leave', input, requestId)
}

export async function sessionIn(cloud: TestCloud, sessionId: string): Promise<SessionDocument> {
  const found = (await cloud.dump<SessionDocument>('booking_sessions')).find(({ _id }) => _id === sessionId)
  if (!found) throw new Error(`No session ${sessionId}`)
  return found
}

/** The version of an event, for whoever changes it. */
export async function versionOf(cloud: TestCloud, eventId: string): Promise<number> {
  const all = await cloud.dump<{ _id: string; version?: number }>('union_events')
  return all.find(({ _id }) => _id === eventId)?.version ?? 0
}

/** The places of a session, by the queue. */
export async function placesIn(cloud: TestCloud, sessionId: string): Promise<PlaceDocument[]> {
  const all = await cloud.dump<PlaceDocument>('booking_places')
  return all.filter(place => place.sessionId === sessionId).sort((a, b) => (a.queueKey < b.queueKey ? -1 : 1))
}

export async function inState(
  cloud: TestCloud,
  sessionId: string,
  state: PlaceDocument['state'],
): Promise<PlaceDocument[]> {
  return (await placesIn(cloud, sessionId)).filter(place => place.state === state)
}

/** What is wrong with the books: coins of everybody, seats of the session. Nothing, if all is well. */
export async function wrongIn(cloud: TestCloud, sessionId: string): Promise<unknown[]> {
  const entries = await cloud.dump<Entry>('coin_entries')
  const { findings } = audit({ entries, accounts: await cloud.dump<Account>('coin_accounts') })
  const seats = auditSeats(await sessionIn(cloud, sessionId), await placesIn(cloud, sessionId))
  return [...findings, ...seats]
}

/** The timer runs some minutes later, when everything that a crash left may be settled. */
export async function tendLater(cloud: TestCloud, now = NOW): Promise<void> {
  await cloud.clock(new Date(now + SWEPT_MS).toISOString())
  await cloud.timer('booking', 'tend')
  await cloud.timer('booking', 'tend')
  await cloud.clock(new Date(now).toISOString())
}

const LEFT_BEHIND = [
  'booking_sessions',
  'booking_places',
  'booking_quotas',
  'booking_closures',
  'coin_entries',
  'coin_accounts',
  'notice_messages',
  'platform_receipts',
  'union_events',
]

/**
 * Forgets what a test has left behind. Of dozens in one world each timer would go on with the queues of all before, and
 * each audit would add them up again: the last one costs many times the first.
 */
export async function forgetBookings({ engine }: TestCloud): Promise<void> {
  for (const collectionName of LEFT_BEHIND)
    await engine.execute('database.removeDocument', {
      collectionName,
      queryType: 'WHERE',
      query: '{}',
      multi: true,
    })
}
