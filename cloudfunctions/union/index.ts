import { union } from '@domain/union/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { apply } from './apply'
import { decide } from './decide'
import { eventHandlers } from './eventHandlers'
import { foundingHandlers } from './foundingHandlers'
import { leave } from './leave'
import { listAssociations } from './listAssociations'
import { listDecided } from './listDecided'
import { listMyApplications } from './listMyApplications'
import { memberHandlers } from './memberHandlers'
import { openApplication } from './openApplication'
import { openAssociation } from './openAssociation'
import { photoHandlers } from './photoHandlers'
import { revoke } from './revoke'
import { receivePhotoVerdict } from './settlePhotos'
import { tend } from './tend'
import { withdraw } from './withdraw'

const associations = { listAssociations, openAssociation }
const reading = { listMyApplications, openApplication, listDecided }
const deciding = { apply, withdraw, leave, decide, revoke }

export const main = serve('union', {
  contract: union,
  handlers: {
    ...associations,
    ...reading,
    ...deciding,
    ...eventHandlers,
    ...foundingHandlers,
    ...memberHandlers,
    ...photoHandlers,
  },
  standingOf,
  events: { wxa_media_check: receivePhotoVerdict },
  timers: { tend },
})
