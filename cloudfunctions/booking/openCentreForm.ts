import { booking } from '@domain/booking/contract'
import { daysFrom, openHoursOn } from '@domain/booking/slots'
import { handle } from '@platform/context'
import { closuresAfter, hostedCentre } from './centreReading'

const DAYS_SHOWN = 14

export const openCentreForm = handle(booking.openCentreForm, async ({ employee, now }, { centreId }) => {
  const centre = await hostedCentre(employee, centreId)
  const closures = await closuresAfter([centreId], now)
  const { name, headline, intro, phone, directions, advice, rules } = centre
  const { week, onHolidays, followsExchange, specialDays, slotMinutes, coverFileId, film } = centre
  return {
    centre: {
      ...{ centreId, name, headline, intro, phone, directions, advice, rules },
      ...{ week, onHolidays, followsExchange, specialDays, slotMinutes },
      ...{ coverFileId, film },
    },
    days: daysFrom(now, DAYS_SHOWN).map(on => openHoursOn(on, centre, closures)),
    now,
  }
})
