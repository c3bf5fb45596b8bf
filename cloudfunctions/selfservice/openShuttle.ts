import type { Instant } from '@domain/kernel/time'
import { selfservice } from '@domain/selfservice/contract'
import { nextDepartures } from '@domain/selfservice/departures'
import { handleWith } from '@platform/context'
import { type Current, currentTimetables, linesIn, sheetOf, shuttleAlong } from './shuttleReading'
import { cardOf, upcomingOf } from './shuttleViews'
import type { FavouriteDocument, LineDocument } from './store'

/** Enough for a phone that is without a network for some days. */
const DEPARTURES_MAX = 120

export const openShuttle = handleWith(selfservice.openShuttle, shuttleAlong, async (ctx, _input, found) => {
  const current = await currentTimetables(found.shuttle[0], ctx.now)
  const mine = found.favourites.map(({ lineId }) => lineId)
  const documents = await linesIn(current, mine)
  const { today } = current
  const rides = found.favourites.flatMap(favourite => ridesOf(current, favourite, documents, ctx.now))
  const lines = (today?.lines ?? []).map(entry => ({
    ...cardOf(entry, today as NonNullable<typeof today>),
    favoured: mine.includes(entry.lineId),
  }))
  const isHere = ({ group }: { group: string }) => group === ctx.employee.site
  return {
    favourites: rides.sort((a, b) => (a.departures[0] ?? Infinity) - (b.departures[0] ?? Infinity)),
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

/** The next buses of a favourite, by its directions. */
function ridesOf(
  current: Current,
  { lineId, stops }: FavouriteDocument,
  documents: ReadonlyMap<string, LineDocument>,
  now: Instant,
) {
  const sheet = sheetOf(current, lineId, documents)
  const entry = current.today?.lines.find(one => one.lineId === lineId)
  const line = entry && documents.get(entry.documentId)?.line
  return stops.flatMap(own => {
    const direction = line?.directions.find(({ directionId }) => directionId === own.directionId)
    const stop = current.today?.stops.find(({ stopId }) => stopId === own.stopId)
    if (!line || !direction || !stop) return []
    return [
      {
        ...own,
        lineId,
        name: line.name,
        headsign: direction.headsign,
        stopName: stop.name,
        stopNote: stop.note,
        departures: nextDepartures(sheet, own, now, DEPARTURES_MAX).map(({ at }) => at),
      },
    ]
  })
}
