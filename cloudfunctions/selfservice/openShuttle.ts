import { selfservice } from '@domain/selfservice/contract'
import { handleWith } from '@platform/context'
import { ridesOf } from './rides'
import { currentTimetables, linesIn, shuttleAlong } from './shuttleReading'
import { cardOf, upcomingOf } from './shuttleViews'

export const openShuttle = handleWith(selfservice.openShuttle, shuttleAlong, async (ctx, _input, found) => {
  const current = await currentTimetables(found.shuttle[0], ctx.now)
  const mine = found.favourites.map(({ lineId }) => lineId)
  const documents = await linesIn(current, mine)
  const { today } = current
  const lines = (today?.lines ?? []).map(entry => ({
    ...cardOf(entry, today as NonNullable<typeof today>),
    favoured: mine.includes(entry.lineId),
  }))
  const isHere = ({ group }: { group: string }) => group === ctx.employee.site
  return {
    favourites: ridesOf(current, found.favourites, documents, ctx.now),
    changes: mine.flatMap(lineId => {
      const upcoming = upcomingOf(current, lineId)
      const name = current.upcoming?.changes.find(change => change.lineId === lineId)?.name ?? ''
      return upcoming ? [{ ...upcoming, lineId, name }] : []
    }),
    lines: [...lines.filter(isHere), ...lines.filter(line => !isHere(line))],
    version: today && { number: today.number, effectiveOn: today.effectiveOn ?? '' },
    now: ctx.now,
  }
})
