import { selfservice } from '@domain/selfservice/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { shuttleHandlers } from './shuttleHandlers'
import { tend } from './tend'

export const main = serve('selfservice', {
  contract: selfservice,
  handlers: { ...shuttleHandlers },
  standingOf,
  timers: { tend },
})
