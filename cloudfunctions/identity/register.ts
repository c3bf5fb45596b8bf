import { identity } from '@domain/identity/contract'
import { mayBind } from '@domain/identity/registration'
import { Refusal, refuse } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { type Handler, handle } from '@platform/context'
import { refusingDuplicates } from '@platform/databaseErrors'
import type { Transaction } from '@platform/transaction'
import { meOf, registeredAt } from './people'
import { verifiedPhone } from './proving'
import { employees, unboundOpenid } from './store'

const bind = handle(identity.register, async (ctx, input) => {
  const phone = await verifiedPhone(ctx, input)
  // The caller was nobody here a moment ago: a second registration of the same account meets the unique index.
  return refusingDuplicates('IDENTITY_ALREADY_REGISTERED', () =>
    ctx.transaction(async tx => {
      const employee = await employees.in(tx).get(input.employeeId)
      const allowed = mayBind(employee, { name: input.name, phone })
      if (!employee || !allowed) throw new Refusal('IDENTITY_REGISTRATION_REFUSED')
      // Whoever does not know name and phone does not hear that somebody's data is going.
      refuse(employee.clearing === true, 'IDENTITY_DELETION_RUNNING')
      const mutedUntil =
        ctx.caller.standing === 'left' ? await partWith(tx, ctx.caller.employee.id, ctx.openid) : null
      await employees.in(tx).update(employee._id, {
        openid: ctx.openid,
        boundAt: ctx.now,
        agreedPrivacyVersion: input.agreedPrivacyVersion,
        ...(mutedUntil === null ? {} : { mutedUntil: Math.max(mutedUntil, employee.mutedUntil ?? 0) }),
      })
      return { me: meOf({ ...employee, id: employee._id }) }
    }),
  )
})

/**
 * The number under which they left keeps what it has, but for the account: that is another number's from now on.
 * @returns until when they may publish nothing, which goes along with them
 */
async function partWith(tx: Transaction, formerId: string, openid: string): Promise<Instant | null> {
  const former = await employees.in(tx).require(formerId, 'IDENTITY_REGISTRATION_REFUSED')
  // Meanwhile HR has let them back in.
  refuse(former.status === 'active' && former.openid === openid, 'IDENTITY_ALREADY_REGISTERED')
  await employees.in(tx).update(formerId, {
    openid: unboundOpenid(formerId),
    boundAt: null,
    firstBoundAt: registeredAt(former),
  })
  return former.mutedUntil ?? null
}

/** Told again only while this account is bound to them and they are here. */
export const register: Handler<typeof identity.register> = {
  ...bind,
  isStillTheirs: (caller, { me }) => caller.standing === 'employee' && caller.employee.id === me.employeeId,
}
