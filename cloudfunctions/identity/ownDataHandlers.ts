import { announceUploads } from './announceUploads'
import { changeAvatar } from './avatar'
import { continueExport } from './continueExport'
import { openDeletion } from './openDeletion'
import { openMyData } from './openMyData'
import { agreeToPrivacy, changePrivacy, openPrivacy } from './privacy'
import { requestDeletion } from './requestDeletion'
import { requestExport } from './requestExport'
import { withdrawDeletion } from './withdrawDeletion'

export const ownDataHandlers = {
  announceUploads,
  openPrivacy,
  agreeToPrivacy,
  changePrivacy,
  changeAvatar,
  openMyData,
  requestExport,
  continueExport,
  openDeletion,
  requestDeletion,
  withdrawDeletion,
}
