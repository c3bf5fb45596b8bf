import { ownGrants } from '@domain/access/lending'
import { COOLING_DAYS } from '@domain/identity/ownData'
import type { blockers } from '@domain/identity/ownDataContract'
import { DAY_MS, type Instant } from '@domain/kernel/time'
import type { Employee } from '@platform/context'
import { placesAhead } from '../booking/public'
import { ordersUnderWay } from '../mall/public'
import { ticketsOpen } from '../selfservice/public'
import { foundingsOpen } from '../union/public'
import type { DeletionDocument } from './store'

export const COOLING_MS = COOLING_DAYS * DAY_MS

/** A deletion as its owner sees it. */
export function deletionView({ words, askedAt, dueAt }: DeletionDocument) {
  return { words, askedAt, dueAt }
}

export type Blocker = { kind: (typeof blockers)[number]; count: number }

/** What somebody has to settle first. Four requests at once. */
export async function blockersOf(
  { id, grants }: Pick<Employee, 'id' | 'grants'>,
  now: Instant,
): Promise<Blocker[]> {
  const [orders, places, tickets, foundings] = await Promise.all([
    ordersUnderWay(id),
    placesAhead(id, now),
    ticketsOpen(id),
    foundingsOpen(id),
  ])
  const counts: Blocker[] = [
    { kind: 'orders', count: orders },
    { kind: 'places', count: places },
    { kind: 'tickets', count: tickets },
    { kind: 'roles', count: ownGrants([...grants]).length },
    { kind: 'foundings', count: foundings },
  ]
  return counts.filter(({ count }) => count > 0)
}
