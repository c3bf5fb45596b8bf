import type { Instant } from '@domain/kernel/time'
import { beginShift } from '@platform/shift'
import { purgePictures, tellReporters } from './aftermath'
import { tellOfLikes } from './applause'
import { countChanged, warmUp } from './counting'
import { doubtLate } from './doubts'
import { payForLikes } from './esteem'
import { rankAllTopics } from './topics'
import { settleVerdicts } from './verdicts'

/** The function lives ten seconds; what does not grow with the talk needs the rest. */
const SHIFT_MS = 6_000

/** WeChat allows a function one timer, so that this one does all the room's housekeeping. */
export async function tend(now: Instant) {
  const shift = beginShift(SHIFT_MS)
  const verdicts = await settleVerdicts(now)
  const doubted = await doubtLate(now)
  const counted = await countChanged(now, shift)
  const warmed = await warmUp(shift)
  const applauded = await tellOfLikes(now, shift)
  const topics = await rankAllTopics(now)
  const told = await tellReporters(now)
  const purged = await purgePictures(now)
  const esteemed = await payForLikes(now, shift)
  return { ...verdicts, doubted, counted, warmed, applauded, topics, told, purged, esteemed }
}
