import { stats } from '@domain/stats/contract'
import { serve } from '@platform/serve'
import { keepHouse } from '@platform/shift'
import { standingOf } from '../identity/public'
import { exportDashboard, removeExports } from './exportDashboard'
import { exportReport } from './exportReport'
import { noteReaders } from './noteReaders'
import { openAdviser } from './openAdviser'
import { openDashboard } from './openDashboard'
import { openReport } from './openReport'
import { record } from './record'
import { report } from './reporting'
import { forgetOld, roll } from './roll'
import { sendProposal } from './sendProposal'
import { subscribe } from './subscribe'

/** The function lives a minute: a day takes a fraction of a second, and a first run goes through all of them. */
const SHIFT_MS = 30_000

export const main = serve('stats', {
  contract: stats,
  handlers: {
    ...{ record, openDashboard, exportDashboard, openAdviser, sendProposal },
    ...{ openReport, exportReport, subscribe },
  },
  standingOf,
  timers: {
    rollUp: now =>
      keepHouse('stats', { noteReaders, roll, report, forgetOld, removeExports }, now, { shiftMs: SHIFT_MS }),
  },
})
