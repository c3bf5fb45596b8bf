import type { Instant } from '@domain/kernel/time'
import { statusAt } from '@domain/live/broadcast'
import type { Hearts } from '@domain/live/hearts'
import type { BroadcastCardView, DrawSummary, LiveMessageView, WinnerView } from '@domain/live/views'
import type * as z from 'zod'
import type { spokenFrom } from '../forum/public'
import {
  type BroadcastDocument,
  type DrawDocument,
  scheduleOf,
  type TallyDocument,
  type Winner,
} from './store'

/** What a list reads of a broadcast. */
export const cardFields = [
  '_id',
  'title',
  'place',
  'coverFileId',
  'stage',
  'shownFrom',
  'startsAt',
  'endsAt',
  'replay',
] as const satisfies readonly (keyof BroadcastDocument)[]

export type Card = Pick<BroadcastDocument, (typeof cardFields)[number]>

export function cardView(broadcast: Card, now: Instant): BroadcastCardView {
  const { _id, title, place, coverFileId, startsAt, endsAt } = broadcast
  return {
    broadcastId: _id,
    title,
    place,
    coverFileId,
    status: statusAt(scheduleOf(broadcast), now),
    startsAt,
    endsAt,
  }
}

/** What a page about the broadcast reads of its draw: neither the list nor what is sealed. */
export const drawFields = [
  '_id',
  'state',
  'commitment',
  'entries',
  'winners',
] as const satisfies readonly (keyof DrawDocument)[]
type Summed = Pick<DrawDocument, (typeof drawFields)[number]>

export function winnerView({ code, prize, employeeId, name }: Winner): z.output<typeof WinnerView> {
  return { code, prize, employeeId, name }
}

/** Null where nothing is to be won. `coins` is what a share of them brings. */
export function drawView(
  { prizes }: Pick<BroadcastDocument, 'prizes'>,
  draw: Summed | undefined,
  coins: number,
): z.output<typeof DrawSummary> | null {
  if (!draw || prizes.length === 0) return null
  const { state, commitment, entries, winners } = draw
  return { state, commitment, prizes, coins, entries, winners: winners.map(winnerView) }
}

type Said = Awaited<ReturnType<typeof spokenFrom>>['said'][number]

export function messageView({ changedAt: _changedAt, ...message }: Said): LiveMessageView {
  return message
}

/** How many hearts it had when the timer last counted. */
export function heartsOf(tally: Pick<TallyDocument, 'hearts' | 'at'> | undefined): Hearts {
  return { counted: tally?.hearts ?? 0, at: tally?.at ?? 0 }
}
