import type { Instant } from '@domain/kernel/time'
import { keepHouse } from '@platform/shift'
import { removeExports } from './exportDashboard'
import { forgetReaders, noteReaders } from './noteReaders'
import { report } from './reporting'
import { forgetOld, roll } from './roll'

/** The function lives a minute: a day takes a fraction of a second, and a first run goes through all of them. */
const SHIFT_MS = 30_000

/**
 * What the clock brings: batches are counted, reports written, and what is old is forgotten. Readers come last: as many
 * as they may be, no figure waits for them.
 */
export const rollUp = (now: Instant) =>
  keepHouse('stats', { roll, report, forgetOld, removeExports, noteReaders, forgetReaders }, now, {
    shiftMs: SHIFT_MS,
  })
