import { notice } from '@domain/notice/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { listNotices } from './listNotices'
import { markRead } from './markRead'
import { recordPermissions } from './recordPermissions'

export const main = serve('notice', {
  contract: notice,
  handlers: { listNotices, markRead, recordPermissions },
  standingOf,
})
