import type { Instant } from '@domain/kernel/time'
import { purgePictures, tellReporters } from './aftermath'
import { tellOfLikes } from './applause'
import { countChanged, warmUp } from './counting'
import { doubtLate } from './doubts'
import { payForLikes } from './esteem'
import { rankAllTopics } from './topics'
import { settleVerdicts } from './verdicts'

/** WeChat allows a function one timer, so that this one does all the room's housekeeping. */
export async function tend(now: Instant) {
  const verdicts = await settleVerdicts(now)
  const doubted = await doubtLate(now)
  const counted = await countChanged(now)
  const warmed = await warmUp()
  const applauded = await tellOfLikes(now)
  const topics = await rankAllTopics(now)
  const told = await tellReporters(now)
  const purged = await purgePictures(now)
  const esteemed = await payForLikes(now)
  return { ...verdicts, doubted, counted, warmed, applauded, topics, told, purged, esteemed }
}
