import { DAY_MS, type Instant, MINUTE_MS } from '../kernel/time'
import type { SecondWord } from './hand'
import { type EarnReason, earnReasons } from './reasons'
import { isInForce, type RuleState, ruleStateOf } from './ruleReview'
import { type CoinRules, deliveredRules, type EarningRule, type HappyHour, rulesAt } from './rules'

/** Who proposed a version and why, who agreed to it; and who took it back, where somebody did. */
export interface Announced {
  /** `inNames`: their own, and their lenders'. Absent in versions that were announced without a second person. */
  by: { employeeId: string; name: string; inNames?: string[] }
  why: string
  announcedAt: Instant
  /** Absent as `inNames`: see `ruleStateOf`. */
  state?: RuleState
  decision?: SecondWord | null
  withdrawn: { byId: string; at: Instant; why: string } | null
}

export type AnnouncedRules = CoinRules & Announced

/** A version as it is stored: by rows, because the database takes no field whose name has a dot. */
export interface StoredRules extends Omit<AnnouncedRules, 'earning'> {
  _id: string
  /** Absent in a version that changes Happy Hours alone. */
  rows?: (EarningRule & { reason: EarnReason })[]
}

export function storedRules(rules: AnnouncedRules): StoredRules {
  const { earning, ...rest } = rules
  const rows = earnReasons.map(reason => ({ reason, ...earning[reason] }))
  return { _id: versionId(rules.version), ...rest, rows }
}

/** A reason that came into the house after a version was written counts as it was delivered. */
export function rulesFromStored({ rows = [], _id, ...rest }: StoredRules): AnnouncedRules {
  const written = Object.fromEntries(rows.map(({ reason, ...row }) => [reason, row]))
  return { ...rest, earning: { ...deliveredRules.earning, ...written } }
}

/** The id that a version of the rules is stored under. */
export const versionId = (version: number) => `v${version}`

/**
 * How long before its start a version has to be announced, and until when it can be taken back. Instances remember the
 * list of versions for a minute: at the second of the start each of them has read the list after it last changed.
 */
export const LEAD_MS = 5 * MINUTE_MS

const AHEAD_MS_MAX = 365 * DAY_MS

/** Whether a version may begin then: `LEAD_MS` from now at the earliest, within 365 days, both included. */
export function isStartAllowed(startsAt: Instant, now: Instant): boolean {
  return startsAt >= now + LEAD_MS && startsAt <= now + AHEAD_MS_MAX
}

/** Whether a version still can change what it is before its start: be agreed to, or be taken back. */
export function isAhead({ effectiveAt }: Pick<AnnouncedRules, 'effectiveAt'>, now: Instant): boolean {
  return now + LEAD_MS <= effectiveAt
}

/** A Happy Hour that runs, and what to compare it with. */
export interface HappyHourRun extends HappyHour {
  /** Since when it runs at these minutes and on these days without a break; null: from the start. */
  since: Instant | null
  /** From when on, up to its start, none ran at its time. */
  freeFrom: Instant
  /** All the others that there have been since then, whether they still run or not. */
  beside: readonly HappyHour[]
}

/**
 * Which Happy Hours there are at an instant and since when each, and since when there are any, where there was a time
 * without. What was taken back before it started never ran.
 * @param versions the latest first
 */
export function happyHoursOf(
  versions: readonly AnnouncedRules[],
  at: Instant,
): { happyHours: readonly HappyHourRun[]; since: Instant | null } {
  const past = versions.filter(one => isInForce(one) && one.effectiveAt <= at).reverse()
  const first = past.findIndex(rules => rules.happyHours.length > 0)
  const since = first > 0 ? (past[first]?.effectiveAt ?? null) : null
  const history = [deliveredRules, ...past].reverse()
  return { happyHours: rulesAt(past, at).happyHours.map(hour => runOf(hour, history)), since }
}

/** @param history every version that was ever in force, the latest first */
function runOf(hour: HappyHour, history: readonly CoinRules[]): HappyHourRun {
  const lasting = (rest: readonly CoinRules[], holds: (hours: readonly HappyHour[]) => boolean) => {
    const end = rest.findIndex(({ happyHours }) => !holds(happyHours))
    return end < 0 ? rest : rest.slice(0, end)
  }
  const running = lasting(history, hours => hours.some(one => isSameTime(one, hour)))
  const since = running.at(-1)?.effectiveAt ?? 0
  const free = lasting(history.slice(running.length), hours => !hours.some(one => overlaps(one, hour)))
  const others = [...running, ...free].flatMap(({ happyHours }) => happyHours)
  return {
    ...hour,
    since: running.length === history.length ? null : since,
    freeFrom: free.at(-1)?.effectiveAt ?? since,
    beside: others.filter(one => !isSameTime(one, hour)),
  }
}

/** What it multiplies by, and for which deeds, may change meanwhile. */
function isSameTime(one: HappyHour, other: HappyHour): boolean {
  const daysOf = ({ weekdays }: HappyHour) => [...weekdays].sort().join()
  return (
    one.fromMinute === other.fromMinute && one.toMinute === other.toMinute && daysOf(one) === daysOf(other)
  )
}

function overlaps(one: HappyHour, other: HappyHour): boolean {
  return (
    one.fromMinute < other.toMinute &&
    other.fromMinute < one.toMinute &&
    one.weekdays.some(day => other.weekdays.includes(day))
  )
}

export const versionStates = [
  'past',
  'current',
  'scheduled',
  'waiting',
  /** Nobody agreed to it in time. */
  'lapsed',
  'refused',
  'withdrawn',
] as const
export type VersionState = (typeof versionStates)[number]

interface Standing {
  rules: CoinRules
  announced: Announced | null
  state: VersionState
}

/** How each version stands at an instant, the latest first. */
export function statesOf(versions: readonly AnnouncedRules[], now: Instant): Standing[] {
  const all = [
    ...versions.map(rules => ({ rules, announced: rules as Announced | null })),
    { rules: deliveredRules, announced: null },
  ].sort((a, b) => b.rules.version - a.rules.version)
  const current = all.find(
    ({ rules, announced }) => (!announced || isInForce(announced)) && rules.effectiveAt <= now,
  )
  return all.map(one => ({ ...one, state: stateOf(one, current?.rules.version ?? 1, now) }))
}

function stateOf({ rules, announced }: Omit<Standing, 'state'>, current: number, now: Instant): VersionState {
  const state = announced ? ruleStateOf(announced) : 'approved'
  if (state === 'waiting') return isAhead(rules, now) ? 'waiting' : 'lapsed'
  if (state !== 'approved') return state
  if (rules.effectiveAt > now) return 'scheduled'
  return rules.version === current ? 'current' : 'past'
}

/** What a version follows: the latest before it that earnings went by, or go by. */
export function versionBefore(versions: readonly AnnouncedRules[], version: number): CoinRules {
  const earlier = versions.filter(one => isInForce(one) && one.version < version)
  return earlier.reduce<CoinRules>(
    (latest, rules) => (rules.version > latest.version ? rules : latest),
    deliveredRules,
  )
}
