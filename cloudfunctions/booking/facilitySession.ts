import { deadlinesOf, refusalOf } from '@domain/booking/bookingRules'
import { type FacilityRules, facilityIdOf, weekOf } from '@domain/booking/facility'
import { type Lesson, lessonAt, MOVED_MS_MAX } from '@domain/booking/lessons'
import { slotSessionId } from '@domain/booking/slotIds'
import { type Slot, slotAt } from '@domain/booking/slots'
import { Refusal } from '@domain/kernel/errors'
import { DAY_MS, type Day, type Instant } from '@domain/kernel/time'
import { closuresAfter } from './centreReading'
import type { CourseDocument, FacilityDocument, VenueDocument } from './facilityDocuments'
import { isVenue, missedBy, standingWith } from './facilityReading'
import { newSession } from './newSession'
import { asOfNow, openSlotSession } from './slotSession'
import { courses, facilities, type SessionDocument } from './store'

/** A lesson or a court that somebody may book now. */
export interface Bookable {
  facility: FacilityDocument
  rules: FacilityRules
  slot: Slot
  /** What its bookings are counted with, and in which week. */
  quotaId: string
  week: Day
  open(now: Instant): Promise<SessionDocument>
}

/**
 * A slot that a colleague may book now, by timetable, closures and rules: of the input only the instant is believed.
 * Four requests, three for a venue.
 * @throws Refusal BOOKING_FACILITY_MISSING, BOOKING_PAUSED, and as `refusalOf`
 */
export async function bookableFor(
  employeeId: string,
  subjectId: string,
  at: Instant,
  now: Instant,
): Promise<Bookable> {
  const [facility, closings, missed] = await Promise.all([
    facilities.require(facilityIdOf(subjectId), 'BOOKING_FACILITY_MISSING'),
    // No closure of another day is missed, wherever its lesson has moved.
    closuresAfter([subjectId], at - MOVED_MS_MAX),
    missedBy(employeeId, now),
  ])
  const found = isVenue(facility)
    ? unitSlot(facility, subjectId, slotAt(at, facility, closings))
    : await lessonSlot(facility, subjectId, course => lessonAt(at, course, closings))
  const { slot, open } = found
  const refusal = refusalOf(slot, found.rules, now)
  if (refusal !== null || slot === null || open === null) throw new Refusal(refusal ?? 'BOOKING_SLOT_MISSING')
  const { pause } = standingWith(facility, missed, now)
  if (pause !== null) throw new Refusal('BOOKING_PAUSED', undefined, pause.until)
  return { facility, rules: found.rules, quotaId: found.quotaId, slot, week: weekOf(at), open }
}

type Found = Pick<Bookable, 'rules' | 'quotaId'> &
  (Pick<Bookable, 'slot' | 'open'> | { slot: null; open: null })

function unitSlot(venue: VenueDocument, unitId: string, slot: Slot | null): Found {
  const unit = venue.units.find(one => one.unitId === unitId)
  if (!unit || unit.retiredAt !== undefined) throw new Refusal('BOOKING_FACILITY_MISSING')
  const { rules, coverFileId } = venue
  if (slot === null) return { rules, quotaId: venue._id, slot, open: null }
  const lines = {
    kind: 'venue' as const,
    subjectId: unitId,
    title: `${venue.name} · ${unit.name}`,
    venue: venue.place,
  }
  const open = async (now: Instant) => {
    const session = await openSlotSession(slotSessionId('venue', unitId, slot.startsAt), _id =>
      sessionOf({ _id, ...lines }, { facility: venue, coverFileId, seats: 1, rules }, slot, now),
    )
    return asOfNow(session, { title: lines.title, venue: venue.place, coverFileId, ...termsBy(rules, slot) })
  }
  return { rules, quotaId: venue._id, slot, open }
}

async function lessonSlot(
  facility: FacilityDocument,
  courseId: string,
  find: (course: CourseDocument) => Lesson | null,
): Promise<Found> {
  const course = await courses.require(courseId, 'BOOKING_FACILITY_MISSING')
  const { rules, seats, coverFileId } = course
  const lesson = find(course)
  if (lesson === null) return { rules, quotaId: courseId, slot: null, open: null }
  const lines = { kind: 'course' as const, subjectId: courseId, ...lessonLines(course, lesson) }
  const open = async (now: Instant) => {
    const session = await openSlotSession(slotSessionId('course', courseId, lesson.lessonAt), _id =>
      sessionOf({ _id, ...lines }, { facility, coverFileId, seats, rules }, lesson, now),
    )
    // Its other lines follow the course by the timer, which tells those who have booked.
    return asOfNow(session, termsBy(rules, lesson))
  }
  return { rules, quotaId: courseId, slot: lesson, open }
}

/** What a session and its places say of a lesson. */
export function lessonLines({ name }: Pick<CourseDocument, 'name'>, { room, coach }: Lesson) {
  return { title: name, venue: `${room} · 教练 ${coach}` }
}

/** What a slot is booked for, and until when. */
export function termsBy(rules: FacilityRules, slot: Pick<Slot, 'startsAt'>) {
  return { fee: rules.deposit, ...deadlinesOf(slot, rules) }
}

/** When those who come are reminded: the day before; not where it is booked later than that. */
export function reminderOf(startsAt: Instant, now: Instant): Instant | null {
  return startsAt - DAY_MS > now ? startsAt - DAY_MS : null
}

function sessionOf(
  lines: Pick<SessionDocument, '_id' | 'kind' | 'subjectId' | 'title' | 'venue'>,
  made: { facility: FacilityDocument; coverFileId: string; seats: number; rules: FacilityRules },
  slot: Slot,
  now: Instant,
): SessionDocument {
  const { facility, coverFileId, seats, rules } = made
  return newSession({
    ...lines,
    coverFileId,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    ...termsBy(rules, slot),
    capacity: seats,
    partyMax: 1,
    earns: null,
    hostScopeId: facility._id,
    doorCode: facility.doorCode,
    remindAt: reminderOf(slot.startsAt, now),
    state: 'open',
  })
}
