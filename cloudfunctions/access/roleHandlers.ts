import { extendRole } from './extendRole'
import { grantRole } from './grantRole'
import { openMyRoles } from './openMyRoles'
import { openRoleDesk, openScopes } from './openRoleDesk'
import { revokeRole } from './revokeRole'

/** Who may do what, and until when. */
export const roleHandlers = { openMyRoles, openRoleDesk, openScopes, grantRole, extendRole, revokeRole }
