import { booking } from '@domain/booking/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { acceptOffer } from './acceptOffer'
import { deskHandlers } from './deskHandlers'
import { facilityHandlers } from './facilityHandlers'
import { leave } from './leave'
import { listPlaces } from './listPlaces'
import { openPlace } from './openPlace'
import { rollHandlers } from './rollHandlers'
import { tend } from './tend'
import { visitHandlers } from './visitHandlers'

const own = { openPlace, listPlaces, acceptOffer, leave }

export const main = serve('booking', {
  contract: booking,
  handlers: { ...own, ...rollHandlers, ...visitHandlers, ...deskHandlers, ...facilityHandlers },
  standingOf,
  timers: { tend },
})
