import { DAY_MS, type Day, dayOf, startOfDay } from '@domain/kernel/time'
import { type DayPeople, standingOf } from '@domain/stats/days'
import { shownDepartments } from '@domain/stats/departments'
import { dayAfter } from '@domain/stats/events'
import type { DayDepartments, DayFigures } from '@domain/stats/figures'
import { type DayTraffic, type HourFigures, type Traffic, trafficOf } from '@domain/stats/rollUp'
import { _ } from '@platform/cloud'
import { readAll } from '@platform/readAll'
import type { Counted } from '../identity/public'
import { factsOf, pseudonymsOf } from './facts'
import { type BatchDocument, batches, daily, departments, hourly, people } from './store'

/** What a run has read already: so that days in a row share it. */
export interface Memory {
  colleagues: readonly Counted[]
  people: Map<Day, DayPeople>
  /** The batches of the day that was counted last. */
  told: { on: Day; batches: BatchDocument[] } | null
}

const HOURS = 24

/**
 * Counts a day from its batches and from what the rooms know, and writes its hours, its day, its departments and who was
 * there. It may be done again at any time: the same batches give the same documents, and what has not changed is not
 * written. About a dozen requests, and one for each hour that has changed.
 */
export async function rollDay(on: Day, memory: Memory): Promise<DayFigures> {
  const [told, { facts, people: doing }, before] = await Promise.all([
    toldOf(on, memory),
    factsOf(on),
    daily.find({ where: { _id: _.in([on, dayAfter(on, -1)]) }, limit: 2 }),
  ])
  const traffic = trafficOf(on, told)
  await writeHours(on, traffic.hours)
  const { visited, read } = traffic
  const here = registeredBy(memory.colleagues, on)
  const today: DayPeople = {
    _id: on,
    visited,
    read,
    ...doing,
    registered: pseudonymsOf(
      here.filter(one => dayOf(one.registeredAt ?? 0) === on).map(one => one.employeeId),
    ),
  }
  memory.people.set(on, today)
  await people.put(today)
  const was = before.find(({ _id }) => _id === on)
  const yesterday = before.find(({ _id }) => _id !== on)
  const figures: DayFigures = {
    _id: on,
    ...totals(traffic),
    ...facts,
    ...standingOf(on, memory.people),
    byHalfHour: traffic.byHalfHour,
    // The roster of a day that is past is not known any more: what was counted then stays.
    eligible: was && on < dayOf(Date.now()) ? was.eligible : memory.colleagues.length,
    registered: here.length,
    newlyRegistered: today.registered.length,
    coinsInCirculation: (yesterday?.coinsInCirculation ?? 0) + facts.coinsNet,
  }
  await daily.put(figures)
  await departments.put(departmentsOf(traffic, memory.colleagues, here))
  return figures
}

/**
 * The batches of a day, and those of the day before that tell of the same visits: around midnight two may tell the same
 * event on either side of it, and it counts on the earlier day alone.
 */
async function toldOf(on: Day, memory: Memory): Promise<BatchDocument[]> {
  const read = (day: Day) => readAll(batches, { days: _.in([day]) }, '_id')
  const yesterday = dayAfter(on, -1)
  const [own, before] = await Promise.all([
    read(on),
    memory.told?.on === yesterday ? memory.told.batches : read(yesterday),
  ])
  memory.told = { on, batches: own }
  const visits = new Set(own.map(({ visitId }) => visitId))
  return [...before.filter(({ visitId }) => visits.has(visitId)), ...own]
}

function totals({ visits, visitors, views, actions, likes }: Traffic): Traffic {
  return { visits, visitors, views, actions, likes }
}

function registeredBy(colleagues: readonly Counted[], on: Day): Counted[] {
  const end = startOfDay(on) + DAY_MS
  return colleagues.filter(({ registeredAt }) => registeredAt !== null && registeredAt < end)
}

async function writeHours(on: Day, hours: readonly HourFigures[]): Promise<void> {
  const known = await hourly.find({ where: { on }, orderBy: [['hour', 'asc']], limit: HOURS })
  const asText = new Map(known.map(hour => [hour._id, textOf(hour)]))
  for (const hour of hours) if (asText.get(hour._id) !== textOf(hour)) await hourly.put(hour)
  const left = known.filter(({ _id }) => !hours.some(hour => hour._id === _id)).map(({ _id }) => _id)
  if (left.length > 0) await hourly.removeWhere({ _id: _.in(left) })
}

function textOf(hour: HourFigures): string {
  return JSON.stringify(Object.entries(hour).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function departmentsOf(
  traffic: DayTraffic,
  colleagues: readonly Counted[],
  here: readonly Counted[],
): DayDepartments {
  const inIt = (list: readonly Counted[]) => {
    const counts = new Map<string, number>()
    for (const { department } of list) counts.set(department, (counts.get(department) ?? 0) + 1)
    return counts
  }
  const [eligible, registered] = [inIt(colleagues), inIt(here)]
  const none = { visits: 0, visitors: 0, views: 0, actions: 0, likes: 0 }
  // A department may have lost its last colleague since, but not what was done in it.
  const names = new Set([...eligible.keys(), ...traffic.departments.map(({ name }) => name)])
  const rows = [...names].map(name => ({
    name,
    eligible: eligible.get(name) ?? 0,
    registered: registered.get(name) ?? 0,
    ...totals(traffic.departments.find(one => one.name === name) ?? none),
  }))
  return { _id: traffic.on, departments: shownDepartments(rows) }
}
