import * as z from 'zod'
import { Earned, HappyHourView } from '../coin/contract'
import { command, query } from '../kernel/contract'
import { Count, Cursor, Id, Instant, NextCursor } from '../kernel/schema'
import { broadcastStatuses } from './broadcast'
import { deskProcedures } from './deskContract'
import { drawStates } from './draw'
import { Answering, BroadcastCard, DrawSummary, LiveMessage, PlatformWords, RewardView } from './views'

/** What a page holds that was let in: for this person and broadcast, for a quarter of an hour. Opaque. */
const Pass = z.string().regex(/^[\w.~:-]{20,300}$/)

/** From how many it has a heart, and when that was counted: see `heartsWith`. */
const Hearts = z.object({ counted: Count, at: Instant })

const Broadcast = BroadcastCard.extend({
  summary: z.string(),
  hostName: z.string(),
  topic: z.object({ topicId: z.string(), name: z.string() }).nullable(),
  /** Null where it can't be shown any more. */
  platform: PlatformWords.nullable(),
  replay: PlatformWords.nullable(),
  /** From when on it can be seen again, if that is known. */
  replayFrom: Instant.nullable(),
  reward: RewardView.nullable(),
  /** The post beside it, under which people talk. */
  talkId: z.string(),
  /** How many have asked to be called, as last counted, the caller included. */
  reminders: Count,
})

export const live = {
  /** What is live and to come, the next first; then what is over, the latest first, page by page. */
  openBroadcasts: query({
    access: 'employee',
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({
      /** With the first page alone. */
      coming: z.array(BroadcastCard),
      past: z.array(BroadcastCard),
      next: NextCursor,
      now: Instant,
    }),
    errors: [],
  }),
  openBroadcast: query({
    access: 'employee',
    input: z.strictObject({ broadcastId: Id }),
    output: z.object({
      broadcast: Broadcast,
      mine: z.object({
        reminded: z.boolean(),
        /** How long the caller was there at least. */
        minutes: Count,
        /** What taking part has brought; null: nothing yet. */
        earned: Count.nullable(),
        heart: z.object({ on: z.boolean(), since: Instant }),
      }),
      /** As last counted. */
      watching: Count,
      hearts: Hearts,
      messages: z.object({
        latest: z.array(LiveMessage),
        total: Count,
        /** Which of the latest the caller likes. */
        liked: z.array(z.string()),
      }),
      answering: Answering,
      draw: DrawSummary.nullable(),
      happyHour: HappyHourView,
      pass: z.string(),
      canHost: z.boolean(),
      now: Instant,
    }),
    errors: ['LIVE_BROADCAST_MISSING'],
  }),
  remindMe: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ broadcastId: Id, on: z.boolean() }),
    output: z.object({ on: z.boolean() }),
    errors: ['LIVE_BROADCAST_MISSING', 'LIVE_NOT_BEFORE'],
  }),
  /** A heart for the broadcast while it is on, one from each; or not after all. */
  heart: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ broadcastId: Id, on: z.boolean() }),
    output: z.object({ on: z.boolean() }),
    errors: ['LIVE_BROADCAST_MISSING', 'LIVE_NOT_LIVE'],
  }),
  /**
   * What thousands ask every few seconds: it knows its caller by the pass alone, and answers out of what the instance has
   * read a moment ago. See docs/decisions/0051-watching-together.md.
   */
  pulse: query({
    access: 'guest',
    input: z.strictObject({ pass: Pass, since: Instant }),
    output: z.object({
      status: z.enum(broadcastStatuses),
      startsAt: Instant,
      endsAt: Instant,
      watching: Count,
      hearts: Hearts,
      total: Count,
      /** What was said since, the newest first. */
      fresh: z.array(LiveMessage),
      /** What was taken back since. */
      gone: z.array(z.string()),
      answering: Answering,
      draw: z.enum(drawStates).nullable(),
      now: Instant,
    }),
    errors: ['LIVE_PASS_OVER', 'LIVE_BROADCAST_MISSING'],
  }),
  /**
   * "I am still there": said when the page, or one with the picture, is opened, every five minutes while it is in sight,
   * and by whoever leaves for where the picture is. Whoever has taken part earns by it, once.
   */
  attend: command({
    access: 'employee',
    idempotency: 'natural',
    input: z.strictObject({ broadcastId: Id }),
    output: z.object({
      status: z.enum(broadcastStatuses),
      minutes: Count,
      /** What has just been earned. */
      earned: Earned.nullable(),
      /** Only that something is still to be said. */
      needsMessage: z.boolean(),
      pass: z.string(),
      now: Instant,
    }),
    errors: ['LIVE_BROADCAST_MISSING'],
    budget: {
      requests: 7,
      because:
        'caller with broadcast and own presence, the slot; once a broadcast also whether something was said, three for the coins and the mark',
    },
  }),
  /** All that is needed to do the draw again on one's own phone. */
  openDraw: query({
    access: 'employee',
    input: z.strictObject({ broadcastId: Id }),
    output: z.object({
      title: z.string(),
      draw: DrawSummary.extend({
        /** Null until it is disclosed. */
        seed: z.string().nullable(),
        codes: z.array(z.string()),
        listHash: z.string(),
        closedAt: Instant.nullable(),
        drawnAt: Instant.nullable(),
      }),
      status: z.enum(broadcastStatuses),
      /** What puts somebody on the list. */
      rule: z.object({ minutes: Count, message: z.boolean() }),
      /** How far the caller has come while it is open. Whether they spoke is only asked where it counts. */
      own: z.object({ minutes: Count, spoken: z.boolean(), isHost: z.boolean() }),
      /** The caller's own code, if they are on the list. */
      mine: z.string().nullable(),
      now: Instant,
    }),
    errors: ['LIVE_BROADCAST_MISSING', 'LIVE_NO_DRAW'],
  }),
  ...deskProcedures,
}
