import { access } from '@domain/access/contract'
import { grantsToLend } from '@domain/access/lending'
import { permissionWords } from '@domain/access/permissionWords'
import { roles } from '@domain/access/roles'
import { handle } from '@platform/context'
import { lendingOf } from '../identity/public'
import { grantsInWords } from './scopes'

export const openMyRoles = handle(access.openMyRoles, async ({ employee, now }) => {
  const [lending, [grants = []]] = await Promise.all([
    lendingOf(employee.id, now),
    grantsInWords([employee.grants]),
  ])
  const lent = lending ? grantsToLend(employee.grants, lending.grants) : []
  const lentTo = lending && { name: lending.toName, startsAt: lending.startsAt, endsAt: lending.endsAt }
  return {
    grants: grants.map((grant, place) => ({
      ...grant,
      lentTo: lent.some(one => one === employee.grants[place]) ? lentTo : null,
      may: roles[grant.role].permissions.map(permission => permissionWords[permission]),
    })),
    now,
  }
})
