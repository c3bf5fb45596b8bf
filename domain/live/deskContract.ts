import * as z from 'zod'
import { command, query } from '../kernel/contract'
import { Coins, Count, Cursor, FileId, Id, Instant, line, NextCursor, Reason, text } from '../kernel/schema'
import { broadcastActions, broadcastLimits, broadcastStatuses } from './broadcast'
import { drawLimits, drawStates } from './draw'
import { rewardLimits } from './reward'
import { Answering, BroadcastCard, LiveMessage, PlatformWords, PrizeView, WinnerView } from './views'

const Prize = z
  .strictObject({
    kind: z.enum(['coins', 'gift']),
    name: line(0, drawLimits.giftNameMax),
    count: z.number().int().min(1).max(drawLimits.winnersMax),
  })
  .refine(({ kind, name }) => (kind === 'gift') === (name !== ''), {
    message: 'a gift has a name, coins have none',
    path: ['name'],
  })

const winnersIn = (prizes: readonly { count: number }[]) => prizes.reduce((sum, { count }) => sum + count, 0)

/** A broadcast as a host writes it. */
export const BroadcastWords = z.strictObject({
  title: line(2, broadcastLimits.titleMax),
  summary: text(2, broadcastLimits.summaryMax),
  place: line(0, broadcastLimits.placeMax),
  /** The name of the topic that it belongs to, without signs; empty: none. */
  topic: line(0, broadcastLimits.topicMax).refine(name => !name.includes('#'), { message: 'no sign' }),
  platform: PlatformWords,
  shownFrom: Instant,
  startsAt: Instant,
  endsAt: Instant,
  reward: z
    .strictObject({
      minutes: z.number().int().min(rewardLimits.minutesMin).max(rewardLimits.minutesMax).multipleOf(5),
      message: z.boolean(),
    })
    .nullable(),
  /** None: no draw. */
  prizes: z
    .array(Prize)
    .max(drawLimits.prizesMax)
    .refine(prizes => winnersIn(prizes) <= drawLimits.winnersMax, { message: 'not too many winners' }),
})

const Read = { broadcastId: Id, version: Count }
const Moved = z.object({ status: z.enum(broadcastStatuses), version: Count })

const DeskCard = BroadcastCard.extend({ version: Count, reminders: Count, viewers: Count })

export const deskProcedures = {
  /** Every broadcast, the last to end first. */
  openDesk: query({
    access: 'live.host',
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({
      broadcasts: z.array(DeskCard),
      next: NextCursor,
      /** Hosts on which a page may lie. */
      webHosts: z.array(z.string()),
      now: Instant,
    }),
    errors: [],
  }),
  openEdit: query({
    access: 'live.host',
    input: z.strictObject({ broadcastId: Id }),
    output: z.object({
      words: BroadcastWords,
      coverFileId: z.string(),
      status: z.enum(broadcastStatuses),
      version: Count,
      /** Hosts on which a page may lie. */
      webHosts: z.array(z.string()),
      now: Instant,
    }),
    errors: ['LIVE_BROADCAST_MISSING'],
  }),
  saveBroadcast: command({
    access: 'live.host',
    input: z.strictObject({
      of: z.strictObject(Read).optional(),
      words: BroadcastWords,
      /** An upload; absent: the cover stays. */
      coverFileId: FileId.optional(),
    }),
    output: z.object({ broadcastId: z.string(), version: Count }),
    errors: [
      'LIVE_BROADCAST_MISSING',
      'LIVE_CHANGED',
      'LIVE_STEP_REFUSED',
      'LIVE_TIMES_WRONG',
      'LIVE_PAST',
      'LIVE_ADDRESS_NOT_ALLOWED',
      'LIVE_COVER_MISSING',
      'LIVE_COVER_UNFIT',
      'CONTENT_REJECTED',
      'CONTENT_CHECK_UNAVAILABLE',
    ],
    budget: {
      requests: 12,
      because:
        'caller; broadcast read and written, what is said beside it (two, two more for its review), its topic and the one before (two each), result',
    },
  }),
  /** Lets it appear, begins, extends, ends or calls it off. */
  moveBroadcast: command({
    access: 'live.host',
    input: z.strictObject({ ...Read, action: z.enum(broadcastActions), until: Instant.optional() }),
    output: Moved,
    errors: [
      'LIVE_BROADCAST_MISSING',
      'LIVE_CHANGED',
      'LIVE_STEP_REFUSED',
      'LIVE_TIMES_WRONG',
      'LIVE_PAST',
      'LIVE_TOO_EARLY',
    ],
    budget: {
      requests: 12,
      because:
        'caller; a hundred documents for those who come (two); broadcast read and written, conversation (two), draw (two), topic (two), result',
    },
  }),
  /** Where it can be seen again, and from when on; absent takes it away. */
  giveReplay: command({
    access: 'live.host',
    input: z.strictObject({
      ...Read,
      replay: z.strictObject({ platform: PlatformWords, from: Instant }).optional(),
    }),
    output: Moved,
    errors: ['LIVE_BROADCAST_MISSING', 'LIVE_CHANGED', 'LIVE_STEP_REFUSED', 'LIVE_ADDRESS_NOT_ALLOWED'],
  }),
  /** What a host needs while it runs, and what came of it. */
  openRun: query({
    access: 'live.host',
    input: z.strictObject({ broadcastId: Id }),
    output: z.object({
      broadcast: BroadcastCard.extend({
        version: Count,
        talkId: z.string(),
        replay: PlatformWords.nullable(),
      }),
      figures: z.object({
        reminders: Count,
        /**
         * Who opened the page or went to the picture while it was on, each once. For how long somebody watched in another
         * mini program or in channels nobody tells us.
         */
        viewers: Count,
        watching: Count,
        /** The most at once, of the slots of five minutes. */
        peak: Count,
        peakAt: Instant.nullable(),
        messages: Count,
        /** Those who have earned by taking part, and what they got in all. */
        rewarded: Count,
        coins: Coins,
        slots: z.array(z.object({ at: Instant, people: Count })),
        countedAt: Instant.nullable(),
      }),
      latest: z.array(LiveMessage),
      answering: Answering,
      draw: z
        .object({
          state: z.enum(drawStates),
          commitment: z.string(),
          entries: Count,
          prizes: z.array(PrizeView),
          /** What one share of coins brings. */
          coins: Coins,
          winners: z.array(
            WinnerView.extend({
              handedOver: z.boolean(),
              paid: z.boolean(),
              /** Had left when it was to be paid: nothing was. */
              left: z.boolean(),
            }),
          ),
        })
        .nullable(),
      now: Instant,
    }),
    errors: ['LIVE_BROADCAST_MISSING'],
  }),
  /** Shows everybody which question is being answered; absent: none. */
  answerMessage: command({
    access: 'live.host',
    input: z.strictObject({ broadcastId: Id, messageId: Id.optional() }),
    output: z.object({ answering: Answering }),
    errors: ['LIVE_BROADCAST_MISSING', 'LIVE_MESSAGE_MISSING'],
  }),
  /** Closes the list of those who take part in the draw, and shows what stands for it; once all is over also with nobody. */
  closeDraw: command({
    access: 'live.host',
    input: z.strictObject({ broadcastId: Id }),
    output: z.object({ entries: Count, listHash: z.string() }),
    errors: ['LIVE_BROADCAST_MISSING', 'LIVE_NO_DRAW', 'LIVE_DRAW_STEP_REFUSED', 'LIVE_DRAW_NOBODY'],
    budget: {
      requests: 8,
      because: 'caller; broadcast with draw, presences, one for a thousand messages; draw and result',
    },
  }),
  /** Discloses the seed, and with it who has won. */
  draw: command({
    access: 'live.host',
    input: z.strictObject({ broadcastId: Id }),
    output: z.object({ seed: z.string(), winners: z.array(WinnerView) }),
    errors: ['LIVE_BROADCAST_MISSING', 'LIVE_NO_DRAW', 'LIVE_DRAW_STEP_REFUSED'],
    budget: {
      requests: 20,
      because:
        'caller; broadcast with draw; presences and names; draw and result; for the first winners five each, the timer has the rest',
    },
  }),
  /** A list that was closed is not drawn: there are no winners, and everybody sees that. */
  giveUpDraw: command({
    access: 'live.host',
    input: z.strictObject({ broadcastId: Id, reason: Reason }),
    output: z.object({ state: z.literal('givenUp') }),
    errors: ['LIVE_BROADCAST_MISSING', 'LIVE_NO_DRAW', 'LIVE_DRAW_STEP_REFUSED'],
  }),
  /** A gift has been handed over, or has not. */
  noteHandOver: command({
    access: 'live.host',
    input: z.strictObject({ broadcastId: Id, code: z.string().regex(/^[0-9a-f]{16}$/), done: z.boolean() }),
    output: z.object({ done: z.boolean() }),
    errors: ['LIVE_NO_DRAW', 'LIVE_WINNER_MISSING'],
  }),
  /** The figures as a workbook; names only of those who have won. */
  exportBroadcast: command({
    access: 'live.host',
    input: z.strictObject({ broadcastId: Id }),
    output: z.object({ url: z.string() }),
    errors: ['LIVE_BROADCAST_MISSING', 'LIVE_EXPORT_FAILED'],
  }),
}
