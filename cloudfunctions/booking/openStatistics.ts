import { absentFrom } from '@domain/booking/checkIn'
import { booking } from '@domain/booking/contract'
import { slotsWithin } from '@domain/booking/slots'
import { figuresOf, fillDefinition } from '@domain/booking/statistics'
import { centreFor, kindsOf } from '@domain/booking/visitKinds'
import { DAY_MS, dayOf, type Instant, MINUTE_MS, startOfDay, weekdayOf } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { closuresAfter, hostedCentre, sessionsByStart } from './centreReading'
import { figureTimes } from './figureDays'
import { type Era, erasOf } from './pastHours'
import { type ClosureDocument, feedback, type SessionDocument, sessions } from './store'
import { saidIn, spreadOf } from './visitViews'

const READ_MAX = 1_000

export const openStatistics = handle(
  booking.openStatistics,
  async ({ employee, now }, { centreId, fromOn, untilOn }) => {
    const centre = await hostedCentre(employee, centreId)
    const times = figureTimes(fromOn, untilOn)
    const { fromAt, untilAt } = times
    const [closures, found, said, eras] = await Promise.all([
      closuresAfter([centreId], fromAt),
      sessions.find({
        where: { subjectId: centreId, startsAt: _.gte(fromAt).and(_.lt(untilAt)) },
        orderBy: [['startsAt', 'asc']],
        limit: READ_MAX,
      }),
      feedback.find({
        where: { centreId, at: _.gte(fromAt).and(_.lt(untilAt)) },
        orderBy: [['at', 'desc']],
        limit: READ_MAX,
      }),
      erasOf(centre, times),
    ])
    const rows = rowsOf(eras, closures, found, now)
    const scoreSum = said.reduce((sum, { score }) => sum + score, 0)
    return {
      centre: { centreId, name: centre.name },
      fromOn,
      untilOn,
      figures: figuresOf({ ...totalOf(rows), scores: said.length, scoreSum }),
      byWeekday: [1, 2, 3, 4, 5, 6, 7].map(weekday => ({
        weekday,
        ...fillOf(rows.filter(({ startsAt }) => weekdayOf(startsAt) === weekday)),
      })),
      byTime: grouped(rows, minuteOf).map(([minute, own]) => ({ minute, ...fillOf(own) })),
      byDay: grouped(rows, ({ startsAt }) => dayOf(startsAt)).map(([on, own]) => ({ on, ...fillOf(own) })),
      fillDefinition,
      feedback: { spread: spreadOf(said), latest: saidIn(said) },
      complete: found.length < READ_MAX && said.length < READ_MAX,
      now,
    }
  },
)

/** One slot that is over. */
interface Row {
  startsAt: Instant
  seats: number
  bookings: number
  taken: number
  guests: number
  attendedBookings: number
  attendedGuests: number
}

const NOBODY = { bookings: 0, taken: 0, guests: 0, attendedBookings: 0, attendedGuests: 0 }

/** Slots that somebody booked as their sessions counted them, and those of the hours of then that nobody did. */
function rowsOf(
  eras: readonly Era[],
  closures: readonly ClosureDocument[],
  found: readonly SessionDocument[],
  now: Instant,
): Row[] {
  const booked = found.flatMap(({ startsAt, state, capacity, tally }) =>
    state === 'closed' && tally ? [{ startsAt, seats: capacity, taken: tally.guests, ...tally }] : [],
  )
  const empty = eras.flatMap(era => emptyIn(era, closures, found, now))
  return [...booked, ...empty].sort((a, b) => a.startsAt - b.startsAt)
}

/** The slots of a centre as it was then that are over and that nobody had opened. */
function emptyIn(
  { centre, fromAt, untilAt }: Era,
  closures: readonly ClosureDocument[],
  found: readonly SessionDocument[],
  now: Instant,
): Row[] {
  return kindsOf(centre).flatMap(kind => {
    const { kindId, seats, since = centre.openedOn } = kind
    const known = sessionsByStart(found, kindId)
    const first = Math.max(fromAt, startOfDay(centre.openedOn), startOfDay(since))
    const days = { fromAt: startOfDay(dayOf(first)), untilAt: endOfDay(Math.min(untilAt, now) - 1) }
    return slotsWithin(days, centreFor(centre, kind), closures, [...known.values()])
      .filter(({ startsAt }) => startsAt >= first && startsAt < untilAt && !known.has(startsAt))
      .filter(slot => slot.closedBecause === null && absentFrom(slot) <= now)
      .map(({ startsAt }) => ({ startsAt, seats, ...NOBODY }))
  })
}

const endOfDay = (at: Instant) => startOfDay(dayOf(at)) + DAY_MS

function totalOf(rows: readonly Row[]) {
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    sessions: rows.length,
    seats: sum(row => row.seats),
    bookings: sum(row => row.bookings),
    taken: sum(row => row.taken),
    guests: sum(row => row.guests),
    attendedBookings: sum(row => row.attendedBookings),
    attendedGuests: sum(row => row.attendedGuests),
  }
}

function fillOf(rows: readonly Row[]) {
  const { sessions, seats, taken, guests, attendedGuests } = totalOf(rows)
  return { sessions, seats, taken, guests, attended: attendedGuests }
}

const minuteOf = ({ startsAt }: Row) => (startsAt - startOfDay(dayOf(startsAt))) / MINUTE_MS

function grouped<K extends string | number>(rows: readonly Row[], keyOf: (row: Row) => K): [K, Row[]][] {
  const groups = new Map<K, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}
