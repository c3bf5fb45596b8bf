import { type Day, MINUTE_MS } from '@domain/kernel/time'
import { type DayFacts, rankedOver } from '@domain/stats/figures'
import { candidatesAnsweredOn } from '../careers/public'
import { handsDecidedOn, movedOn } from '../coin/public'
import { articlesDecidedOn } from '../content/public'
import { publishedOn, reviewsDecidedOn } from '../forum/public'
import { accountsDecidedOn } from '../identity/public'
import { suggestionsAnsweredOn } from '../knowledge/public'
import { afterSalesAnsweredOn, redeemedOn } from '../mall/public'
import { ticketsResolvedOn } from '../selfservice/public'
import { decidedOn } from '../union/public'
import { pseudonymOf } from './pseudonym'

const RANKED_MAX = 20

/** What the other rooms know of a day, and who did it by pseudonym. Eighteen requests where nothing exceeds a thousand. */
export async function factsOf(on: Day) {
  const [talk, coins, trade, union, ...elsewhere] = await Promise.all([
    publishedOn(on),
    movedOn(on),
    redeemedOn(on),
    decidedOn(on),
    accountsDecidedOn(on),
    reviewsDecidedOn(on),
    afterSalesAnsweredOn(on),
    ticketsResolvedOn(on),
    articlesDecidedOn(on),
    handsDecidedOn(on),
    suggestionsAnsweredOn(on),
    candidatesAnsweredOn(on),
  ])
  const minutes = [...union.decided, ...elsewhere.flat()].map(({ since, until }) =>
    Math.max(0, Math.round((until - since) / MINUTE_MS)),
  )
  const once = (names: readonly string[]) => names.map(name => ({ name, count: 1 }))
  const facts: DayFacts = {
    posts: talk.posts,
    postsPublished: talk.postsPublished,
    comments: talk.comments,
    coinsEarned: coins.earned,
    coinsSpent: coins.spent,
    coinsGiven: coins.given,
    coinsTaken: coins.taken,
    coinsNet: coins.net,
    redemptions: trade.orders,
    approvals: minutes.length,
    approvalMinutes: minutes,
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
