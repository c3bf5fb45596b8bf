import { can } from '@domain/access/roles'
import { horizonOf } from '@domain/booking/bookingRules'
import type { SlotShown } from '@domain/booking/centreViews'
import { booking } from '@domain/booking/contract'
import { type Closing, daysFrom, openHoursOn, slotsOn } from '@domain/booking/slots'
import { centreFor, kindsOf } from '@domain/booking/visitKinds'
import { Refusal } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { allCentres, closuresAfter, ownVisits, sessionsByStart, sessionsOf } from './centreReading'
import { type CentreDocument, feedback } from './store'
import { placeView } from './views'
import { centreCardOf, type Known, kindView, saidIn, slotViewOf, spreadOf } from './visitViews'

/** How far ahead the page tells of days with other hours. */
const UNUSUAL_DAYS = 60
const NEXT_SLOTS = 4
const FEEDBACK_MAX = 100

export const openCentre = handle(booking.openCentre, async ({ employee, now }, { centreId }) => {
  const all = await allCentres()
  const centre = all.find(({ _id }) => _id === centreId)
  if (!centre) throw new Refusal('BOOKING_CENTRE_MISSING')
  const horizon = horizonOf(now, centre.rules)
  const [closings, found, own, said] = await Promise.all([
    closuresAfter([centreId], now),
    sessionsOf(centreId, { fromAt: now, untilAt: horizon }),
    ownVisits(employee.id, now, centreId),
    feedback.find({ where: { centreId }, orderBy: [['at', 'desc']], limit: FEEDBACK_MAX }),
  ])
  const offered = kindsOf(centre).map(kind => ({
    kind: kindView(kind),
    free: freeSlotsOf(centreFor(centre, kind), closings, {
      kind,
      sessions: sessionsByStart(found, kind.kindId),
      mine: own,
      now,
    }),
  }))
  const { intro, story, gallery, film, phone, directions, advice, rules } = centre
  return {
    centre: {
      ...centreCardOf(centre, closings, now),
      ...{ intro, story, gallery, film, phone, directions, advice, rules },
      week: weekOf(centre),
      unusual: unusualDays(centre, closings, now),
    },
    others: all
      .filter(({ _id }) => _id !== centreId)
      .map(({ _id, name, headline }) => ({ centreId: _id, name, headline })),
    kinds: offered.map(({ kind, free }) => ({ ...kind, next: free[0] ?? null })),
    next: offered[0]?.free.slice(0, NEXT_SLOTS) ?? [],
    mine: own.map(placeView),
    feedback: { spread: spreadOf(said), latest: saidIn(said) },
    hosting: can(employee.grants, 'booking.centres.run', centreId),
    now,
  }
})

/** The times with seats left of one kind. @param centre as whoever comes for it finds it */
function freeSlotsOf(centre: CentreDocument, closings: readonly Closing[], known: Known): SlotShown[] {
  const opened = [...known.sessions.values()]
  return daysFrom(known.now, centre.rules.horizonDays + 1)
    .flatMap(on => slotsOn(on, centre, closings, opened))
    .map(slot => slotViewOf(slot, centre, known))
    .filter(({ state }) => state === 'free')
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

function weekOf({ week }: CentreDocument) {
  return WEEKDAYS.map(weekday => ({
    weekday,
    spans: week
      .filter(hours => hours.weekday === weekday)
      .map(({ fromMinute, untilMinute }) => ({ fromMinute, untilMinute })),
  }))
}

/** Also a public holiday that is open as usual: one would not expect it. */
function unusualDays(centre: CentreDocument, closings: readonly Closing[], now: Instant) {
  return daysFrom(now, UNUSUAL_DAYS)
    .map(on => openHoursOn(on, centre, closings))
    .filter(({ sort }) => sort !== 'usual' && sort !== 'rest')
}
