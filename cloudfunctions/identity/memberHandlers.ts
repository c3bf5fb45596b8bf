import { correctionHandlers } from './corrections'
import { findMembers } from './findMembers'
import { handOverOffices } from './handOverOffices'
import { leaveMember } from './leaveMember'
import { listMemberRecord, openMovements } from './memberLooks'
import { openMember, openPlaces } from './memberReading'
import { correctMember, muteMember, openPhone, transferMember } from './memberWriting'
import { previewLeaving } from './previewLeaving'
import { returnMember } from './returnMember'

/** What HR, and whoever heads a department, does with people, and what people ask of it. */
export const memberHandlers = {
  ...correctionHandlers,
  findMembers,
  openMember,
  openPlaces,
  openMovements,
  listMemberRecord,
  openPhone,
  correctMember,
  transferMember,
  muteMember,
  previewLeaving,
  leaveMember,
  handOverOffices,
  returnMember,
}
