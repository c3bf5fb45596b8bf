import type { Earned } from '@domain/coin/contract'
import { Refusal } from '@domain/kernel/errors'
import { slicesOf } from '@domain/kernel/slices'
import type { Instant } from '@domain/kernel/time'
import { shardOf } from '@domain/live/presence'
import { drawRuleOf, hasTakenPart } from '@domain/live/reward'
import { _ } from '@platform/cloud'
import { transaction } from '@platform/transaction'
import type * as z from 'zod'
import { earn, previewReversal } from '../coin/public'
import { speakersIn } from '../forum/public'
import { colleaguesBy } from '../identity/public'
import {
  type BroadcastDocument,
  type Presence,
  type PresenceDocument,
  peopleIn,
  presenceIdOf,
  presences,
  talkIdOf,
} from './store'

type Rewarding = Pick<BroadcastDocument, '_id' | 'title'>

/**
 * Pays somebody for having taken part, once for a broadcast however often it is tried: the ledger knows its source.
 * Four requests.
 * @returns what was earned; null where they had it before
 */
export async function rewardOf(
  { _id, title }: Rewarding,
  employeeId: string,
  at: Instant,
): Promise<z.output<typeof Earned> | null> {
  const sourceId = `${_id}.${employeeId}`
  const cause = { employeeId, reason: REASON, sourceId, title: `参与直播「${title}」`, subject: null, at }
  const earned = await earnedOnce(() => transaction(tx => earn(tx, cause)))
  const amount = earned?.amount ?? (await previewReversal(employeeId, [REASON], sourceId)).total
  await presences.updateWhere(
    { _id: presenceIdOf(_id, shardOf(employeeId)), [`people.${employeeId}.earned`]: _.exists(false) },
    { [`people.${employeeId}.earned`]: amount },
  )
  return earned
}

/** As many as one read can ask for. */
const ASKED_MAX = 1_000

/** Who of some people works here: nobody who has left earns, their coins are settled. One request a thousand. */
export async function hereAmong(employeeIds: readonly string[]): Promise<Set<string>> {
  const here = new Set<string>()
  for (const some of slicesOf(employeeIds, ASKED_MAX))
    for (const { employeeId } of await colleaguesBy(some)) here.add(employeeId)
  return here
}

const REASON = 'live.joined' as const

async function earnedOnce<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    // Another call of theirs, or the timer, has paid before.
    if (error instanceof Refusal && error.code === 'COIN_ENTRY_CONFLICT') return null
    throw error
  }
}

/** Everybody who has taken part, hosts apart. One request for a thousand messages where something had to be said. */
export async function thoseWhoTookPart(
  { _id, reward, hostIds }: Pick<BroadcastDocument, '_id' | 'reward' | 'hostIds'>,
  shards: readonly PresenceDocument[],
): Promise<(Presence & { employeeId: string })[]> {
  const rule = drawRuleOf(reward)
  const speakers = rule.message ? await speakersIn(talkIdOf(_id)) : new Set<string>()
  return peopleIn(shards).filter(
    one => !hostIds.includes(one.employeeId) && hasTakenPart(rule, one, speakers.has(one.employeeId)),
  )
}
