import { identity } from '@domain/identity/contract'
import { maskPhone } from '@domain/identity/phone'
import { mayAskToRebind } from '@domain/identity/registration'
import { handle } from '@platform/context'
import { personOf } from './people'
import { verifiedPhone } from './proving'
import { employees, rebinds } from './store'

export const requestRebind = handle(identity.requestRebind, async (ctx, input) => {
  const phone = await verifiedPhone(ctx, input)
  return ctx.transaction(async tx => {
    const employee = await employees.in(tx).get(input.employeeId)
    const allowed = mayAskToRebind(employee, { name: input.name })
    if (employee && allowed)
      await rebinds.in(tx).insert({
        _id: ctx.newId('rebind'),
        employeeId: employee._id,
        applicant: personOf(employee),
        openid: ctx.openid,
        newPhone: phone,
        newPhoneMasked: maskPhone(phone),
        oldPhoneMasked: maskPhone(employee.phone),
        reason: input.reason,
        agreedPrivacyVersion: input.agreedPrivacyVersion,
        askedAt: ctx.now,
        state: 'pending',
        decision: null,
      })
    return { received: true as const }
  })
})
