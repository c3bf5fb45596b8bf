import type { DayHours } from '@domain/booking/slots'
import type { VisitKind } from '@domain/booking/visitKinds'
import { DAY_MS } from '@domain/kernel/time'
import type { CentreDocument, ClosureDocument, PlaceDocument } from '../../cloudfunctions/booking/store'
import { BOOKING_CLOCK, NOW } from './bookingWorld'
import { expectData } from './expectError'
import { startTestCloud, type TestCloud, type TestCloudOptions } from './localCloud'
import { centreIds, insertPeople, people, type TestPerson } from './people'

/** Tuesday 24 November 2026, noon; the first slot of the next day. */
export const TOMORROW_10 = Date.parse('2026-11-25T10:00:00+08:00')
export const HOUR_MIN = 60

const EVERY_DAY_BUT_MONDAY = [2, 3, 4, 5, 6, 7]

export function centreOf(_id: string, more: Partial<CentreDocument> = {}): CentreDocument {
  return {
    _id,
    kind: 'centre',
    name: '上海品牌体验中心',
    city: '上海',
    headline: '从 1927 年讲到今天',
    coverFileId: 'cloud://test/covers/centre.png',
    address: '嘉定区安亭镇 1 号',
    latitude: 31.29,
    longitude: 121.16,
    intro: '慢慢看，慢慢问。',
    story: [],
    gallery: [],
    film: null,
    phone: '021-5555-0000',
    directions: [],
    advice: [],
    week: EVERY_DAY_BUT_MONDAY.map(weekday => ({
      weekday,
      fromMinute: 10 * HOUR_MIN,
      untilMinute: 17 * HOUR_MIN,
    })),
    onHolidays: 'closed',
    followsExchange: false,
    specialDays: [],
    slotMinutes: HOUR_MIN,
    rules: {
      seats: 30,
      partyMax: 5,
      noticeMinutes: 2 * HOUR_MIN,
      horizonDays: 21,
      upcomingMax: 2,
      cancelMinutes: 12 * HOUR_MIN,
      absencesMax: 2,
      absencesWithinDays: 90,
    },
    openedOn: '2026-11-01',
    order: 1,
    scores: 0,
    scoreSum: 0,
    ...more,
  }
}

/** A tour, and a drive of three quarters of an hour for two, which asks for a licence. */
export const tourAndDrive = (more: Partial<VisitKind> = {}): { kinds: VisitKind[] } => {
  const shared = { words: '', vehicle: '', promises: [], pictureFileId: 'cloud://test/covers/drive.png' }
  const tour = { ...shared, kindId: 'tour', name: '走一圈', minutes: HOUR_MIN, seats: 30, partyMax: 5 }
  const drive = { ...shared, kindId: 'drive', name: '试驾', minutes: 45, seats: 2, partyMax: 2 }
  return { kinds: [tour, { ...drive, vehicle: 'EX90', promises: ['带驾照'], ...more }] }
}

/** What the form of such a centre sends that has been saved so often. */
export function formOf(centreId: string, version = 0) {
  const { headline, intro, story, gallery, phone, address, latitude, longitude, directions, advice } =
    centreOf(centreId)
  const { week, coverFileId } = centreOf(centreId)
  const [tour] = tourAndDrive().kinds
  return {
    ...{ centreId, version, headline, intro, story, gallery, phone, address, latitude, longitude },
    ...{ directions, advice, week, onHolidays: 'closed', followsExchange: false, specialDays: [] },
    ...{ coverFileId, kinds: [{ ...tour, pictureFileId: coverFileId }] as object[] },
  }
}

/** The centre in Shanghai, which Qiao runs, and a factory that nobody does; both are the same in hours and rules. */
export async function startCentreCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const cloud = await startTestCloud({ clock: BOOKING_CLOCK, ...options })
  await insertPeople(cloud.engine)
  await insertCentres(cloud, [
    centreOf(centreIds.shanghai),
    centreOf(centreIds.chengdu, { kind: 'factory', name: '成都工厂参观', city: '成都', order: 2 }),
  ])
  return cloud
}

let made = 0

/** A centre of its own, so that the tests of a file can share one cloud; Qiao does not run it, `hostOf` does. */
export async function newCentre(cloud: TestCloud, more: Partial<CentreDocument> = {}): Promise<string> {
  made += 1
  const _id = `centre-test-${made}`
  await insertCentres(cloud, [centreOf(_id, { order: 10 + made, ...more })])
  return _id
}

async function insertCentres(cloud: TestCloud, documents: readonly CentreDocument[]): Promise<void> {
  await cloud.engine.insertMany(
    'booking_centres',
    documents.map(document => ({ ...document })),
  )
}

/** Somebody who runs this centre and no other. */
export async function hostOf(cloud: TestCloud, centreId: string): Promise<TestPerson> {
  made += 1
  const host: TestPerson = {
    ...people.qiao,
    employeeId: `VC74${String(made).padStart(4, '0')}`,
    openid: `wx-host-${made}`,
    phone: `1370000${String(made).padStart(4, '0')}`,
    grants: [{ role: 'centreHost', scopeId: centreId }],
  }
  await insertPeople(cloud.engine, [host])
  return host
}

export interface Booked {
  placeId: string
  state: 'confirmed' | 'waiting'
}

export const rules = (more: Partial<CentreDocument['rules']>) => ({
  rules: { ...centreOf('none').rules, ...more },
})

export function book(
  cloud: TestCloud,
  who: TestPerson,
  centreId: string,
  more: object = {},
  requestId?: string,
) {
  const input = { centreId, startsAt: TOMORROW_10, ...more }
  return cloud.call<Booked>(who.openid, 'booking.bookVisit', input, requestId)
}

export async function booked(
  cloud: TestCloud,
  who: TestPerson,
  centreId: string,
  more: object = {},
): Promise<Booked> {
  return expectData(await book(cloud, who, centreId, more))
}

export function move(
  cloud: TestCloud,
  who: TestPerson,
  placeId: string,
  startsAt: number,
  requestId?: string,
) {
  return cloud.call<Booked>(who.openid, 'booking.moveVisit', { placeId, startsAt }, requestId)
}

/** `visit:centre-shanghai:2026-11-25T1000` of the slot tomorrow at ten, so many days later. */
export function sessionIdOf(centreId: string, daysLater = 0): string {
  const on = new Date(TOMORROW_10 + daysLater * DAY_MS).toISOString().slice(0, 10)
  return `visit:${centreId}:${on}T1000`
}

export async function placeOf(cloud: TestCloud, placeId: string): Promise<PlaceDocument> {
  const found = (await cloud.dump<PlaceDocument>('booking_places')).find(({ _id }) => _id === placeId)
  if (!found) throw new Error(`No place ${placeId}`)
  return found
}

export async function closureOf(cloud: TestCloud, closureId: string): Promise<ClosureDocument> {
  const found = (await cloud.dump<ClosureDocument>('booking_closures')).find(({ _id }) => _id === closureId)
  if (!found) throw new Error(`No closure ${closureId}`)
  return found
}

/** Closes the whole of tomorrow. */
export async function closeTomorrow(
  cloud: TestCloud,
  host: TestPerson,
  centreId: string,
  more: object = {},
): Promise<string> {
  const fromAt = Date.parse('2026-11-25T00:00:00+08:00')
  const input = { centreId, fromAt, untilAt: fromAt + DAY_MS, reason: '设备检修', ...more }
  const reply = await cloud.call<{ closureId: string }>(host.openid, 'booking.planClosure', input)
  return expectData(reply).closureId
}

/** Goes to an instant, does something there, and comes back. */
export async function at<T>(cloud: TestCloud, instant: number, doing: () => Promise<T>): Promise<T> {
  await cloud.clock(new Date(instant).toISOString())
  try {
    return await doing()
  } finally {
    await cloud.clock(new Date(NOW).toISOString())
  }
}

export type ShownDay = DayHours & {
  slots: { startsAt: number; endsAt: number; state: string; left: number; waiting: number; mine: string | null }[]
}

/** Changes what is stored of one document, as no command would. */
export async function changeDocument(
  { engine }: TestCloud,
  collectionName: string,
  _id: string,
  set: object,
): Promise<void> {
  await engine.execute('database.modifyDocument', {
    ...{ collectionName, queryType: 'WHERE', query: JSON.stringify({ _id }) },
    ...{ data: JSON.stringify({ $set: set }), merge: true, multi: false, upsert: false },
  })
}
