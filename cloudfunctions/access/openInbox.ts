import { access } from '@domain/access/contract'
import { gatherInbox } from '@domain/access/inbox'
import { can, permissionsOf, scopesOf } from '@domain/access/roles'
import { type EmployeeContext, handle } from '@platform/context'
import { waitingRebinds } from '../identity/public'
import { waitingOrders } from '../mall/public'
import { waitingApplications } from '../union/public'

export const openInbox = handle(access.openInbox, async ({ employee, now }) => ({
  ...gatherInbox(await waitingFor(employee)),
  permissions: permissionsOf(employee.grants),
  now,
}))

/** Asks only the rooms whose work the caller may do. */
function waitingFor({ grants }: EmployeeContext['employee']) {
  return Promise.all([
    can(grants, 'union.applications.decide')
      ? waitingApplications(scopesOf(grants, 'union.applications.decide'))
      : [],
    can(grants, 'identity.rebinds.decide') ? waitingRebinds() : [],
    can(grants, 'mall.orders.fulfil') ? waitingOrders() : [],
  ])
}
