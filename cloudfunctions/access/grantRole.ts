import { access } from '@domain/access/contract'
import { assertMayGive } from '@domain/access/granting'
import { type Grant, roles } from '@domain/access/roles'
import { refuse } from '@domain/kernel/errors'
import { DAY_MS, startOfDay } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { giveRole, memberSubject } from '../identity/public'
import { notify } from '../notice/public'
import { scopeExists } from './scopes'

export const grantRole = handle(access.grantRole, async (ctx, { employeeId, role, scopeId, lastDay }) => {
  const { employee, now } = ctx
  const endsAt = lastDay === undefined ? undefined : startOfDay(lastDay) + DAY_MS
  const wish = {
    role,
    ...(scopeId === undefined ? {} : { scopeId }),
    ...(endsAt === undefined ? {} : { endsAt }),
  }
  assertMayGive({ giver: employee, toId: employeeId, grant: wish, now })
  const kind = roles[role].scope
  refuse(scopeId !== undefined && kind !== null && !(await scopeExists(kind, scopeId)), 'ACCESS_SCOPE_WRONG')
  const grant: Grant = { ...wish, given: { byId: employee.id, byName: employee.name, at: now } }
  let before: readonly Grant[] = []
  return ctx.transaction(
    async tx => {
      before = await giveRole(tx, employeeId, grant)
      await notify(tx, {
        _id: ctx.newId('notice'),
        employeeId,
        kind: 'account',
        title: `你是${roles[role].zh}了`,
        body: `${employee.name}给了你这个角色${lastDay === undefined ? '' : `，到 ${lastDay}`}。在「管理」里能看到可以做什么。`,
        at: now,
        target: null,
      })
      return { granted: true }
    },
    () => ({
      subject: memberSubject(employeeId),
      before: { grants: before.filter(one => one.role === role) },
      after: { granted: grant },
    }),
  )
})
