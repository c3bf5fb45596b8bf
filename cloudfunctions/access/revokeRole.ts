import { access } from '@domain/access/contract'
import { assertMayTouch } from '@domain/access/granting'
import { roles } from '@domain/access/roles'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { memberSubject, revokeRole as takeAway } from '../identity/public'
import { notify } from '../notice/public'
import { administrators, takeTurn } from './adminTurns'

export const revokeRole = handle(access.revokeRole, async (ctx, { employeeId, role, scopeId, reason }) => {
  const { employee, now } = ctx
  assertMayTouch(employee, employeeId, role)
  const admins = role === 'admin' ? await administrators() : null
  refuse(admins?.ids.includes(employee.id) === false, 'NOT_ALLOWED')
  const grant = { role, ...(scopeId === undefined ? {} : { scopeId }) }
  return ctx.transaction(
    async tx => {
      if (admins) await takeTurn(tx, admins)
      refuse(!(await takeAway(tx, employeeId, grant)), 'ACCESS_GRANT_MISSING')
      await notify(tx, {
        _id: ctx.newId('notice'),
        employeeId,
        kind: 'account',
        title: `你不再是${roles[role].zh}`,
        body: `${employee.name}收回了这个角色：${reason}`,
        at: now,
        target: null,
      })
      return { revoked: true }
    },
    () => ({ subject: memberSubject(employeeId), before: { grant }, after: { revoked: grant, reason } }),
  )
})
