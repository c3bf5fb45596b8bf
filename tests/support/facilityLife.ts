import { HOUR_MS } from '@domain/kernel/time'
import { uploadPicture } from './brandLife'
import type { Does } from './does'
import { courseForm, courseOf, DEPOSIT, gymOf, keeperOf, TOMORROW_18, venueOf } from './facilityWorld'
import type { TestCloud } from './localCloud'
import { newBuyer } from './mallWorld'
import { facilityIds, people } from './people'
import { permit } from './unionWorld'

const { fei, lin } = people
const facilityId = facilityIds.gym
const courseId = `${facilityId}.spin`

/** Each procedure of classes and venues once, in the way that costs most. `now` is the cloud's frozen clock. */
export async function facilitiesLive(cloud: TestCloud, does: Does, now: number): Promise<void> {
  await cloud.engine.insertMany('booking_facilities', [
    { ...gymOf(facilityId) },
    { ...venueOf(facilityIds.courts) },
  ])
  await cloud.engine.insertMany('booking_courses', [{ ...courseOf(courseId, { seats: 1 }) }])
  const [first, second] = [await newBuyer(cloud, 100), await newBuyer(cloud, 100)]
  await permit(cloud, second, 'seatOffered')
  const slotAt = TOMORROW_18
  const lesson = { subjectId: courseId, slotAt, depositSeen: DEPOSIT, queues: true }
  await does(first, 'booking.bookFacility', { ...lesson, slotAt: slotAt + 24 * HOUR_MS })
  const { placeId } = await does(first, 'booking.bookFacility', lesson)
  await does(second, 'booking.bookFacility', lesson)
  await does(lin, 'booking.bookFacility', {
    subjectId: `${facilityIds.courts}.1`,
    slotAt,
    depositSeen: 0,
    queues: false,
  })
  await does(first, 'booking.openCourses')
  await does(first, 'booking.openCourse', { courseId })
  await does(first, 'booking.openVenues')
  await does(first, 'booking.openVenueDay', { facilityId: facilityIds.courts })
  await does(first, 'booking.openCalendar', { month: '2026-11' })
  await desksLive(cloud, does, slotAt)

  await cloud.clock(new Date(slotAt + 14 * HOUR_MS).toISOString())
  await cloud.timer('booking', 'tend')
  await does(first, 'booking.openAbsences')
  await does(first, 'booking.appealAbsence', { placeId, words: '那天产线出了事故' })
  await does(fei, 'booking.listAbsences', { facilityId })
  await does(fei, 'booking.decideAbsence', { placeId, verdict: 'excuse', reason: '核实过了' })
  const court = `venue:${facilityIds.courts}.1:2026-11-25T1800:${lin.employeeId}`
  const scans = [{ code: court, scannedAt: slotAt }]
  await does(fei, 'booking.checkInAtFacility', { facilityId: facilityIds.courts, scans })
  await does(fei, 'booking.openFacilityFigures', { facilityId, fromOn: '2026-11-01', untilOn: '2026-11-30' })
  await cloud.clock(new Date(now).toISOString())
}

async function desksLive(cloud: TestCloud, does: Does, slotAt: number): Promise<void> {
  await does(fei, 'booking.openFacilityDesk', { facilityId, on: '2026-11-25' })
  const lessonAt = slotAt + 48 * HOUR_MS
  const change = {
    lessonAt,
    startsAt: lessonAt + HOUR_MS,
    room: '三楼操房',
    coach: '林可',
    why: '单车房检修',
  }
  await does(fei, 'booking.changeLesson', { courseId, ...change })
  const times = { fromAt: slotAt + 72 * HOUR_MS, untilAt: slotAt + 73 * HOUR_MS, reason: '设备检修' }
  const { closureIds } = await does<{ closureIds: string[] }>(fei, 'booking.closeFacility', {
    facilityId: facilityIds.courts,
    ...times,
  })
  await does(fei, 'booking.reopenFacility', { closureId: closureIds[0] })
  await does(fei, 'booking.openFacilityForm', { facilityId })
  const absences = { absencesMax: 3, absencesWithinDays: 60, pauseDays: 14 }
  await does(fei, 'booking.editFacility', { facilityId, absences })
  await does(fei, 'booking.saveCourse', courseForm(facilityId, courseId))
  const place = { name: '台球室', site: '上海', place: '嘉定 B 楼' }
  const coverFileId = await uploadPicture(cloud, 'billiards')
  const venue = { sort: 'badminton', slotMinutes: 60, isPrivate: false, advice: '', units: ['甲', '乙'] }
  const added = { ...place, coverFileId, venue }
  await does(await keeperOf(cloud), 'booking.addFacility', added)
  const courts = { facilityId: facilityIds.courts, ...place }
  await does(fei, 'booking.describeFacility', { ...courts, venue: { advice: '', units: [{ name: '新场' }] } })
  const retired = { facilityId: facilityIds.courts, unitId: `${facilityIds.courts}.3`, reason: '改成了库房' }
  await does(fei, 'booking.retireUnit', retired)
  await does(fei, 'booking.retireCourse', { facilityId, courseId, reason: '教练走了' })
  await does(await keeperOf(cloud), 'booking.openNewFacility')
}
