import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, startOfDay } from '@domain/kernel/time'
import { dayAfter } from '@domain/stats/events'
import { ulid } from 'ulid'
import { seededRandom } from '../../tools/local-cloud/state/seededRandom'
import { expectData } from './expectError'
import { newRequestId } from './identityWorld'
import { crowd, doers, type Fate, fatesOf, meet, standingAt } from './livedFates'
import type { TestCloud } from './localCloud'
import { changePerson, insertPeople, people } from './people'

/** What is sent of a visit, as the phone tells it. */
interface Told {
  kind: 'visit' | 'view' | 'action'
  what: string
  number: number
  secondsAgo: number
}

/** A batch that was sent: whose, of which visit, when it came. */
export interface Sent {
  who: string
  visitId: string
  requestId: string
  receivedAt: number
  events: Told[]
}

export interface LivedWorld {
  first: string
  last: string
  sent: Sent[]
  /** When each of the people registered, by openid. */
  since: Map<string, number>
  /** What became of some of them, in order. */
  fates: Fate[]
  /** When the timer ran, in order. */
  rolledAt: number[]
}

export interface Plan {
  seed: number
  /** The month whose last day lies among its days. */
  endOf: string
  /** How many days before that, and how many after. */
  before: number
  after: number
  /** How often the timer runs, of all that happens. */
  rolls: number
}

const { ning } = people
const seen = [
  { kind: 'view', what: 'forum/post' },
  { kind: 'view', what: 'mall/shop' },
  { kind: 'action', what: 'forum.likePost' },
] as const

/**
 * Lives some days around a month's end in a cloud: people register, come, write and take back, are paid and redeem, move
 * and leave; phones tell of it late, twice and in other words, and the timer runs in between. The same seed gives the same days.
 */
export async function live(cloud: TestCloud, plan: Plan): Promise<LivedWorld> {
  const { seed, endOf, before, after, rolls } = plan
  const random = seededRandom(seed)
  const whole = (most: number) => Math.floor(random() * most)
  const one = <T>(list: readonly T[]) => list[whole(list.length)] as T
  const next = dayAfter(`${endOf}-01`, 31).slice(0, 7)
  const first = dayAfter(`${next}-01`, -before)
  const last = dayAfter(`${next}-01`, after)
  const [from, days] = [startOfDay(first), before + after]
  // Every other moment lies within two minutes of a midnight.
  const moment = (since: number) => {
    const any = from + 2 * MINUTE_MS + whole(days * DAY_MS - 4 * MINUTE_MS)
    const near = from + (1 + whole(days - 1)) * DAY_MS + whole(4 * MINUTE_MS) - 2 * MINUTE_MS
    return Math.max(since, random() < 0.5 ? any : near)
  }
  const since = new Map<string, number>([[ning.openid, from]])
  for (const who of crowd) since.set(who.openid, from + whole(Math.ceil(days / 2) * DAY_MS))
  await insertPeople(cloud.engine, [...crowd, ning])
  for (const who of [...crowd, ning])
    await changePerson(cloud.engine, who, {
      boundAt: since.get(who.openid) ?? from,
      department: standingAt([], who.openid, from).department,
    })
  await cloud.engine.insertMany('forum_boards', [{ _id: 'life', name: '生活', closed: false, order: 1 }])
  const sent: Sent[] = []
  const steps: { at: number; take: () => Promise<unknown> }[] = []
  const step: Step = (at, take) => steps.push({ at, take })
  const send = (batch: Sent) => {
    sent.push(batch)
    const { who, visitId, requestId, receivedAt, events } = batch
    step(receivedAt, async () =>
      expectData(await cloud.call(who, 'stats.record', { visitId, events }, requestId)),
    )
  }
  const fates = fatesOf({ one, moment, since, end: from + days * DAY_MS })
  for (const fate of fates) step(fate.at, () => meet(cloud, fate))
  const draw = { whole, one, moment, since, days, fates }
  visits(draw, send)
  deeds(draw, cloud, step)
  const end = from + days * DAY_MS + 5 * MINUTE_MS
  const rolledAt = [...Array.from({ length: rolls }, () => moment(from)), end].sort((a, b) => a - b)
  for (const at of rolledAt) step(at, () => roll(cloud))
  for (const { at, take } of steps.sort((a, b) => a.at - b.at)) {
    await cloud.clock(new Date(at).toISOString())
    await take()
  }
  return { first, last, sent, since, fates, rolledAt }
}

/** @throws when something could not be counted */
export async function roll(cloud: TestCloud): Promise<void> {
  expect(await cloud.timer('stats', 'rollUp')).toMatchObject({ data: { data: { failed: [] } } })
}

type Step = (at: number, take: () => Promise<unknown>) => void

interface Draw {
  whole: (most: number) => number
  one: <T>(list: readonly T[]) => T
  /** Not before. */
  moment: (since: number) => number
  since: ReadonlyMap<string, number>
  days: number
  fates: readonly Fate[]
}

/** Visits, some told up to ten hours later than counts; of some the phone tells again, with another word for when. */
function visits({ whole, one, moment, since, days, fates }: Draw, send: (batch: Sent) => void): void {
  // Whoever has left or has gone can tell nothing any more.
  const sendIfThere = (batch: Sent) => {
    const { isHere, isBound } = standingAt(fates, batch.who, batch.receivedAt)
    if (isHere && isBound) send(batch)
  }
  for (let visit = 0; visit < 60 + days * 3; visit += 1) {
    const who = one(crowd).openid
    const receivedAt = moment(since.get(who) ?? 0)
    const ago = whole(5) < 3 ? whole(600) : whole(58 * 3_600)
    const events = Array.from({ length: 1 + whole(4) }, (_, number) => ({
      ...(number === 0 ? ({ kind: 'visit', what: 'pages/home' } as const) : one(seen)),
      number,
      secondsAgo: Math.max(0, ago - number * 40),
    }))
    const batch = { who, visitId: `visit-${String(visit).padStart(6, '0')}`, receivedAt, events }
    const requestId = newRequestId()
    sendIfThere({ ...batch, requestId })
    const delay = whole(6 * 3_600)
    const later = receivedAt + delay * SECOND_MS
    const retold = events.map(event => ({
      ...event,
      secondsAgo: Math.max(0, event.secondsAgo + delay + whole(120) - 60),
    }))
    // Whoever heard no answer sends the same again: that it says something else makes no difference.
    const again = whole(3)
    if (again === 0) sendIfThere({ ...batch, requestId, receivedAt: later })
    // Or, started anew, tells the same events in a batch of its own.
    if (again === 1) sendIfThere({ ...batch, requestId: newRequestId(), receivedAt: later, events: retold })
  }
}

const movements = ['spend', 'refund', 'give', 'take', 'reverse', 'restore'] as const

/** Posts and comments, some taken back hours later; orders, answers, and coins that leave, come back and come by hand. */
function deeds({ whole, one, moment, since, days }: Draw, cloud: TestCloud, step: Step): void {
  const begin = since.get(ning.openid) ?? 0
  for (let deed = 0; deed < days; deed += 1) {
    const who = one(doers)
    // Somebody who writes too fast or has left is refused, and has written nothing.
    const say = (name: string, input: object) =>
      cloud.call<{ postId: string }>(who.openid, name, input, newRequestId())
    let postId: string | null = null
    const at = moment(since.get(who.openid) ?? 0)
    step(at, async () => {
      const post = { boardId: 'life', title: `第 ${deed} 篇`, body: `${one(['#露营#', '#班车#'])} ${deed}` }
      const made = await say('forum.createPost', post)
      if (!made.ok) return
      postId = made.data.postId
      await say('forum.addComment', { postId, body: `补一句 ${deed}` })
    })
    if (whole(4) === 0)
      step(at + 1 + whole(6) * HOUR_MS, async () => postId && say('forum.deletePost', { postId }))
    const kind = one(movements)
    const amount = (1 + whole(90)) * (['spend', 'take', 'reverse'].includes(kind) ? -1 : 1)
    const entry = { _id: `lived:${deed}`, kind, amount, number: 10_000 + deed, receivedAt: moment(begin) }
    step(entry.receivedAt, () =>
      cloud.engine.insertMany('coin_entries', [{ ...entry, employeeId: one(doers).employeeId }]),
    )
    const answered = moment(begin)
    const suggestion = {
      ...{ _id: `lived-${deed}`, state: 'accepted', at: answered - whole(4_000) * MINUTE_MS },
      ...{ answer: { at: answered, by: '', reason: '' } },
    }
    step(answered, () => cloud.engine.insertMany('knowledge_suggestions', [suggestion]))
    const ordered = moment(begin)
    const order = {
      productName: one(['保温杯', '雨伞']),
      quantity: 1 + whole(3),
      pickupCode: `lived-${deed}`,
    }
    step(ordered, () =>
      cloud.engine.insertMany('mall_orders', [
        { ...order, _id: ulid(ordered), employeeId: one(doers).employeeId },
      ]),
    )
  }
}
