import { access } from '@domain/access/contract'
import { ownGrants } from '@domain/access/lending'
import { roles } from '@domain/access/roles'
import { handle } from '@platform/context'
import { lendingOf } from '../identity/public'

export const openLending = handle(access.openLending, async ({ employee, now }) => {
  const borrowed = employee.grants.flatMap(({ role, lent }) =>
    lent ? [{ role: roles[role].zh, fromName: lent.fromName, endsAt: lent.endsAt }] : [],
  )
  const canLend = ownGrants(employee.grants).length > 0
  return { lending: await lendingOf(employee.id, now), canLend, borrowed, now }
})
