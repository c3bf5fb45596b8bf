import { apply } from './apply'
import { decide } from './decide'
import { leave } from './leave'
import { listDecided } from './listDecided'
import { listMyApplications } from './listMyApplications'
import { openApplication } from './openApplication'
import { revoke } from './revoke'
import { withdraw } from './withdraw'

/** The way into an association and out of it, as `contract.ts` has it. */
export const membershipHandlers = {
  listMyApplications,
  openApplication,
  listDecided,
  apply,
  withdraw,
  leave,
  decide,
  revoke,
}
