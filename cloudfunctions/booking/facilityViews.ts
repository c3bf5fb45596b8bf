import { horizonOf, type SlotRules, slotStateOf } from '@domain/booking/bookingRules'
import type { Standing } from '@domain/booking/facility'
import type { AbsenceShown, CellShown, LessonShown } from '@domain/booking/facilityViews'
import type { Lesson } from '@domain/booking/lessons'
import { slotKey } from '@domain/booking/slotIds'
import type { Slot } from '@domain/booking/slots'
import type { Instant } from '@domain/kernel/time'
import type { CourseDocument, VenueDocument } from './facilityDocuments'
import { sessionsBySlot } from './slotSession'
import type { PlaceDocument, SessionDocument } from './store'
import { waitingIn } from './waiting'

/** What is known of some sessions, for whoever looks at them. */
export interface Known {
  sessions: ReadonlyMap<string, SessionDocument>
  /** The caller's places that still count. */
  mine: readonly PlaceDocument[]
  waiting: ReadonlyMap<string, number>
  now: Instant
}

/** One request where somebody waits, none else. */
export async function knownOf(
  found: readonly SessionDocument[],
  mine: readonly PlaceDocument[],
  now: Instant,
): Promise<Known> {
  return { sessions: sessionsBySlot(found), mine, waiting: await waitingIn(found), now }
}

interface Offer {
  session: SessionDocument | undefined
  slot: Slot
  seats: number
  rules: SlotRules
}

/** What can be had of a slot; one that nobody has booked yet has no session and all its seats. */
function shownOf({ session, slot, seats, rules }: Offer, { mine, waiting, now }: Known) {
  const capacity = session?.capacity ?? seats
  const left = Math.max(0, capacity - (session?.taken ?? 0))
  const state = slotStateOf(slot, rules, left, now)
  const isLater = (state === 'free' || state === 'full') && slot.startsAt >= horizonOf(now, rules)
  const own = mine.find(({ sessionId }) => sessionId === session?._id)
  const { startsAt, endsAt, closedBecause } = slot
  return {
    ...{ startsAt, endsAt, closedBecause, capacity, left },
    state: isLater ? ('later' as const) : state,
    waiting: (session && waiting.get(session._id)) ?? 0,
    mine: own ? { placeId: own._id, state: own.state } : null,
  }
}

export function lessonView(course: CourseDocument, lesson: Lesson, known: Known): LessonShown {
  const { _id: courseId, name, level, seats, rules } = course
  const { lessonAt, room, coach, changedBecause } = lesson
  const session = known.sessions.get(slotKey(courseId, lessonAt))
  return {
    ...{ courseId, lessonAt, name, level, room, coach, changedBecause },
    ...shownOf({ session, slot: lesson, seats, rules }, known),
  }
}

export function cellView({ rules }: VenueDocument, unitId: string, slot: Slot, known: Known): CellShown {
  const session = known.sessions.get(slotKey(unitId, slot.startsAt))
  const { capacity: _one, left: _none, ...shown } = shownOf({ session, slot, seats: 1, rules }, known)
  return { unitId, ...shown }
}

/** An absence as its person and whoever runs the place see it. */
export function absenceView(
  { _id: placeId, title, startsAt, state, paid, appeal }: PlaceDocument,
  { pause, counting }: Standing<PlaceDocument>,
): AbsenceShown {
  const isIn = (list: readonly PlaceDocument[]) => list.some(({ _id }) => _id === placeId)
  const counts = isIn(pause?.counted ?? []) ? 'pause' : isIn(counting) ? 'counting' : 'no'
  return {
    ...{ placeId, title, startsAt, counts },
    state: state === 'excused' ? 'excused' : 'absent',
    kept: paid,
    appeal: appeal ?? null,
  }
}
