import { namesOfActing } from '@domain/access/lending'
import { identity } from '@domain/identity/contract'
import { maskPhone } from '@domain/identity/phone'
import { REBIND_NEWS_MS } from '@domain/identity/registration'
import { refuse } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { handle } from '@platform/context'
import { refusingDuplicates } from '@platform/databaseErrors'
import type { Transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import { registeredAt } from './people'
import { phoneHolder } from './phoneHolder'
import { rosterSeen, takePhoneTurn } from './rosterTurns'
import { askedId, attempts, type EmployeeDocument, employees, type RebindDocument, rebinds } from './store'

export const decideRebind = handle(identity.decideRebind, async (ctx, { rebindId, decision, reason }) => {
  const state: 'approved' | 'refused' = decision === 'approve' ? 'approved' : 'refused'
  const names = namesOfActing(ctx.employee, 'identity.rebinds.decide')
  // Before the transaction, in which nobody can be looked up by a phone.
  const asked = decision === 'approve' ? await rebinds.get(rebindId) : null
  const seen = await rosterSeen()
  const holder = asked && (await phoneHolder(asked.employeeId, asked.newPhone))
  let before: unknown = null
  let besides: string[] = []
  const result = await refusingDuplicates('IDENTITY_REBIND_BLOCKED', () =>
    ctx.transaction(
      async tx => {
        const rebind = await rebinds.in(tx).require(rebindId, 'IDENTITY_REBIND_MISSING')
        refuse(names.includes(rebind.employeeId), 'IDENTITY_REBIND_OWN')
        const employee = await employees.in(tx).require(rebind.employeeId, 'IDENTITY_REBIND_MISSING')
        // The request goes with the data that is being removed.
        refuse(employee.clearing === true, 'IDENTITY_REBIND_MISSING')
        refuse(state === 'approved' && employee.status === 'left', 'IDENTITY_REBIND_MISSING')
        refuse(rebind.state !== 'pending', 'IDENTITY_REBIND_DECIDED')
        refuse(holder !== null, 'IDENTITY_REBIND_PHONE_TAKEN')
        before = {
          employeeId: employee._id,
          phoneMasked: maskPhone(employee.phone),
          boundAt: employee.boundAt,
        }
        const bound = state === 'approved' ? bindingOf(employee, rebind, ctx.now) : null
        if (bound && bound.phone !== employee.phone) await takePhoneTurn(tx, seen)
        const others = (employee.pendingRebinds ?? []).filter(one => one.rebindId !== rebindId)
        besides = state === 'approved' ? others.map(one => one.rebindId) : []
        const pendingRebinds = others.filter(one => !besides.includes(one.rebindId))
        await employees.in(tx).update(employee._id, { ...bound, pendingRebinds })
        const decided = { newPhone: null, decision: { by: ctx.employee.id, at: ctx.now, reason } }
        await rebinds.in(tx).update(rebindId, { state, ...decided })
        const outdone = { ...decided, decision: { ...decided.decision, reason: OUTDONE } }
        for (const id of besides) await rebinds.in(tx).update(id, { state: 'refused', ...outdone })
        if (bound && employee.boundAt !== null) await noteMoved(tx, employee.openid, ctx.now)
        await notify(tx, {
          _id: ctx.newId('notice'),
          employeeId: employee._id,
          kind: 'account',
          ...wordsOf(state, rebind, reason, besides.length),
          at: ctx.now,
          target: null,
        })
        return { state }
      },
      () => ({
        subject: `${rebinds.name}/${rebindId}`,
        before,
        after: { state, reason, ...(besides.length > 0 ? { refused: besides } : {}) },
      }),
    ),
  )
  if (asked) await attempts.removeWhere({ _id: askedId(asked.openid) })
  return result
})

/** Whoever opens the community where the account was reads that it has moved; its notices have moved with it. */
const noteMoved = (tx: Transaction, openid: string, movedAt: Instant) =>
  attempts.in(tx).put({ _id: askedId(openid), attempts: [], movedAt, expiresAt: movedAt + REBIND_NEWS_MS })

/** What those read who asked for the same account and were not meant by the decision. */
const OUTDONE = '同一个账号的另一个申请通过了'

/** Phone and account move together; whoever was bound before is a stranger from the next call on. */
function bindingOf(employee: EmployeeDocument, rebind: RebindDocument, at: Instant) {
  return {
    openid: rebind.openid,
    phone: rebind.newPhone ?? employee.phone,
    boundAt: at,
    firstBoundAt: registeredAt(employee) ?? at,
    agreedPrivacyVersion: rebind.agreedPrivacyVersion,
  }
}

/** A refusal also reaches the colleague in whose name somebody else may have asked. */
function wordsOf(
  state: 'approved' | 'refused',
  { newPhoneMasked }: RebindDocument,
  reason: string,
  refused: number,
) {
  const others = refused > 0 ? `。另外 ${refused} 个换绑申请没有通过` : ''
  if (state === 'approved')
    return {
      title: '换绑办好了',
      body: `现在绑定的是这个微信和手机号 ${newPhoneMasked}，原来的微信不再能登录${others}`,
    }
  return { title: '换绑没有通过', body: `${reason}（不是你申请的？请告诉人力资源）` }
}
