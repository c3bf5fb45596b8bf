import { selfservice } from '@domain/selfservice/contract'
import { dayTypeOf, dayTypes, lastDayOfType, nextDayOfType } from '@domain/selfservice/serviceDays'
import { handleWith } from '@platform/context'
import { openedLine } from './openedLine'
import { type Current, shuttleAlong } from './shuttleReading'

export const openTimetable = handleWith(
  selfservice.openTimetable,
  shuttleAlong,
  async (ctx, { lineId }, found) => {
    const daysOf = (current: Current) =>
      samplesOf(current).flatMap(({ on, changedOn }) => daysIn(on, changedOn))
    const { opened, current } = await openedLine(lineId, found, ctx.now, daysOf)
    return { ...opened, samples: samplesOf(current) }
  },
)

const daysIn = (...days: (string | null)[]) => days.filter(on => on !== null)

/** Working days that differ by weekday are told by the next one; it is named, so that nobody takes it for all of them. */
function samplesOf({ on: today, upcoming }: Current) {
  return dayTypes.map(type => {
    const on = nextDayOfType(type, today) ?? lastDayOfType(type, today)
    return {
      type,
      on,
      note: on && dayTypeOf(on).note,
      changedOn: upcoming?.effectiveOn ? nextDayOfType(type, upcoming.effectiveOn) : null,
    }
  })
}
