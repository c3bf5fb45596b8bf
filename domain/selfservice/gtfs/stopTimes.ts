import { type Call, SERVICE_SECONDS_MAX, type Stop } from '../network'
import { type FeedReport, isLost } from './problems'
import { type FeedFiles, type Row, readTable } from './tables'
import { type Cells, cellsOf, secondsOf, wholeOf } from './values'

const FILE = 'stop_times.txt'
/** A company's buses have some thousands; a feed with more is a city's. */
const ROWS_MAX = 60_000

/** The way of one trip: where it stops, and when. */
export interface Run {
  stopIds: string[]
  calls: Call[]
  /** Where it begins in the file. */
  row: Row
}

interface Visit {
  row: Row
  sequence: number
  stopId: string
  /** Null: between the stops before and after it, the feed does not say when. */
  call: Call | null
}

/**
 * The stop times of a feed by trip, in their order.
 * @param tripIds those that trips.txt has
 */
export function readRuns(
  files: FeedFiles,
  stops: ReadonlyMap<string, Stop>,
  tripIds: ReadonlySet<string>,
  report: FeedReport,
): Map<string, Run> {
  const cells = cellsOf(FILE, report)
  const rows = readTable(files, FILE, ['trip_id', 'stop_id', 'stop_sequence', 'arrival_time'], report)
  if (rows.length > ROWS_MAX) {
    report.problems.push({ file: FILE, line: ROWS_MAX + 2, field: '', code: 'tooMany' })
    return new Map()
  }
  const areTripsLost = isLost(report, 'trips.txt')
  const areStopsLost = isLost(report, 'stops.txt')
  const visits = new Map<string, Visit[]>()
  for (const row of rows) {
    const tripId = cells.needed(row, 'trip_id')
    const visit = visitOf(row, cells, areStopsLost ? null : stops)
    if (tripId === null || visit === null) continue
    if (!areTripsLost && !tripIds.has(tripId)) {
      cells.wrong(row, 'trip_id', 'nothingSuch')
      continue
    }
    const own = visits.get(tripId)
    if (own) own.push(visit)
    else visits.set(tripId, [visit])
  }
  let filled = 0
  const runs = new Map<string, Run>()
  for (const [tripId, own] of visits) {
    filled += own.filter(({ call }) => call === null).length
    const run = runOf(own, cells)
    if (run) runs.set(tripId, run)
  }
  if (filled > 0) report.notes.push({ file: FILE, code: 'timesFilled', count: filled })
  return runs
}

/** @param stops null: nothing is known of them */
function visitOf(row: Row, cells: Cells, stops: ReadonlyMap<string, Stop> | null): Visit | null {
  const stopId = cells.needed(row, 'stop_id')
  const sequence = cells.read(row, 'stop_sequence', wholeOf)
  const [arrival, departure] = [row.cell('arrival_time'), row.cell('departure_time')]
  const times = [arrival, departure].map(text => (text === '' ? null : secondsOf(text)))
  const [arrives = null, departs = null] = times
  if (arrival !== '' && arrives === null) cells.wrong(row, 'arrival_time', 'valueWrong')
  if (departure !== '' && departs === null) cells.wrong(row, 'departure_time', 'valueWrong')
  if (stopId === null || sequence === null) return null
  const stop = stops?.get(stopId)
  if (stops && !stop) cells.wrong(row, 'stop_id', 'nothingSuch')
  const known = arrives ?? departs
  return {
    row,
    sequence,
    stopId: stop?.stopId ?? stopId,
    call: known === null ? null : [arrives ?? known, departs ?? known],
  }
}

function runOf(visits: readonly Visit[], cells: Cells): Run | null {
  const sorted = [...visits].sort((a, b) => a.sequence - b.sequence)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last) return null
  if (sorted.length < 2) cells.wrong(first.row, 'trip_id', 'fewCalls')
  for (const [at, visit] of sorted.entries())
    if (visit.sequence === sorted[at - 1]?.sequence) cells.wrong(visit.row, 'stop_sequence', 'sequenceTwice')
  for (const end of [first, last]) {
    if (end.call !== null) continue
    // One that is written and can't be read has been told.
    if (end.row.cell('arrival_time') + end.row.cell('departure_time') === '')
      cells.wrong(end.row, 'arrival_time', 'valueMissing')
    return null
  }
  const calls = filledIn(sorted.map(({ call }) => call))
  for (const [at, [arrives, departs]] of calls.entries()) {
    const row = (sorted[at] as Visit).row
    const before = calls[at - 1]?.[1] ?? 0
    if (arrives < before) cells.wrong(row, 'arrival_time', 'timesFall')
    else if (departs < arrives) cells.wrong(row, 'departure_time', 'timesFall')
    if (departs >= SERVICE_SECONDS_MAX) cells.wrong(row, 'departure_time', 'tooLate')
  }
  return { stopIds: sorted.map(({ stopId }) => stopId), calls, row: first.row }
}

/** Times that a feed leaves out are spread evenly between those it gives; the first and the last are given. */
function filledIn(calls: readonly (Call | null)[]): Call[] {
  const given = calls.flatMap((call, at) => (call ? [at] : []))
  // How many of the given ones stand before the place that is looked at.
  let passed = 0
  return calls.map((call, at) => {
    if (call) {
      passed += 1
      return call
    }
    const before = given[passed - 1] ?? 0
    const after = given[passed] ?? at + 1
    const from = calls[before]?.[1] ?? 0
    const until = calls[after]?.[0] ?? from
    const seconds = Math.round(from + ((until - from) * (at - before)) / (after - before))
    return [seconds, seconds]
  })
}
