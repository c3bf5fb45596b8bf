import { access } from '@domain/access/contract'
import { assertLending, grantsToLend, type Lending, sayLendingDays } from '@domain/access/lending'
import { grantTitle } from '@domain/access/roles'
import { handle } from '@platform/context'
import { lend, memberSubject } from '../identity/public'
import { notify } from '../notice/public'
import { grantsInWords } from './scopes'

export const lendRoles = handle(access.lendRoles, async (ctx, input) => {
  const { toEmployeeId: toId, startsAt, endsAt, grants } = input
  const { employee, now } = ctx
  assertLending({ fromId: employee.id, toId, startsAt, endsAt, now })
  const [words = []] = await grantsInWords([grantsToLend(employee.grants, grants)])
  let changed: { before: Lending | null; lending: Lending } | null = null
  return ctx.transaction(
    async tx => {
      changed = await lend(tx, employee.id, { toId, startsAt, endsAt, grants })
      await notify(tx, {
        _id: ctx.newId('notice'),
        employeeId: toId,
        kind: 'account',
        title: `${employee.name}请你代为审批`,
        body: `${sayLendingDays({ startsAt, endsAt })}，请你代${words.map(grantTitle).join('、')}。等${employee.name}处理的事会出现在你的「管理」里。`,
        at: now,
        target: null,
      })
      return { lending: changed.lending }
    },
    () => ({
      subject: memberSubject(employee.id),
      before: { lending: changed?.before ?? null },
      after: { lending: changed?.lending ?? null },
    }),
  )
})
