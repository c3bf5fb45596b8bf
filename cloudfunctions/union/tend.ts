import type { Instant } from '@domain/kernel/time'
import { remindLate } from './remindLate'
import { settlePhotos } from './settlePhotos'

/** What the union does by the clock; WeChat gives a function one timer. */
export async function tend(
  now: Instant,
): Promise<Awaited<ReturnType<typeof remindLate>> & Awaited<ReturnType<typeof settlePhotos>>> {
  const [reminded, settled] = await Promise.all([remindLate(now), settlePhotos(now)])
  return { ...reminded, ...settled }
}
