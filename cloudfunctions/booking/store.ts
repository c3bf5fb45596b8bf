import type { BookingRules } from '@domain/booking/bookingRules'
import type { Telling } from '@domain/booking/checkIn'
import type { PlaceAction, PlaceState } from '@domain/booking/place'
import type { Seated, Seats } from '@domain/booking/seats'
import type { Closing, Timetable } from '@domain/booking/slots'
import type { SessionKind } from '@domain/booking/views'
import type { VisitKind, VisitOf } from '@domain/booking/visitKinds'
import type { EarnReason } from '@domain/coin/reasons'
import type { Person } from '@domain/kernel/schema'
import type { Day, Instant } from '@domain/kernel/time'
import { collection, type Document } from '@platform/collection'
import type * as z from 'zod'
import type { CourseDocument, FacilityDocument } from './facilityDocuments'

/** Something with a beginning, an end and a number of seats. Its seats change outside of transactions: it is hot. */
export interface SessionDocument extends Document, Seats {
  kind: SessionKind
  /** The event or activity that this is a session of. */
  subjectId: string
  title: string
  /** Where it is, in a line. */
  venue: string
  coverFileId: string
  startsAt: Instant
  endsAt: Instant
  joinUntil: Instant
  /** Until when a seat may be given up; offers of seats end here too. */
  cancelUntil: Instant
  partyMax: number
  /** Whole coins for one place, whatever its party. */
  fee: number
  /** What attending earns coins for; null: nothing. */
  earns: EarnReason | null
  /** Over what a grant must reach to run it: an association, a centre. */
  hostScopeId: string
  /** What a poster at the door shows, for people who check themselves in. */
  doorCode: string
  /** `proposed`: somebody has to agree before anybody may join. */
  state: 'proposed' | 'open' | 'calledOff' | 'closed'
  /** Why it was called off; null while it was not. */
  calledOffBecause: string | null
  /** When it was changed last; 0: never since it was opened. */
  revision: Instant
  /** Some of its places may still show it as it was, see `spread`. */
  spreading: boolean
  /** When it is looked at next for places that have not followed. */
  spreadAt: Instant
  /** Somebody may be waiting; said too often rather than too rarely, see `allot`. */
  queueing: boolean
  queuedAt: Instant
  /** When it was last looked at for seats to offer; absent: never. */
  askedAt?: Instant
  /** When those who come are reminded; null: they have been. */
  remindAt: Instant | null
  /** Of a visit: what it is for; absent: opened before there were kinds. */
  visit?: VisitOf
  /** Of a visit: the closure that called it off. */
  closureId?: string
  /** Of a visit that is over: who had a seat, and who came. */
  tally?: Tally
}

/** Bookings and the people they were for. */
export interface Tally {
  bookings: number
  /** Seats, or cars; absent: counted before there were cars, a seat for each guest. */
  taken?: number
  guests: number
  attendedBookings: number
  attendedGuests: number
}

/** One person's part in a session; the id is `<session>:<employee>`. The session's lines are copied, for lists. */
export interface PlaceDocument extends Document, Seated {
  sessionId: string
  kind: SessionKind
  subjectId: string
  title: string
  visit?: VisitOf
  venue: string
  startsAt: Instant
  endsAt: Instant
  employeeId: string
  /** Up to which revision of the session it has followed. */
  revision: Instant
  /** Where it stands among the person's own, by beginning; unique. */
  listKey: string
  person: z.infer<typeof Person>
  state: PlaceState
  /** Where it stands in the queue: the first is the smallest. */
  queueKey: string
  offerExpiresAt: Instant | null
  /** The notice that tells of the seat that is held; absent: never one. */
  offerNoticeId?: string
  /** Whether the person has been told that it begins soon. */
  reminded: boolean
  /** `isPromise`: something that a kind of visit asks for, and that the person has agreed to. */
  answers: { title: string; answer: string; isPromise?: true }[]
  guests: string[]
  /** Whole coins that were paid for this turn. */
  paid: number
  /** Of a lesson or a court: whole coins that it was booked for, and until when it may be given up, see `termsOf`. */
  deposit?: number
  cancelUntil?: Instant
  /** What the host scans, and its short form to be read out. */
  codes: [long: string, short: string]
  trail: { action: PlaceAction; at: Instant; by: string; note: string | null }[]
  /** A closure gave the person this place instead of another one. */
  movedFrom?: { placeId: string; startsAt: Instant; because: string } | null
  /** The place that the person got instead of this one. */
  movedTo?: string | null
  /** When the visit begins that the person took instead of this one; absent: they did not. */
  wentTo?: Instant
  /** Whole coins that coming has earned. */
  earned?: number
  /** What the person has told the president of this seat, last. */
  told?: {
    what: Telling
    at: Instant
    /** When they scanned the poster at the door, by their own phone; absent: they did not. */
    scannedAt?: Instant
    /** It was not taken for true. */
    answer?: { verdict: 'dismiss'; reason: string; by: string; at: Instant }
  }
  /** Of an absence: what the person says to it, and what was answered. */
  appeal?: Appeal
}

export interface Appeal {
  words: string
  at: Instant
  answer: { verdict: 'excuse' | 'keep'; reason: string; by: string; at: Instant } | null
}

/** Where people are received by the hour. What is booked are sessions whose subject it is. */
export interface CentreDocument extends Document, Timetable {
  kind: 'centre' | 'factory'
  name: string
  city: string
  headline: string
  coverFileId: string
  address: string
  latitude: number
  longitude: number
  intro: string
  story: { title: string; text: string }[]
  gallery: { fileId: string; caption: string }[]
  film: { fileId: string; posterFileId: string; title: string; seconds: number } | null
  phone: string
  directions: string[]
  advice: string[]
  rules: BookingRules
  /** What one can come for, see `kindsOf`. */
  kinds?: VisitKind[]
  /** How often its form has been saved; absent: never. */
  version?: number
  /** How often its film has been saved; absent: never. */
  filmVersion?: number
  /** Since when visits can be booked: slots before do not count. */
  openedOn: Day
  /** Where it stands among the centres. */
  order: number
  /** How much feedback there is, and its scores in all. */
  scores: number
  scoreSum: number
}

/** A time in which a centre is closed, and how far those who had booked it have been told. */
export interface ClosureDocument extends Document, Closing {
  centreId: string
  state: 'planned' | 'cancelled'
  by: string
  at: Instant
  moved: number
  calledOff: number
  /** Some sessions in it may still be open, or some places not have followed. */
  spreading: boolean
}

/** What a centre offered until that was changed. */
export interface HoursDocument extends Document, Timetable {
  centreId: string
  kinds: VisitKind[]
  untilAt: Instant
}

/** What somebody said of a visit; the id is the place's. */
export interface FeedbackDocument extends Document {
  centreId: string
  employeeId: string
  department: string
  score: number
  words: string
  at: Instant
}

/**
 * One person's bookings of one subject; the id is `<subject>:<employee>`, of a week `<subject>:<week>:<employee>`. Those
 * that no longer count go when one comes.
 */
export interface QuotaDocument extends Document {
  employeeId: string
  /** From when on nothing can be counted by it. */
  forgetAt: Instant
  placeIds: string[]
  /** A closure took a seat and there was no other: the next queue begins with this person. */
  first: boolean
}

export const sessions = collection<SessionDocument>('booking_sessions')
export const places = collection<PlaceDocument>('booking_places')
export const centres = collection<CentreDocument>('booking_centres')
export const closures = collection<ClosureDocument>('booking_closures')
export const hours = collection<HoursDocument>('booking_hours')
export const feedback = collection<FeedbackDocument>('booking_feedback')
export const facilities = collection<FacilityDocument>('booking_facilities')
export const courses = collection<CourseDocument>('booking_courses')
export const quotas = collection<QuotaDocument>('booking_quotas')

export function placeIdOf(sessionId: string, employeeId: string): string {
  return `${sessionId}:${employeeId}`
}
