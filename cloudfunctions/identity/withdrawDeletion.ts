import { identity } from '@domain/identity/contract'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { deletions } from './store'

export const withdrawDeletion = handle(identity.withdrawDeletion, async ctx => {
  return ctx.transaction(async tx => {
    const asked = await deletions.in(tx).get(ctx.employee.id)
    refuse(asked === null || asked.pseudonym !== null, 'IDENTITY_DELETION_MISSING')
    await deletions.in(tx).remove(ctx.employee.id)
    return { withdrawn: true as const }
  })
})
