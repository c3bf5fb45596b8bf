import type { Day } from '@domain/kernel/time'
import { daysFrom } from '@domain/stats/events'
import { RANGE_DAYS_MAX } from '@domain/stats/spans'

/** Days that somebody chooses: the first, and the last. */
export interface Chosen {
  from: Day
  on: Day
}

/** What is wrong with the last of the days, and what to do; null: they can be asked for. */
export function rangeProblem({ from, on }: Chosen, today: Day): string | null {
  if (on < from) return '要和开始同一天，或在它之后'
  if (on > today) return '还没到这一天，最晚选今天'
  return daysFrom(from, on).length > RANGE_DAYS_MAX ? `最长 ${RANGE_DAYS_MAX} 天，往前挪一点` : null
}
