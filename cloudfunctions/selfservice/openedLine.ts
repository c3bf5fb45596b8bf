import { Refusal } from '@domain/kernel/errors'
import type { Day, Instant } from '@domain/kernel/time'
import { type Current, currentTimetables, linesIn, sheetOf } from './shuttleReading'
import { cardOf, stopsOf, upcomingOf } from './shuttleViews'
import type { FavouriteDocument, ShuttleDocument } from './store'

interface Found {
  shuttle: ShuttleDocument[]
  favourites: FavouriteDocument[]
}

/**
 * A line as its page and its timetable show it. Two requests.
 * @param daysOf days beyond the next weeks that are shown as well
 * @throws Refusal SELFSERVICE_LINE_MISSING when neither today's version nor a later one has it
 */
export async function openedLine(
  lineId: string,
  found: Found,
  now: Instant,
  daysOf: (current: Current) => Day[] = () => [],
) {
  const current = await currentTimetables(found.shuttle[0], now)
  const version = [current.today, ...current.timetables].find(one =>
    one?.lines.some(line => line.lineId === lineId),
  )
  const entry = version?.lines.find(line => line.lineId === lineId)
  if (!version || !entry) throw new Refusal('SELFSERVICE_LINE_MISSING')
  const documents = await linesIn(current, [lineId])
  const note = documents.get(entry.documentId)?.line.note ?? ''
  const opened = {
    line: { ...cardOf(entry, version), note },
    sheet: sheetOf(current, lineId, documents, daysOf(current)),
    stops: stopsOf(current, documents),
    favourite: found.favourites.find(one => one.lineId === lineId)?.stops ?? null,
    upcoming: upcomingOf(current, lineId),
    version: current.today?.number ?? 0,
    now,
  }
  return { opened, current }
}
