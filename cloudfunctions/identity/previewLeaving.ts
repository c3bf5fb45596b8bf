import { activeGrants, ownGrants } from '@domain/access/lending'
import { identity } from '@domain/identity/contract'
import { COINS_KEPT_DAYS } from '@domain/identity/leaving'
import { refuse } from '@domain/kernel/errors'
import { handle } from '@platform/context'
import { grantsInWords, waitingFor } from '../access/public'
import { placesAhead } from '../booking/public'
import { accountOf } from '../coin/public'
import { ordersUnderWay } from '../mall/public'
import { foundingsOpen, officesOf } from '../union/public'
import { peopleHolding } from './grants'
import { presidedBy } from './leaveMember'
import { lendingOf } from './lending'
import { memberSeen } from './memberReading'
import { personOf } from './people'

const HOLDERS_MAX = 100

/** What will happen when somebody leaves, before anything does; of whoever has left, the offices that nobody took up. */
export const previewLeaving = handle(identity.previewLeaving, async ({ employee, now }, { employeeId }) => {
  const found = await memberSeen(employee, employeeId)
  const left = found.status === 'left'
  const grants = activeGrants(ownGrants(found.grants), now)
  const [offices, [inWords = []], holders, waiting, lending, places, orders, foundings, account] =
    await Promise.all([
      officesOf(employeeId, presidedBy(found.grants)),
      grantsInWords([grants]),
      grants.length > 0
        ? peopleHolding(
            grants.map(({ role }) => role),
            HOLDERS_MAX,
          )
        : [],
      waitingFor({ id: employeeId, grants }),
      lendingOf(employeeId, now),
      placesAhead(employeeId, now),
      ordersUnderWay(employeeId),
      foundingsOpen(employeeId),
      accountOf(employeeId),
    ])
  refuse(left && offices.length === 0, 'IDENTITY_MEMBER_MISSING')
  const others = (role: string) =>
    holders
      .filter(one => one.employeeId !== employeeId && one.grants.some(grant => grant.role === role))
      .map(({ name }) => name)
  return {
    person: personOf(found),
    left,
    offices,
    roles: inWords
      .filter(({ role }) => role !== 'president')
      .map(grant => ({ ...grant, others: others(grant.role) })),
    waiting: countedByPlace(waiting.flat()),
    lentTo: lending?.toName ?? null,
    places,
    orders,
    foundings,
    balance: account.balance,
    debt: account.debt,
    keptDays: COINS_KEPT_DAYS,
    now,
  }
})

function countedByPlace(waiting: readonly { place: string }[]): { place: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { place } of waiting) counts.set(place, (counts.get(place) ?? 0) + 1)
  return [...counts].map(([place, count]) => ({ place, count }))
}
