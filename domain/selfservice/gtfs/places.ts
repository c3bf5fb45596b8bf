import { type Agency, degreesText, networkLimits, type Stop } from '../network'
import type { FeedReport } from './problems'
import { type FeedFiles, readTable, writeTable } from './tables'
import { cellsOf, degreesOf, idsFrom, namedBy, wordsOf } from './values'

const AGENCY = 'agency.txt'
const STOPS = 'stops.txt'
export const NAME_MAX = 60
export const NOTE_MAX = 200
const HERE = 'Asia/Shanghai'

/** Whose buses the feed has, by the ids that its routes name; a feed of one agency may leave its id out. */
export function readAgencies(files: FeedFiles, report: FeedReport): Map<string, Agency> {
  const cells = cellsOf(AGENCY, report)
  const rows = readTable(files, AGENCY, ['agency_name', 'agency_url', 'agency_timezone'], report)
  const ids = idsFrom(
    'agency',
    rows.map(row => row.cell('agency_id')),
  )
  const agencies = new Map<string, Agency>()
  for (const row of rows) {
    const id = row.cell('agency_id')
    const name = cells.read(row, 'agency_name', namedBy(NAME_MAX))
    const timezone = cells.read(row, 'agency_timezone', namedBy(NAME_MAX))
    if (agencies.has(id)) cells.wrong(row, 'agency_id', 'idTwice')
    if (
      timezone !== null &&
      timezone !== HERE &&
      !report.notes.some(({ code }) => code === 'timezoneForeign')
    )
      report.notes.push({ file: AGENCY, code: 'timezoneForeign', count: 0 })
    agencies.set(id, {
      agencyId: ids.get(id) ?? id,
      name: name ?? '',
      url: wordsOf(row.cell('agency_url'), NOTE_MAX),
      timezone: timezone ?? '',
      lang: wordsOf(row.cell('agency_lang'), NAME_MAX),
      phone: wordsOf(row.cell('agency_phone'), NAME_MAX),
    })
  }
  if (agencies.size > networkLimits.agenciesMax)
    report.problems.push({ file: AGENCY, line: 0, field: '', code: 'tooMany' })
  return agencies
}

/** Where buses stop, by the ids that stop times name. Stations and entrances are no places to get on. */
export function readStops(files: FeedFiles, report: FeedReport): Map<string, Stop> {
  const cells = cellsOf(STOPS, report)
  const rows = readTable(files, STOPS, ['stop_id', 'stop_name', 'stop_lat', 'stop_lon'], report)
  const boarded = rows.filter(row => ['', '0'].includes(row.cell('location_type')))
  const ids = idsFrom(
    'stop',
    boarded.map(row => row.cell('stop_id')),
  )
  const stops = new Map<string, Stop>()
  for (const row of boarded) {
    const id = cells.needed(row, 'stop_id')
    const name = cells.read(row, 'stop_name', namedBy(NAME_MAX))
    const latitude = cells.read(row, 'stop_lat', degreesOf(90))
    const longitude = cells.read(row, 'stop_lon', degreesOf(180))
    if (id === null) continue
    if (stops.has(id)) cells.wrong(row, 'stop_id', 'idTwice')
    const note = wordsOf(row.cell('stop_desc'), NOTE_MAX)
    // One with a mistake is known all the same, so that nothing that names it is called wrong for it.
    const place = { latitude: latitude ?? 0, longitude: longitude ?? 0 }
    stops.set(id, { stopId: ids.get(id) ?? id, name: name ?? '', note, ...place })
  }
  const leftOut = rows.length - boarded.length
  if (leftOut > 0) report.notes.push({ file: STOPS, code: 'stationsLeftOut', count: leftOut })
  if (stops.size > networkLimits.stopsMax)
    report.problems.push({ file: STOPS, line: 0, field: '', code: 'tooMany' })
  return stops
}

export function writeAgencies(agencies: readonly Agency[]): string {
  const columns = ['agency_id', 'agency_name', 'agency_url', 'agency_timezone', 'agency_lang', 'agency_phone']
  return writeTable(
    columns,
    agencies.map(({ agencyId, name, url, timezone, lang, phone }) => [
      ...[agencyId, name, url],
      ...[timezone, lang, phone],
    ]),
  )
}

export function writeStops(stops: readonly Stop[]): string {
  return writeTable(
    ['stop_id', 'stop_name', 'stop_desc', 'stop_lat', 'stop_lon'],
    stops.map(({ stopId, name, note, latitude, longitude }) => [
      ...[stopId, name, note],
      ...[degreesText(latitude), degreesText(longitude)],
    ]),
  )
}
