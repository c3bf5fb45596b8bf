import { access } from '@domain/access/contract'
import { removeExpiredReceipts } from '@platform/receipts'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { endLending } from './endLending'
import { lendRoles } from './lendRoles'
import { openInbox } from './openInbox'
import { openLending } from './openLending'

export const main = serve('access', {
  contract: access,
  handlers: { openInbox, openLending, lendRoles, endLending },
  standingOf,
  timers: { sweepReceipts: removeExpiredReceipts },
})
