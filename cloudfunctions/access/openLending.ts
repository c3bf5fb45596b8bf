import { access } from '@domain/access/contract'
import { ownGrants } from '@domain/access/lending'
import { roles } from '@domain/access/roles'
import { handle } from '@platform/context'
import { lendingOf } from '../identity/public'

export const openLending = handle(access.openLending, async ({ employee, now }) => {
  const borrowed = employee.grants.flatMap(({ role, lent }) =>
    lent ? [{ role: roles[role].zh, from: pictured(lent.fromId, lent.fromName), endsAt: lent.endsAt }] : [],
  )
  const canLend = ownGrants(employee.grants).length > 0
  const lending = await lendingOf(employee.id, now)
  const shown = lending && {
    to: pictured(lending.toId, lending.toName),
    startsAt: lending.startsAt,
    endsAt: lending.endsAt,
  }
  return { lending: shown, canLend, borrowed, now }
})

/** Asks the door of the function for the picture (decision 42). */
const pictured = (employeeId: string, name: string) => ({ employeeId, name, face: null })
