import type { TallyDocument } from '../../cloudfunctions/content/store'
import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import { mean, percentile } from './percentile'
import type { ProcedureName } from './procedures'
import type { Section } from './report'
import { type BenchWorld, fireTimer, startWorld } from './world'

const PEOPLE = 3_000
/** As many as one machine serves side by side; the real service starts up to 500 instances in a minute. */
const WORKERS = 4
const AT_ONCE = 16
/** The log keeps five hundred: it is read before it forgets. */
const BLOCK = 400
const ARTICLE = 'a-xc90'
const OPENED_AT = '2026-12-01T07:00:00+08:00'
const COUNTED_AT = '2026-12-01T07:02:00+08:00'

interface Step {
  label: string
  procedure: ProcedureName
  input: object
}

const steps: readonly Step[] = [
  { label: 'launch', procedure: 'identity.openSession', input: {} },
  { label: 'home', procedure: 'content.openHome', input: {} },
  { label: 'article', procedure: 'content.openArticle', input: { articleId: ARTICLE } },
  { label: 'a view', procedure: 'content.noteReading', input: { articleId: ARTICLE, progress: 60 } },
]

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
      for (let openid = queue.pop(); openid !== undefined; openid = queue.pop())
        measured.durationsMs.push((await world.call(openid, step.procedure, step.input as never)).durationMs)
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

/** On the day of a launch three thousand open the app in a minute, and then the same article. */
export async function benchLaunch(): Promise<Section> {
  const world = await startWorld(WORKERS)
  try {
    const openids = await crowd(world)
    await world.setClock(OPENED_AT)
    const before = viewsOf(world)
    const measured: Measured[] = []
    for (const step of steps) measured.push(await perform(world, step, openids))
    await world.setClock(COUNTED_AT)
    await fireTimer(world.url, 'content', 'tend')
    return sectionOf(measured, viewsOf(world) - before)
  } finally {
    await world.close()
  }
}

function viewsOf({ dump }: BenchWorld): number {
  return dump<TallyDocument>('content_tallies').find(({ _id }) => _id === ARTICLE)?.views ?? 0
}

function sectionOf(measured: readonly Measured[], views: number): Section {
  const requests = measured.reduce((sum, step) => sum + step.requests.reduce((all, one) => all + one, 0), 0)
  const conflicts = measured.reduce((sum, step) => sum + step.conflicts, 0)
  const isExact = views === PEOPLE
  return {
    title: 'A launch day',
    method: [
      `${PEOPLE.toLocaleString('en-US')} registered colleagues each open the app, see the front page, open the article that stands first and are noted as its`,
      `readers, ${AT_ONCE} of them at a time on ${WORKERS} instances of each function; then the timer runs once. The database’s requests and`,
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
      `The front page is one call, and one request of the database. All four steps together took ${requests.toLocaleString('en-US')} requests and met ${conflicts} refusals of the database: readers write nothing that two of them share (docs/decisions/0048-readers-are-counted.md). After one run of the timer the article counts ${views.toLocaleString('en-US')} more views, of ${PEOPLE.toLocaleString('en-US')} readers.`,
    ],
    broken: [
      ...(isExact ? [] : [`The tally counts ${views} of ${PEOPLE} readers`]),
      ...(conflicts === 0 ? [] : [`${conflicts} requests were refused`]),
    ],
  }
}
