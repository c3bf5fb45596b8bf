import type { Earned } from '@domain/coin/contract'
import type { Streak } from '@domain/growth/streak'
import { collection, type Document } from '@platform/collection'
import type * as z from 'zod'

/** One person's days in a row; the id is the employee number, so that nobody waits for anybody else. */
export interface StreakDocument extends Document, Streak {
  /** What the last check-in brought: the answer to saying it again on the same day. */
  earned: z.output<typeof Earned>
}

export const streaks = collection<StreakDocument>('growth_streaks')
