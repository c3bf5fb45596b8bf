import { DAY_MS, dayOf, HOUR_MS, startOfDay, weekdayOf } from '@domain/kernel/time'
import { dashboardOf } from '@domain/stats/dashboard'
import { type DayPeople, retained, standingOf, visitorsOn } from '@domain/stats/days'
import { daysFrom } from '@domain/stats/events'
import type { DayFigures, MonthFigures } from '@domain/stats/figures'
import { monthOutOf } from '@domain/stats/months'
import { trafficOf } from '@domain/stats/rollUp'
import { spanOf } from '@domain/stats/spans'
import fc from 'fast-check'

const [FIRST, LAST] = ['2019-01-20', '2019-03-05'] as const
const days = daysFrom(FIRST, LAST)
const months = ['2019-01', '2019-02', '2019-03']
const BEGIN = startOfDay(FIRST)
const END = startOfDay(LAST) + DAY_MS
const people = ['a', 'b', 'c', 'd', 'e', 'f']
const kinds = ['visit', 'read', 'posted', 'commented', 'liked', 'earned', 'redeemed', 'approved'] as const

interface Deed {
  who: string
  kind: (typeof kinds)[number]
  at: number
  /** Coins of what was earned or redeemed, minutes of what was approved. */
  worth: number
  name: string
}

interface RawWorld {
  deeds: Deed[]
  /** When each of the people registered, in their order. */
  since: number[]
}

// Many of them near midnight, where a day ends and with it sometimes a month.
const moment = fc.oneof(
  fc.integer({ min: BEGIN, max: END - 1 }),
  fc
    .tuple(fc.integer({ min: 1, max: days.length - 1 }), fc.integer({ min: -2, max: 2 }))
    .map(([day, ms]) => BEGIN + day * DAY_MS + ms),
)
const rawWorld: fc.Arbitrary<RawWorld> = fc.record({
  deeds: fc.array(
    fc.record({
      who: fc.constantFrom(...people),
      kind: fc.constantFrom(...kinds),
      at: moment,
      worth: fc.integer({ min: 1, max: 90 }),
      name: fc.constantFrom('露营', '班车', '食堂'),
    }),
    { minLength: 20, maxLength: 120 },
  ),
  since: fc.tuple(moment, moment, moment, moment, moment, moment),
})

const worthOf = (deeds: readonly Deed[]) => deeds.reduce((sum, { worth }) => sum + worth, 0)
const whoOf = (deeds: readonly Deed[]) => [...new Set(deeds.map(({ who }) => who))]
const middle = (numbers: number[]) => {
  const sorted = numbers.sort((a, b) => a - b)
  return sorted.length === 0
    ? null
    : ((sorted[(sorted.length - 1) >> 1] as number) + (sorted[sorted.length >> 1] as number)) / 2
}

/** Visits, reads and likes come from clients, a visit each; all else is what the rooms know. */
function rolled({ deeds, since }: RawWorld) {
  const known = new Map<string, DayPeople>()
  let held = 0
  const figures = days.map((on): DayFigures => {
    const today = deeds.filter(({ at }) => dayOf(at) === on)
    const of = (kind: Deed['kind']) => today.filter(one => one.kind === kind)
    const told = today.flatMap(({ who, kind, at }, index) => {
      const event = {
        visit: ['visit', 'pages/home'],
        read: ['view', 'forum/post'],
        liked: ['action', 'forum.likePost'],
      }[kind as string] as ['visit' | 'view' | 'action', string] | undefined
      if (!event) return []
      const events = [{ kind: event[0], what: event[1], number: 0, at }]
      return [{ _id: `${index}`, who, department: '总装', visitId: `v${index}`, events }]
    })
    const traffic = trafficOf(on, [...told, ...told.slice(0, 3)])
    const registered = people.filter((_, index) => dayOf(since[index] as number) === on)
    known.set(on, {
      _id: on,
      visited: traffic.visited,
      read: traffic.read,
      posted: whoOf(of('posted')),
      earned: whoOf(of('earned')),
      redeemed: whoOf(of('redeemed')),
      registered,
    })
    const net = worthOf(of('earned')) - worthOf(of('redeemed'))
    held += net
    const { visits, visitors, views, actions, likes, byHalfHour } = traffic
    return {
      _id: on,
      ...{ visits, visitors, views, actions, likes, byHalfHour },
      posts: of('posted').length,
      postsPublished: of('posted').length,
      comments: of('commented').length,
      coinsEarned: worthOf(of('earned')),
      coinsSpent: worthOf(of('redeemed')),
      ...{ coinsGiven: 0, coinsTaken: 0 },
      coinsNet: net,
      redemptions: of('redeemed').length,
      approvals: of('approved').length,
      approvalMinutes: of('approved').map(({ worth }) => worth),
      topics: of('posted').map(({ name }) => ({ name, count: 1 })),
      associations: of('approved').map(({ name }) => ({ name, count: 1 })),
      goods: of('redeemed').map(({ name }) => ({ name, count: 1 })),
      ...standingOf(on, known),
      eligible: people.length,
      registered: since.filter(at => dayOf(at) <= on).length,
      newlyRegistered: registered.length,
      coinsInCirculation: held,
    }
  })
  return { figures, monthly: monthly(figures, known) }
}

function monthly(figures: readonly DayFigures[], known: ReadonlyMap<string, DayPeople>): MonthFigures[] {
  const kept = months.map(month => {
    const own = days.filter(on => on.startsWith(month))
    const visited = visitorsOn(own, known)
    return { month, own, visited, registered: own.flatMap(on => known.get(on)?.registered ?? []) }
  })
  return kept.map(({ month, visited }, index) =>
    monthOutOf(
      month,
      figures.filter(({ _id }) => _id.startsWith(month)),
      {
        visitors: visited.length,
        retained: retained(kept[index - 1]?.visited ?? [], visited),
        cohorts: kept
          .slice(0, index)
          .map(one => ({ month: one.month, ...retained(one.registered, visited) })),
      },
    ),
  )
}

const setting = { happyHours: [], curveBefore: null, departments: [], rolledAt: 0 }

/** The same, counted from nothing but moments: who came, read or liked was there. */
function recount({ deeds, since }: RawWorld, from: number, to: number) {
  const during = (start: number, end: number) => deeds.filter(({ at }) => start <= at && at < end)
  const came = (start: number, end: number) =>
    whoOf(during(start, end).filter(({ kind }) => ['visit', 'read', 'liked'].includes(kind)))
  const of = (kind: Deed['kind']) => during(from, to).filter(one => one.kind === kind)
  const starts = Array.from({ length: (to - from) / DAY_MS }, (_, day) => from + day * DAY_MS)
  const daily = starts.reduce((sum, start) => sum + came(start, start + DAY_MS).length, 0) / starts.length
  const joined = (start: number) =>
    people.filter(
      (_, index) => start <= (since[index] as number) && (since[index] as number) < start + DAY_MS,
    )
  const back = (age: number) => {
    const pairs = starts.flatMap(start =>
      joined(start - age * DAY_MS).map(who => came(start, start + DAY_MS).includes(who)),
    )
    return { of: pairs.length, people: pairs.filter(Boolean).length }
  }
  const funnel = [0, 0, 0, 0, 0]
  for (const start of starts.map(day => day - 7 * DAY_MS))
    for (const who of joined(start)) {
      const week = during(start, start + 7 * DAY_MS).filter(one => one.who === who)
      const steps = (['read', 'posted', 'earned', 'redeemed'] as const).map(kind =>
        week.some(one => one.kind === kind),
      )
      const reached = steps.indexOf(false) === -1 ? 4 : steps.indexOf(false)
      for (let step = 0; step <= reached; step += 1) funnel[step] = (funnel[step] as number) + 1
    }
  const until = (kind: Deed['kind']) => worthOf(deeds.filter(one => one.kind === kind && one.at < to))
  const monthly = came(to - 30 * DAY_MS, to)
  const weekly = came(to - 7 * DAY_MS, to)
  const before = came(to - 14 * DAY_MS, to - 7 * DAY_MS)
  const isNew = (who: string) => {
    const at = since[people.indexOf(who)] as number
    return to - 7 * DAY_MS <= at && at < to
  }
  return {
    tiles: {
      dailyVisits: of('visit').length / starts.length,
      dailyPosts: of('posted').length / starts.length,
      visits: of('visit').length,
      registered: since.filter(at => at < to).length,
      dailyVisitors: daily,
      weeklyVisitors: weekly.length,
      monthlyVisitors: monthly.length,
      stickiness: monthly.length === 0 ? null : daily / monthly.length,
      posts: of('posted').length,
      comments: of('commented').length,
      likes: of('liked').length,
      redemptions: of('redeemed').length,
      coinsEarned: worthOf(of('earned')),
      coinsSpent: worthOf(of('redeemed')),
      coinsInCirculation: until('earned') - until('redeemed'),
      approvals: of('approved').length,
    } as Record<string, number | null>,
    hours: middle(of('approved').map(({ worth }) => worth)),
    retention: [1, 7, 30].map(back),
    funnel,
    lifecycle: [
      weekly.filter(isNew).length,
      weekly.filter(who => !isNew(who) && before.includes(who)).length,
      weekly.filter(who => !isNew(who) && !before.includes(who)).length,
      monthly.filter(who => !weekly.includes(who)).length,
    ],
    named: (kind: Deed['kind']) => of(kind).map(({ name }) => name),
    visits: of('visit').map(({ at }) => at),
  }
}

const counts = (rows: readonly { name: string; count: number }[]) =>
  rows.flatMap(({ name, count }) => Array<string>(count).fill(name)).sort()

test('every figure of the page is what counting moment by moment gives, over any days, also where a month ends', () => {
  fc.assert(
    fc.property(rawWorld, fc.nat(days.length - 1), fc.nat(20), (world, start, length) => {
      const from = days[start] as string
      const on = days[Math.min(days.length - 1, start + length)] as string
      const { figures, monthly: all } = rolled(world)
      const span = spanOf({ span: 'range', from, on }, { first: FIRST, last: LAST, running: false })
      const own = figures.filter(({ _id }) => from <= _id && _id <= on)
      const known = all.filter(({ _id }) => _id <= on.slice(0, 7))
      const view = dashboardOf({ span, days: own, before: [], months: known }, setting)
      const truth = recount(world, startOfDay(from), startOfDay(on) + DAY_MS)

      const shown = Object.fromEntries(view.tiles.map(({ key, value }) => [key, value]))
      for (const [key, value] of Object.entries(truth.tiles)) expect([key, shown[key]]).toEqual([key, value])
      expect(shown.approvalTime ?? null).toBe(truth.hours === null ? null : truth.hours / 60)
      // Nothing stands on the page that is not recounted here or, as the month's retention, below.
      expect(Object.keys(shown).sort()).toEqual(
        [...Object.keys(truth.tiles), 'approvalTime', 'monthRetention'].sort(),
      )
      expect(view.retention.map(part => ({ of: part.of, people: part.people }))).toEqual(truth.retention)
      expect(view.funnel.map(({ count }) => count)).toEqual(truth.funnel)
      expect(view.lifecycle.map(({ count }) => count)).toEqual(truth.lifecycle)
      expect(counts(view.topics)).toEqual(truth.named('posted').sort())
      expect(counts(view.associations)).toEqual(truth.named('approved').sort())
      expect(counts(view.goods)).toEqual(truth.named('redeemed').sort())
      for (const [slot, average] of view.curve.average.entries()) {
        const inIt = truth.visits.filter(
          at => Math.floor((at - startOfDay(dayOf(at))) / (HOUR_MS / 2)) === slot,
        )
        expect(average * own.length).toBeCloseTo(inIt.length)
      }
      for (const [weekday, hours] of view.rhythm.entries()) {
        const such = own.filter(({ _id }) => weekdayOf(startOfDay(_id)) === weekday + 1).length
        const sum = hours.reduce((total, one) => total + one, 0) * Math.max(1, such)
        expect(sum).toBeCloseTo(truth.visits.filter(at => weekdayOf(at) === weekday + 1).length)
      }
    }),
    { numRuns: 30 },
  )
})

test('months are what counting moment by moment gives: sums, people, who came again, and cohorts', () => {
  fc.assert(
    fc.property(rawWorld, world => {
      const { monthly: all } = rolled(world)
      const cameIn = (month: string) =>
        whoOf(
          world.deeds.filter(
            ({ kind, at }) => dayOf(at).startsWith(month) && ['visit', 'read', 'liked'].includes(kind),
          ),
        )
      for (const [index, { _id: month, retained: again, cohorts, ...figures }] of all.entries()) {
        const own = world.deeds.filter(({ at }) => dayOf(at).startsWith(month))
        const of = (kind: Deed['kind']) => own.filter(one => one.kind === kind)
        expect(figures).toMatchObject({
          visits: of('visit').length,
          posts: of('posted').length,
          comments: of('commented').length,
          likes: of('liked').length,
          coinsEarned: worthOf(of('earned')),
          coinsSpent: worthOf(of('redeemed')),
          redemptions: of('redeemed').length,
          approvals: of('approved').length,
          approvalMinutes: middle(of('approved').map(({ worth }) => worth)),
          visitors: cameIn(month).length,
        })
        const before = index === 0 ? [] : cameIn(months[index - 1] as string)
        const here = new Set(cameIn(month))
        expect(again).toEqual({ of: before.length, people: before.filter(who => here.has(who)).length })
        for (const cohort of cohorts) {
          const joined = people.filter((_, place) =>
            dayOf(world.since[place] as number).startsWith(cohort.month),
          )
          expect(cohort).toMatchObject({
            of: joined.length,
            people: joined.filter(who => here.has(who)).length,
          })
        }
      }
    }),
    { numRuns: 30 },
  )
})
