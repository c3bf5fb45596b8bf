import { deliveredRules } from '../../domain/coin/rules'
import { DAY_MS, MINUTE_MS } from '../../domain/kernel/time'
import { LAST, MONTHS, NOW, POSTS, POSTS_STANDING, REGISTERED, VISITS } from '../seed/volvo2019/calendar'
import { countUp } from '../seed/volvo2019/count'
import { OPS } from '../seed/volvo2019/people'
import { seedVolvo2019 } from '../seed/volvo2019/world'
import { percentile } from './percentile'
import type { Input } from './procedures'
import type { Section } from './report'
import { type BenchWorld, fireTimer, latestRun, startWorld } from './world'

const TIMES = 30
/** What a page of figures may cost, whatever span it shows. */
const REQUESTS_MAX = 3
const P50_MAX_MS = 300
const DAYS_OF_A_YEAR = 365

type Span = Input<'stats.openDashboard'>

const spans: Record<string, Span> = {
  'a day': { span: 'today' },
  'a week': { span: 'week' },
  'a month': { span: 'month' },
  'all of it': { span: 'all' },
}

/** What the brief says of ten months, and the tile that shows it; docs/decisions/0060 gives the reading. */
const told: readonly { figure: string; tile: string; brief: number }[] = [
  { figure: 'registered people', tile: 'registered', brief: REGISTERED },
  { figure: 'posts published', tile: 'allPosts', brief: POSTS },
  { figure: 'posts a month', tile: 'monthlyPosts', brief: POSTS_STANDING / MONTHS },
  { figure: 'posts a day', tile: 'dailyPosts', brief: 77 },
  { figure: 'visits a month', tile: 'monthlyVisits', brief: VISITS / MONTHS },
  { figure: 'visits a day', tile: 'dailyVisits', brief: 1_008 },
]

interface Found {
  figure: string
  brief: string
  shown: string
}

interface Measured {
  label: string
  requests: number
  durationsMs: number[]
  replyBytes: number
}

interface Run {
  label: string
  requests: number
  durationMs: number
}

async function open(world: BenchWorld, label: string, input: Span): Promise<Measured> {
  const measured: Measured = { label, requests: 0, durationsMs: [], replyBytes: 0 }
  for (let time = 0; time < TIMES; time++) {
    const { durationMs, replyBytes } = await world.call(OPS, 'stats.openDashboard', input)
    measured.durationsMs.push(durationMs)
    measured.replyBytes = replyBytes
  }
  const calls = await world.log('stats.openDashboard', 0)
  return { ...measured, requests: calls.at(-1)?.databaseRequests.length ?? 0 }
}

/** The brief's figures beside those of the page, and the hours that the adviser finds in the visits before Happy Hour. */
async function compare(world: BenchWorld): Promise<Found[]> {
  const { tiles } = (await world.call(OPS, 'stats.openDashboard', spans['all of it'] ?? {})).data
  const { proposals } = (await world.call(OPS, 'stats.openAdviser', {})).data
  const hours = (windows: readonly { fromMinute: number; toMinute: number }[]) =>
    windows.map(({ fromMinute, toMinute }) => `${sayMinute(fromMinute)}–${sayMinute(toMinute)}`).join(', ')
  return [
    ...told.map(({ figure, tile, brief }) => ({
      figure,
      brief: String(brief),
      // A tile says whole numbers.
      shown: String(Math.round(tiles.find(({ key }) => key === tile)?.value ?? Number.NaN)),
    })),
    {
      figure: 'Happy Hours worth having',
      brief: hours(deliveredRules.happyHours),
      shown: hours(proposals),
    },
  ]
}

const sayMinute = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

/** A year of days before the first one, each like the last. */
async function addYear({ engine, dump }: BenchWorld): Promise<void> {
  const days = dump<{ _id: string }>('stats_daily')
  const first = Math.min(...days.map(({ _id }) => Date.parse(_id)))
  const like = days.find(({ _id }) => _id === LAST)
  const year = Array.from({ length: DAYS_OF_A_YEAR }, (_, index) => ({
    ...like,
    _id: new Date(first - (index + 1) * DAY_MS).toISOString().slice(0, 10),
  }))
  await engine.insertMany('stats_daily', year)
}

/** Runs that it takes to forget half a year of raw batches at once, as only a world does that is made in one go. */
const FORGETTING_RUNS_MAX = 30
/** A run that asks for more is still at it. */
const FORGETTING_REQUESTS = 400

async function runOf({ url }: BenchWorld, label: string): Promise<Run> {
  await fireTimer(url, 'stats', 'rollUp')
  const record = await latestRun(url)
  return { label, requests: record?.databaseRequests.length ?? 0, durationMs: record?.durationMs ?? 0 }
}

/** What a run of the timer asks of the database: within a day, and at a day's beginning with 31 days counted anew. */
async function runsOf(world: BenchWorld): Promise<Run[]> {
  for (let runs = 0; runs < FORGETTING_RUNS_MAX; runs += 1)
    if ((await runOf(world, '')).requests < FORGETTING_REQUESTS) break
  const once = async (label: string, minutes: number): Promise<Run> => {
    await world.setClock(new Date(NOW.getTime() + minutes * MINUTE_MS).toISOString())
    return runOf(world, label)
  }
  return [
    await once('an hour of a day that runs', 10),
    await once('the first of a day: 31 days anew', 35),
    await once('the one after it', 95),
  ]
}

/** The figures of the brief's ten months, 6,860 people and 300,280 visits, and a year more of days below them. */
export async function benchDashboard(): Promise<Section> {
  const world = await startWorld(1, NOW)
  try {
    await seedVolvo2019(world.engine)
    await countUp(world.url)
    const found = await compare(world)
    const measured: Measured[] = []
    for (const [label, input] of Object.entries(spans)) measured.push(await open(world, label, input))
    await addYear(world)
    measured.push(await open(world, 'a month, with a year more of days', { span: 'month' }))
    return sectionOf(found, measured, await runsOf(world))
  } finally {
    await world.close()
  }
}

function sectionOf(found: readonly Found[], measured: readonly Measured[], runs: readonly Run[]): Section {
  const isWithin = ({ requests, durationsMs }: Measured) =>
    requests <= REQUESTS_MAX && percentile(durationsMs, 50) <= P50_MAX_MS
  return {
    title: 'The page of figures',
    method: [
      'The world of `npm run seed -- volvo-2019`: every visit, post and coin of ten months, counted by the timer. The page is',
      `opened ${TIMES} times for each span by whoever reads the figures, one call after the other, in a warm function.`,
    ],
    tables: [
      {
        caption: 'What it shows of what the brief says',
        table: {
          header: ['figure', 'brief', 'page'],
          rows: found.map(({ figure, brief, shown }) => [figure, brief, shown]),
        },
      },
      {
        caption: 'What it costs to open it',
        table: {
          header: ['span', 'db requests', 'p50 ms', 'p99 ms', 'reply bytes'],
          rows: measured.map(({ label, requests, durationsMs, replyBytes }) => [
            label,
            String(requests),
            percentile(durationsMs, 50).toFixed(1),
            percentile(durationsMs, 99).toFixed(1),
            String(replyBytes),
          ]),
        },
      },
      {
        caption: 'What the timer takes that counts',
        table: {
          header: ['run', 'db requests', 'ms'],
          rows: runs.map(({ label, requests, durationMs }) => [
            label,
            String(requests),
            durationMs.toFixed(0),
          ]),
        },
      },
    ],
    findings: [
      'It is made of the roll-ups of days and months, so that it costs the same whatever lies below them.',
    ],
    broken: [
      ...found
        .filter(({ brief, shown }) => brief !== shown)
        .map(
          ({ figure, brief, shown }) => `The page shows ${shown} as ${figure} where the brief says ${brief}`,
        ),
      ...measured
        .filter(one => !isWithin(one))
        .map(
          ({ label }) => `The page of ${label} takes more than ${REQUESTS_MAX} requests or ${P50_MAX_MS} ms`,
        ),
    ],
  }
}
