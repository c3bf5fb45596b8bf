import { coin } from '@domain/coin/contract'
import type { Instant } from '@domain/kernel/time'
import { serve } from '@platform/serve'
import { keepHouse } from '@platform/shift'
import { standingOf } from '../identity/public'
import { carryOnBatches, removeExpiredBatchLines } from './batchWriting'
import { deskHandlers } from './deskHandlers'
import { openEarning } from './openEarning'
import { openStatement } from './openStatement'

const tend = (now: Instant) =>
  keepHouse('coin', { batches: carryOnBatches, lines: removeExpiredBatchLines }, now)

export const main = serve('coin', {
  contract: coin,
  handlers: { openStatement, openEarning, ...deskHandlers },
  standingOf,
  timers: { tend },
})
