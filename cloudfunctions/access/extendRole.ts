import { access } from '@domain/access/contract'
import { assertMayTouch } from '@domain/access/granting'
import { roles } from '@domain/access/roles'
import { DAY_MS, type Instant, startOfDay } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { memberSubject, prolongRole } from '../identity/public'
import { notify } from '../notice/public'

export const extendRole = handle(access.extendRole, async (ctx, { employeeId, role, scopeId, lastDay }) => {
  const { employee, now } = ctx
  assertMayTouch(employee, employeeId, role)
  const grant = { role, ...(scopeId === undefined ? {} : { scopeId }) }
  const endsAt = startOfDay(lastDay) + DAY_MS
  let before: Instant | undefined
  return ctx.transaction(
    async tx => {
      before = await prolongRole(tx, employeeId, { ...grant, endsAt }, now)
      await notify(tx, {
        _id: ctx.newId('notice'),
        employeeId,
        kind: 'account',
        title: `${roles[role].zh}续期了`,
        body: `${employee.name}把它续到了 ${lastDay}。`,
        at: now,
        target: null,
      })
      return { endsAt }
    },
    () => ({
      subject: memberSubject(employeeId),
      before: { grant: { ...grant, endsAt: before } },
      after: { extended: { ...grant, endsAt } },
    }),
  )
})
