import { identity } from '@domain/identity/contract'
import { MOVEMENTS_SHOWN } from '@domain/identity/memberLooksContract'
import { handle } from '@platform/context'
import { keepLook } from '@platform/looks'
import { recordAbout } from '../access/public'
import { lastMovements } from '../coin/public'
import { memberSeen } from './memberReading'
import { memberSubject } from './store'

/** Each look is kept: who, when, at whom. */
export const openMovements = handle(identity.openMovements, async (ctx, { employeeId }) => {
  await memberSeen(ctx.employee, employeeId)
  const shown = { movementsShown: true }
  await keepLook(ctx, { procedure: 'identity.openMovements', subject: memberSubject(employeeId), shown })
  return { movements: await lastMovements(employeeId, MOVEMENTS_SHOWN), now: ctx.now }
})

/** The rooms whose work on people is HR's own; what moderators, recruiters and others do about them is not. */
const ROOMS = ['identity', 'access', 'coin']

export const listMemberRecord = handle(
  identity.listMemberRecord,
  async ({ employee, now }, { employeeId, after }) => {
    await memberSeen(employee, employeeId)
    return { ...(await recordAbout(employeeId, { rooms: ROOMS, after })), now }
  },
)
