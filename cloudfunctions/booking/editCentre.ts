import { booking } from '@domain/booking/contract'
import { isTimetable, slotAt, type Timetable } from '@domain/booking/slots'
import { refuse } from '@domain/kernel/errors'
import { DAY_MS, type Instant } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { hostedCentre, sessionsOf } from './centreReading'
import { centres } from './store'

/** How far ahead bookings are looked at that the new hours would not have. */
const AHEAD_MS = 92 * DAY_MS

export const editCentre = handle(
  booking.editCentre,
  async (ctx, { centreId, seats, partyMax, ...edited }) => {
    const centre = await hostedCentre(ctx.employee, centreId)
    const { week, onHolidays, followsExchange, specialDays } = edited
    const timetable = { week, onHolidays, followsExchange, specialDays, slotMinutes: centre.slotMinutes }
    refuse(!isTimetable(timetable), 'BOOKING_HOURS_WRONG', ['week'])
    refuse(partyMax > seats, 'BOOKING_HOURS_WRONG', ['partyMax'])
    const words = [...edited.directions, ...edited.advice, ...specialDays.map(({ why }) => why)]
    await ctx.wechat.assertTextIsSafe(edited.headline, edited.intro, ...words)
    const outside = await bookedOutside(centreId, timetable, ctx.now)

    let before: object | null = null
    return ctx.transaction(
      async tx => {
        const current = await centres.in(tx).require(centreId, 'BOOKING_CENTRE_MISSING')
        const { headline, intro, phone, directions, advice, rules } = current
        before = { ...{ headline, intro, phone, directions, advice, rules }, ...hoursOf(current) }
        await centres.in(tx).update(centreId, { ...edited, rules: { ...rules, seats, partyMax } })
        return { saved: true as const, outside }
      },
      () => ({ subject: `${centres.name}/${centreId}`, before, after: { ...edited, seats, partyMax } }),
    )
  },
)

function hoursOf({ week, onHolidays, followsExchange, specialDays }: Timetable) {
  return { week, onHolidays, followsExchange, specialDays }
}

/** How many people have booked a time that these hours do not have. */
async function bookedOutside(centreId: string, timetable: Timetable, now: Instant): Promise<number> {
  const ahead = await sessionsOf(centreId, { fromAt: now, untilAt: now + AHEAD_MS })
  return ahead
    .filter(({ state, startsAt }) => state === 'open' && slotAt(startsAt, timetable, []) === null)
    .reduce((sum, { taken }) => sum + taken, 0)
}
