import { mall } from '@domain/mall/contract'
import { serve } from '@platform/serve'
import { receiveVerdict } from '../forum/public'
import { standingOf } from '../identity/public'
import { buyers } from './buyers'
import { keepers } from './keepers'
import { sweep } from './sweep'

export const main = serve('mall', {
  contract: mall,
  handlers: { ...buyers, ...keepers },
  standingOf,
  timers: { sweep },
  events: { wxa_media_check: receiveVerdict },
})
