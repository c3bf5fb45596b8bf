import { access } from '@domain/access/contract'
import { assertMayTouch } from '@domain/access/granting'
import { roles } from '@domain/access/roles'
import { Refusal, refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { holdersOf, memberSubject, revokeRole as takeAway } from '../identity/public'
import { notify } from '../notice/public'
import { turns } from './store'

const ADMINS = 'admins'

export const revokeRole = handle(access.revokeRole, async (ctx, { employeeId, role, scopeId, reason }) => {
  const { employee, now } = ctx
  assertMayTouch(employee, employeeId, role)
  const turn = role === 'admin' ? await turnOfAdmins(employee.id) : null
  const grant = { role, ...(scopeId === undefined ? {} : { scopeId }) }
  return ctx.transaction(
    async tx => {
      if (turn !== null) await takeTurn(tx, turn)
      refuse(!(await takeAway(tx, employeeId, grant)), 'ACCESS_GRANT_MISSING')
      await notify(tx, {
        _id: ctx.newId('notice'),
        employeeId,
        kind: 'account',
        title: `你不再是${roles[role].zh}`,
        body: `${employee.name}收回了这个角色：${reason}`,
        at: now,
        target: null,
      })
      return { revoked: true }
    },
    () => ({ subject: memberSubject(employeeId), before: { grant }, after: { revoked: grant, reason } }),
  )
})

/**
 * Administrators go one at a time, so that two who take the role from each other leave one: a query can't stand in a
 * transaction, so whether the caller still is one is asked before it, and the transaction holds only if nobody else has
 * gone since.
 * @throws Refusal NOT_ALLOWED when the caller is none any more
 */
async function turnOfAdmins(callerId: string): Promise<number> {
  const version = (await turns.get(ADMINS))?.version ?? 0
  const { admin = [] } = await holdersOf(['admin'])
  refuse(!admin.includes(callerId), 'NOT_ALLOWED')
  return version
}

async function takeTurn(tx: Transaction, seen: number): Promise<void> {
  const version = (await turns.in(tx).get(ADMINS))?.version ?? 0
  if (version !== seen) throw new Refusal('TOO_BUSY')
  await turns.in(tx).put({ _id: ADMINS, version: version + 1 })
}
