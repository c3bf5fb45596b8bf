import { DAY_MS, HOUR_MS } from '@domain/kernel/time'
import { centreOf, formOf } from './centreWorld'
import type { Does } from './does'
import { facilitiesLive } from './facilityLife'
import { uploadFilm } from './films'
import type { TestCloud } from './localCloud'
import { newBuyer } from './mallWorld'
import { centreIds, people } from './people'
import { permit } from './unionWorld'

const { qiao, lin } = people
const centreId = centreIds.shanghai

/** Each procedure of visits, of classes and courts, and of their desks once, in the way that costs most. `now` is the cloud's frozen clock. */
export async function visitsLive(cloud: TestCloud, does: Does, now: number): Promise<void> {
  const rules = { ...centreOf(centreId).rules, seats: 1, partyMax: 1 }
  await cloud.engine.insertMany('booking_centres', [{ ...centreOf(centreId, { rules }) }])
  const startsAt = Date.parse('2026-11-26T10:00:00+08:00')
  const [first, second] = [await newBuyer(cloud, 1), await newBuyer(cloud, 1)]
  await permit(cloud, second, 'seatOffered')
  await does(first, 'booking.bookVisit', { centreId, startsAt: startsAt + HOUR_MS })
  const { placeId } = await does(first, 'booking.bookVisit', { centreId, startsAt })
  const waiting = await does(second, 'booking.bookVisit', { centreId, startsAt })
  await does(lin, 'booking.listCentres')
  await does(lin, 'booking.openCentre', { centreId })
  await does(lin, 'booking.openSlots', { centreId })
  await does(second, 'booking.openVisit', { placeId: waiting.placeId })
  const moved = await does(first, 'booking.moveVisit', { placeId, startsAt: startsAt + 2 * DAY_MS })
  await does(second, 'booking.acceptOffer', { placeId: waiting.placeId })
  await desksLive(cloud, does, startsAt)

  const arrival = startsAt + 2 * DAY_MS
  await cloud.clock(new Date(arrival).toISOString())
  const scans = [{ code: moved.placeId, scannedAt: arrival }]
  await does(qiao, 'booking.checkInVisitors', { centreId, scans })
  await cloud.clock(new Date(arrival + HOUR_MS).toISOString())
  await does(qiao, 'booking.admitWalkIn', { centreId, party: 2, name: '张先生' })
  await does(first, 'booking.giveFeedback', { placeId: moved.placeId, score: 5, words: '讲得真好' })
  await cloud.clock(new Date(now).toISOString())
  await facilitiesLive(cloud, does, now)
}

async function desksLive(cloud: TestCloud, does: Does, startsAt: number): Promise<void> {
  await does(qiao, 'booking.openDesk', { centreId, on: '2026-11-26' })
  const times = { centreId, fromAt: startsAt, untilAt: startsAt + HOUR_MS }
  await does(qiao, 'booking.previewClosure', times)
  const { closureId } = await does(qiao, 'booking.planClosure', { ...times, reason: '设备检修' })
  await does(qiao, 'booking.listClosures', { centreId })
  await does(qiao, 'booking.cancelClosure', { closureId })
  await does(qiao, 'booking.openCentreForm', { centreId })
  await does(qiao, 'booking.editCentre', formOf(centreId))
  const film = async () => ({
    ...{ title: '一盏灯', seconds: 80 },
    source: { kind: 'upload', fileId: await uploadFilm(cloud, qiao) },
  })
  await does(qiao, 'booking.saveCentreFilm', { centreId, version: 0, film: await film() })
  await does(qiao, 'booking.saveCentreFilm', { centreId, version: 1, film: await film() })
  await does(qiao, 'booking.openStatistics', { centreId, fromOn: '2026-11-01', untilOn: '2026-11-30' })
}
