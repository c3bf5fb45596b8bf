import * as z from 'zod'
import { Coins, Count, Instant } from '../kernel/schema'
import { broadcastStatuses } from './broadcast'
import { drawStates } from './draw'

/** Where it is shown, as an editor writes it; that an address is allowed, the configuration says. */
export const PlatformWords = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('channels'),
    finderUserName: z.string().regex(/^sph[\w-]{4,60}$/),
    /** A film to see again; null: whatever the account shows now. */
    feedId: z
      .string()
      .regex(/^[\w/+=-]{6,200}$/)
      .nullable(),
  }),
  z.strictObject({
    kind: z.literal('web'),
    url: z.url({ protocol: /^https$/, hostname: z.regexes.domain }).max(400),
  }),
  z.strictObject({
    kind: z.literal('miniProgram'),
    appId: z.string().regex(/^wx[0-9a-f]{16}$/),
    path: z.string().regex(/^[\w/?=&.%-]{0,200}$/),
  }),
])

export const PrizeView = z.object({ kind: z.enum(['coins', 'gift']), name: z.string(), count: Count })

/** What a list and the front page show. */
export const BroadcastCard = z.object({
  broadcastId: z.string(),
  title: z.string(),
  place: z.string(),
  coverFileId: z.string(),
  status: z.enum(broadcastStatuses),
  startsAt: Instant,
  endsAt: Instant,
})
export type BroadcastCardView = z.output<typeof BroadcastCard>

/** Something that somebody has said beside it. Of its author only the name: it goes to whoever has a pass. */
export const LiveMessage = z.object({
  messageId: z.string(),
  /** Empty for somebody who has left, and for an official account. */
  employeeId: z.string(),
  name: z.string(),
  official: z.boolean(),
  body: z.string(),
  likes: Count,
  at: Instant,
})
export type LiveMessageView = z.output<typeof LiveMessage>

/** A question that is being answered on the screen. */
export const Answering = z
  .object({ messageId: z.string(), name: z.string(), body: z.string(), number: Count })
  .nullable()

export const WinnerView = z.object({
  code: z.string(),
  name: z.string(),
  employeeId: z.string(),
  /** The place in the list of prizes. */
  prize: Count,
})

/** A draw as everybody sees it: what is promised, what is closed, and who has won. */
export const DrawSummary = z.object({
  state: z.enum(drawStates),
  commitment: z.string(),
  prizes: z.array(PrizeView),
  /** What one share of coins brings, by the rules in force. */
  coins: Coins,
  /** How many are on the list; 0 while it is open. */
  entries: Count,
  winners: z.array(WinnerView),
})

export const RewardView = z.object({ minutes: Count, message: z.boolean(), coins: Coins })
