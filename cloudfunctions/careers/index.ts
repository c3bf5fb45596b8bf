import { careers } from '@domain/careers/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { handlers } from './handlers'
import { tend } from './tend'

export const main = serve('careers', { contract: careers, handlers, standingOf, timers: { tend } })
