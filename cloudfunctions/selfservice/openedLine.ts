import { Refusal } from '@domain/kernel/errors'
import type { Day, Instant } from '@domain/kernel/time'
import { dayTypeOf, dayTypes, nextDayOfType, unannouncedYear } from '@domain/selfservice/serviceDays'
import { type Current, currentTimetables, DAYS_AHEAD, linesIn, sheetOf } from './shuttleReading'
import { cardOf, stopsOf, upcomingsOf } from './shuttleViews'
import type { FavouriteDocument, LineDocument, ShuttleDocument } from './store'

interface Found {
  shuttle: ShuttleDocument[]
  favourites: FavouriteDocument[]
}

type Documents = ReadonlyMap<string, LineDocument>

/**
 * A line as its page shows it. Two requests.
 * @throws Refusal SELFSERVICE_LINE_MISSING when neither today's version nor a later one has it
 */
export async function openedLine(lineId: string, found: Found, now: Instant) {
  const current = await currentTimetables(found.shuttle[0], now)
  const documents = await linesIn(current, [lineId])
  return { ...lineOf(current, lineId, documents, []), ...ownOf(found, lineId), now }
}

/** A line as its timetable shows it: with a day of each type. */
export async function openedTimetable(lineId: string, found: Found, now: Instant) {
  const current = await currentTimetables(found.shuttle[0], now)
  return timetableOf(current, lineId, await linesIn(current, [lineId]), found, now)
}

/** The same of what has been read already. No request. */
export function timetableOf(
  current: Current,
  lineId: string,
  documents: Documents,
  found: Found,
  now: Instant,
) {
  const samples = samplesOf(current, nextChangeOf(current, lineId)?.effectiveOn)
  const days = samples.flatMap(({ on, changedOn }) => [on, changedOn]).filter(on => on !== null)
  return { ...lineOf(current, lineId, documents, days), ...ownOf(found, lineId), samples, now }
}

/** @param days beyond the next weeks that are shown as well */
function lineOf(current: Current, lineId: string, all: Documents, days: readonly Day[]) {
  const version = [current.today, ...current.timetables].find(one =>
    one?.lines.some(line => line.lineId === lineId),
  )
  const entry = version?.lines.find(line => line.lineId === lineId)
  if (!version || !entry) throw new Refusal('SELFSERVICE_LINE_MISSING')
  const documents = new Map([...all].filter(([, { line }]) => line.lineId === lineId))
  return {
    line: { ...cardOf(entry, version), note: documents.get(entry.documentId)?.line.note ?? '' },
    sheet: sheetOf(current, lineId, documents, days),
    stops: stopsOf(current, documents),
    upcoming: nextChangeOf(current, lineId),
    version: current.today?.number ?? 0,
    unannounced: unannouncedYear(current.on, DAYS_AHEAD),
  }
}

const nextChangeOf = (current: Current, lineId: string) => upcomingsOf(current, lineId)[0]?.upcoming ?? null

function ownOf({ favourites }: Found, lineId: string) {
  return { favourite: favourites.find(one => one.lineId === lineId)?.stops ?? null }
}

/** Working days that differ by weekday are told by the next one; it is named, so that nobody takes it for all of them. */
function samplesOf({ on: today }: Current, changedFrom: Day | undefined) {
  return dayTypes.map(type => {
    const on = nextDayOfType(type, today)
    return {
      type,
      on,
      note: on && dayTypeOf(on).note,
      unannounced: on === null ? null : unannouncedYear(on),
      changedOn: changedFrom === undefined ? null : nextDayOfType(type, changedFrom),
    }
  })
}
