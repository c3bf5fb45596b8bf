import type { Day } from '../../kernel/time'
import type { Network } from '../network'
import { readServices, writeServices } from './calendar'
import { readLines, readTrips, writeLines } from './lines'
import { readAgencies, readStops, writeAgencies, writeStops } from './places'
import type { FeedNote, FeedProblem, FeedReport } from './problems'
import { readRuns } from './stopTimes'
import { type FeedFiles, readTable, writeTable } from './tables'
import { textOfDay } from './values'
import { readWays, WAYS, writeWays } from './ways'

/** Files that are read; the rest of a feed (shapes, fares, …) says nothing that the community shows. */
const READ = [
  'agency.txt',
  'stops.txt',
  'routes.txt',
  'trips.txt',
  'stop_times.txt',
  'calendar.txt',
  'calendar_dates.txt',
  'frequencies.txt',
  'feed_info.txt',
  WAYS,
] as const

export interface ReadFeed {
  /** Null: there are problems, and nothing of the feed counts. */
  network: Network | null
  problems: FeedProblem[]
  notes: FeedNote[]
}

/**
 * Reads a GTFS feed. One that breaks a rule gives everything that is wrong, by file and line, and no timetable.
 * @param today from which on days are kept where there are more than may be planned; null: from the first
 */
export function readFeed(files: FeedFiles, today: Day | null = null): ReadFeed {
  const report: FeedReport = { problems: [], notes: [] }
  const agencies = readAgencies(files, report)
  const stops = readStops(files, report)
  const services = readServices(files, report, today)
  const told = readTrips(files, services, report)
  const tripIds = new Set(told.map(({ id }) => id))
  const runs = readRuns(files, stops, tripIds, report)
  const wayOf = readWays(files, stops, report)
  const lines = readLines(files, { agencies, told, runs, wayOf }, report)
  refuseFrequencies(files, report)
  noteIgnored(files, report)
  const network = {
    agencies: [...agencies.values()],
    stops: [...stops.values()],
    services: [...services.values()],
    lines,
  }
  return { ...report, network: report.problems.length === 0 && lines.length > 0 ? network : null }
}

/** Trips that repeat every so many minutes would be told as one: half a timetable is worse than none. */
function refuseFrequencies(files: FeedFiles, report: FeedReport): void {
  const [first] = readTable(files, 'frequencies.txt', [], report)
  if (first)
    report.problems.push({ file: 'frequencies.txt', line: first.line, field: '', code: 'unsupported' })
}

function noteIgnored(files: FeedFiles, report: FeedReport): void {
  const read: readonly string[] = READ
  for (const file of [...files.keys()].sort())
    if (!read.includes(file)) report.notes.push({ file, code: 'fileIgnored', count: 0 })
}

/** A timetable as a GTFS feed. The same timetable always gives the same bytes. */
export function writeFeed(network: Network): Map<string, string> {
  return new Map([
    ['agency.txt', writeAgencies(network.agencies)],
    ['feed_info.txt', writeFeedInfo(network)],
    ['stops.txt', writeStops(network.stops)],
    ...writeServices(network.services),
    ...writeLines(network),
    [WAYS, writeWays(network)],
  ])
}

function writeFeedInfo({ services }: Network): string {
  const [from = ''] = services.map(({ fromOn }) => fromOn).sort()
  const until =
    services
      .map(({ untilOn }) => untilOn)
      .sort()
      .at(-1) ?? ''
  const columns = [
    'feed_publisher_name',
    'feed_publisher_url',
    'feed_lang',
    'feed_start_date',
    'feed_end_date',
  ]
  return writeTable(columns, [
    ['沃社区', 'https://www.volvocars.com.cn', 'zh', textOfDay(from), textOfDay(until)],
  ])
}
