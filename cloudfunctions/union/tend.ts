import type { Instant } from '@domain/kernel/time'
import { remindLate } from './remindLate'
import { settlePhotos } from './settlePhotos'
import { tellRecaps } from './tellRecaps'

/** What the union does by the clock; WeChat gives a function one timer. */
export async function tend(
  now: Instant,
): Promise<
  Awaited<ReturnType<typeof remindLate>> &
    Awaited<ReturnType<typeof settlePhotos>> &
    Awaited<ReturnType<typeof tellRecaps>>
> {
  const [reminded, settled, told] = await Promise.all([remindLate(now), settlePhotos(now), tellRecaps(now)])
  return { ...reminded, ...settled, ...told }
}
