import { can, scopesOf } from '@domain/access/roles'
import { isUpcoming } from '@domain/booking/bookingRules'
import {
  atOnceMaxOf,
  facilityIdOf,
  isDeposited,
  type Standing,
  standingOf,
  weekOf,
} from '@domain/booking/facility'
import type { StandingShown } from '@domain/booking/facilityViews'
import { MOVED_MS_MAX } from '@domain/booking/lessons'
import { fullWeeks } from '@domain/booking/ownPlans'
import { refuse } from '@domain/kernel/errors'
import { sortKey } from '@domain/kernel/paging'
import { DAY_MS, type Instant, startOfDay } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import type { Employee } from '@platform/context'
import type { CourseDocument, FacilityDocument, GymDocument, VenueDocument } from './facilityDocuments'
import { courses, facilities, type PlaceDocument, places, type SessionDocument, sessions } from './store'

const FACILITIES_MAX = 100
/** As many as one read can return. */
const BLOCK = 1_000
const OWN_MAX = 200
const ABSENCES_MAX = 200
/** As far back as absences are looked at: far enough that what has led to a pause is never counted again. */
const REMEMBERED_MS = 365 * DAY_MS

/** Of a picture that cannot be taken. */
export const unfitting = { missing: 'BOOKING_PICTURE_MISSING', unfit: 'BOOKING_PICTURE_UNFIT' } as const

/** A time, the end not included. */
export interface Between {
  fromAt: Instant
  untilAt: Instant
}

/** Every gym and venue in its order. One request. */
export function allFacilities(): Promise<FacilityDocument[]> {
  return facilities.find({
    where: { order: _.gte(0) },
    orderBy: [['order', 'asc']],
    limit: FACILITIES_MAX,
  })
}

export const isGym = (facility: FacilityDocument): facility is GymDocument => facility.kind === 'gym'
export const isVenue = (facility: FacilityDocument): facility is VenueDocument => facility.kind === 'venue'

/** Whether nobody but the person may learn who has booked it. */
export const isPrivate = (facility: FacilityDocument) => isVenue(facility) && facility.isPrivate

/** Every course that a gym has ever had, in their order. One request. */
export function coursesOf(facilityId: string): Promise<CourseDocument[]> {
  return courses.find({ where: { facilityId }, orderBy: [['order', 'asc']], limit: BLOCK })
}

/** The courses that a gym teaches, in their order. One request. */
export async function taughtAt(facilityId: string): Promise<CourseDocument[]> {
  return (await coursesOf(facilityId)).filter(({ retiredAt }) => retiredAt === undefined)
}

/** @throws Refusal BOOKING_FACILITY_MISSING, also for one that somebody else runs */
export async function runFacility({ grants }: Employee, facilityId: string): Promise<FacilityDocument> {
  const facility = await facilities.require(facilityId, 'BOOKING_FACILITY_MISSING')
  refuse(!can(grants, 'booking.facilities.run', facilityId), 'BOOKING_FACILITY_MISSING')
  return facility
}

/** Whether a colleague runs every facility, and may add one. */
export const runsAll = ({ grants }: Employee) => scopesOf(grants, 'booking.facilities.run') === null

/** The facilities that a colleague runs, in their order. One request. */
export async function facilitiesRunBy({ grants }: Employee): Promise<FacilityDocument[]> {
  const scopes = scopesOf(grants, 'booking.facilities.run')
  const all = await allFacilities()
  return scopes === null ? all : all.filter(({ _id }) => scopes.includes(_id))
}

/** What can be or could be booked of a facility: its courts or rooms, or the courses of a gym. */
export interface Subject {
  subjectId: string
  name: string
}

/** One request for a gym, none for a venue. */
export async function subjectsOf(facility: FacilityDocument): Promise<Subject[]> {
  if (isVenue(facility)) return everyUnitOf(facility)
  return (await coursesOf(facility._id)).map(({ _id: subjectId, name }) => ({ subjectId, name }))
}

/** What can be booked of a facility; that which is closed for good is not among it. One request for a gym. */
export async function bookedOf(facility: FacilityDocument): Promise<string[]> {
  if (isVenue(facility)) return openUnitsOf(facility).map(({ unitId }) => unitId)
  return (await taughtAt(facility._id)).map(({ _id }) => _id)
}

/** The courts and rooms that can be booked. */
export function openUnitsOf({ units }: VenueDocument) {
  return units
    .filter(({ retiredAt }) => retiredAt === undefined)
    .map(({ unitId, name }) => ({ unitId, name }))
}

export const unitsOf = (venue: VenueDocument): Subject[] => subjectsFrom(openUnitsOf(venue))

/** Those that are closed for good included. */
export const everyUnitOf = ({ units }: VenueDocument): Subject[] => subjectsFrom(units)

function subjectsFrom(units: VenueDocument['units']): Subject[] {
  return units.map(({ unitId: subjectId, name }) => ({ subjectId, name }))
}

/**
 * The sessions of some subjects that begin in a time, all of them: an answer that is full may be cut, and is asked for
 * again in halves. One request, two more for each full answer, none for no subjects.
 */
export async function sessionsIn(
  subjectIds: readonly string[],
  between: Between,
): Promise<SessionDocument[]> {
  const found = await someSessionsIn(subjectIds, between)
  if (found.length < BLOCK) return found
  const halves = halvesOf(subjectIds, between)
  return (await Promise.all(halves.map(half => sessionsIn(...half)))).flat()
}

/** The same, but a thousand at most, whichever. One request, none for no subjects. */
export async function someSessionsIn(
  subjectIds: readonly string[],
  { fromAt, untilAt }: Between,
): Promise<SessionDocument[]> {
  if (subjectIds.length === 0) return []
  return sessions.find({
    where: { subjectId: _.in([...subjectIds]), startsAt: _.gte(fromAt).and(_.lt(untilAt)) },
    limit: BLOCK,
  })
}

/** Half of the subjects each, or of one subject half of the time. */
function halvesOf(ids: readonly string[], { fromAt, untilAt }: Between): [readonly string[], Between][] {
  const middle = Math.ceil(ids.length / 2)
  if (ids.length > 1)
    return [ids.slice(0, middle), ids.slice(middle)].map(half => [half, { fromAt, untilAt }])
  const noon = Math.floor((fromAt + untilAt) / 2)
  return [
    [ids, { fromAt, untilAt: noon }],
    [ids, { fromAt: noon, untilAt }],
  ]
}

/** A colleague's places that begin in a time, the first first. One request. */
export async function ownPlacesIn(
  employeeId: string,
  { fromAt, untilAt }: Between,
): Promise<PlaceDocument[]> {
  const found = await places.find({
    where: { employeeId, listKey: _.gte(sortKey(fromAt, '')).and(_.lt(sortKey(untilAt, ''))) },
    orderBy: [['listKey', 'desc']],
    limit: OWN_MAX,
  })
  return found.reverse()
}

const AHEAD_MS = 366 * DAY_MS

/** A colleague's lessons and courts that begin after an instant. One request. */
export async function ownBookingsAfter(employeeId: string, fromAt: Instant): Promise<PlaceDocument[]> {
  const own = await ownPlacesIn(employeeId, { fromAt, untilAt: fromAt + AHEAD_MS })
  return own.filter(isDeposited)
}

/**
 * All that a colleague has booked from the Monday of this week on, events and visits among it; what was moved to the week
 * before as well. One request.
 */
export function ownFromThisWeek(employeeId: string, now: Instant): Promise<PlaceDocument[]> {
  const fromAt = startOfDay(weekOf(now)) - MOVED_MS_MAX
  return ownPlacesIn(employeeId, { fromAt, untilAt: fromAt + AHEAD_MS })
}

/** What somebody is told of their own before they book. */
export function ownPlansOf(
  own: readonly PlaceDocument[],
  {
    facility,
    isCounted,
    weekMax,
  }: { facility: FacilityDocument; isCounted: (place: PlaceDocument) => boolean; weekMax: number },
  now: Instant,
) {
  return {
    plans: upcomingOf(own, now).map(({ title, startsAt, endsAt, subjectId }) => ({
      ...{ title, startsAt, endsAt },
      isHere: facilityIdOf(subjectId) === facility._id,
    })),
    atOnceMax: atOnceMaxOf(facility),
    fullWeeks: fullWeeks(own.filter(isCounted), weekMax),
  }
}

export const upcomingOf = (own: readonly PlaceDocument[], now: Instant) =>
  own.filter(place => isUpcoming(place, now))

export const ofFacility = (own: readonly PlaceDocument[], facilityId: string) =>
  own.filter(({ subjectId }) => facilityIdOf(subjectId) === facilityId)

/** The lessons and courts of the last year that a colleague did not come to, excused or not. One request. */
export async function missedBy(employeeId: string, now: Instant): Promise<PlaceDocument[]> {
  const found = await places.find({
    where: { employeeId, state: _.in(['absent', 'excused']), endsAt: _.gt(now - REMEMBERED_MS) },
    limit: ABSENCES_MAX,
  })
  return found.filter(isDeposited)
}

/** The same of everybody, for some subjects, the latest first. One request, none for no subjects. */
export async function missedIn(subjectIds: readonly string[], now: Instant): Promise<PlaceDocument[]> {
  if (subjectIds.length === 0) return []
  return places.find({
    where: {
      subjectId: _.in([...subjectIds]),
      state: _.in(['absent', 'excused']),
      endsAt: _.gt(now - REMEMBERED_MS),
    },
    orderBy: [['endsAt', 'desc']],
    limit: BLOCK,
  })
}

/** How somebody stands with a facility. @param missed as `missedBy`, of any facility */
export function standingWith(
  { _id, absences }: FacilityDocument,
  missed: readonly PlaceDocument[],
  now: Instant,
): Standing<PlaceDocument> {
  const counted = ofFacility(missed, _id).filter(({ state }) => state === 'absent')
  return standingOf(counted, absences, now)
}

export function standingView(
  { absences }: FacilityDocument,
  { pause, counting }: Standing<PlaceDocument>,
): StandingShown {
  return { ...absences, pausedUntil: pause?.until ?? null, counting: counting.length }
}

export function facilityName({ _id: facilityId, kind, name, site }: FacilityDocument) {
  return { facilityId, kind, name, site }
}
