import { checkIn } from './checkIn'
import { checkInAtDoor } from './checkInAtDoor'
import { decideClaims } from './decideClaims'
import { exportAttendees } from './exportAttendees'
import { listAttendees } from './listAttendees'
import { recordAttendance } from './recordAttendance'

/** Who comes to an event, as its host sees and notes it. */
export const rollHandlers = {
  listAttendees,
  checkIn,
  checkInAtDoor,
  recordAttendance,
  decideClaims,
  exportAttendees,
}
