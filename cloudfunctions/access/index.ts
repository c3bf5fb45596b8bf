import { access } from '@domain/access/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { auditHandlers } from './auditHandlers'
import { endLending } from './endLending'
import { exportHandlers } from './exportHandlers'
import { lendRoles } from './lendRoles'
import { listDecisions } from './listDecisions'
import { openInbox } from './openInbox'
import { openLending } from './openLending'
import { roleHandlers } from './roleHandlers'
import { tend } from './tend'

const inboxHandlers = { openInbox, listDecisions, openLending, lendRoles, endLending }

export const main = serve('access', {
  contract: access,
  handlers: { ...inboxHandlers, ...roleHandlers, ...auditHandlers, ...exportHandlers },
  standingOf,
  timers: { tend },
})
