import type { ErrorCode } from '../kernel/errors'
import { DAY_MS, type Instant, MINUTE_MS } from '../kernel/time'

export const POLL_OPTIONS_MIN = 2
export const POLL_OPTIONS_MAX = 8
export const OPTION_CHARACTERS_MAX = 30

/** Time enough that somebody sees it at all. */
export const POLL_SHORTEST_MS = 10 * MINUTE_MS
/** Longer, and nobody remembers the question. */
export const POLL_LONGEST_MS = 30 * DAY_MS

/** Whether a poll that is published now may end then; both bounds are included. */
export function isPollEndPossible(endsAt: Instant, now: Instant): boolean {
  return endsAt - now >= POLL_SHORTEST_MS && endsAt - now <= POLL_LONGEST_MS
}

/** The last moment before the end still counts, the end does not. */
export function isPollOver(endsAt: Instant, now: Instant): boolean {
  return now >= endsAt
}

/** Options that read the same to a person: spaces and case apart. */
export function areOptionsDistinct(options: readonly string[]): boolean {
  const read = options.map(option => option.replace(/\s+/gu, '').toLowerCase())
  return new Set(read).size === read.length
}

/** The numbers are for those who have voted, and for everybody once it is over: nobody votes after the crowd. */
export function areResultsShown(facts: { endsAt: Instant; voted: boolean; now: Instant }): boolean {
  return facts.voted || isPollOver(facts.endsAt, facts.now)
}

interface Vote {
  multiple: boolean
  optionIds: readonly string[]
  endsAt: Instant
  /** What this person has chosen before; undefined: nothing. */
  before: readonly string[] | undefined
  chosen: readonly string[]
  now: Instant
}

/**
 * What becomes of a vote: it counts, it has been counted already, or why it cannot be. A vote is final, because its
 * giver sees the numbers from then on.
 */
export function decideVote(vote: Vote): 'count' | 'counted' | ErrorCode {
  const { multiple, optionIds, endsAt, before, chosen, now } = vote
  if (before) return isSameChoice(before, chosen) ? 'counted' : 'FORUM_POLL_VOTED'
  if (isPollOver(endsAt, now)) return 'FORUM_POLL_OVER'
  if (!chosen.every(id => optionIds.includes(id))) return 'FORUM_POLL_CHANGED'
  return multiple || chosen.length === 1 ? 'count' : 'FORUM_POLL_ONE_ONLY'
}

function isSameChoice(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every(id => other.includes(id))
}

/** Whole per cent of those who have voted; where each may choose several, the shares make more than a hundred. */
export function shareOf(votes: number, voters: number): number {
  return voters === 0 ? 0 : Math.round((votes / voters) * 100)
}
