import type { Instant } from '@domain/kernel/time'
import { keepHouse } from '@platform/shift'
import { hideEnded, warnOwners } from './expiring'
import { countLooks } from './looking'

export const tend = (now: Instant) =>
  keepHouse('knowledge', { hidden: hideEnded, warned: warnOwners, counted: countLooks }, now)
