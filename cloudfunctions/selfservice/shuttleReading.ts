import { type Day, dayOf, type Instant } from '@domain/kernel/time'
import type { DayPlan, Edition, LineSheet } from '@domain/selfservice/departures'
import type { Network } from '@domain/selfservice/network'
import { daysBetween, nextDay, runsOn } from '@domain/selfservice/serviceDays'
import { type Published, stillNeeded, versionOn } from '@domain/selfservice/timetable'
import { _ } from '@platform/cloud'
import {
  favourites,
  type LineDocument,
  type LineEntry,
  lines,
  SHUTTLE_ID,
  type ShuttleDocument,
  shuttles,
  type TimetableDocument,
  timetables,
} from './store'

export const FAVOURITES_MAX = 10
/** Yesterday's last bus, and three weeks: longer than any holiday, and than a phone keeps an answer. */
export const DAYS_AHEAD = 21

/** The list of versions and one's own lines come with the caller. */
export const shuttleAlong = () => ({
  shuttle: shuttles.along({ where: { _id: SHUTTLE_ID }, limit: 1 }),
  favourites: favourites.along({
    where: {},
    ofCaller: 'employeeId',
    orderBy: [['at', 'asc']],
    limit: FAVOURITES_MAX,
  }),
})

/** The versions that count from yesterday on, as riders meet them. */
export interface Current {
  published: Published[]
  /** The documents of `published`, in their order. */
  timetables: TimetableDocument[]
  /** Today's; null: there is none yet. */
  today: TimetableDocument | null
  on: Day
}

/** One request, and none where nothing was ever published. */
export async function currentTimetables(found: ShuttleDocument | undefined, now: Instant): Promise<Current> {
  const on = dayOf(now)
  const published = stillNeeded(found?.published ?? [], on)
  const documents =
    published.length === 0
      ? []
      : await timetables.find({
          where: { _id: _.in(published.map(({ versionId }) => versionId)) },
          limit: published.length,
        })
  const byId = (one: Published | null) => documents.find(({ _id }) => _id === one?.versionId) ?? null
  return {
    published,
    timetables: published.flatMap(one => byId(one) ?? []),
    today: byId(versionOn(published, on)),
    on,
  }
}

/** The documents of some lines in all of the versions. One request. */
export async function linesIn(
  { timetables: versions }: Pick<Current, 'timetables'>,
  lineIds: readonly string[],
): Promise<Map<string, LineDocument>> {
  const wanted = versions.flatMap(version => version.lines.filter(({ lineId }) => lineIds.includes(lineId)))
  return lineDocuments(wanted)
}

/** By document id. One request, and none for nothing. */
export async function lineDocuments(entries: readonly LineEntry[]): Promise<Map<string, LineDocument>> {
  const ids = [...new Set(entries.map(({ documentId }) => documentId))]
  const found = ids.length === 0 ? [] : await lines.find({ where: { _id: _.in(ids) }, limit: ids.length })
  return new Map(found.map(document => [document._id, document]))
}

/** A version with all its trips. One request. */
export async function networkOf(version: TimetableDocument): Promise<Network> {
  const documents = await lineDocuments(version.lines)
  const { agencies, stops, services } = version
  return {
    ...{ agencies, stops, services },
    lines: version.lines.flatMap(({ documentId }) => documents.get(documentId)?.line ?? []),
  }
}

/**
 * A line from yesterday on, as each day's version has it.
 * @param more days beyond the next weeks
 */
export function sheetOf(
  current: Current,
  lineId: string,
  documents: ReadonlyMap<string, LineDocument>,
  more: readonly Day[] = [],
): LineSheet {
  const next = daysBetween(nextDay(current.on, -1), nextDay(current.on, DAYS_AHEAD))
  const beyond = [...new Set(more)].filter(on => !next.includes(on))
  const editions = current.timetables.flatMap((version): Edition[] => {
    const entry = version.lines.find(one => one.lineId === lineId)
    const line = entry && documents.get(entry.documentId)?.line
    const { number, effectiveOn } = version
    return line ? [{ number, effectiveOn: effectiveOn ?? '', directions: line.directions }] : []
  })
  const days = [
    ...next.map(on => planOf(timetableOn(current, on), lineId, on)),
    // A day long past tells how today's timetable would treat its like.
    ...beyond.map(on => planOf(timetableOn(current, on) ?? current.today, lineId, on)),
  ]
  return { editions, days }
}

function timetableOn({ published, timetables: versions }: Current, on: Day): TimetableDocument | null {
  return versions.find(({ _id }) => _id === versionOn(published, on)?.versionId) ?? null
}

function planOf(version: TimetableDocument | null, lineId: string, on: Day): DayPlan {
  const entry = version?.lines.find(one => one.lineId === lineId)
  if (!version || !entry) return { on, edition: null, serviceIds: [] }
  const running = version.services.filter(
    service => entry.serviceIds.includes(service.serviceId) && runsOn(service, on),
  )
  return { on, edition: version.number, serviceIds: running.map(({ serviceId }) => serviceId) }
}
