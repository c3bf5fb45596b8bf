import { access } from '@domain/access/contract'
import type { Lending } from '@domain/access/lending'
import { handle } from '@platform/context'
import { memberSubject, endLending as takeBack } from '../identity/public'

export const endLending = handle(access.endLending, ctx => {
  let before: Lending | null = null
  return ctx.transaction(
    async tx => {
      before = await takeBack(tx, ctx.employee.id)
      return { lending: null }
    },
    () => ({
      subject: memberSubject(ctx.employee.id),
      before: { lending: before },
      after: { lending: null },
    }),
  )
})
