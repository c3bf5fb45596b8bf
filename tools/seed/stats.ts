import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import type { OrderDocument } from '../../cloudfunctions/mall/store'
import { pseudonymOf } from '../../cloudfunctions/stats/pseudonym'
import {
  type BatchDocument,
  type MonthPeopleDocument,
  PROGRESS_ID,
  type ProgressDocument,
  type ReportDocument,
} from '../../cloudfunctions/stats/store'
import type { Entry } from '../../domain/coin/entry'
import { deliveredRules } from '../../domain/coin/rules'
import { DAY_MS, dayOf, MINUTE_MS, startOfDay, weekdayOf } from '../../domain/kernel/time'
import { type DayPeople, retained, standingOf, visitorsOn } from '../../domain/stats/days'
import { dayAfter, daysFrom, daysOf, type RecordedEvent } from '../../domain/stats/events'
import type { MonthFigures } from '../../domain/stats/figures'
import { type DayDepartments, type DayFigures, GROUP_MIN, rankedOver } from '../../domain/stats/figures'
import { monthOutOf } from '../../domain/stats/months'
import { trafficOf } from '../../domain/stats/rollUp'
import { spanOf } from '../../domain/stats/spans'
import { tilesOf } from '../../domain/stats/tiles'
import { mondayOf, weekOf } from '../../domain/stats/weeks'
import { developmentCodeKey } from '../local-cloud/functions/environment'
import { type Chance, chanceOf } from './chance'
import type { World } from './world'

const SEED = 47
const DAYS = 45
const TOP = 20

interface Lived {
  posts: readonly {
    postedAt: number
    state: string
    author: { employeeId: string }
    voice?: object
    topics: { name: string }[]
  }[]
  comments: readonly { postedAt: number; state: string }[]
  entries: readonly Entry[]
  orders: readonly OrderDocument[]
}

/** Six weeks of visits by the cast, and what the timer would have counted of them and of the week's life. */
export function statsOf(world: World, lived: Lived) {
  process.env.STATS_KEY ??= developmentCodeKey
  const chance = chanceOf(SEED)
  const today = dayOf(world.calendar.now)
  const first = dayOf(world.calendar.now - (DAYS - 1) * DAY_MS)
  const bound = world.roster.filter(({ boundAt, status }) => boundAt !== null && status === 'active')
  const days = daysFrom(first, today)
  const told = new Map(days.map(on => [on, batchesOn(on, bound, world.calendar.now, chance)]))
  const people = new Map<string, DayPeople>()
  const figures: DayFigures[] = []
  const hours = []
  const departments: DayDepartments[] = []
  const eligible = world.roster.filter(({ status }) => status === 'active').length
  let held = 0
  for (const on of days) {
    const traffic = trafficOf(on, told.get(on) ?? [])
    const { facts, doing, net } = factsOn(on, lived)
    held += net
    people.set(on, { _id: on, visited: traffic.visited, read: traffic.read, ...doing, registered: [] })
    const { visits, visitors, views, actions, likes, byHalfHour } = traffic
    const counted = { visits, visitors, views, actions, likes }
    figures.push({
      _id: on,
      ...counted,
      byHalfHour,
      ...facts,
      ...standingOf(on, people),
      eligible,
      registered: bound.length,
      newlyRegistered: 0,
      coinsInCirculation: held,
    })
    hours.push(...traffic.hours)
    departments.push({ _id: on, departments: departmentsOf(world.roster, bound, traffic.departments) })
  }
  const months = monthsOf(figures, people)
  return {
    stats_batches: [...told.values()].flat(),
    stats_hourly: hours,
    stats_daily: figures,
    stats_departments: departments,
    stats_people: [...people.values()],
    ...months,
    stats_reports: [2, 1, 0].map(ago => reportOf(ago, figures, months.stats_monthly, today)),
    stats_progress: [progressOf(first, today, departments, world.calendar.now)],
  }
}

const PEAKS = [7.2, 7.9, 8.4, 12.2, 17.7, 18.3, 19.1, 21]

function batchesOn(
  on: string,
  people: readonly EmployeeDocument[],
  now: number,
  chance: Chance,
): BatchDocument[] {
  const quiet = weekdayOf(startOfDay(on)) > 5
  return people.flatMap((person, index) => {
    if (chance.next() > (quiet ? 0.45 : 0.8)) return []
    const hour = chance.pick(PEAKS) + chance.next() * 0.5
    const at = startOfDay(on) + Math.floor(hour * 60) * MINUTE_MS
    return at > now ? [] : [batchOf(person, `${on}-${index}`, at, chance)]
  })
}

function batchOf(person: EmployeeDocument, id: string, at: number, chance: Chance): BatchDocument {
  const who = pseudonymOf(person._id)
  const events: RecordedEvent[] = [
    { kind: 'visit', what: 'pages/home', number: 0, at },
    { kind: 'view', what: 'pages/fun', number: 1, at: at + 2_000 },
    { kind: 'view', what: 'forum/post', number: 2, at: at + 20_000 },
  ]
  if (chance.next() < 0.3) events.push({ kind: 'action', what: 'forum.likePost', number: 3, at: at + 40_000 })
  const days = daysOf(events)
  const receivedAt = at + MINUTE_MS
  return {
    _id: `${who}.${id}`,
    who,
    department: person.department,
    visitId: `visit-${id}`,
    events,
    days,
    rolled: true,
    receivedAt,
  }
}

function factsOn(on: string, { posts, comments, entries, orders }: Lived) {
  const made = posts.filter(({ postedAt }) => dayOf(postedAt) === on)
  const own = made.filter(({ state, voice }) => state === 'live' && !voice)
  const moved = entries.filter(({ receivedAt }) => dayOf(receivedAt) === on)
  const bought = orders.filter(({ placedAt }) => dayOf(placedAt) === on)
  const sum = (kind: Entry['kind']) =>
    moved.filter(entry => entry.kind === kind).reduce((all, { amount }) => all + amount, 0)
  const once = (name: string) => ({ name, count: 1 })
  const names = (ids: readonly string[]) => [...new Set(ids)].map(pseudonymOf).sort()
  return {
    net: moved.reduce((all, { amount }) => all + amount, 0),
    doing: {
      posted: names(own.map(({ author }) => author.employeeId)),
      earned: names(moved.filter(({ kind }) => kind === 'earn').map(({ employeeId }) => employeeId)),
      redeemed: names(bought.map(({ employeeId }) => employeeId)),
    },
    facts: {
      posts: own.length,
      postsPublished: made.length,
      comments: comments.filter(({ postedAt, state }) => state === 'live' && dayOf(postedAt) === on).length,
      coinsEarned: sum('earn'),
      coinsSpent: -sum('spend'),
      coinsNet: moved.reduce((all, { amount }) => all + amount, 0),
      redemptions: bought.length,
      approvals: 0,
      approvalMinutes: [],
      topics: rankedOver([own.flatMap(({ topics }) => topics.map(({ name }) => once(name)))], TOP),
      associations: [],
      goods: rankedOver(
        [bought.map(({ productName, quantity }) => ({ name: productName, count: quantity }))],
        TOP,
      ),
    },
  }
}

function departmentsOf(
  roster: readonly EmployeeDocument[],
  bound: readonly EmployeeDocument[],
  traffic: readonly {
    name: string
    visits: number
    visitors: number
    views: number
    actions: number
    likes: number
  }[],
): DayDepartments['departments'] {
  const none = { visits: 0, visitors: 0, views: 0, actions: 0, likes: 0 }
  const names = [...new Set(roster.map(({ department }) => department))].sort()
  return names
    .map(name => ({
      ...(traffic.find(one => one.name === name) ?? none),
      name,
      eligible: roster.filter(({ department, status }) => department === name && status === 'active').length,
      registered: bound.filter(({ department }) => department === name).length,
    }))
    .filter(({ eligible }) => eligible >= GROUP_MIN)
}

function monthsOf(figures: readonly DayFigures[], people: ReadonlyMap<string, DayPeople>) {
  const months = [...new Set(figures.map(({ _id }) => _id.slice(0, 7)))]
  const sets: MonthPeopleDocument[] = months.map(month => ({
    _id: month,
    visited: visitorsOn(
      figures.map(({ _id }) => _id).filter(on => on.startsWith(month)),
      people,
    ),
    registered: [],
  }))
  return {
    stats_month_people: sets,
    stats_monthly: sets.map(({ _id, visited }, index) =>
      monthOutOf(
        _id,
        figures.filter(day => day._id.startsWith(_id)),
        {
          visitors: visited.length,
          retained: retained(sets[index - 1]?.visited ?? [], visited),
          cohorts: [],
        },
      ),
    ),
  }
}

function progressOf(
  first: string,
  today: string,
  departments: readonly DayDepartments[],
  now: number,
): ProgressDocument {
  return {
    _id: PROGRESS_ID,
    version: 1,
    first,
    next: today,
    recountedOn: today,
    last: today,
    setting: {
      happyHours: deliveredRules.happyHours.map(({ fromMinute, toMinute }) => ({ fromMinute, toMinute })),
      curveBefore: null,
      departments: departments.at(-1)?.departments.map(({ name }) => name) ?? [],
      rolledAt: now,
    },
  }
}

/** The report of a week that is over, so many weeks before the last one; its spreadsheet is made by the timer alone. */
function reportOf(
  weeksAgo: number,
  figures: readonly DayFigures[],
  months: readonly MonthFigures[],
  today: string,
): ReportDocument {
  const to = dayAfter(mondayOf(today), -1 - 7 * weeksAgo)
  const span = spanOf({ span: 'week', on: to }, { first: (figures[0] as DayFigures)._id, last: to })
  const within = (part: { from: string; to: string } | null) =>
    figures.filter(({ _id }) => part !== null && part.from <= _id && _id <= part.to)
  const days = within(span)
  return {
    _id: weekOf(to),
    from: span.from,
    to,
    tiles: tilesOf({ span, days, before: within(span.before), months }),
    topics: rankedOver(
      days.map(day => day.topics),
      TOP,
    ).slice(0, 5),
    fileId: null,
    madeAt: startOfDay(dayAfter(to, 1)) + 5 * MINUTE_MS,
  }
}
