import type { Instant } from '@domain/kernel/time'
import { keepHouse } from '@platform/shift'
import { sweepTimetables } from './sweeping'
import { tellChanges } from './telling'

/** Everything that time does here. */
export function tend(now: Instant) {
  return keepHouse('selfservice', { told: tellChanges, swept: sweepTimetables }, now)
}
