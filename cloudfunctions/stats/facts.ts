import type { Day } from '@domain/kernel/time'
import { type DayFacts, minutesOf, rankedOver } from '@domain/stats/figures'
import { handsDecidedOn, movedOn } from '../coin/public'
import { publishedOn } from '../forum/public'
import { rebindsDecidedOn } from '../identity/public'
import { redeemedOn } from '../mall/public'
import { decidedOn } from '../union/public'
import { pseudonymOf } from './pseudonym'

const RANKED_MAX = 20

/** What the other rooms know of a day, and who did it by pseudonym. Ten requests where nothing exceeds a thousand. */
export async function factsOf(on: Day) {
  const [talk, coins, trade, union, hands, rebinds] = await Promise.all([
    publishedOn(on),
    movedOn(on),
    redeemedOn(on),
    decidedOn(on),
    handsDecidedOn(on),
    rebindsDecidedOn(on),
  ])
  const approvalMinutes = minutesOf([...union.decided, ...hands, ...rebinds])
  const once = (names: readonly string[]) => names.map(name => ({ name, count: 1 }))
  const facts: DayFacts = {
    posts: talk.posts,
    postsPublished: talk.postsPublished,
    comments: talk.comments,
    coinsEarned: coins.earned,
    coinsSpent: coins.spent,
    coinsNet: coins.net,
    redemptions: trade.orders,
    approvals: approvalMinutes.length,
    approvalMinutes,
    topics: rankedOver([once(talk.topics)], RANKED_MAX),
    associations: rankedOver([once(union.joined)], RANKED_MAX),
    goods: rankedOver([trade.goods], RANKED_MAX),
  }
  const people = {
    posted: pseudonymsOf(talk.authors),
    earned: pseudonymsOf(coins.earners),
    redeemed: pseudonymsOf(trade.buyers),
  }
  return { facts, people }
}

export function pseudonymsOf(employeeIds: readonly string[]): string[] {
  return [...new Set(employeeIds)].map(pseudonymOf).sort()
}
