import { admitWalkIn } from './admitWalkIn'
import { cancelClosure } from './cancelClosure'
import { checkInVisitors } from './checkInVisitors'
import { editCentre } from './editCentre'
import { listClosures } from './listClosures'
import { openCentreForm } from './openCentreForm'
import { openDesk } from './openDesk'
import { openStatistics } from './openStatistics'
import { planClosure } from './planClosure'
import { previewClosure } from './previewClosure'
import { saveCentreFilm } from './saveCentreFilm'

/** What those do who run a centre. */
export const deskHandlers = {
  openDesk,
  checkInVisitors,
  admitWalkIn,
  previewClosure,
  planClosure,
  cancelClosure,
  listClosures,
  openCentreForm,
  editCentre,
  openStatistics,
  saveCentreFilm,
}
