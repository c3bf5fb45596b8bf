import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import { pseudonymOf } from '../../cloudfunctions/stats/pseudonym'
import {
  type MonthPeopleDocument,
  PROGRESS_ID,
  type ProgressDocument,
  type ReportDocument,
} from '../../cloudfunctions/stats/store'
import { deliveredRules } from '../../domain/coin/rules'
import { DAY_MS, dayOf, MINUTE_MS, startOfDay } from '../../domain/kernel/time'
import { type DayPeople, retained, standingOf, visitorsOn } from '../../domain/stats/days'
import { departmentsOn, rosterRows } from '../../domain/stats/departments'
import { dayAfter, daysFrom } from '../../domain/stats/events'
import type { MonthFigures } from '../../domain/stats/figures'
import { type DayDepartments, type DayFigures, rankedOver, sumOf } from '../../domain/stats/figures'
import { monthOutOf } from '../../domain/stats/months'
import { trafficOf } from '../../domain/stats/rollUp'
import { spanOf } from '../../domain/stats/spans'
import { tilesOf } from '../../domain/stats/tiles'
import { mondayOf, weekOf } from '../../domain/stats/weeks'
import { developmentCodeKey } from '../local-cloud/functions/environment'
import { chanceOf } from './chance'
import { factsOn, type Lived, livedByDay } from './statsLived'
import { batchesOfNew, batchesOn } from './statsVisits'
import type { World } from './world'

const SEED = 47
/** As far back as people talk. */
const DAYS = 126
/** Of earlier days only what was counted is left. */
const RAW_DAYS = 45
const TOP = 20

/** Four months of visits by the cast, and what the timer would have counted of them and of all that there is. */
export function statsOf(world: World, lived: Lived, newcomers: readonly EmployeeDocument[]) {
  process.env.STATS_KEY ??= developmentCodeKey
  const chance = chanceOf(SEED)
  const today = dayOf(world.calendar.now)
  const first = dayOf(world.calendar.now - (DAYS - 1) * DAY_MS)
  const longSince = world.roster.filter(({ boundAt, status }) => boundAt !== null && status === 'active')
  const days = daysFrom(first, today)
  const freshly = chanceOf(SEED + 1)
  const told = new Map(
    days.map((on, age) => {
      const day = { on, age: age / DAYS, left: DAYS - age }
      const batches = batchesOn(day, longSince, world.calendar.now, chance)
      return [on, [...batches, ...batchesOfNew(day, newcomers, world.calendar.now, freshly)]]
    }),
  )
  const kept = days.slice(-RAW_DAYS)
  const byDays = livedByDay(lived)
  const begin = startOfDay(first)
  const people = new Map<string, DayPeople>()
  const figures: DayFigures[] = []
  const hours = []
  const departments: DayDepartments[] = []
  const boundBy = (end: number) =>
    [...longSince, ...newcomers].filter(({ boundAt }) => boundAt !== null && boundAt < end)
  const eligible = world.roster.filter(({ status }) => status === 'active')
  let held = sumOf(
    lived.entries.filter(({ receivedAt }) => receivedAt < begin),
    ({ amount }) => amount,
  )
  for (const on of days) {
    const traffic = trafficOf(on, told.get(on) ?? [])
    const { facts, doing } = factsOn(on, byDays)
    held += facts.coinsNet
    const bound = boundBy(startOfDay(dayAfter(on)))
    const registered = bound.filter(({ boundAt }) => dayOf(boundAt ?? 0) === on)
    const roster = rosterRows(eligible, bound)
    people.set(on, {
      ...{ _id: on, visited: traffic.visited, read: traffic.read, ...doing },
      registered: registered.map(({ _id }) => pseudonymOf(_id)).sort(),
      ...(on < today ? { roster } : {}),
    })
    const { visits, visitors, views, actions, likes, byHalfHour } = traffic
    const counted = { visits, visitors, views, actions, likes }
    figures.push({
      _id: on,
      ...counted,
      byHalfHour,
      ...facts,
      ...standingOf(on, people),
      eligible: eligible.length,
      registered: bound.length,
      newlyRegistered: registered.length,
      coinsInCirculation: held,
    })
    hours.push(...traffic.hours)
    departments.push({ _id: on, departments: departmentsOn(roster, traffic) })
  }
  const months = monthsOf(figures, people)
  return {
    stats_batches: kept.flatMap(on => told.get(on) ?? []),
    stats_hourly: hours.filter(({ on }) => on >= (kept[0] ?? first)),
    stats_daily: figures,
    stats_departments: departments,
    stats_people: [...people.values()],
    ...months,
    stats_reports: [2, 1, 0].map(ago => reportOf(ago, figures, months.stats_monthly, today)),
    stats_progress: [progressOf(first, today, departments, world.calendar.now)],
  }
}

function monthsOf(figures: readonly DayFigures[], people: ReadonlyMap<string, DayPeople>) {
  const months = [...new Set(figures.map(({ _id }) => _id.slice(0, 7)))]
  const sets: MonthPeopleDocument[] = months.map(month => ({
    _id: month,
    visited: visitorsOn(
      figures.map(({ _id }) => _id).filter(on => on.startsWith(month)),
      people,
    ),
    registered: figures
      .filter(day => day._id.startsWith(month))
      .flatMap(({ _id }) => people.get(_id)?.registered ?? []),
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
          cohorts: sets
            .slice(0, index)
            .reverse()
            .map(earlier => ({ month: earlier._id, ...retained(earlier.registered, visited) })),
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
  const counted = { first: (figures[0] as DayFigures)._id, last: to, running: false }
  const span = spanOf({ span: 'week', on: to }, counted)
  const within = (part: { from: string; to: string } | null) =>
    figures.filter(({ _id }) => part !== null && part.from <= _id && _id <= part.to)
  const days = within(span)
  return {
    _id: weekOf(to),
    from: span.from,
    to,
    tiles: tilesOf({ span, days, before: within(span.compared?.before ?? null), months }),
    topics: rankedOver(
      days.map(day => day.topics),
      TOP,
    ).slice(0, 5),
    fileId: null,
    madeAt: startOfDay(dayAfter(to, 1)) + 5 * MINUTE_MS,
  }
}
