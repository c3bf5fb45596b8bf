import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { EJSON } from 'bson'
import { limits } from '../../domain/kernel/limits'
import { percentile } from './percentile'
import { postAt, postIdAt } from './posts'
import type { Section } from './report'
import { turn } from './subjects/turns'
import { type BenchWorld, startWorld } from './world'

const SIZES = [10_000, 100_000, 1_000_000] as const
const BATCH = 5_000
const WARM_UP = 20
const STACK_RUNS = 300
const ENGINE_RUNS = 1_000
/** Bounds on the median, over that of the first page of the smallest. */
const FIRST_PAGE_RATIO_MAX = 1.2
const ANY_DEPTH_RATIO_MAX = 2
/** A multiplier that shares no factor with the sizes, so that depths come in no order and none twice. */
const SCATTER = 7_919
const MEGABYTE = 1024 ** 2

interface Grown {
  size: number
  world: BenchWorld
  insertedSeconds: number
  diskMegabytes: number
}

type Place = 'first page' | 'random depth'
const places: readonly Place[] = ['first page', 'random depth']

/** One way to ask for a page of posts; resolves to the milliseconds that it took. */
type Ask = (grown: Grown, place: Place, time: number) => Promise<number>

interface Figure {
  size: number
  place: Place
  p50Ms: number
  p99Ms: number
  ratio: number
}

/** The talk list with 10,000, 100,000 and 1,000,000 posts, side by side. */
export async function benchScale(): Promise<Section> {
  const grown: Grown[] = []
  try {
    for (const size of SIZES) grown.push(await grow(size))
    const stack = await compare(grown, STACK_RUNS, askStack)
    const engine = await compare(grown, ENGINE_RUNS, askEngine)
    return sectionOf(grown, stack, engine)
  } finally {
    for (const { world } of grown) await world.close()
  }
}

async function grow(size: number): Promise<Grown> {
  const world = await startWorld()
  const boards = world.dump<{ _id: string }>('forum_boards').map(({ _id }) => _id)
  // The demonstration world's posts are longer than those that follow: a first page must not be heavier than others.
  await world.engine.execute('database.removeDocument', {
    collectionName: 'forum_posts',
    query: '{}',
    multi: true,
  })
  const startedMs = performance.now()
  for (let at = 0; at < size; at += BATCH) {
    const count = Math.min(BATCH, size - at)
    const posts = Array.from({ length: count }, (_, i) => ({ ...postAt(at + i, size, boards) }))
    await world.engine.insertMany('forum_posts', posts)
  }
  const insertedSeconds = (performance.now() - startedMs) / 1000
  const diskMegabytes = bytesIn(path.join(world.dataDir, 'database')) / MEGABYTE
  return { size, world, insertedSeconds, diskMegabytes }
}

function bytesIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file =>
    statSync(path.join(folder, file)),
  )
  return files.filter(file => file.isFile()).reduce((sum, { size }) => sum + size, 0)
}

/** A page that is full wherever it begins, so that every depth reads as much. */
const depthOf = (size: number, time: number): number =>
  limits.pageSize + 1 + ((time * SCATTER * SCATTER) % (size - limits.pageSize - 1))

const askStack: Ask = async ({ world, size }, place, time) => {
  const after = place === 'first page' ? {} : { after: postIdAt(depthOf(size, time), size) }
  const { openid } = turn(world.people, time)
  const { data, durationMs } = await world.call(openid, 'forum.openFeed', { sort: 'newest', ...after })
  if (data.posts.length < limits.pageSize) throw new Error(`A page of ${size} posts was not full`)
  return durationMs
}

const askEngine: Ask = async ({ world, size }, place, time) => {
  const below = place === 'first page' ? {} : { _id: { $lt: postIdAt(depthOf(size, time), size) } }
  const request = {
    collectionName: 'forum_posts',
    queryType: 'WHERE',
    query: EJSON.stringify({ state: 'live', ...below }),
    order: EJSON.stringify({ _id: -1 }),
    limit: limits.pageSize + 1,
  }
  const startedMs = performance.now()
  const { plan } = await world.engine.execute('database.getDocument', request)
  const durationMs = performance.now() - startedMs
  if (plan?.scan !== false) throw new Error('The list was read without an index')
  return durationMs
}

/** In turns, so that whatever else the machine does strikes every size and place alike. */
async function compare(grown: readonly Grown[], runs: number, ask: Ask): Promise<Figure[]> {
  const series = grown.flatMap(one => places.map(place => ({ one, place, durationsMs: [] as number[] })))
  for (let time = 0; time < runs + WARM_UP; time += 1) {
    for (const { one, place, durationsMs } of series) {
      const ms = await ask(one, place, time)
      if (time >= WARM_UP) durationsMs.push(ms)
    }
  }
  const base = percentile(series[0]?.durationsMs ?? [], 50)
  return series.map(({ one, place, durationsMs }) => {
    const p50Ms = percentile(durationsMs, 50)
    return { size: one.size, place, p50Ms, p99Ms: percentile(durationsMs, 99), ratio: p50Ms / base }
  })
}

const maxOf = (place: Place): number => (place === 'first page' ? FIRST_PAGE_RATIO_MAX : ANY_DEPTH_RATIO_MAX)

function sectionOf(grown: readonly Grown[], stack: Figure[], engine: Figure[]): Section {
  const broken = stack
    .filter(({ place, ratio }) => ratio > maxOf(place))
    .map(
      ({ size, place, ratio }) =>
        `${place} of ${size.toLocaleString('en')} posts takes ${ratio.toFixed(2)}× as long as the first of ${SIZES[0].toLocaleString('en')}, at most ${maxOf(place)}×`,
    )
  const worst = (place: Place) =>
    Math.max(...stack.filter(one => one.place === place).map(({ ratio }) => ratio))
  return {
    title: 'The list at scale',
    method: [
      `Worlds with so many posts stand side by side and are asked in turns, ${STACK_RUNS} times each through the whole stack`,
      `(\`forum.openFeed\`, newest first) and ${ENGINE_RUNS.toLocaleString('en')} times at the engine (the query alone, with the EJSON of its`,
      'wire). A random depth begins below any post. The ratio is of the medians, over the first page of the smallest.',
      'Posts are short and have no picture; likes are those of the demonstration world.',
    ],
    tables: [
      { caption: 'Through the whole stack', table: tableOf(stack) },
      { caption: 'At the engine', table: tableOf(engine) },
      {
        caption: 'Filling',
        table: {
          header: ['posts', 'seconds', 'posts a second', 'MB on disk'],
          rows: grown.map(({ size, insertedSeconds, diskMegabytes }) => [
            size.toLocaleString('en'),
            insertedSeconds.toFixed(1),
            (size / insertedSeconds).toFixed(0),
            diskMegabytes.toFixed(0),
          ]),
        },
      },
    ],
    findings: [
      `First page at most ${worst('first page').toFixed(2)}× (bound ${FIRST_PAGE_RATIO_MAX}×), any depth at most ${worst('random depth').toFixed(2)}× (bound ${ANY_DEPTH_RATIO_MAX}×).`,
    ],
    broken,
  }
}

function tableOf(figures: readonly Figure[]) {
  return {
    header: ['posts', 'page', 'p50 ms', 'p99 ms', 'ratio'],
    rows: figures.map(({ size, place, p50Ms, p99Ms, ratio }) => [
      size.toLocaleString('en'),
      place,
      p50Ms.toFixed(2),
      p99Ms.toFixed(2),
      `${ratio.toFixed(2)}×`,
    ]),
  }
}
