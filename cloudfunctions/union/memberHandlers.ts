import { answerOffice } from './answerOffice'
import { editAssociation } from './editAssociation'
import { exportMembers } from './exportMembers'
import { listMembers } from './listMembers'
import { offerOffice } from './offerOffice'
import { openPresidency } from './openPresidency'
import { removeMember } from './removeMember'

/** Who belongs, and what a president does, as `memberContract.ts` has it. */
export const memberHandlers = {
  listMembers,
  removeMember,
  exportMembers,
  offerOffice,
  answerOffice,
  openPresidency,
  editAssociation,
}
