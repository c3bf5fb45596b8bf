import { notice } from '@domain/notice/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { changeSettings } from './changeSettings'
import { listNotices } from './listNotices'
import { markRead } from './markRead'
import { openNewsDesk, previewNews } from './newsDesk'
import { openNews } from './openNews'
import { openSettings } from './openSettings'
import { recordPermissions } from './recordPermissions'
import { sendNews } from './sendNews'
import { tend } from './tend'
import { withdrawNews } from './withdrawNews'

const inbox = { listNotices, markRead, openSettings, changeSettings, recordPermissions }
const newsHandlers = { openNews, openNewsDesk, previewNews, sendNews, withdrawNews }

export const main = serve('notice', {
  contract: notice,
  handlers: { ...inbox, ...newsHandlers },
  standingOf,
  timers: { tend },
})
