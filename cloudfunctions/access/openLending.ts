import { access } from '@domain/access/contract'
import { ownGrants, signingRoles, signs } from '@domain/access/lending'
import { roles } from '@domain/access/roles'
import { handle } from '@platform/context'
import { holdersOf, lendingOf } from '../identity/public'

export const openLending = handle(access.openLending, async ({ employee, now }) => {
  const borrowed = employee.grants.flatMap(({ role, lent }) =>
    lent ? [{ role: roles[role].zh, from: pictured(lent.fromId, lent.fromName), endsAt: lent.endsAt }] : [],
  )
  const own = ownGrants(employee.grants)
  const [lending, holders] = await Promise.all([
    lendingOf(employee.id, now),
    signs(own) ? holdersOf(signingRoles) : undefined,
  ])
  const cosigners = new Set(holders ? Object.values(holders).flat() : [])
  cosigners.delete(employee.id)
  const shown = lending && {
    to: pictured(lending.toId, lending.toName),
    startsAt: lending.startsAt,
    endsAt: lending.endsAt,
  }
  return { lending: shown, canLend: own.length > 0, borrowed, cosigners: [...cosigners], now }
})

/** Asks the door of the function for the picture (decision 42). */
const pictured = (employeeId: string, name: string) => ({ employeeId, name, face: null })
