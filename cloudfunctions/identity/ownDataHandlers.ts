import { continueExport } from './continueExport'
import { openDeletion } from './openDeletion'
import { openMyData } from './openMyData'
import { requestDeletion } from './requestDeletion'
import { requestExport } from './requestExport'
import { withdrawDeletion } from './withdrawDeletion'

export const ownDataHandlers = {
  openMyData,
  requestExport,
  continueExport,
  openDeletion,
  requestDeletion,
  withdrawDeletion,
}
