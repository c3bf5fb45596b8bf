import { ownGrants } from '@domain/access/lending'
import { identity } from '@domain/identity/contract'
import { settledFrom } from '@domain/identity/leaving'
import { Refusal, refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { administrators, takeTurn } from '../access/public'
import { officesOf } from '../union/public'
import { carryOnLeaving } from './leaving'
import { memberSeen } from './memberReading'
import { assertAnother } from './memberWriting'
import {
  type EmployeeDocument,
  employees,
  type LeavingDocument,
  leavings,
  memberSubject,
  partingRooms,
} from './store'

type Offices = LeavingDocument['offices']

/**
 * The login is frozen in one transaction with what has to be done; the steps that are due follow at once, and what is
 * cut off is the timer's.
 */
export const leaveMember = handle(identity.leaveMember, async (ctx, input) => {
  const { employeeId, offices, coins, reason } = input
  const { employee, now } = ctx
  assertAnother(ctx, employeeId)
  const known = await memberSeen(employee, employeeId)
  await assertOffices(known, offices)
  const admins = known.grants.some(({ role }) => role === 'admin') ? await administrators() : null
  refuse(admins?.ids.every(id => id === employeeId) === true, 'IDENTITY_LAST_ADMIN')
  const settlesAt = settledFrom(coins, now)
  const by = { employeeId: employee.id, name: employee.name }
  const leavingId = ctx.newId('leaving')
  let leaving: LeavingDocument | null = null
  const result = await ctx.transaction(
    async tx => {
      if (admins) await takeTurn(tx, admins)
      const found = await employees.in(tx).require(employeeId, 'IDENTITY_MEMBER_MISSING')
      refuse(found.status === 'left', 'IDENTITY_MEMBER_MISSING')
      const from = { department: found.department, site: found.site }
      leaving = {
        ...{
          _id: leavingId,
          employeeId,
          by,
          why: reason,
          leftAt: now,
          grants: ownGrants(found.grants),
          from,
        },
        ...{ offices, coins, settlesAt, state: 'running', done: 0, nextAt: now },
      }
      await leavings.in(tx).insert(leaving)
      await employees.in(tx).update(employeeId, {
        status: 'left',
        parting: [...partingRooms],
        // The office of president stays until it is handed over: a successor takes it from there. So do loans until
        // whoever lent them has them back.
        grants: found.grants.filter(({ role, lent }) => role === 'president' || lent),
        leavingId,
      })
      return { leavingId }
    },
    () => ({
      subject: memberSubject(employeeId),
      before: { status: 'active', grants: leaving?.grants ?? [] },
      after: { status: 'left', offices, coins, reason },
    }),
  )
  if (leaving) await carryOnLeaving(leaving, now)
  return result
})

/** @throws Refusal IDENTITY_OFFICES_OPEN unless each office is named once, and whoever follows is a member */
async function assertOffices({ _id, grants }: EmployeeDocument, named: Offices): Promise<void> {
  const ids = presidedBy(grants)
  const open = await officesOf(_id, ids)
  const isSettled = ({ associationId, successors }: (typeof open)[number]) => {
    const [office, ...more] = named.filter(one => one.associationId === associationId)
    if (!office || more.length > 0) return false
    const { toEmployeeId } = office
    return toEmployeeId === null || successors.some(({ employeeId }) => employeeId === toEmployeeId)
  }
  if (named.length !== open.length || !open.every(isSettled)) throw new Refusal('IDENTITY_OFFICES_OPEN')
}

/** The associations that somebody presides over by a grant of their own. */
export function presidedBy(grants: EmployeeDocument['grants']): string[] {
  return ownGrants(grants).flatMap(({ role, scopeId }) => (role === 'president' && scopeId ? [scopeId] : []))
}
