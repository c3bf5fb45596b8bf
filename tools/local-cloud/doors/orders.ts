import * as z from 'zod'

const Instant = z.iso.datetime({ offset: true })

export const ClockOrder = z.strictObject({ at: Instant.nullable(), runs: z.boolean().optional() })

export const TimerOrder = z.strictObject({ function: z.string().min(1), trigger: z.string().min(1) })

export const MediaOrder = z.strictObject({
  trace_id: z.string().min(1),
  suggest: z.enum(['pass', 'review', 'risky']).optional(),
})

export const SubscriptionOrder = z.strictObject({
  openid: z.string().min(1),
  templateId: z.string().min(1),
  accepted: z.number().int().min(0).max(1_000),
})
