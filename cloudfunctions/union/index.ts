import { union } from '@domain/union/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { eventHandlers } from './eventHandlers'
import { foundingHandlers } from './foundingHandlers'
import { listAssociations } from './listAssociations'
import { memberHandlers } from './memberHandlers'
import { membershipHandlers } from './membershipHandlers'
import { openAssociation } from './openAssociation'
import { photoHandlers } from './photoHandlers'
import { recapHandlers } from './recapHandlers'
import { receivePhotoVerdict } from './settlePhotos'
import { tend } from './tend'

const associations = { listAssociations, openAssociation }
const people = { ...membershipHandlers, ...memberHandlers }
const doings = { ...eventHandlers, ...recapHandlers, ...foundingHandlers, ...photoHandlers }

export const main = serve('union', {
  contract: union,
  handlers: { ...associations, ...people, ...doings },
  standingOf,
  events: { wxa_media_check: receivePhotoVerdict },
  timers: { tend },
})
