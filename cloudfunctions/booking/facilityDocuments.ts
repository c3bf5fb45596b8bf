import type { AbsenceRule, CourseLevel, FacilityRules, Unit, VenueSort } from '@domain/booking/facility'
import type { Course, LessonChange } from '@domain/booking/lessons'
import type { Timetable } from '@domain/booking/slots'
import type { Day, Instant } from '@domain/kernel/time'
import type { Document } from '@platform/collection'

interface Facility extends Document {
  name: string
  site: string
  /** Where it is, in a line. */
  place: string
  coverFileId: string
  absences: AbsenceRule
  /** What the poster at its door shows; the same for all its sessions. */
  doorCode: string
  /** Since when it can be booked: slots before do not count. */
  openedOn: Day
  order: number
}

export interface GymDocument extends Facility {
  kind: 'gym'
}

export interface VenueDocument extends Facility, Timetable {
  kind: 'venue'
  sort: VenueSort
  /** Those that are closed for good included: what was booked of them stays. */
  units: Unit[]
  /** Nobody learns who has it. */
  isPrivate: boolean
  /** What to bring, or how to behave, in a line. */
  advice: string
  rules: FacilityRules
  /** See `atOnceMaxOf`. */
  atOnceMax?: number
}

/** A gym or a venue. What is booked are sessions of its courses, courts and rooms. */
export type FacilityDocument = GymDocument | VenueDocument

export interface CourseDocument extends Document, Course {
  facilityId: string
  name: string
  level: CourseLevel
  intro: string
  coverFileId: string
  seats: number
  rules: FacilityRules
  changes: LessonChange[]
  order: number
  /** Ended for good; absent: it is taught. */
  retiredAt?: Instant
  /** Sessions of its lessons may still have other lines than it. */
  spreading: boolean
  changedAt: Instant
}
