import { DAY_MS, type Day, dayOf, type Instant } from '../kernel/time'
import { decideEarning, type Earning, type EarningFacts } from './earning'
import type { CoinRules, EarningRule } from './rules'

/** How many likes of one colleague have counted for an author on a day. */
export interface Given {
  on: Day
  from: string
  likes: number
}

/** A week of likes is today and the six days before. */
const WEEK_DAYS = 7
/** A day longer, so that yesterday can be replayed with the whole week that it was decided by. */
const KEPT_DAYS = WEEK_DAYS + 1

interface EsteemFacts extends Omit<EarningFacts, 'reason' | 'times'> {
  authorId: string
  /** Whose likes are new, each once, in the order in which they came. */
  likers: readonly string[]
  /** What has counted for the author before, of the last seven days at least. */
  given: readonly Given[]
}

/**
 * What new likes earn an author, all of them as one earning. A colleague's like counts until the pair has met its cap
 * of the day or of seven days, and likes count until the day's caps leave nothing to bring. Nobody counts for themselves.
 * @returns whose likes count; what they bring is nothing when nobody's does
 */
export function decideEsteem(facts: EsteemFacts): { likers: string[]; earning: Earning } {
  const { rules, authorId, given, at } = facts
  const rule = rules.earning['forum.liked']
  const likers = facts.likers
    .filter(from => from !== authorId && isWithinPairCaps(rule, given, from, at))
    .slice(0, likesThatBring(facts))
  return { likers, earning: decideEarning({ ...facts, reason: 'forum.liked', times: likers.length }) }
}

/** Whether one more like of a colleague counts for an author. */
export function isWithinPairCaps(
  { perPair }: EarningRule,
  given: readonly Given[],
  from: string,
  at: Instant,
): boolean {
  if (!perPair) return true
  const ofPair = withinDays(given, at, WEEK_DAYS).filter(one => one.from === from)
  const today = ofPair.filter(one => one.on === dayOf(at))
  return likesOf(today) < perPair.perDayMax && likesOf(ofPair) < perPair.perWeekMax
}

/** What has counted for an author after some more likes did; what is older than yesterday's week is forgotten. */
export function givenAfter(given: readonly Given[], likers: readonly string[], at: Instant): Given[] {
  const on = dayOf(at)
  const kept = withinDays(given, at, KEPT_DAYS)
  const others = kept.filter(one => one.on !== on || !likers.includes(one.from))
  const counted = [...new Set(likers)].map(from => {
    const before = kept.filter(one => one.on === on && one.from === from)
    return { on, from, likes: likesOf(before) + likers.filter(liker => liker === from).length }
  })
  return [...others, ...counted]
}

function withinDays(given: readonly Given[], at: Instant, days: number): Given[] {
  const since = dayOf(at - (days - 1) * DAY_MS)
  return given.filter(({ on }) => on >= since)
}

function likesOf(given: readonly Given[]): number {
  return given.reduce((sum, { likes }) => sum + likes, 0)
}

/** How many likes it takes until the day's caps of coins and of experience are both met. */
function likesThatBring({ rules, at, earnedToday, experienceToday }: EsteemFacts): number {
  const { base, perDayMax, experience } = rules.earning['forum.liked']
  const { multiplier } = decideOne(rules, at)
  return Math.max(
    likesUntil(perDayMax - earnedToday, base * multiplier),
    likesUntil(experience.perDayMax - experienceToday, experience.base),
  )
}

function decideOne(rules: CoinRules, at: Instant): Earning {
  return decideEarning({ rules, reason: 'forum.liked', at, earnedToday: 0, experienceToday: 0 })
}

function likesUntil(left: number, each: number): number {
  return left > 0 && each > 0 ? Math.ceil(left / each) : 0
}
