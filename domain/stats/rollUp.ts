import { DAY_MS, HOUR_MS, MINUTE_MS, startOfDay } from '../kernel/time'
import { type Batch, type RecordedEvent, SAME_HOUR_MAX } from './events'

const HOURS = 24
export const HALF_HOURS = 48
const HALF_HOUR_MS = 30 * MINUTE_MS

/** One hour, one field a figure; the id is `2019-08-31T07`. An hour without a document had nobody. */
export interface HourFigures {
  _id: string
  on: string
  hour: number
  visits: number
  /** Those that began before and after half past. */
  visitsFirstHalf: number
  visitsSecondHalf: number
  visitors: number
  views: number
  actions: number
}

/** What a day's events come to, for everybody or for one department. */
export interface Traffic {
  visits: number
  visitors: number
  views: number
  actions: number
  likes: number
}

export interface DayTraffic extends Traffic {
  on: string
  hours: HourFigures[]
  byHalfHour: number[]
  departments: ({ name: string } & Traffic)[]
  /** Who came, and who of them read a post, by pseudonym. */
  visited: string[]
  read: string[]
}

interface Told extends RecordedEvent {
  who: string
  department: string
  visitId: string
}

/** Pages where somebody reads what a colleague has written. */
const READING = new Set(['forum/post'])
const LIKING = new Set(['forum.likePost', 'forum.likeComment'])

/**
 * Everything that batches tell of one day. Each event counts once, however many batches repeat it: it is known by its
 * person, its visit and its place in the visit, and where two tell it at different times the earlier counts; of the same
 * moment one department, whichever batch is read first. Of one
 * person no more of a kind counts in an hour than a hand can do: the first so many. The same batches in any order give
 * the same figures.
 */
export function trafficOf(on: string, batches: readonly Batch[]): DayTraffic {
  const events = eventsOn(on, batches)
  const hours = Array.from({ length: HOURS }, (_, hour) => hourOf(on, hour, events)).filter(
    ({ visits, views, actions }) => visits + views + actions > 0,
  )
  const departments = [...new Set(events.map(({ department }) => department))].sort()
  return {
    on,
    ...totalsOf(events),
    hours,
    byHalfHour: halfHoursOf(on, events),
    departments: departments.map(name => ({
      name,
      ...totalsOf(events.filter(({ department }) => department === name)),
    })),
    visited: peopleOf(events),
    read: peopleOf(events.filter(({ kind, what }) => kind === 'view' && READING.has(what))),
  }
}

function eventsOn(on: string, batches: readonly Batch[]): Told[] {
  const told = new Map<string, Told>()
  for (const { who, department, visitId, events } of batches)
    for (const event of events) {
      const key = `${who} ${visitId} ${event.number}`
      const known = told.get(key)
      const isEarlier = !known || event.at < known.at
      const isFirst = event.at === known?.at && department < known.department
      if (isEarlier || isFirst) told.set(key, { ...event, who, department, visitId })
    }
  const from = startOfDay(on)
  return believable([...told.values()].filter(({ at }) => from <= at && at < from + DAY_MS))
}

/** What batches claim is a phone's word: of each person, hour and kind the first so many, the earliest first. */
function believable(events: readonly Told[]): Told[] {
  const counted = new Map<string, number>()
  return [...events].sort(inOrder).filter(({ who, kind, at }) => {
    const key = `${who} ${kind} ${Math.floor(at / HOUR_MS)}`
    const before = counted.get(key) ?? 0
    counted.set(key, before + 1)
    return before < SAME_HOUR_MAX[kind]
  })
}

/** By time; what a phone tells of one moment by its visit and place, so that no order of batches decides. */
function inOrder(a: Told, b: Told): number {
  if (a.at !== b.at) return a.at - b.at
  if (a.visitId !== b.visitId) return a.visitId < b.visitId ? -1 : 1
  return a.number - b.number
}

function peopleOf(events: readonly Told[]): string[] {
  return [...new Set(events.map(({ who }) => who))].sort()
}

function count(events: readonly Told[], kind: Told['kind']): number {
  return events.filter(event => event.kind === kind).length
}

function totalsOf(events: readonly Told[]): Traffic {
  return {
    visits: count(events, 'visit'),
    visitors: peopleOf(events).length,
    views: count(events, 'view'),
    actions: count(events, 'action'),
    likes: events.filter(({ kind, what }) => kind === 'action' && LIKING.has(what)).length,
  }
}

function hourOf(on: string, hour: number, events: readonly Told[]): HourFigures {
  const from = startOfDay(on) + hour * HOUR_MS
  const within = events.filter(({ at }) => from <= at && at < from + HOUR_MS)
  const { likes: _likes, ...totals } = totalsOf(within)
  const firstHalf = count(
    within.filter(({ at }) => at < from + HALF_HOUR_MS),
    'visit',
  )
  return {
    _id: `${on}T${String(hour).padStart(2, '0')}`,
    on,
    hour,
    ...totals,
    visitsFirstHalf: firstHalf,
    visitsSecondHalf: totals.visits - firstHalf,
  }
}

function halfHoursOf(on: string, events: readonly Told[]): number[] {
  const counts = Array<number>(HALF_HOURS).fill(0)
  const from = startOfDay(on)
  for (const { kind, at } of events) {
    const slot = Math.floor((at - from) / HALF_HOUR_MS)
    if (kind === 'visit') counts[slot] = (counts[slot] ?? 0) + 1
  }
  return counts
}
