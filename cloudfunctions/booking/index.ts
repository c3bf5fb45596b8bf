import { booking } from '@domain/booking/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { acceptOffer } from './acceptOffer'
import { checkIn } from './checkIn'
import { checkInAtDoor } from './checkInAtDoor'
import { decideClaims } from './decideClaims'
import { deskHandlers } from './deskHandlers'
import { exportAttendees } from './exportAttendees'
import { facilityHandlers } from './facilityHandlers'
import { leave } from './leave'
import { listAttendees } from './listAttendees'
import { listPlaces } from './listPlaces'
import { openPlace } from './openPlace'
import { recordAttendance } from './recordAttendance'
import { tend } from './tend'
import { visitHandlers } from './visitHandlers'

const queries = { openPlace, listPlaces, listAttendees }
const commands = {
  acceptOffer,
  leave,
  checkIn,
  checkInAtDoor,
  recordAttendance,
  decideClaims,
  exportAttendees,
}

export const main = serve('booking', {
  contract: booking,
  handlers: { ...queries, ...commands, ...visitHandlers, ...deskHandlers, ...facilityHandlers },
  standingOf,
  timers: { tend },
})
