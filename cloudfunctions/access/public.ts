import { can, scopesOf } from '@domain/access/roles'
import type { Employee } from '@platform/context'
import { waitingRebinds } from '../identity/public'
import { waitingOrders } from '../mall/public'
import { waitingApplications } from '../union/public'

/** What waits for a colleague, room by room: asks only the rooms whose work they may do, one request each. */
export function waitingFor({ grants }: Pick<Employee, 'grants'>) {
  return Promise.all([
    can(grants, 'union.applications.decide')
      ? waitingApplications(scopesOf(grants, 'union.applications.decide'))
      : [],
    can(grants, 'identity.rebinds.decide') ? waitingRebinds() : [],
    can(grants, 'mall.orders.fulfil') ? waitingOrders() : [],
  ])
}
