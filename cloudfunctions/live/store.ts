import type { Person } from '@domain/kernel/schema'
import type { Instant } from '@domain/kernel/time'
import type { Schedule } from '@domain/live/broadcast'
import type { BroadcastWords } from '@domain/live/deskContract'
import type { DrawState, Prize } from '@domain/live/draw'
import type { Platform } from '@domain/live/platform'
import { type Present, SHARDS } from '@domain/live/presence'
import type { Answering } from '@domain/live/views'
import { collection, type Document } from '@platform/collection'
import type { HandedFileDocument } from '@platform/handedFiles'
import type * as z from 'zod'

type Words = z.output<typeof BroadcastWords>

export interface BroadcastDocument extends Document, Words {
  coverFileId: string
  stage: Schedule['stage']
  /** `sortKey` of `endsAt`: lists page by it, since several may end at the same minute. */
  endKey: string
  /** Where it can be seen again; null: nowhere. */
  replay: { platform: Platform; from: Instant } | null
  /** Whoever prepared it, as colleagues see them. */
  host: z.output<typeof Person>
  /** Everybody who has written or run it: they take no part in its draw. */
  hostIds: string[]
  answering: z.output<typeof Answering>
  /** How many questions have been taken up. */
  answered: number
  /** The beginning as it was last written: beginning early moves `startsAt` and calls nobody twice. */
  plannedAt: Instant
  /**
   * `running` from its publication until its rewards are settled; `calledOff` until everybody who waits for it has been
   * told; `purged` when nobody's presence is kept any more.
   */
  upkeep: 'none' | 'running' | 'calledOff' | 'settled' | 'purged'
  version: number
}

/** What one colleague has done with one broadcast. */
export interface Presence extends Partial<Present> {
  /** Whether they want to be called, and since when that is so or not. */
  wants?: boolean
  wantsAt?: Instant
  /** What taking part has brought; absent: nothing yet. */
  earned?: number
  /** Whether they have given it a heart, and since when that is so or not. */
  hearted?: boolean
  heartedAt?: Instant
}

/**
 * A hundredth of those who come to one broadcast, by the last two digits of their number; the id is
 * `<broadcast>.<digits>`. All hundred are there from its publication on, so that every update finds its document.
 */
export interface PresenceDocument extends Document {
  broadcastId: string
  shard: string
  people: Record<string, Presence>
  /** For which beginning those who wanted it have been called; `CALLED_OFF` once they know that there is none; 0: never. */
  calledFor: Instant
  /** The one that its turn has come for, and when; absent: for none yet. */
  callingFor?: Instant
  callingAt?: Instant
}

export const CALLED_OFF = -1

/** What the timer has counted; the id is the broadcast's. */
export interface TallyDocument extends Document {
  reminders: number
  /** Absent in what was counted before there were any. */
  hearts?: number
  viewers: number
  watching: number
  peak: number
  peakAt: Instant | null
  rewarded: number
  coins: number
  slots: { slot: number; people: number }[]
  at: Instant
}

export interface Winner {
  code: string
  prize: number
  employeeId: string
  name: string
  /** Whether they were told, and got their coins if those were their prize; or had left, and got nothing. */
  paid: boolean
  /** They had left by then. Absent: they had not. */
  left?: true
  /** Of a gift. */
  handedOver: boolean
}

/** The draw of a broadcast; the id is the broadcast's. Made with its publication. */
export interface DrawDocument extends Document {
  state: DrawState
  commitment: string
  /** Seed and salt under the key of this function: whoever reads the database knows neither before the draw. */
  sealedSeed: string
  sealedSalt: string
  /** Disclosed by the draw; empty before. */
  seed: string
  codes: string[]
  /** How many codes: a page about the broadcast reads no list. */
  entries: number
  listHash: string
  /** As they were when the list was closed. */
  prizes: Prize[]
  winners: Winner[]
  closedAt: Instant | null
  drawnAt: Instant | null
  /** Whether winners are still to be told. */
  owing: boolean
}

export const broadcasts = collection<BroadcastDocument>('live_broadcasts')
export const presences = collection<PresenceDocument>('live_presences')
export const tallies = collection<TallyDocument>('live_tallies')
export const draws = collection<DrawDocument>('live_draws')
export const files = collection<HandedFileDocument>('live_files')

/** Under which the forum keeps what is said beside a broadcast. */
export const talkIdOf = (broadcastId: string) => `broadcast.${broadcastId}`
export const presenceIdOf = (broadcastId: string, shard: string) => `${broadcastId}.${shard}`

/** All hundred of one broadcast. */
export const presencesAlong = (broadcastId: string) =>
  presences.along({ where: { broadcastId }, limit: SHARDS })

export function scheduleOf({
  stage,
  shownFrom,
  startsAt,
  endsAt,
  replay,
}: Pick<BroadcastDocument, 'stage' | 'shownFrom' | 'startsAt' | 'endsAt' | 'replay'>): Schedule {
  return { stage, shownFrom, startsAt, endsAt, replayFrom: replay?.from ?? null }
}

/** Everybody who is in some of the hundred, with their number. */
export function peopleIn(
  shards: readonly PresenceDocument[],
): (Presence & Present & { employeeId: string })[] {
  return shards.flatMap(({ people }) =>
    Object.entries(people).map(([employeeId, one]) => ({ employeeId, slots: [], ...one })),
  )
}
