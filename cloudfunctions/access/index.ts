import { access } from '@domain/access/contract'
import { removeExpiredReceipts } from '@platform/receipts'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { openInbox } from './openInbox'

export const main = serve('access', {
  contract: access,
  handlers: { openInbox },
  standingOf,
  timers: { sweepReceipts: removeExpiredReceipts },
})
