import { identity } from '@domain/identity/contract'
import { maskPhone } from '@domain/identity/phone'
import { Refusal } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { keepLook } from '@platform/looks'
import { employees, memberSubject, rebinds } from './store'

/** Each look is kept: who, when, at whose. The numbers themselves are in no receipt and no record. */
export const openRebindPhones = handle(identity.openRebindPhones, async (ctx, { rebindId }) => {
  const { employeeId, newPhone, state } = await rebinds.require(rebindId, 'IDENTITY_REBIND_MISSING')
  // The new number is forgotten with the decision, and there is nothing left to ask about.
  if (state !== 'pending' || newPhone === null) throw new Refusal('IDENTITY_REBIND_DECIDED')
  const { phone: oldPhone } = await employees.require(employeeId, 'IDENTITY_REBIND_MISSING')
  const shown = { phoneShown: [maskPhone(oldPhone), maskPhone(newPhone)] }
  await keepLook(ctx, { procedure: 'identity.openRebindPhones', subject: memberSubject(employeeId), shown })
  return { oldPhone, newPhone }
})
