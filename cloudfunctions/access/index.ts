import { access } from '@domain/access/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { auditHandlers } from './auditHandlers'
import { endLending } from './endLending'
import { exportHandlers } from './exportHandlers'
import { extendRole } from './extendRole'
import { grantRole } from './grantRole'
import { lendRoles } from './lendRoles'
import { openInbox } from './openInbox'
import { openLending } from './openLending'
import { openMyRoles } from './openMyRoles'
import { openRoleDesk, openScopes } from './openRoleDesk'
import { revokeRole } from './revokeRole'
import { tend } from './tend'

const roleHandlers = { openMyRoles, openRoleDesk, openScopes, grantRole, extendRole, revokeRole }
const lendingHandlers = { openLending, lendRoles, endLending }

export const main = serve('access', {
  contract: access,
  handlers: { openInbox, ...lendingHandlers, ...roleHandlers, ...auditHandlers, ...exportHandlers },
  standingOf,
  timers: { tend },
})
