import * as z from 'zod'
import { Count, Id, Instant } from '../kernel/schema'

export const cardKinds = ['event', 'product'] as const

/** What a post points at in another room. Nothing of it is copied: it is shown as it is at the time. */
export const CardTarget = z.strictObject({ kind: z.enum(cardKinds), id: Id })
export type CardTargetView = z.output<typeof CardTarget>

/** What is shown of it. `gone` stands for what can't be seen any more. */
export const PostCard = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('event'),
    id: z.string(),
    title: z.string(),
    coverFileId: z.string(),
    startsAt: Instant,
    endsAt: Instant,
    place: z.string(),
    fee: Count,
    full: z.boolean(),
    calledOff: z.boolean(),
  }),
  z.object({
    kind: z.literal('product'),
    id: z.string(),
    title: z.string(),
    coverFileId: z.string(),
    coverGround: z.string(),
    price: Count,
    soldOut: z.boolean(),
    off: z.boolean(),
  }),
  z.object({ kind: z.literal('gone'), was: z.enum(cardKinds), id: z.string() }),
])

export type PostCardView = z.output<typeof PostCard>
