import { DAY_MS, dayOf, HOUR_MS, MINUTE_MS, startOfDay } from '@domain/kernel/time'
import { daysFrom, LATE_MAX_MS } from '@domain/stats/events'
import { decodeTime } from 'ulid'
import { standingAt } from './livedFates'
import type { LivedWorld } from './livedWorld'
import type { TestCloud } from './localCloud'
import { people } from './people'

/** What is there to be counted: moments, with who did what. */
export interface Moment {
  who: string
  at: number
  deed: 'visit' | 'view' | 'action' | 'post' | 'comment' | 'order' | 'coins' | 'answer'
  what: string
  /** Coins, with their sign; pieces of an order; minutes that an answer took. */
  worth: number
  /** Of whoever told it, when it was told first. */
  department?: string
}

/** Everything that was told in time, each event once, at the earliest time that anybody told of it. */
export function toldBy({ sent, fates }: LivedWorld): Moment[] {
  const heard = new Set<string>()
  const events = new Map<string, Moment>()
  for (const { who, visitId, requestId, receivedAt, events: told } of [...sent].sort(
    (a, b) => a.receivedAt - b.receivedAt,
  )) {
    if (heard.has(requestId)) continue
    heard.add(requestId)
    const { department } = standingAt(fates, who, receivedAt)
    for (const { kind, what, number, secondsAgo } of told) {
      const key = `${who} ${visitId} ${number}`
      const at = receivedAt - secondsAgo * 1_000
      const known = events.get(key)
      if (receivedAt - at > LATE_MAX_MS || at > (known?.at ?? Infinity)) continue
      if (at === known?.at && department >= (known.department ?? '')) continue
      events.set(key, { who, at, deed: kind, what, worth: 1, department })
    }
  }
  return [...events.values()]
}

type Row = Record<string, unknown>

/** What rooms keep of what was done; ids of posts, comments and orders tell when they were made. */
export async function keptIn(cloud: TestCloud): Promise<Moment[]> {
  const openids = new Map(Object.values(people).map(({ employeeId, openid }) => [employeeId, openid]))
  const of = (employeeId: unknown) => openids.get(employeeId as string) as string
  const made = async (collection: string, deed: Moment['deed']) =>
    (await cloud.dump<Row & { _id: string; author: { employeeId: string } }>(collection)).map(row => ({
      ...{ who: of(row.author.employeeId), at: decodeTime(row._id), deed },
      ...{ what: row.state as string, worth: 1 },
    }))
  const orders = (await cloud.dump<Row & { _id: string }>('mall_orders')).map(row => ({
    ...{ who: of(row.employeeId), at: decodeTime(row._id), deed: 'order' as const },
    ...{ what: row.productName as string, worth: row.quantity as number },
  }))
  const coins = (await cloud.dump<Row>('coin_entries')).map(row => ({
    ...{ who: of(row.employeeId), at: row.receivedAt as number, deed: 'coins' as const },
    ...{ what: row.kind as string, worth: row.amount as number },
  }))
  const answers = (await cloud.dump<Row & { answer: { at: number } }>('knowledge_suggestions')).map(row => ({
    ...{ who: '', at: row.answer.at, deed: 'answer' as const, what: '' },
    worth: Math.round((row.answer.at - (row.at as number)) / MINUTE_MS),
  }))
  return [
    ...answers,
    ...(await made('forum_posts', 'post')),
    ...(await made('forum_comments', 'comment')),
    ...orders,
    ...coins,
  ]
}

const whoOf = (moments: readonly Moment[]) => new Set(moments.map(({ who }) => who))
const worthOf = (moments: readonly Moment[]) => moments.reduce((sum, { worth }) => sum + worth, 0)

/** Counts from nothing but moments, each time from all of them. */
export class Recount {
  constructor(
    private readonly moments: readonly Moment[],
    private readonly world: LivedWorld,
  ) {}

  /** Who is on the roster, as the first run of the timer after a day's end finds it: that is what stays of the day. */
  private rosterOf(on: string) {
    const end = startOfDay(on) + DAY_MS
    const { rolledAt, since, fates } = this.world
    const counted = rolledAt.find(at => at >= end) ?? rolledAt.at(-1) ?? 0
    return [...since]
      .map(([who, at]) => ({ who, at, ...standingAt(fates, who, counted) }))
      .filter(({ isHere }) => isHere)
      .map(one => ({ ...one, isRegistered: one.isBound && one.at < end }))
  }

  during(from: number, to: number, deed?: Moment['deed'], what?: string): Moment[] {
    return this.moments.filter(
      one =>
        from <= one.at &&
        one.at < to &&
        (deed ?? one.deed) === one.deed &&
        (what === undefined || one.what === what),
    )
  }

  came(from: number, to: number): Set<string> {
    return whoOf(this.during(from, to).filter(({ deed }) => ['visit', 'view', 'action'].includes(deed)))
  }

  /** Who registered on some days and was there when each of them was over. */
  registered(from: number, to: number): string[] {
    const days = to <= from ? [] : daysFrom(dayOf(from), dayOf(to - 1))
    return days.flatMap(on =>
      this.rosterOf(on).flatMap(({ who, at, isRegistered }) =>
        isRegistered && dayOf(at) === on ? [who] : [],
      ),
    )
  }

  /** Sums of some days, one or many. */
  sums(from: number, to: number) {
    const number = (deed: Moment['deed'], what?: string) => this.during(from, to, deed, what).length
    return {
      visits: number('visit'),
      visitors: this.came(from, to).size,
      posts: number('post', 'live'),
      postsPublished: number('post'),
      comments: number('comment', 'live'),
      likes: number('action'),
      coinsEarned: worthOf(this.during(from, to, 'coins', 'earn')),
      coinsSpent: 0 - worthOf(this.during(from, to, 'coins', 'spend')),
      coinsGiven: worthOf(this.during(from, to, 'coins', 'give')),
      coinsTaken: 0 - worthOf(this.during(from, to, 'coins', 'take')),
      redemptions: number('order'),
      newlyRegistered: this.registered(from, to).length,
      registered: this.rosterOf(dayOf(to - 1)).filter(({ isRegistered }) => isRegistered).length,
      eligible: this.rosterOf(dayOf(to - 1)).length,
      approvals: number('answer'),
      coinsInCirculation: worthOf(this.during(0, to, 'coins')),
    }
  }

  day(on: string) {
    const from = startOfDay(on)
    const to = from + DAY_MS
    const here = this.came(from, to)
    const week = this.came(to - 7 * DAY_MS, to)
    const month = this.came(to - 30 * DAY_MS, to)
    const weekBefore = this.came(to - 14 * DAY_MS, to - 7 * DAY_MS)
    const fresh = new Set(this.registered(to - 7 * DAY_MS, to))
    const back = (days: number) => {
      const group = this.registered(from - days * DAY_MS, to - days * DAY_MS)
      return { of: group.length, people: group.filter(who => here.has(who)).length }
    }
    const old = [...week].filter(who => !fresh.has(who))
    return {
      _id: on,
      ...this.sums(from, to),
      ...{ views: this.during(from, to, 'view').length, actions: this.during(from, to, 'action').length },
      coinsNet: worthOf(this.during(from, to, 'coins')),
      byHalfHour: Array.from(
        { length: 48 },
        (_, slot) =>
          this.during(from + slot * 30 * MINUTE_MS, from + (slot + 1) * 30 * MINUTE_MS, 'visit').length,
      ),
      ...{ visitors7: week.size, visitors30: month.size },
      ...{ backAfter1: back(1), backAfter7: back(7), backAfter30: back(30) },
      firstWeek: this.firstWeek(from - 7 * DAY_MS),
      newcomers: [...week].filter(who => fresh.has(who)).length,
      staying: old.filter(who => weekBefore.has(who)).length,
      returning: old.filter(who => !weekBefore.has(who)).length,
      quiet: [...month].filter(who => !week.has(who)).length,
      approvalMinutes: this.minutes(from, to),
    }
  }

  minutes(from: number, to: number): number[] {
    return this.during(from, to, 'answer')
      .map(({ worth }) => worth)
      .sort((a, b) => a - b)
  }

  /** A day of one department, or of all. */
  department(on: string, name?: string) {
    const [from, to] = [startOfDay(on), startOfDay(on) + DAY_MS]
    const own = this.rosterOf(on).filter(({ department }) => department === (name ?? department))
    const told = this.during(from, to).filter(
      ({ department }) => department !== undefined && department === (name ?? department),
    )
    const count = (deed: Moment['deed']) => told.filter(one => one.deed === deed).length
    return {
      eligible: own.length,
      registered: own.filter(({ isRegistered }) => isRegistered).length,
      ...{ visits: count('visit'), views: count('view'), actions: count('action'), likes: count('action') },
      visitors: whoOf(told).size,
    }
  }

  /** How far those who registered on a day came in their first seven. */
  private firstWeek(from: number) {
    const to = from + 7 * DAY_MS
    let left = this.registered(from, from + DAY_MS)
    const step = (did: Set<string>) => {
      left = left.filter(who => did.has(who))
      return left.length
    }
    return {
      registered: left.length,
      read: step(whoOf(this.during(from, to, 'view', 'forum/post'))),
      posted: step(whoOf(this.during(from, to, 'post', 'live'))),
      earned: step(whoOf(this.during(from, to, 'coins', 'earn'))),
      redeemed: step(whoOf(this.during(from, to, 'order'))),
    }
  }

  hour(_id: string) {
    const from = Date.parse(`${_id}:00:00+08:00`)
    const of = (deed: Moment['deed'], until = from + HOUR_MS) => this.during(from, until, deed).length
    const firstHalf = of('visit', from + HOUR_MS / 2)
    return {
      ...{ _id, on: _id.slice(0, 10), hour: Number(_id.slice(11)) },
      ...{ visits: of('visit'), views: of('view'), actions: of('action') },
      ...{ visitsFirstHalf: firstHalf, visitsSecondHalf: of('visit') - firstHalf },
      visitors: this.came(from, from + HOUR_MS).size,
    }
  }
}
