import { careers } from '@domain/careers/contract'
import { Refusal } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { keepLook } from '@platform/looks'
import { candidateFor } from './scope'
import { toldBy } from './secrets'
import { candidates } from './store'

/** Each look is kept. */
export const showContact = handle(careers.showContact, async (ctx, { candidateId }) => {
  const told = toldBy(await candidateFor(ctx.employee, candidateId))
  if (told === null) throw new Refusal('CAREERS_CONTACT_ERASED')
  const subject = `${candidates.name}/${candidateId}`
  await keepLook(ctx, { procedure: 'careers.showContact', subject, shown: { contactShown: true } })
  return { name: told.name, contact: told.contact }
})
