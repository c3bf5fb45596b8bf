import type { Instant } from '@domain/kernel/time'
import { logFailure } from '@platform/log'
import { beginShift, type Shift } from '@platform/shift'
import { purgePictures, tellReporters } from './aftermath'
import { tellOfLikes } from './applause'
import { countChanged, warmUp } from './counting'
import { doubtLate } from './doubts'
import { payForLikes } from './esteem'
import { rankAllTopics } from './topics'
import { settleVerdicts } from './verdicts'

/** The function lives ten seconds; what does not grow with the talk needs the rest. */
const SHIFT_MS = 6_000

/** In this order: what readers see comes before what only the next minutes need. */
const jobs = {
  verdicts: settleVerdicts,
  doubted: doubtLate,
  counted: countChanged,
  warmed: warmUp,
  applauded: tellOfLikes,
  esteemed: payForLikes,
  topics: rankAllTopics,
  told: tellReporters,
  purged: purgePictures,
} satisfies Record<string, (now: Instant, shift: Shift) => Promise<unknown>>

/**
 * WeChat allows a function one timer, so that this one does all the room's housekeeping. What fails is logged and comes
 * again the next time; it keeps nothing from what stands after it.
 * @returns what each has done, and which of them failed
 */
export async function tend(now: Instant) {
  const shift = beginShift(SHIFT_MS)
  const done: Record<string, unknown> = {}
  const failed: string[] = []
  for (const [name, job] of Object.entries(jobs)) {
    try {
      done[name] = await job(now, shift)
    } catch (error) {
      logFailure(`forum.tend ${name}`, error)
      failed.push(name)
    }
  }
  return { ...done, failed }
}
