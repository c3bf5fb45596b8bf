import { dayOf } from '@domain/kernel/time'
import { sayChange } from '@domain/selfservice/changes'
import type { Current } from './shuttleReading'
import type { LineDocument, LineEntry, TimetableDocument } from './store'

export function cardOf({ lineId, name, path, agencyId }: LineEntry, { agencies }: TimetableDocument) {
  return { lineId, name, path, group: agencies.find(agency => agency.agencyId === agencyId)?.name ?? '' }
}

/** What the versions that wait do to a line, the next one first. */
export function upcomingsOf({ timetables, on }: Pick<Current, 'timetables' | 'on'>, lineId: string) {
  return timetables.flatMap(({ number, effectiveOn, publishedAt, note, changes }) => {
    const change = changes.find(one => one.lineId === lineId)
    if (!change || effectiveOn === null || effectiveOn <= on) return []
    const { name } = change
    const publishedOn = dayOf(publishedAt ?? 0)
    return [{ name, upcoming: { number, effectiveOn, publishedOn, note, words: sayChange(change) } }]
  })
}

/** Every stop that a line has in any of the versions; where one was moved or renamed, as it is today. */
export function stopsOf(current: Current, documents: ReadonlyMap<string, LineDocument>) {
  const named = new Set(
    [...documents.values()].flatMap(({ line }) => line.directions.flatMap(({ stopIds }) => stopIds)),
  )
  const versions = [...(current.today ? [current.today] : []), ...current.timetables]
  const stops = versions.flatMap(version => version.stops.filter(({ stopId }) => named.has(stopId)))
  return [...new Map(stops.reverse().map(stop => [stop.stopId, stop])).values()]
}

export function versionCardOf(version: TimetableDocument) {
  const { _id, state, source, number, effectiveOn, note, revision, by, at } = version
  return {
    versionId: _id,
    ...{ state, source, number, effectiveOn, note, revision, by, at },
    lines: version.lines.length,
  }
}
