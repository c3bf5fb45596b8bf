import type { TallyDocument } from '../../cloudfunctions/content/store'
import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import type { BroadcastDocument, TallyDocument as BroadcastTally } from '../../cloudfunctions/live/store'
import { MINUTE_MS } from '../../domain/kernel/time'
import { mean, percentile } from './percentile'
import type { ProcedureName } from './procedures'
import type { Section } from './report'
import { type BenchWorld, fireTimer, startWorld } from './world'

const PEOPLE = 3_000
/** As many as one machine serves side by side; the real service starts up to 500 instances in a minute. */
const WORKERS = 4
const AT_ONCE = 64
/** The log keeps five hundred: it is read before it forgets. */
const BLOCK = 400
const ARTICLE = 'a-xc90'
const OPENED_AT = '2026-12-01T07:00:00+08:00'
const COUNTED_AT = '2026-12-01T07:02:00+08:00'

const BROADCAST = 'b-xc90'

interface Step {
  label: string
  procedure: ProcedureName
  input: (openid: string) => object
  /** What of the answers is needed for what follows. */
  onData?: (openid: string, data: unknown) => void
}

const inTheMorning: readonly Step[] = [
  { label: 'launch', procedure: 'identity.openSession', input: () => ({}) },
  { label: 'home', procedure: 'content.openHome', input: () => ({}) },
  { label: 'article', procedure: 'content.openArticle', input: () => ({ articleId: ARTICLE }) },
  {
    label: 'a view',
    procedure: 'content.noteReading',
    input: () => ({ articleId: ARTICLE, progress: 60 }),
  },
]

/** A phone opens the broadcast, says that it is there, and asks what was said by the pass that it was given. */
function inTheEvening(since: number): readonly Step[] {
  const passes = new Map<string, string>()
  const keepPass = (openid: string, data: unknown) => passes.set(openid, (data as { pass: string }).pass)
  const broadcast = () => ({ broadcastId: BROADCAST })
  return [
    { label: 'broadcast', procedure: 'live.openBroadcast', input: broadcast, onData: keepPass },
    { label: 'there', procedure: 'live.attend', input: broadcast },
    {
      label: 'what was said',
      procedure: 'live.pulse',
      input: openid => ({ pass: passes.get(openid) ?? '', since }),
    },
  ]
}

interface Measured extends Step {
  calls: number
  requests: readonly number[]
  conflicts: number
  durationsMs: number[]
  seconds: number
}

/** Three thousand new colleagues, registered; they stand beside those of the demonstration world. */
async function crowd({ engine, roster }: BenchWorld): Promise<string[]> {
  const like = roster[0] as EmployeeDocument
  const people = Array.from({ length: PEOPLE }, (_, index) => ({
    ...like,
    _id: `VC7${String(index).padStart(5, '0')}`,
    openid: `launch-${index}`,
    grants: [],
    searchTerms: [],
  }))
  for (let from = 0; from < PEOPLE; from += 500)
    await engine.insertMany('identity_employees', people.slice(from, from + 500))
  return people.map(({ openid }) => openid)
}

async function perform(world: BenchWorld, step: Step, openids: readonly string[]): Promise<Measured> {
  const measured = { ...step, calls: 0, requests: [] as number[], conflicts: 0, durationsMs: [] as number[] }
  const startedMs = performance.now()
  for (let from = 0; from < openids.length; from += BLOCK) {
    const before = (await world.log(step.procedure, 0)).at(-1)?.id ?? 0
    const queue = [...openids.slice(from, from + BLOCK)]
    const work = async () => {
      for (let openid = queue.pop(); openid !== undefined; openid = queue.pop()) {
        const { data, durationMs } = await world.call(openid, step.procedure, step.input(openid) as never)
        step.onData?.(openid, data)
        measured.durationsMs.push(durationMs)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    for (const { databaseRequests } of await world.log(step.procedure, before)) {
      measured.calls += 1
      measured.requests.push(databaseRequests.length)
      measured.conflicts += databaseRequests.filter(({ errorCode }) => errorCode !== null).length
    }
  }
  return { ...measured, seconds: (performance.now() - startedMs) / 1000 }
}

/** On the day of a launch three thousand open the app in a minute, then the same article, and in the evening watch. */
export async function benchLaunch(): Promise<Section> {
  const world = await startWorld(WORKERS)
  try {
    const openids = await crowd(world)
    await world.setClock(OPENED_AT)
    const before = viewsOf(world)
    const measured: Measured[] = []
    for (const step of inTheMorning) measured.push(await perform(world, step, openids))
    await world.setClock(COUNTED_AT)
    await fireTimer(world.url, 'content', 'tend')
    const views = viewsOf(world) - before
    const startsAt = startOf(world)
    await world.setClock(new Date(startsAt + MINUTE_MS).toISOString())
    for (const step of inTheEvening(startsAt))
      measured.push(await perform(world, step, besideEachOther(openids)))
    await fireTimer(world.url, 'live', 'tend')
    return sectionOf(measured, { views, viewers: viewersOf(world) })
  } finally {
    await world.close()
  }
}

function viewsOf({ dump }: BenchWorld): number {
  return dump<TallyDocument>('content_tallies').find(({ _id }) => _id === ARTICLE)?.views ?? 0
}

function startOf({ dump }: BenchWorld): number {
  const broadcast = dump<BroadcastDocument>('live_broadcasts').find(({ _id }) => _id === BROADCAST)
  if (!broadcast) throw new Error(`The world has no broadcast ${BROADCAST}`)
  return broadcast.startsAt
}

function viewersOf({ dump }: BenchWorld): number {
  return dump<BroadcastTally>('live_tallies').find(({ _id }) => _id === BROADCAST)?.viewers ?? 0
}

/** Those who are kept in one document come right after each other: nothing is harder for it. */
function besideEachOther(openids: readonly string[]): string[] {
  const shardOf = (openid: string) => openid.slice('launch-'.length).padStart(2, '0').slice(-2)
  return [...openids].sort((one, other) => shardOf(one).localeCompare(shardOf(other)))
}

interface Counted {
  views: number
  viewers: number
}

function sectionOf(measured: readonly Measured[], { views, viewers }: Counted): Section {
  const requests = measured.reduce((sum, step) => sum + step.requests.reduce((all, one) => all + one, 0), 0)
  const conflicts = measured.reduce((sum, step) => sum + step.conflicts, 0)
  return {
    title: 'A launch day',
    method: [
      `${PEOPLE.toLocaleString('en-US')} registered colleagues each open the app, see the front page, open the article that stands first and are noted as its`,
      `readers; then they open the broadcast, say that they are there, those of one document right after each other, and ask what was said.`,
      `${AT_ONCE} of them at a time on ${WORKERS} instances of each function; then the timers run once. The database’s requests and`,
      'refusals are those of the local cloud’s log. The seconds are those of one machine that is client, functions and database.',
    ],
    tables: [
      {
        caption: 'What each of them costs',
        table: {
          header: [
            'step',
            'cloud calls',
            'db requests',
            'of a call',
            'conflicts',
            'p50 ms',
            'p99 ms',
            'seconds',
          ],
          rows: measured.map(step => [
            `${step.label}: ${step.procedure}`,
            String(step.calls),
            String(step.requests.reduce((all, one) => all + one, 0)),
            mean(step.requests).toFixed(2),
            String(step.conflicts),
            percentile(step.durationsMs, 50).toFixed(1),
            percentile(step.durationsMs, 99).toFixed(1),
            step.seconds.toFixed(0),
          ]),
        },
      },
    ],
    findings: [
      `The front page is one call, and one request of the database. All steps together took ${requests.toLocaleString('en-US')} requests and met ${conflicts} refusals of the database: readers write nothing that two of them share (docs/decisions/0048-readers-are-counted.md). After one run of the timer the article counts ${views.toLocaleString('en-US')} more views, of ${PEOPLE.toLocaleString('en-US')} readers, and the broadcast ${viewers.toLocaleString('en-US')} who were there.`,
    ],
    broken: [
      ...(views === PEOPLE ? [] : [`The tally counts ${views} of ${PEOPLE} readers`]),
      ...(viewers === PEOPLE ? [] : [`The tally counts ${viewers} of ${PEOPLE} who were there`]),
      ...(conflicts === 0 ? [] : [`${conflicts} requests were refused`]),
    ],
  }
}
