import { namesOfActing } from '@domain/access/lending'
import type { Grant } from '@domain/access/roles'
import { identity } from '@domain/identity/contract'
import { maskPhone } from '@domain/identity/phone'
import { searchTermsOf } from '@domain/identity/searchTerms'
import { refuse } from '@domain/kernel/errors'
import { DAY_MS, inChina } from '@domain/kernel/time'
import { type EmployeeContext, handle } from '@platform/context'
import { keepLook } from '@platform/looks'
import type { Transaction } from '@platform/transaction'
import { notify } from '../notice/public'
import { takeFromDeputy } from './grants'
import { memberSeen } from './memberReading'
import { roleNamesOf, rolesEndingWith, wordsOfMove } from './moving'
import { employees, memberSubject } from './store'

/**
 * Nobody changes what the company holds of themselves or of whoever lent them the role for it, nor lifts what others
 * have decided. @throws Refusal IDENTITY_MEMBER_ONESELF
 */
export function assertAnother({ employee }: Pick<EmployeeContext, 'employee'>, employeeId: string): void {
  const names = namesOfActing(employee, 'identity.members.manage')
  refuse(names.includes(employeeId), 'IDENTITY_MEMBER_ONESELF')
}

/** Whoever changes something about a colleague tells them. */
export function tellMember(
  tx: Transaction,
  ctx: Pick<EmployeeContext, 'newId' | 'now'>,
  employeeId: string,
  words: { title: string; body: string },
): Promise<void> {
  const { now: at } = ctx
  return notify(tx, { _id: ctx.newId('notice'), employeeId, kind: 'account', ...words, at, target: null })
}

/** Each look is kept: who, when, why, at whom. The number itself is in no receipt and no record. */
export const openPhone = handle(identity.openPhone, async (ctx, { employeeId, reason }) => {
  const { phone } = await memberSeen(ctx.employee, employeeId)
  const shown = { phoneShown: maskPhone(phone), reason }
  await keepLook(ctx, { procedure: 'identity.openPhone', subject: memberSubject(employeeId), shown })
  return { phone }
})

export const correctMember = handle(identity.correctMember, (ctx, { employeeId, name, joinedOn, reason }) => {
  assertAnother(ctx, employeeId)
  let before: unknown = null
  // Before the transaction: the first name of an instance loads a dictionary, while others would wait for its locks.
  const searchTerms = searchTermsOf({ _id: employeeId, name })
  return ctx.transaction(
    async tx => {
      const found = await employees.in(tx).require(employeeId, 'IDENTITY_MEMBER_MISSING')
      before = { name: found.name, joinedOn: found.joinedOn }
      await employees.in(tx).update(employeeId, { name, joinedOn, searchTerms })
      await tellMember(tx, ctx, employeeId, {
        title: `你的资料改成了${name}，${joinedOn} 入职`,
        body: reason,
      })
      return { corrected: true as const }
    },
    () => ({ subject: memberSubject(employeeId), before, after: { name, joinedOn, reason } }),
  )
})

/** @throws Refusal IDENTITY_PLACE_UNKNOWN where nobody is in such a department or at such a site */
export async function assertPlacesKnown({
  department,
  site,
}: {
  department: string
  site: string
}): Promise<void> {
  const [there, here] = await Promise.all([
    employees.count({ status: 'active', department }),
    employees.count({ status: 'active', site }),
  ])
  refuse(there === 0 || here === 0, 'IDENTITY_PLACE_UNKNOWN')
}

export const transferMember = handle(
  identity.transferMember,
  async (ctx, { employeeId, department, site, newPlace, reason }) => {
    assertAnother(ctx, employeeId)
    if (!newPlace) await assertPlacesKnown({ department, site })
    let before: unknown = null
    let ended: Grant[] = []
    return ctx.transaction(
      async tx => {
        const found = await employees.in(tx).require(employeeId, 'IDENTITY_MEMBER_MISSING')
        refuse(found.department === department && found.site === site, 'IDENTITY_MEMBER_SAME')
        before = { department: found.department, site: found.site, grants: found.grants }
        ended = rolesEndingWith(found, { department, site })
        const grants = found.grants.filter(grant => !ended.includes(grant))
        await employees.in(tx).update(employeeId, { department, site, grants })
        if (ended.length > 0) await takeFromDeputy(tx, found, ended)
        await tellMember(tx, ctx, employeeId, wordsOfMove({ department, site }, ended, reason))
        return { ended: roleNamesOf(ended) }
      },
      () => ({
        subject: memberSubject(employeeId),
        before,
        after: { department, site, ended: roleNamesOf(ended), reason },
      }),
    )
  },
)

export const muteMember = handle(identity.muteMember, (ctx, { employeeId, days, reason }) => {
  assertAnother(ctx, employeeId)
  const mutedUntil = days === 0 ? null : ctx.now + days * DAY_MS
  let before: unknown = null
  return ctx.transaction(
    async tx => {
      const found = await employees.in(tx).require(employeeId, 'IDENTITY_MEMBER_MISSING')
      before = { mutedUntil: found.mutedUntil ?? null }
      await employees.in(tx).update(employeeId, { mutedUntil })
      await tellMember(tx, ctx, employeeId, {
        title:
          mutedUntil === null ? '可以重新发言了' : `你被停言到 ${inChina(mutedUntil).format('M 月 D 日')}`,
        body: reason,
      })
      return { mutedUntil }
    },
    () => ({ subject: memberSubject(employeeId), before, after: { mutedUntil, reason } }),
  )
})
