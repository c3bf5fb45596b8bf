import { DAY_MS, type Day, dayOf, startOfDay } from '@domain/kernel/time'
import { type DayPeople, standingOf } from '@domain/stats/days'
import { departmentsOn, rosterRows } from '@domain/stats/departments'
import { dayAfter } from '@domain/stats/events'
import { type DayFigures, sumOf } from '@domain/stats/figures'
import { type HourFigures, type Traffic, trafficOf } from '@domain/stats/rollUp'
import { _ } from '@platform/cloud'
import { readAll } from '@platform/readAll'
import { transaction } from '@platform/transaction'
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
 * written. What the roster was like stays as it was when the day was over. About a dozen requests, and one for each hour
 * that has changed.
 */
export async function rollDay(on: Day, memory: Memory): Promise<DayFigures> {
  const [told, { facts, people: doing }, yesterday] = await Promise.all([
    toldOf(on, memory),
    factsOf(on),
    daily.get(dayAfter(on, -1)),
  ])
  const traffic = trafficOf(on, told)
  await writeHours(on, traffic.hours)
  const { visited, read } = traffic
  const here = registeredBy(memory.colleagues, on)
  const roster = rosterRows(memory.colleagues, here)
  const today = await keep({
    _id: on,
    visited,
    read,
    ...doing,
    registered: pseudonymsOf(
      here.filter(one => dayOf(one.registeredAt ?? 0) === on).map(one => one.employeeId),
    ),
    ...(on < dayOf(Date.now()) ? { roster } : {}),
  })
  memory.people.set(on, today)
  const then = today.roster ?? roster
  const figures: DayFigures = {
    _id: on,
    ...totals(traffic),
    ...facts,
    ...standingOf(on, memory.people),
    byHalfHour: traffic.byHalfHour,
    eligible: sumOf(then, row => row.eligible),
    registered: sumOf(then, row => row.registered),
    newlyRegistered: today.registered.length,
    coinsInCirculation: (yesterday?.coinsInCirculation ?? 0) + facts.coinsNet,
  }
  await daily.put(figures)
  await departments.put({ _id: on, departments: departmentsOn(then, traffic) })
  return figures
}

/**
 * Writes who was there. The roster of a day that is past is not known any more, nor is who has registered on it of those
 * who are gone: what was written first after its end stays. The names in it may be changing at this moment.
 */
function keep(counted: DayPeople): Promise<DayPeople> {
  return transaction(async tx => {
    const { registered, roster } = (await people.in(tx).get(counted._id)) ?? counted
    return people.in(tx).put(roster ? { ...counted, registered, roster } : counted)
  })
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
