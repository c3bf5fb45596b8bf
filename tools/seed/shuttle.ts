import { entryOf } from '../../cloudfunctions/selfservice/lineEntry'
import type {
  FavouriteDocument,
  LineDocument,
  TimetableDocument,
} from '../../cloudfunctions/selfservice/store'
import { dayOf } from '../../domain/kernel/time'
import type { Line, Network } from '../../domain/selfservice/network'
import { cast } from './cast'
import { agenciesTold, earlierLine, linesTold, servicesTold, stopsTold } from './shuttleTold'
import { timetableDocuments } from './timetables'
import type { World } from './world'

const KEEPER = '潘悦'
const network: Network = {
  agencies: [...agenciesTold],
  stops: stopsTold.filter(({ stopId }) => stopId !== 'anting-north'),
  services: [...servicesTold],
  lines: [...linesTold],
}
const later: Network = {
  ...network,
  stops: [...stopsTold],
  lines: linesTold.map(line => (line.lineId === 'sh3' ? earlierLine(line) : line)),
}

/** The timetable that counts, the one that comes with the month, as the news says, and the draft after it; and who favours which line. */
export function shuttleOf(world: World) {
  const { calendar } = world
  const documents = timetableDocuments(
    [
      {
        ...{ versionId: 'shuttle-v1', network, by: KEEPER },
        effectiveOn: dayOf(calendar.at(84, '8:00')),
        note: '秋季时刻表：2 号线早班加一班。',
        at: calendar.at(96, '15:20'),
      },
      {
        ...{ versionId: 'shuttle-v2', network: later, by: KEEPER },
        effectiveOn: calendar.nextMonth(),
        note: '外环北段修路，早班提前 6 分钟，增停安亭北站。',
        at: calendar.at(1, '10:30'),
      },
    ],
    calendar.now,
  )
  const draft = draftOf(world, documents.selfservice_timetables.at(-1) as TimetableDocument)
  return {
    ...documents,
    selfservice_timetables: [...documents.selfservice_timetables, draft.timetable],
    selfservice_lines: [...documents.selfservice_lines, draft.line],
    selfservice_favourites: favouritesOf(world),
  }
}

/** Line 2 with its last morning bus a little later, not published yet. */
function draftOf(
  { calendar }: World,
  base: TimetableDocument,
): { timetable: TimetableDocument; line: LineDocument } {
  const versionId = 'shuttle-draft'
  const [there, back] = (linesTold.find(({ lineId }) => lineId === 'sh2') as Line).directions
  const trips = (there as NonNullable<typeof there>).trips.map(trip =>
    trip.tripId === 'sh2.0-w7'
      ? {
          ...trip,
          calls: trip.calls.map(call => call && ([call[0] + 300, call[1] + 300] as [number, number])),
        }
      : trip,
  )
  const changed = {
    ...(linesTold.find(({ lineId }) => lineId === 'sh2') as Line),
    directions: [{ ...(there as NonNullable<typeof there>), trips }, back as NonNullable<typeof back>],
  }
  const line = { _id: `${versionId}.sh2`, versionId, line: changed }
  const timetable: TimetableDocument = {
    ...base,
    _id: versionId,
    state: 'draft',
    basedOn: base._id,
    number: 0,
    effectiveOn: null,
    note: '',
    revision: 2,
    lines: base.lines.map(entry => (entry.lineId === 'sh2' ? entryOf(line) : entry)),
    changes: [],
    telling: null,
    at: calendar.minutesAgo(6),
    publishedAt: null,
  }
  return { timetable, line }
}

/** By site: the stop in the morning and in the evening of those who take the bus. */
const usual: Readonly<Record<string, readonly [lineId: string, there: string, back: string][]>> = {
  上海: [
    ['sh3', 'anting', 'park-east'],
    ['sh2', 'xincheng', 'park-west'],
    ['sh1', 'nanxiang', 'park-east'],
  ],
  成都工厂: [['cd1', 'longquanyi', 'plant-south']],
  大庆工厂: [['dq1', 'daqing-east', 'plant-daqing']],
}

function favouritesOf({ calendar, who }: World): FavouriteDocument[] {
  return cast.flatMap(({ key, site }, index) => {
    const ways = usual[site] ?? []
    const way = key === 'linxiaochuan' ? ways[0] : ways[index % Math.max(1, ways.length)]
    if (!way) return []
    const { _id: employeeId } = who(key)
    const [lineId, there, back] = way
    const stops = [
      { directionId: '0' as const, stopId: there },
      { directionId: '1' as const, stopId: back },
    ]
    return [
      { _id: `${lineId}:${employeeId}`, lineId, employeeId, stops, at: calendar.at(60, '8:00') + index },
    ]
  })
}
