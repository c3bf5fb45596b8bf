import { growth } from '@domain/growth/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { checkIn } from './checkIn'
import { openEnergy } from './openEnergy'
import { openLevel } from './openLevel'

export const main = serve('growth', {
  contract: growth,
  handlers: { checkIn, openEnergy, openLevel },
  standingOf,
})
