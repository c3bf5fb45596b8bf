import type { Grant } from '@domain/access/roles'
import { identity } from '@domain/identity/contract'
import { refuse } from '@domain/kernel/errors'
import { grouped } from '@domain/kernel/grouped'
import { handle } from '@platform/context'
import { resumeCoins } from '../coin/public'
import { tellMember } from './memberWriting'
import { rolesEndingWith } from './moving'
import { phoneHolder } from './phoneHolder'
import { rosterSeen, takePhoneTurn } from './rosterTurns'
import { employees, leavings, memberSubject } from './store'

/** Places that were given up and offices that were handed over stay with those who have them. */
export const returnMember = handle(identity.returnMember, async (ctx, { employeeId, withRoles, reason }) => {
  const { employee, now } = ctx
  const seen = await rosterSeen()
  // Before the transaction, in which nobody can be looked up by a phone.
  const known = await employees.require(employeeId, 'IDENTITY_MEMBER_MISSING')
  const holder = await phoneHolder(employeeId, known.phone)
  let restored: Grant[] = []
  return ctx.transaction(
    async tx => {
      const found = await employees.in(tx).require(employeeId, 'IDENTITY_MEMBER_MISSING')
      refuse(found.status === 'active', 'IDENTITY_MEMBER_HERE')
      refuse(holder !== null, 'IDENTITY_MEMBER_PHONE_TAKEN')
      await takePhoneTurn(tx, seen)
      const leaving = found.leavingId ? await leavings.in(tx).get(found.leavingId) : null
      const held = leaving?.grants ?? found.grants
      const wanted = withRoles ? held : held.filter(({ role }) => role === 'president')
      // Whoever was moved while they were away is back in another place than they left.
      const ended = leaving?.from ? rolesEndingWith({ ...leaving.from, grants: held }, found) : []
      restored = wanted.filter(grant => !ended.includes(grant) && mayReturn(grant, found.grants, now))
      await employees.in(tx).update(employeeId, {
        status: 'active',
        parting: [],
        grants: restored,
        leavingId: null,
      })
      let coins = 0
      if (leaving) {
        await leavings.in(tx).update(leaving._id, { state: 'returned', nextAt: Number.MAX_SAFE_INTEGER })
        const settlement = { employeeId, sourceId: leaving._id, byId: employee.id, at: now }
        coins = await resumeCoins(tx, settlement)
      }
      await tellMember(tx, ctx, employeeId, { title: '欢迎回来', body: welcome(coins) })
      return { coins }
    },
    () => ({
      subject: memberSubject(employeeId),
      before: { status: 'left' },
      after: { status: 'active', grants: restored, reason },
    }),
  )
})

/** A role that has ended meanwhile does not come back, nor an office that somebody else has taken up. */
function mayReturn(grant: Grant, kept: readonly Grant[], now: number): boolean {
  if ((grant.endsAt ?? now + 1) <= now) return false
  const isStillTheirs = kept.some(({ role, scopeId }) => role === 'president' && scopeId === grant.scopeId)
  return grant.role !== 'president' || isStillTheirs
}

const welcome = (coins: number) =>
  coins > 0 ? `离职时清零的 ${grouped(coins)} 沃币还给你了。` : '可以像以前一样登录，沃币和经验都还在。'
