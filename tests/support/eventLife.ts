import { paragraphsOf } from '@domain/kernel/richText'
import { DAY_MS, HOUR_MS, monthOf } from '@domain/kernel/time'
import type { Does } from './does'
import { upload } from './identityWorld'
import type { TestCloud } from './localCloud'
import { newBuyer } from './mallWorld'
import { people, type TestPerson } from './people'

const { qiu, lin: host } = people

/**
 * Each procedure of events and their seats once, in the way that costs most, by the colleague to whom 光影摄影社 was
 * handed over. `now` is the cloud's frozen clock.
 */
export async function eventsLive(cloud: TestCloud, does: Does, now: number): Promise<void> {
  const startsAt = now + 4 * DAY_MS
  const form = {
    title: '滴水湖环湖骑行',
    body: paragraphsOf('沿湖一圈，慢慢骑。'),
    venue: { name: '滴水湖站 2 号口' },
    startsAt,
    endsAt: startsAt + HOUR_MS,
    joinUntil: startsAt,
    cancelUntil: startsAt - DAY_MS,
    capacity: 1,
    fee: 30,
  }
  await does(host, 'booking.listLocations')
  const { eventId } = await does(host, 'union.createEvent', { associationId: 'photo', ...form })
  await does(qiu, 'union.decideEvent', { eventId, version: 0, verdict: 'approve' })
  const [first, second] = [await newBuyer(cloud, 100), await newBuyer(cloud, 100)]
  const { placeId } = await does(first, 'union.joinEvent', { eventId })
  const waiting = await does(second, 'union.joinEvent', { eventId })
  await does(second, 'union.openEvent', { eventId })
  await does(second, 'union.listComing', { eventId })
  await does(host, 'union.listEvents')
  await does(second, 'union.openEventMonth', { month: monthOf(startsAt), mine: true })
  await does(second, 'booking.openPlace', { placeId: waiting.placeId })
  await does(first, 'booking.leave', { placeId })
  await does(second, 'booking.acceptOffer', { placeId: waiting.placeId })
  await does(second, 'booking.listPlaces')
  await does(host, 'union.editEvent', { eventId, version: 0, ...form, capacity: 3 })
  // More seats than the union has agreed to.
  await does(qiu, 'union.decideEvent', { eventId, version: 1, verdict: 'approve' })
  await does(first, 'union.joinEvent', { eventId })
  const { doorCode } = await does(host, 'booking.listAttendees', { sessionId: eventId })
  await does(host, 'booking.exportAttendees', { sessionId: eventId })
  const { place } = await does<{ place: { code: string } }>(second, 'booking.openPlace', {
    placeId: waiting.placeId,
  })

  await cloud.clock(new Date(startsAt).toISOString())
  const scans = [{ code: place.code, scannedAt: startsAt }]
  await does(host, 'booking.checkIn', { sessionId: eventId, scans })
  await does(first, 'booking.checkInAtDoor', { sessionId: eventId, doorCode })
  await late(cloud, does, { ...form, guest: await newBuyer(cloud, 100) })
  await afterwards(cloud, does, { eventId, endsAt: form.endsAt, guest: second })
  await cloud.clock(new Date(startsAt - 1).toISOString())
  await does(host, 'union.callOffEvent', { eventId, reason: '台风要来' })
  await cloud.clock(new Date(now).toISOString())
}

/** Somebody who said that they cannot come, and came. */
async function late(
  cloud: TestCloud,
  does: Does,
  { guest, ...form }: { guest: TestPerson; startsAt: number; endsAt: number; [field: string]: unknown },
): Promise<void> {
  await cloud.clock(new Date(form.startsAt - HOUR_MS).toISOString())
  const { eventId } = await does(host, 'union.createEvent', {
    associationId: 'photo',
    ...form,
    fee: 0,
    cancelUntil: form.startsAt - HOUR_MS,
  })
  const { placeId } = await does(guest, 'union.joinEvent', { eventId })
  await does(guest, 'union.tellHost', { eventId })
  const { doorCode } = await does(host, 'booking.listAttendees', { sessionId: eventId })
  await cloud.clock(new Date(form.endsAt).toISOString())
  const scannedAt = form.startsAt
  await does(guest, 'booking.checkInAtDoor', { sessionId: eventId, doorCode, scannedAt })
  const decision = { verdict: 'dismiss', reason: '签到表上没有你' }
  await does(host, 'booking.decideClaims', { sessionId: eventId, placeIds: [placeId], decision })
  await does(host, 'booking.recordAttendance', { placeId })
}

interface Past {
  eventId: string | undefined
  endsAt: number
  /** Somebody who was checked in. */
  guest: TestPerson
}

/** What comes after an event: its host's words, and pictures by somebody who was there. */
async function afterwards(cloud: TestCloud, does: Does, { eventId, endsAt, guest }: Past): Promise<void> {
  await cloud.clock(new Date(endsAt).toISOString())
  await does(host, 'union.writeRecap', { eventId, words: paragraphsOf('骑完了') })
  const fileId = await upload(cloud, guest.openid, 'uploads/ride.jpg', 'ride')
  await does(guest, 'union.addEventPhotos', { eventId, fileIds: [fileId] })
  await does(guest, 'union.openEvent', { eventId })
  await does(guest, 'union.listEventPhotos', { eventId })
  await does(host, 'union.removeRecap', { eventId })
}
