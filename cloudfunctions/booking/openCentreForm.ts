import { booking } from '@domain/booking/contract'
import { daysFrom, openHoursOn } from '@domain/booking/slots'
import { kindsOf } from '@domain/booking/visitKinds'
import { handle } from '@platform/context'
import { closuresAfter, hostedCentre } from './centreReading'
import { kindView } from './visitViews'

const DAYS_SHOWN = 14

export const openCentreForm = handle(booking.openCentreForm, async ({ employee, now }, { centreId }) => {
  const centre = await hostedCentre(employee, centreId)
  const closures = await closuresAfter([centreId], now)
  const { name, headline, intro, story, gallery, phone, directions, advice, version = 0 } = centre
  const { week, onHolidays, followsExchange, specialDays, coverFileId, film, filmVersion = 0 } = centre
  const { address, latitude, longitude } = centre
  return {
    centre: {
      ...{ centreId, version, name, headline, intro, story, gallery, phone, directions, advice },
      ...{ address, latitude, longitude, week, onHolidays, followsExchange, specialDays },
      ...{ kinds: kindsOf(centre).map(kindView), coverFileId, film, filmVersion },
    },
    days: daysFrom(now, DAYS_SHOWN).map(on => openHoursOn(on, centre, closures)),
    now,
  }
})
