import type { Measured } from './measure'
import { BILLED_SECONDS, type Points, pointsOf, prices, sumOf } from './points'
import type { Section, Table } from './report'
import { type Counted, countAll } from './screens'
import { startWorld } from './world'

const RUNS = 40
const USERS = 1_000
const POINTS_AIM = 850

/** What the brief counted on an average day. */
const brief = { posts: 77, visits: 1_008, registered: 6_860 } as const
const BRIEF_POSTS = brief.posts / brief.visits

/**
 * How often a user of a day does what, by the labels of what is measured. `lively` comes three times and takes part;
 * `brief` is one visit as the brief counted them: its posts are the brief's, everything else about a third of lively.
 */
const model: readonly [label: string, lively: number, brief: number][] = [
  ['launch: identity.openSession', 3, 1],
  ['home: content.openHome', 1, 1],
  ['talk: forum.openFeed, newest', 1, 0.4],
  ['talk: forum.openFeed, a later page', 1, 0.3],
  ['post: forum.openPost', 4, 1.3],
  ['forum.likePost', 2, 0.7],
  ['forum.addComment', 0.5, 0.2],
  ['compose: forum.openCompose', 0.2, 0.1],
  ['forum.createPost', 0.15, BRIEF_POSTS],
  ['inbox: notice.listNotices', 0.3, 0.1],
  ['notice.markRead', 0.2, 0.1],
  ['profile: identity.openProfile', 0.2, 0.1],
  ['statement: coin.openStatement', 0.2, 0.1],
  ['associations: union.listAssociations', 0.2, 0.1],
  ['association: union.openAssociation', 0.15, 0.05],
  ['union.apply', 0.01, 0.003],
  ['union.decide', 0.01, 0.003],
  ['shop: mall.openShop', 0.3, 0.1],
  ['product: mall.openProduct', 0.2, 0.1],
  ['mall.redeem', 0.02, 0.01],
  ['my orders: mall.listOrders', 0.05, 0.02],
]

interface Line {
  measured: Measured
  lively: number
  brief: number
}

type Day = 'lively' | 'brief'

const pointsOn = ({ measured, ...times }: Line, day: Day): Points =>
  pointsOf({ requests: measured.requests.mean, replyBytes: measured.replyBytes }, times[day] * USERS)

const sumOn = (lines: readonly Line[], day: Day): Points => sumOf(lines.map(line => pointsOn(line, day)))

/** What 1,000 people who come on a day cost, from the counted operations. */
export async function benchPoints(): Promise<Section> {
  const world = await startWorld()
  const counted = await countAll(world, RUNS).finally(() => world.close())
  const lines = model.map(([label, lively, briefly]) => ({
    measured: find(counted, label),
    lively,
    brief: briefly,
  }))
  return {
    title: 'Points of a day',
    method: [
      `What ${count(USERS)} people who come on a day cost: how often they do something, times what one call was counted to take`,
      `(mean of ${RUNS} calls of a warm instance, the start and the end of a transaction counted as requests), times the prices`,
      'of 2026 (1,000 points = ¥1): 10,000 database requests 200, 10,000 function calls 13.3, a GB-second 0.111, a GB out',
      `800. Assumed: 256 MB during ${BILLED_SECONDS * 1000} ms billed a call, and pictures out of the phone's cache.`,
      '',
      'How often is a model, to be replaced by the figures of the first month. The lively day: everybody comes three times,',
      'turns three pages, opens four posts, likes two, and every seventh writes one. The brief’s day: one visit each, with',
      `the ${brief.posts} posts that the brief counted at ${count(brief.visits)} visits a day among ${count(brief.registered)} registered people.`,
    ],
    tables: [
      { caption: `By what ${count(USERS)} people do`, table: byCall(lines) },
      { caption: 'By what is paid for', table: byKind(lines) },
    ],
    findings: [verdict(lines), ...savings(lines)],
    broken: [],
  }
}

const count = (value: number): string => value.toLocaleString('en')

function find({ screens, actions }: Counted, label: string): Measured {
  const found = [...screens, ...actions].find(measured => measured.label === label)
  if (!found) throw new Error(`Nothing is measured that is called ${label}`)
  return found
}

function byCall(lines: readonly Line[]): Table {
  return {
    header: ['call', 'db requests', 'lively: times', 'points', 'brief: times', 'points'],
    rows: lines.map(line => [
      line.measured.label,
      line.measured.requests.mean.toFixed(1),
      `${line.lively}`,
      pointsOn(line, 'lively').total.toFixed(1),
      `${Number(line.brief.toFixed(3))}`,
      pointsOn(line, 'brief').total.toFixed(1),
    ]),
  }
}

function byKind(lines: readonly Line[]): Table {
  const row = (title: string, day: Day) => {
    const { database, calls, compute, traffic, total } = sumOn(lines, day)
    const requests = lines.reduce((sum, line) => sum + line[day] * line.measured.requests.mean, 0)
    return [
      title,
      requests.toFixed(1),
      ...[database, calls, compute, traffic, total].map(part => part.toFixed(0)),
    ]
  }
  return {
    header: ['day', 'db requests a user', 'database', 'calls', 'compute', 'traffic', 'points'],
    rows: [row('lively', 'lively'), row('brief', 'brief')],
  }
}

function verdict(lines: readonly Line[]): string {
  const [lively, briefly] = [sumOn(lines, 'lively').total, sumOn(lines, 'brief').total]
  const kept = (total: number) => (total <= POINTS_AIM ? 'within' : 'above')
  return [
    `The aim is at most ${POINTS_AIM} points for ${count(USERS)} daily users: the brief’s day takes ${briefly.toFixed(0)} (${kept(briefly)} it),`,
    `the lively day ${lively.toFixed(0)} (${kept(lively)} it).`,
  ].join(' ')
}

/** Where requests go that are not the thing itself, on the lively day; the most that each idea could save. */
function savings(lines: readonly Line[]): string[] {
  const times = (is: (line: Line) => boolean) => lines.filter(is).reduce((sum, line) => sum + line.lively, 0)
  const worth = (requests: number) => (requests * USERS * prices.perDatabaseRequest).toFixed(0)
  const procedures = (verb: RegExp) =>
    times(({ measured }) => verb.test(measured.procedure.split('.')[1] ?? ''))
  const queries = times(
    ({ measured }) =>
      /^(open|list)/.test(measured.procedure.split('.')[1] ?? '') && measured.requests.least > 1,
  )
  const transactions = procedures(/^(add|create|apply|decide|redeem)/)
  return [
    'Where the lively day could save, and at most how much:',
    [
      `- Queries that do not yet find all they show in one request (docs/decisions/0030-read-along.md): ${worth(queries)} points.`,
      `- Start and end of transactions: ${worth(2 * transactions)} points, should the provider not charge for them.`,
    ].join('\n'),
  ]
}
