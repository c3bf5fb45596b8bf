import { identity } from '@domain/identity/contract'
import { maskPhone } from '@domain/identity/phone'
import { mayAskToRebind, REBIND_NEWS_MS, REBINDS_WAITING_MAX } from '@domain/identity/registration'
import { refuse } from '@domain/kernel/errors'
import { type GuestContext, handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import { personOf } from './people'
import { verifiedPhone } from './proving'
import { askedId, attempts, employees, rebinds } from './store'

/**
 * One request of each applicant waits at a time, and HR sees them beside each other: nobody keeps a colleague from
 * asking by being quicker. Where all places are taken, the oldest request gives up its own, and HR reads how many have.
 * Another one of the same applicant changes nothing and is answered alike. The account that is bound hears of each at
 * once, while it can still object.
 */
export const requestRebind = handle(identity.requestRebind, async (ctx, input) => {
  refuse(ctx.caller.standing === 'left', 'IDENTITY_LEFT')
  const phone = await verifiedPhone(ctx, input)
  return ctx.transaction(async tx => {
    await attempts.in(tx).put({
      _id: askedId(ctx.openid),
      attempts: [{ at: ctx.now, by: ctx.receiptId }],
      expiresAt: ctx.now + REBIND_NEWS_MS,
    })
    const employee = await employees.in(tx).get(input.employeeId)
    const allowed = mayAskToRebind(employee, { name: input.name })
    const pending = employee?.pendingRebinds ?? []
    const isNew = pending.every(({ openid }) => openid !== ctx.openid)
    if (employee && allowed && isNew) {
      const rebindId = ctx.newId('rebind')
      const oldest = pending.length < REBINDS_WAITING_MAX ? undefined : pending[0]
      const replaced = oldest ? (oldest.replaced ?? 0) + 1 : 0
      if (oldest) await rebinds.in(tx).update(oldest.rebindId, { state: 'refused', newPhone: null })
      await rebinds.in(tx).insert({
        _id: rebindId,
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
        replaced,
        decision: null,
      })
      await employees.in(tx).update(employee._id, {
        pendingRebinds: [
          ...pending.filter(one => one !== oldest),
          { rebindId, openid: ctx.openid, replaced },
        ],
      })
      if (employee.boundAt !== null) await warn(tx, ctx, employee._id, phone)
    }
    return { received: true as const }
  })
})

/** Without the reason that was given: nobody may write into a colleague's inbox this way. */
async function warn(tx: Transaction, ctx: GuestContext, employeeId: string, phone: string): Promise<void> {
  await notify(tx, {
    _id: ctx.newId('notice'),
    employeeId,
    kind: 'account',
    title: '有人申请换绑你的账号',
    body: `想换成另一个微信和手机号 ${maskPhone(phone)}。不是你申请的？请马上告诉人力资源`,
    at: ctx.now,
    target: null,
  })
}
