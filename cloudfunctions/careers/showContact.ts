import { careers } from '@domain/careers/contract'
import { Refusal } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { keepAudit } from '@platform/receipts'
import { transaction } from '@platform/transaction'
import { candidateFor } from './scope'
import { toldBy } from './secrets'
import { candidates } from './store'

/** Each look is kept: who, when, at whom. What they saw is in no receipt, so that asking again is another look. */
export const showContact = handle(careers.showContact, async (ctx, { candidateId }) => {
  const told = toldBy(await candidateFor(ctx.employee, candidateId))
  if (told === null) throw new Refusal('CAREERS_CONTACT_ERASED')
  await transaction(tx =>
    keepAudit(
      tx,
      ctx.newId('contact'),
      ctx.now,
      {
        by: ctx.employee.id,
        subject: `${candidates.name}/${candidateId}`,
        before: null,
        after: { contactShown: true },
      },
      'careers.showContact',
    ),
  )
  return { name: told.name, contact: told.contact }
})
