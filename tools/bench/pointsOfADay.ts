import type { Measured } from './measure'
import { BILLED_SECONDS, type Points, pointsOf, sumOf } from './points'
import type { Section } from './report'
import { type Counted, countAll } from './screens'
import { startWorld } from './world'

const RUNS = 40
const USERS = 1_000
const POINTS_AIM = 850

/** How often the average user of a day does what: by the labels of the measured screens and actions. */
const day: readonly [label: string, times: number][] = [
  ['launch: identity.openSession', 3],
  ['home: forum.openFeed, hot', 1],
  ['home: coin.openBalance', 1],
  ['talk: forum.openFeed, newest', 1],
  ['talk: forum.openFeed, a later page', 1],
  ['post: forum.openPost', 4],
  ['forum.likePost', 2],
  ['forum.addComment', 0.5],
  ['compose: forum.openCompose', 0.2],
  ['forum.createPost', 0.15],
  ['inbox: notice.listNotices', 0.3],
  ['notice.markRead', 0.2],
  ['profile: identity.openProfile', 0.2],
  ['statement: coin.openStatement', 0.2],
  ['associations: union.listAssociations', 0.2],
  ['association: union.openAssociation', 0.15],
  ['union.apply', 0.01],
  ['union.decide', 0.01],
  ['shop: mall.openShop', 0.3],
  ['product: mall.openProduct', 0.2],
  ['mall.redeem', 0.02],
  ['my orders: mall.listOrders', 0.05],
]

/** The brief's own figures of a day; see `checkAgainstTheBrief`. */
const brief = { posts: 77, visits: 1_008 } as const

/** What 1,000 people who come on a day cost, from the counted operations. */
export async function benchPoints(): Promise<Section> {
  const world = await startWorld()
  const counted = await countAll(world, RUNS).finally(() => world.close())
  const lines = day.map(([label, times]) => lineOf(find(counted, label), times))
  const sum = sumOf(lines.map(({ points }) => points))
  const within = sum.total <= POINTS_AIM
  return {
    title: 'Points of a day',
    method: [
      `The average day of ${USERS.toLocaleString('en')} people who come on it, times what each call was counted to take (mean of ${RUNS} calls`,
      'of a warm instance, the start and the end of a transaction counted as requests), times the prices of 2026 (1,000',
      'points = ¥1): 10,000 database requests 200, 10,000 function calls 13.3, a GB-second 0.111, a GB out 800. Assumed:',
      `256 MB for ${BILLED_SECONDS * 1000} ms billed a call; pictures come from the phone's cache or are another budget, and are not in`,
      'here. Nobody has measured a day yet: the model below is the assumption, to be replaced by the figures of the first month.',
      ...checkAgainstTheBrief(),
    ],
    tables: [{ caption: `Points for ${USERS.toLocaleString('en')} daily users`, table: tableOf(lines, sum) }],
    findings: [
      `${sum.total.toFixed(0)} points for ${USERS.toLocaleString('en')} daily users; the aim is at most ${POINTS_AIM}: ${within ? 'kept' : 'missed'}.`,
    ],
    broken: [],
  }
}

interface Line {
  label: string
  times: number
  requests: number
  points: Points
}

function lineOf({ label, requests, replyBytes }: Measured, times: number): Line {
  return {
    label,
    times,
    requests: requests.mean,
    points: pointsOf({ requests: requests.mean, replyBytes }, times * USERS),
  }
}

function find({ screens, actions }: Counted, label: string): Measured {
  const found = [...screens, ...actions].find(measured => measured.label === label)
  if (!found) throw new Error(`Nothing is measured that is called ${label}`)
  return found
}

function checkAgainstTheBrief(): string[] {
  const launches = day.find(([label]) => label.startsWith('launch'))?.[1] ?? 0
  const posts = day.find(([label]) => label === 'forum.createPost')?.[1] ?? 0
  const daily = brief.visits / launches
  return [
    `As a check, the brief counted ${brief.posts} posts and ${brief.visits.toLocaleString('en')} visits a day among 6,860 registered people: at`,
    `${launches} visits a person that is ${daily.toFixed(0)} people and ${(brief.posts / daily).toFixed(2)} posts each, at one visit ${(brief.posts / brief.visits).toFixed(2)}; the model's ${posts} lies between.`,
  ]
}

function tableOf(lines: readonly Line[], sum: Points) {
  const cells = ({ database, calls, compute, traffic, total }: Points) =>
    [database, calls, compute, traffic, total].map(points => points.toFixed(1))
  const times = lines.reduce((total, line) => total + line.times, 0)
  const requests = lines.reduce((total, line) => total + line.times * line.requests, 0)
  return {
    header: ['call', 'a user', 'db requests a call', 'database', 'calls', 'compute', 'traffic', 'points'],
    rows: [
      ...lines.map(line => [line.label, `${line.times}`, line.requests.toFixed(1), ...cells(line.points)]),
      ['all', times.toFixed(2), `${requests.toFixed(1)} a user`, ...cells(sum)],
    ],
  }
}
