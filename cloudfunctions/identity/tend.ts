import type { Instant } from '@domain/kernel/time'
import { carryOn, removeExpiredLines } from './importing'
import { removeExpiredAttempts } from './proving'
import { removeLeftFiles } from './uploads'

/** WeChat allows a function one timer, so that this one does all the room's housekeeping. */
export async function tend(now: Instant) {
  const importing = await carryOn(now)
  const [attempts, lines, files] = await Promise.all([
    removeExpiredAttempts(now),
    removeExpiredLines(now),
    removeLeftFiles(now),
  ])
  return { importing, removed: { attempts, lines, files } }
}
