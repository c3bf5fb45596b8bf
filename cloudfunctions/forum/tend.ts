import type { Instant } from '@domain/kernel/time'
import { countChanged, warmUp } from './counting'
import { settleVerdicts } from './verdicts'

/** WeChat allows a function one timer, so that this one does all the room's housekeeping. */
export async function tend(now: Instant) {
  const verdicts = await settleVerdicts(now)
  const counted = await countChanged(now)
  const warmed = await warmUp()
  return { ...verdicts, counted, warmed }
}
