import { percentile } from './percentile'
import { postsToFind } from './posts'
import type { Section } from './report'
import { turn } from './subjects/turns'
import { type BenchWorld, startWorld } from './world'

/** About as many as the brief counts. */
const POSTS = 25_000
const BATCH = 5_000
const WARM_UP = 5
const TIMES = 100
const P50_MAX_MS = 100
const INDEX = 'terms'
/** Of two words the index leads to one. */
const TWO_WORDS = /^forum\.search: database\.getDocument on forum_searches .* by terms /

const asked: Record<string, string> = {
  'a word': '悬架',
  'its pinyin': 'xuanjia',
  'a word that stands in none': '羽绒',
  'two words that stand together in none': '食堂 班车',
}

interface Measured {
  label: string
  text: string
  requests: number
  indexes: readonly string[]
  durationsMs: number[]
}

async function fill({ engine, dump }: BenchWorld): Promise<void> {
  const boards = dump<{ _id: string }>('forum_boards').map(({ _id }) => _id)
  for (let at = 0; at < POSTS; at += BATCH)
    for (const [name, documents] of Object.entries(postsToFind(at, BATCH, POSTS, boards)))
      await engine.insertMany(
        name,
        documents.map(document => ({ ...document })),
      )
}

async function measure(world: BenchWorld, label: string, text: string): Promise<Measured> {
  const { openid } = turn(world.people, 0)
  const durationsMs: number[] = []
  for (let time = -WARM_UP; time < TIMES; time += 1) {
    const { durationMs } = await world.call(openid, 'forum.search', { text })
    if (time >= 0) durationsMs.push(durationMs)
  }
  const requests = (await world.log('forum.search', 0)).at(-1)?.databaseRequests ?? []
  const read = requests.filter(({ collection }) => collection === 'forum_searches')
  const indexes = [...new Set(read.map(({ index }) => index ?? 'none'))]
  return { label, text, requests: requests.length, indexes, durationsMs }
}

/** Search among as many posts as the brief counts, by words that each stand in two thousand of them. */
export async function benchSearch(): Promise<Section> {
  const world = await startWorld(1, undefined, TWO_WORDS)
  try {
    await fill(world)
    const measured: Measured[] = []
    for (const [label, text] of Object.entries(asked)) measured.push(await measure(world, label, text))
    return sectionOf(measured)
  } finally {
    await world.close()
  }
}

function sectionOf(measured: readonly Measured[]): Section {
  const isWithin = ({ durationsMs, indexes }: Measured) =>
    percentile(durationsMs, 50) <= P50_MAX_MS && indexes.join() === INDEX
  return {
    title: 'Search',
    method: [
      `The demonstration world with ${POSTS.toLocaleString('en-US')} posts more, of which each twelfth has the word that is asked for.`,
      `\`forum.search\` is called ${TIMES} times for each, one call after the other, in a warm function; posts, topics and`,
      'colleagues are looked for at once.',
    ],
    tables: [
      {
        caption: 'What it costs to search',
        table: {
          header: ['what', 'asked', 'db requests', 'index', 'p50 ms', 'p99 ms'],
          rows: measured.map(({ label, text, requests, indexes, durationsMs }) => [
            label,
            text,
            String(requests),
            indexes.join(', '),
            percentile(durationsMs, 50).toFixed(1),
            percentile(durationsMs, 99).toFixed(1),
          ]),
        },
      },
    ],
    findings: [
      'The index has one word at a time: of two, every post that has the one is read and asked for the other.',
    ],
    broken: measured
      .filter(one => !isWithin(one))
      .map(
        ({ text }) =>
          `The search for ${text} takes more than ${P50_MAX_MS} ms or another index than ${INDEX}`,
      ),
  }
}
