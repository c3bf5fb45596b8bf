import { booking } from '@domain/booking/contract'
import { daysFrom, openHoursOn } from '@domain/booking/slots'
import { kindIdOf, kindsOf } from '@domain/booking/visitKinds'
import { handle } from '@platform/context'
import { closuresAfter, hostedCentre, sessionsAhead } from './centreReading'
import type { SessionDocument } from './store'
import { kindView } from './visitViews'

const DAYS_SHOWN = 14

export const openCentreForm = handle(booking.openCentreForm, async ({ employee, now }, { centreId }) => {
  const centre = await hostedCentre(employee, centreId)
  const [closures, ahead] = await Promise.all([closuresAfter([centreId], now), sessionsAhead(centreId, now)])
  const { name, headline, intro, story, gallery, phone, directions, advice, version = 0 } = centre
  const { week, onHolidays, followsExchange, specialDays, coverFileId, film, filmVersion = 0 } = centre
  const { address, latitude, longitude } = centre
  return {
    centre: {
      ...{ centreId, version, name, headline, intro, story, gallery, phone, directions, advice },
      ...{ address, latitude, longitude, week, onHolidays, followsExchange, specialDays },
      ...{ coverFileId, film, filmVersion },
      kinds: kindsOf(centre).map(kind => ({ ...kindView(kind), booked: bookedIn(ahead, kind.kindId) })),
    },
    days: daysFrom(now, DAYS_SHOWN).map(on => openHoursOn(on, centre, closures)),
    now,
  }
})

/** How many seats of one kind are taken. */
function bookedIn(found: readonly SessionDocument[], kindId: string): number {
  return found
    .filter(session => session.state === 'open' && kindIdOf(session) === kindId)
    .reduce((sum, { taken }) => sum + taken, 0)
}
