import { can } from '@domain/access/roles'
import { isUpcoming, pausedUntil, refusalOf } from '@domain/booking/bookingRules'
import { type Slot, slotAt } from '@domain/booking/slots'
import { centreFor, kindIdOf, kindNamed, type VisitKind } from '@domain/booking/visitKinds'
import { Refusal, refuse } from '@domain/kernel/errors'
import { sortKey } from '@domain/kernel/paging'
import { DAY_MS, type Day, dayOf, type Instant, startOfDay } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import type { Employee } from '@platform/context'
import {
  type CentreDocument,
  type ClosureDocument,
  centres,
  closures,
  type PlaceDocument,
  places,
  type SessionDocument,
  sessions,
} from './store'

const CENTRES_MAX = 50
/** As many as one read can return. */
const CLOSURES_MAX = 1_000
/** What is read at once of sessions, which a long time may have more of. */
const SESSIONS_MAX = 1_000
const OWN_MAX = 50
/** The longest that one session of a centre lasts. */
const SESSION_MS_MAX = DAY_MS

/** Every centre in its order. One request. */
export function allCentres(): Promise<CentreDocument[]> {
  return centres.find({ where: { order: _.gte(0) }, orderBy: [['order', 'asc']], limit: CENTRES_MAX })
}

/** @throws Refusal BOOKING_CENTRE_MISSING, also for one that somebody else runs */
export async function hostedCentre({ grants }: Employee, centreId: string): Promise<CentreDocument> {
  const centre = await centres.require(centreId, 'BOOKING_CENTRE_MISSING')
  refuse(!can(grants, 'booking.centres.run', centreId), 'BOOKING_CENTRE_MISSING')
  return centre
}

/** The closures of some centres that are planned and end after an instant, the first to end first. One request. */
export function closuresAfter(centreIds: readonly string[], after: Instant): Promise<ClosureDocument[]> {
  return closures.find({
    where: { centreId: _.in([...centreIds]), state: 'planned', untilAt: _.gt(after) },
    orderBy: [['untilAt', 'asc']],
    limit: CLOSURES_MAX,
  })
}

/** What there is of a centre's sessions that begin in a time, the end not included. One request for each thousand. */
export async function sessionsOf(
  centreId: string,
  { fromAt, untilAt }: { fromAt: Instant; untilAt: Instant },
): Promise<SessionDocument[]> {
  const found = await sessions.find({
    where: { subjectId: centreId, startsAt: _.gte(fromAt).and(_.lt(untilAt)) },
    orderBy: [['startsAt', 'asc']],
    limit: SESSIONS_MAX,
  })
  const last = found.at(-1)?.startsAt ?? untilAt
  if (found.length < SESSIONS_MAX || last === fromAt) return found
  // Those of the last instant may be more than were read, and are read again.
  const before = found.filter(({ startsAt }) => startsAt < last)
  return [...before, ...(await sessionsOf(centreId, { fromAt: last, untilAt }))]
}

/** How far ahead it is looked at what is booked, when the hours or kinds of a centre are written anew. */
const AHEAD_MS = 92 * DAY_MS

/** The sessions of a centre that are still to begin, open or not. As many requests as `sessionsOf`. */
export function sessionsAhead(centreId: string, now: Instant): Promise<SessionDocument[]> {
  return sessionsOf(centreId, { fromAt: now, untilAt: now + AHEAD_MS })
}

/** Those of one kind; of several openings of the same hour the one that counts: what was called off is another's past. */
export function sessionsByStart(
  found: readonly SessionDocument[],
  kindId: string,
): Map<Instant, SessionDocument> {
  const counting = found.filter(one => one.state !== 'calledOff' && kindIdOf(one) === kindId)
  return new Map(counting.map(session => [session.startsAt, session]))
}

/** What has been opened of one kind on a day, which the slots of the day go by. One request. */
export async function openedOfDay(on: Day, centreId: string, kindId: string): Promise<SessionDocument[]> {
  const fromAt = startOfDay(on)
  const found = await sessionsOf(centreId, { fromAt, untilAt: fromAt + DAY_MS })
  return [...sessionsByStart(found, kindId).values()]
}

/** A colleague's visits that still count, the next first. One request. */
export async function ownVisits(
  employeeId: string,
  now: Instant,
  centreId?: string,
): Promise<PlaceDocument[]> {
  const found = await places.find({
    where: { employeeId, listKey: _.gt(sortKey(now - SESSION_MS_MAX, '')) },
    orderBy: [['listKey', 'desc']],
    limit: OWN_MAX,
  })
  return found
    .filter(({ kind, subjectId }) => kind === 'visit' && (centreId === undefined || subjectId === centreId))
    .filter(place => isUpcoming(place, now))
    .reverse()
}

const ABSENCES_MAX = 50

/** From when on somebody may book here again after absences; null: now. One request. */
export async function pauseOf(
  employeeId: string,
  { _id, rules }: CentreDocument,
  now: Instant,
): Promise<Instant | null> {
  const missed = await places.find({
    where: { employeeId, state: 'absent', endsAt: _.gt(now - rules.absencesWithinDays * DAY_MS) },
    limit: ABSENCES_MAX,
    fields: ['subjectId', 'endsAt'],
  })
  const here = missed.filter(({ subjectId }) => subjectId === _id).map(({ endsAt }) => endsAt)
  return pausedUntil(here, rules, now)
}

/** @throws Refusal BOOKING_KIND_MISSING. @param kindId absent: the centre's first */
export function kindOf(centre: CentreDocument, kindId: string | undefined): VisitKind {
  const kind = kindNamed(centre, kindId)
  if (kind === null) throw new Refusal('BOOKING_KIND_MISSING')
  return kind
}

/**
 * A slot that a colleague may book now, by the centre's own hours, closures and rules, and by what is booked already: of
 * the input only the instant is believed. Four requests.
 * @param kindIn which of the centre's kinds it is to be
 * @returns the centre as whoever comes for the kind finds it
 * @throws Refusal BOOKING_CENTRE_MISSING, BOOKING_PAUSED, as `refusalOf`, and what `kindIn` throws
 */
export async function bookableSlot(
  employeeId: string,
  {
    centreId,
    startsAt,
    kindIn,
  }: { centreId: string; startsAt: Instant; kindIn: (centre: CentreDocument) => VisitKind },
  now: Instant,
): Promise<{ centre: CentreDocument; kind: VisitKind; slot: Slot }> {
  const whole = await centres.require(centreId, 'BOOKING_CENTRE_MISSING')
  const kind = kindIn(whole)
  const centre = centreFor(whole, kind)
  const [closings, opened, pause] = await Promise.all([
    closuresAfter([centreId], startsAt),
    openedOfDay(dayOf(startsAt), centreId, kind.kindId),
    pauseOf(employeeId, centre, now),
  ])
  const slot = slotAt(startsAt, centre, closings, opened)
  const refusal = refusalOf(slot, centre.rules, now)
  if (refusal !== null || slot === null) throw new Refusal(refusal ?? 'BOOKING_SLOT_MISSING')
  if (pause !== null) throw new Refusal('BOOKING_PAUSED', undefined, pause)
  return { centre, kind, slot }
}
