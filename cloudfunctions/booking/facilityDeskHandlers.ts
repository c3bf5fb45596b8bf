import { addFacility } from './addFacility'
import { changeLesson } from './changeLesson'
import { checkInAtFacility } from './checkInAtFacility'
import { closeFacility } from './closeFacility'
import { decideAbsence } from './decideAbsence'
import { describeFacility } from './describeFacility'
import { editFacility } from './editFacility'
import { listAbsences } from './listAbsences'
import { openFacilityDesk } from './openFacilityDesk'
import { openFacilityFigures } from './openFacilityFigures'
import { openFacilityForm } from './openFacilityForm'
import { openNewFacility } from './openNewFacility'
import { reopenFacility } from './reopenFacility'
import { retireCourse } from './retireCourse'
import { retireUnit } from './retireUnit'
import { saveCourse } from './saveCourse'

/** What those do who run a gym or a venue. */
export const facilityDeskHandlers = {
  openFacilityDesk,
  checkInAtFacility,
  changeLesson,
  closeFacility,
  reopenFacility,
  openFacilityForm,
  editFacility,
  saveCourse,
  listAbsences,
  decideAbsence,
  openFacilityFigures,
  addFacility,
  describeFacility,
  retireUnit,
  retireCourse,
  openNewFacility,
}
