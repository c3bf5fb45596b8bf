import { can, scopesOf } from '@domain/access/roles'
import type { Employee } from '@platform/context'
import { waitingClaims } from '../booking/public'
import { waitingCandidates } from '../careers/public'
import { waitingHands, waitingRules } from '../coin/public'
import { waitingArticles } from '../content/public'
import { waitingReviews } from '../forum/public'
import { waitingCorrections, waitingRebinds } from '../identity/public'
import { waitingSuggestions } from '../knowledge/public'
import { waitingAfterSales, waitingOrders } from '../mall/public'
import { waitingTickets } from '../selfservice/public'
import { waitingApplications, waitingEvents, waitingFoundings } from '../union/public'

export { administrators, takeTurn } from './adminTurns'
export { recordAbout } from './auditReading'
export { type MuteOnRecord, mutesOf } from './mutes'
export { grantsInWords } from './scopes'

/** What waits for a colleague, room by room: asks only the rooms whose work they may do, one request each, coins and claims two. */
export function waitingFor(employee: Pick<Employee, 'id' | 'grants'>) {
  const { grants } = employee
  return Promise.all([
    can(grants, 'union.applications.decide')
      ? waitingApplications(employee, scopesOf(grants, 'union.applications.decide'))
      : [],
    can(grants, 'union.foundings.decide') ? waitingFoundings(employee) : [],
    can(grants, 'union.events.decide') ? waitingEvents(employee) : [],
    can(grants, 'identity.rebinds.decide') ? waitingRebinds(employee) : [],
    can(grants, 'forum.moderate') ? waitingReviews(employee) : [],
    can(grants, 'mall.orders.fulfil') ? waitingOrders() : [],
    can(grants, 'mall.orders.fulfil') ? waitingAfterSales(employee) : [],
    can(grants, 'selfservice.tickets.handle') ? waitingTickets(employee) : [],
    can(grants, 'knowledge.edit') ? waitingSuggestions() : [],
    can(grants, 'careers.manage') ? waitingCandidates(employee) : [],
    can(grants, 'content.publish') ? waitingArticles(employee.id) : [],
    can(grants, 'coin.hands') ? waitingHands(employee) : [],
    can(grants, 'coin.rules.review') ? waitingRules(employee, Date.now()) : [],
    can(grants, 'identity.members.manage') ? waitingCorrections(employee) : [],
    can(grants, 'booking.host') ? waitingClaims(employee, Date.now()) : [],
  ])
}
