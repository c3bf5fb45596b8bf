import type { Day } from '../kernel/time'
import { dayAfter } from './events'

/** Who did what on a day, by pseudonym. */
export interface DayPeople {
  _id: Day
  visited: string[]
  read: string[]
  posted: string[]
  earned: string[]
  redeemed: string[]
  /** Who bound their WeChat account that day and still had it when it was over. */
  registered: string[]
  /** The roster as it was when the day was over, and stays, whoever leaves or moves later; absent: it is not over. */
  roster?: RosterRow[]
}

/** How many of a department were on the roster, and how many of them had registered. */
export interface RosterRow {
  name: string
  eligible: number
  registered: number
}

/** A part of a group: how many of them, and how many they are. */
export interface Part {
  of: number
  people: number
}

export interface Funnel {
  registered: number
  read: number
  posted: number
  earned: number
  redeemed: number
}

/** What a day's set of people comes to beside the days before it. */
export interface Standing {
  visitors7: number
  visitors30: number
  /** Of those who registered one, seven and thirty days before: who came on this very day. */
  backAfter1: Part
  backAfter7: Part
  backAfter30: Part
  /** Those who registered seven days before, and how far each of their first seven days took them. */
  firstWeek: Funnel
  /** Those who came on this or the six days before, by what they did before that. */
  newcomers: number
  staying: number
  returning: number
  /** Came in the 23 days before these seven, and not since. */
  quiet: number
}

export const WEEK_DAYS = 7
export const MONTH_DAYS = 30
const FUNNEL_DAYS = 7

type Known = ReadonlyMap<Day, DayPeople>

function union(
  known: Known,
  days: readonly Day[],
  field: keyof Omit<DayPeople, '_id' | 'roster'>,
): Set<string> {
  const all = new Set<string>()
  for (const on of days) for (const who of known.get(on)?.[field] ?? []) all.add(who)
  return all
}

/** The days up to and including one, so many. */
function daysUpTo(on: Day, days: number): Day[] {
  return Array.from({ length: days }, (_, before) => dayAfter(on, -before))
}

function partOf(group: Iterable<string>, within: ReadonlySet<string>): Part {
  const members = [...group]
  return { of: members.length, people: members.filter(who => within.has(who)).length }
}

/** How a day stands; `known` holds it and the thirty days before. Exact: sets, no sketches. */
export function standingOf(on: Day, known: Known): Standing {
  const today = union(known, [on], 'visited')
  const week = union(known, daysUpTo(on, WEEK_DAYS), 'visited')
  const earlier = union(known, daysUpTo(on, MONTH_DAYS).slice(WEEK_DAYS), 'visited')
  const weekBefore = union(known, daysUpTo(on, 2 * WEEK_DAYS).slice(WEEK_DAYS), 'visited')
  const registeredLately = union(known, daysUpTo(on, WEEK_DAYS), 'registered')
  const back = (days: number) => partOf(known.get(dayAfter(on, -days))?.registered ?? [], today)
  const newcomers = [...week].filter(who => registeredLately.has(who)).length
  const staying = [...week].filter(who => !registeredLately.has(who) && weekBefore.has(who)).length
  return {
    visitors7: week.size,
    visitors30: new Set([...week, ...earlier]).size,
    backAfter1: back(1),
    backAfter7: back(WEEK_DAYS),
    backAfter30: back(MONTH_DAYS),
    firstWeek: firstWeekOf(dayAfter(on, -FUNNEL_DAYS), known),
    newcomers,
    staying,
    returning: week.size - newcomers - staying,
    quiet: [...earlier].filter(who => !week.has(who)).length,
  }
}

/** register → read → post → earn → redeem: each step counts those of the step before it who did it within seven days. */
function firstWeekOf(registeredOn: Day, known: Known): Funnel {
  const days = Array.from({ length: FUNNEL_DAYS }, (_, after) => dayAfter(registeredOn, after))
  const registered = known.get(registeredOn)?.registered ?? []
  const steps = ['read', 'posted', 'earned', 'redeemed'] as const
  const funnel: Funnel = { registered: registered.length, read: 0, posted: 0, earned: 0, redeemed: 0 }
  let left = registered
  for (const step of steps) {
    const did = union(known, days, step)
    left = left.filter(who => did.has(who))
    funnel[step] = left.length
  }
  return funnel
}

/** Who of last month's visitors came this month too. */
export function retained(lastMonth: readonly string[], thisMonth: readonly string[]): Part {
  return partOf(lastMonth, new Set(thisMonth))
}

/** Everybody who came on any of the days. */
export function visitorsOn(days: readonly Day[], known: Known): string[] {
  return [...union(known, days, 'visited')].sort()
}

/** Sets of people in which one pseudonym stands for another; null when that one is in none of them. */
export function inPlaceOf<T extends object>(was: string, becomes: string, sets: T): T | null {
  const holds = (field: unknown): field is string[] => Array.isArray(field) && field.includes(was)
  const fields = Object.entries(sets)
  if (!fields.some(([, field]) => holds(field))) return null
  const renamed = fields.map(([name, field]: [string, unknown]) => [
    name,
    holds(field) ? [...new Set(field.map(who => (who === was ? becomes : who)))].sort() : field,
  ])
  return Object.fromEntries(renamed) as T
}
