import { stats } from '@domain/stats/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { exportDashboard } from './exportDashboard'
import { exportReport } from './exportReport'
import { openAdviser } from './openAdviser'
import { openDashboard } from './openDashboard'
import { openReport } from './openReport'
import { record } from './record'
import { sendProposal } from './sendProposal'
import { subscribe } from './subscribe'
import { rollUp } from './tend'

export const main = serve('stats', {
  contract: stats,
  handlers: {
    ...{ record, openDashboard, exportDashboard, openAdviser, sendProposal },
    ...{ openReport, exportReport, subscribe },
  },
  standingOf,
  timers: { rollUp },
})
