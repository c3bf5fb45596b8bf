import { type Direction, type Network, networkLimits, type Stop } from '../network'
import { placesIn } from '../patterns'
import { NAME_MAX } from './places'
import { type FeedReport, isLost } from './problems'
import { type FeedFiles, readTable, writeTable } from './tables'
import { cellsOf, wordsOf } from './values'

/** A file of our own, which GTFS allows: what a way is called, and its stops as its timetable lists them. */
export const WAYS = 'wo_ways.txt'

export type WayTold = Pick<Direction, 'headsign' | 'stopIds'>

const keyOf = (routeId: string, directionId: string) => `${routeId} ${directionId}`

/** The ways that a feed of ours tells of: what trips alone say of them is what most of these have in common. */
export function readWays(files: FeedFiles, stops: ReadonlyMap<string, Stop>, report: FeedReport) {
  const columns = ['route_id', 'direction_id', 'headsign', 'stop_ids']
  const cells = cellsOf(WAYS, report)
  const areStopsLost = isLost(report, 'stops.txt')
  const ways = new Map<string, WayTold>()
  for (const row of readTable(files, WAYS, files.has(WAYS) ? columns : [], report)) {
    const key = keyOf(row.cell('route_id'), row.cell('direction_id'))
    const ids = row.cell('stop_ids').split(' ')
    const known = ids.flatMap(id => stops.get(id)?.stopId ?? [])
    if (ways.has(key)) cells.wrong(row, 'route_id', 'idTwice')
    if (known.length < ids.length && !areStopsLost) cells.wrong(row, 'stop_ids', 'nothingSuch')
    if (ids.length > networkLimits.columnsMax) cells.wrong(row, 'stop_ids', 'tooMany')
    ways.set(key, { headsign: wordsOf(row.cell('headsign'), NAME_MAX), stopIds: known })
  }
  /** @returns undefined where the feed does not tell, or where trips have been given to it that stop otherwise */
  return (routeId: string, directionId: string, sequences: readonly (readonly string[])[]) => {
    const way = ways.get(keyOf(routeId, directionId))
    return way && sequences.every(stopIds => placesIn(way.stopIds, stopIds)) ? way : undefined
  }
}

export function writeWays({ lines }: Pick<Network, 'lines'>): string {
  const rows = lines.flatMap(({ lineId, directions }) =>
    directions.map(({ directionId, headsign, stopIds }) => [
      ...[lineId, directionId],
      ...[headsign, stopIds.join(' ')],
    ]),
  )
  return writeTable(['route_id', 'direction_id', 'headsign', 'stop_ids'], rows)
}
