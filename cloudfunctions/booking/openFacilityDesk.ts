import { booking } from '@domain/booking/contract'
import { isDeposited } from '@domain/booking/facility'
import { lessonsBetween } from '@domain/booking/lessons'
import { slotOfSession } from '@domain/booking/slotIds'
import { Refusal, refuse } from '@domain/kernel/errors'
import { DAY_MS, dayOf, startOfDay } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { attendedAtOf } from './attend'
import { closuresAfter } from './centreReading'
import { closureView, deskSessionView, partsIn, peopleIn } from './deskReading'
import type { CourseDocument, FacilityDocument } from './facilityDocuments'
import {
  coursesOf,
  everyUnitOf,
  facilitiesRunBy,
  facilityName,
  isGym,
  isPrivate,
  isVenue,
  missedIn,
  openUnitsOf,
  runsAll,
  type Subject,
  sessionsIn,
} from './facilityReading'
import { lessonView } from './facilityViews'
import { sessionsBySlot } from './slotSession'
import type { PlaceDocument } from './store'

export const openFacilityDesk = handle(
  booking.openFacilityDesk,
  async ({ employee, now }, { facilityId, on = dayOf(now) }) => {
    const run = await facilitiesRunBy(employee)
    refuse(run.length === 0 && runsAll(employee), 'BOOKING_NO_FACILITY')
    const facility = facilityId === undefined ? run[0] : run.find(({ _id }) => _id === facilityId)
    if (!facility) throw new Refusal('BOOKING_FACILITY_MISSING')
    const courses = isGym(facility) ? await coursesOf(facility._id) : []
    const subjects = namesOf(facility, courses)
    const ids = subjects.map(({ subjectId }) => subjectId)
    const fromAt = startOfDay(on)
    const day = { fromAt, untilAt: fromAt + DAY_MS }
    const [closures, found, missed] = await Promise.all([
      closuresAfter(ids, Math.min(now, fromAt)),
      sessionsIn(ids, day),
      missedIn(ids, now),
    ])
    const sessions = found.sort((a, b) => a.startsAt - b.startsAt || (a._id < b._id ? -1 : 1))
    const parts = await partsIn(sessions, [
      'confirmed',
      'attended',
      'absent',
      'excused',
      'offered',
      'waiting',
    ])
    const seated = parts.filter(place => !isQueued(place))
    const hides = isPrivate(facility)
    const known = { sessions: sessionsBySlot(found), mine: [], waiting: new Map<string, number>(), now }
    return {
      facilities: run.map(facilityName),
      facilityId: facility._id,
      isPrivate: hides,
      on,
      lessons: courses
        .flatMap(course =>
          lessonsBetween(
            course,
            closures.filter(({ centreId }) => centreId === course._id),
            day,
          ).map(lesson => lessonView(course, lesson, known)),
        )
        .sort((a, b) => a.startsAt - b.startsAt),
      sessions: sessions.map(session => ({
        ...deskSessionView(session, parts, now),
        title: nameOf(subjects, session.subjectId),
        subjectId: session.subjectId,
        slotAt: slotOfSession(session._id),
      })),
      participants: [...parts].sort(byTimeAndTurn).map(place => participant(place, hides)),
      expected: peopleIn(seated),
      attended: peopleIn(seated.filter(({ state }) => state === 'attended')),
      closures: closures
        .filter(({ untilAt, centreId }) => untilAt > now && !isRetired(facility, courses, centreId))
        .map(closure => ({ ...closureView(closure, now), of: nameOf(subjects, closure.centreId) })),
      appeals: hides ? 0 : missed.filter(isOpenAppeal).length,
      doorCode: facility.doorCode,
      units: isVenue(facility) ? openUnitsOf(facility) : [],
      mayAdd: runsAll(employee),
      now,
    }
  },
)

function namesOf(facility: FacilityDocument, courses: readonly CourseDocument[]): Subject[] {
  if (isVenue(facility)) return everyUnitOf(facility)
  return courses.map(({ _id: subjectId, name }) => ({ subjectId, name }))
}

/** What is closed for good is not opened again. */
const isRetired = (facility: FacilityDocument, courses: readonly CourseDocument[], id: string) =>
  courses.some(({ _id, retiredAt }) => _id === id && retiredAt !== undefined) ||
  (isVenue(facility) && facility.units.some(unit => unit.unitId === id && unit.retiredAt !== undefined))

const nameOf = (subjects: readonly Subject[], id: string) =>
  subjects.find(({ subjectId }) => subjectId === id)?.name ?? ''

/** Somebody asks, and nobody has answered. */
export const isOpenAppeal = (place: PlaceDocument) =>
  isDeposited(place) && place.state === 'absent' && place.appeal !== undefined && place.appeal.answer === null

const isQueued = ({ state }: PlaceDocument) => state === 'offered' || state === 'waiting'

/** Those who have a seat by name, then the queue in its order. */
function byTimeAndTurn(a: PlaceDocument, b: PlaceDocument): number {
  const within =
    isQueued(a) && isQueued(b)
      ? Number(b.state === 'offered') - Number(a.state === 'offered') || (a.queueKey < b.queueKey ? -1 : 1)
      : a.person.name.localeCompare(b.person.name, 'zh-CN')
  return a.startsAt - b.startsAt || Number(isQueued(a)) - Number(isQueued(b)) || within
}

function participant(place: PlaceDocument, hides: boolean) {
  const { _id: placeId, sessionId, person, codes, state } = place
  // Of a private room the id of a place, which names its person, stays here as well.
  return hides
    ? { placeId: '', sessionId, person: null, shortCode: '', state, attendedAt: attendedAtOf(place) }
    : { placeId, sessionId, person, shortCode: codes[1], state, attendedAt: attendedAtOf(place) }
}
