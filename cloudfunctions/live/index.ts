import { live } from '@domain/live/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { handlers } from './handlers'
import { tend } from './tend'

export const main = serve('live', { contract: live, handlers, standingOf, timers: { tend } })
