import { type Day, dayOf, HOUR_MS, type Instant, startOfDay } from '@domain/kernel/time'
import { MONTH_DAYS } from '@domain/stats/days'
import { dayAfter } from '@domain/stats/events'
import { _ } from '@platform/cloud'
import type { Shift } from '@platform/shift'
import { happyHoursSince } from '../coin/public'
import { census } from '../identity/public'
import { type Memory, rollDay } from './rollDay'
import { rollMonth } from './rollMonth'
import {
  type BatchDocument,
  batches,
  daily,
  departments,
  monthPeople,
  PROGRESS_ID,
  type ProgressDocument,
  people,
  progress,
} from './store'

/** Once a day so many days are counted anew: posts are taken back, and people delete what they wrote. */
const RECOUNTED_DAYS = 31
const BLOCK = 1_000
/** So long batches are kept; a day that is counted anew must still have all of its own. */
const RAW_DAYS = 90
const COUNTABLE_DAYS = RAW_DAYS - 5
/** Sets of people are kept as long as something is counted from them. */
const KNOWN_DAYS = 62

/**
 * Brings the figures up to now, day by day from the first that is out of date. A run that is cut off leaves `next` at the
 * first day it has not finished, and the next one goes on there.
 */
export async function roll(now: Instant, shift: Shift): Promise<{ days: number; last: Day | null }> {
  const colleagues = await census()
  const today = dayOf(now)
  let state = await beginning(today, colleagues)
  if (state === null) return { days: 0, last: null }
  state = await takeNote(state, today, shift)
  if (state.recountedOn !== today) {
    const next = earliest([state.next, later(dayAfter(today, -RECOUNTED_DAYS), state.first)])
    state = await move(state, { next, recountedOn: today })
  }
  const memory: Memory = { colleagues, people: await known(state.next), told: null }
  let days = 0
  for (let on = state.next; on <= today; on = dayAfter(on)) {
    if (shift.isOver()) break
    await rollDay(on, memory)
    days += 1
    const isLast = on === today
    if (isLast || dayAfter(on).slice(0, 7) !== on.slice(0, 7)) await rollMonth(on.slice(0, 7), memory)
    state = await move(state, { next: isLast ? on : dayAfter(on), last: later(on, state.last ?? on) })
  }
  if (days > 0) await settle(state, now)
  return { days, last: state.last }
}

type Colleagues = Memory['colleagues']

/** Where counting begins: on the day of the first registration or batch. Null: nobody is here yet. */
async function beginning(today: Day, colleagues: Colleagues): Promise<ProgressDocument | null> {
  const found = await progress.get(PROGRESS_ID)
  if (found) return found
  const [batch] = await batches.find({ where: {}, orderBy: [['receivedAt', 'asc']], limit: 1 })
  const registered = colleagues.flatMap(({ registeredAt }) => registeredAt ?? [])
  const days = [...registered.map(dayOf), ...(batch?.days ?? [])].sort()
  const first = days[0]
  if (first === undefined) return null
  const setting = { happyHours: [], curveBefore: null, departments: [], rolledAt: 0 }
  return progress.put({
    _id: PROGRESS_ID,
    version: 0,
    first,
    next: first,
    recountedOn: today,
    last: null,
    setting,
  })
}

/**
 * Notes the days of batches that have come since, first that they are out of date and then that it is noted: should the
 * run be cut off in between, the next one notes them again.
 */
async function takeNote(state: ProgressDocument, today: Day, shift: Shift): Promise<ProgressDocument> {
  let noted = state
  while (!shift.isOver()) {
    const waiting: Pick<BatchDocument, '_id' | 'days'>[] = await batches.find({
      where: { rolled: false },
      orderBy: [['_id', 'desc']],
      limit: BLOCK,
      fields: ['_id', 'days'],
    })
    if (waiting.length === 0) return noted
    // Of an older day some batches are forgotten already: counted anew, it would shrink.
    const days = waiting.flatMap(waits => waits.days).map(day => later(day, dayAfter(today, -COUNTABLE_DAYS)))
    const day = earliest([noted.next, ...days])
    noted = await move(noted, { next: day, first: earliest([noted.first, day]) })
    await batches.updateWhere({ _id: _.in(waiting.map(({ _id }) => _id)) }, { rolled: true })
    if (waiting.length < BLOCK) return noted
  }
  return noted
}

const earliest = (days: readonly Day[]) => [...days].sort()[0] as Day
const later = (a: Day, b: Day) => (a > b ? a : b)

/** @throws Error when another run has moved on meanwhile: that one sees to the rest */
async function move(state: ProgressDocument, patch: Partial<ProgressDocument>): Promise<ProgressDocument> {
  const version = state.version + 1
  const moved = await progress.updateWhere({ _id: state._id, version: state.version }, { ...patch, version })
  if (moved === 0) throw new Error('Another run has moved on')
  return { ...state, ...patch, version }
}

/** Who was there on the days before one: as many as a month or its first day needs. */
async function known(next: Day): Promise<Memory['people']> {
  const found = await people.find({
    where: { _id: _.gte(dayAfter(next, -KNOWN_DAYS)) },
    orderBy: [['_id', 'asc']],
    limit: BLOCK,
  })
  return new Map(found.map(day => [day._id, day]))
}

const WEEKS_BEFORE = 8

/** What the page shows beside figures. */
async function settle(state: ProgressDocument, now: Instant): Promise<void> {
  const { happyHours, since } = await happyHoursSince(now)
  const before = since === null ? [] : await daysBefore(dayOf(since), WEEKS_BEFORE * 7)
  const shown = await departments.get(state.last ?? state.next)
  const average = (slot: number) =>
    before.reduce((sum, { byHalfHour }) => sum + (byHalfHour[slot] ?? 0), 0) / before.length
  await move(state, {
    setting: {
      happyHours: happyHours.map(({ fromMinute, toMinute }) => ({ fromMinute, toMinute })),
      curveBefore:
        before.length === 0 ? null : (before[0]?.byHalfHour ?? []).map((_visits, slot) => average(slot)),
      departments: shown?.departments.map(({ name }) => name) ?? [],
      rolledAt: now,
    },
  })
}

/** The days before one, the earliest first. */
export function daysBefore(on: Day, days: number) {
  return daily.find({
    where: { _id: _.gte(dayAfter(on, -days)).and(_.lt(on)) },
    orderBy: [['_id', 'asc']],
    limit: days,
  })
}

const PEOPLE_DAYS = 400

/** Forgets who came when and what each did, once it is counted and nothing is counted from it any more. */
export async function forgetOld(now: Instant, shift: Shift): Promise<number> {
  const today = dayOf(now)
  const state = await progress.get(PROGRESS_ID)
  if (state?.next !== today) return 0
  const raw = await forgetBatches(startOfDay(dayAfter(today, -RAW_DAYS)), shift)
  await people.removeWhere({ _id: _.lt(dayAfter(today, -(RECOUNTED_DAYS + KNOWN_DAYS + MONTH_DAYS))) })
  await monthPeople.removeWhere({ _id: _.lt(dayAfter(today, -PEOPLE_DAYS).slice(0, 7)) })
  return raw
}

/** An hour at a time, the oldest first: a year of them at once is more than one request may remove. */
async function forgetBatches(until: Instant, shift: Shift): Promise<number> {
  let removed = 0
  while (!shift.isOver()) {
    const [oldest] = await batches.find({
      where: { receivedAt: _.lt(until) },
      orderBy: [['receivedAt', 'asc']],
      limit: 1,
      fields: ['receivedAt'],
    })
    if (!oldest) break
    removed += await batches.removeWhere({ receivedAt: _.lt(Math.min(until, oldest.receivedAt + HOUR_MS)) })
  }
  return removed
}
