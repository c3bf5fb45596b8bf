import { bookVisit } from './bookVisit'
import { giveFeedback } from './giveFeedback'
import { listCentres } from './listCentres'
import { moveVisit } from './moveVisit'
import { openCentre } from './openCentre'
import { openSlots } from './openSlots'
import { openVisit } from './openVisit'

/** What visitors of the centres do. */
export const visitHandlers = {
  listCentres,
  openCentre,
  openSlots,
  bookVisit,
  moveVisit,
  openVisit,
  giveFeedback,
}
