import type { WaitingItem } from '@domain/access/contract'
import { WAITING_MAX } from '@domain/access/inbox'
import type { Employee } from '@platform/context'
import { candidatesWhere } from './scope'
import { type CandidateDocument, candidates, positions } from './store'

export { candidatesAnsweredOn } from './dayFigures'
export { exportOf, forget } from './ownPart'

/** How many positions are open. One request. */
export function openPositionsCounted(): Promise<number> {
  return positions.count({ state: 'open' })
}

/** The candidates whom nobody has followed yet, who waits longest first, at most 50. One request. */
export async function waitingCandidates(viewer: Pick<Employee, 'id' | 'grants'>): Promise<WaitingItem[]> {
  const found = await candidates.find({
    where: { ...candidatesWhere(viewer), column: 'fresh' },
    orderBy: [['boardKey', 'asc']],
    limit: WAITING_MAX,
  })
  return found.map(waitingOf)
}

function waitingOf({
  _id,
  kind,
  city,
  person,
  positionTitle,
  friend,
  movedAt,
}: CandidateDocument): WaitingItem {
  const whom = friend?.name ?? '一位朋友'
  return {
    kind: 'candidate',
    id: _id,
    place: city,
    person,
    title: kind === 'referral' ? `${person.name}推荐${whom}` : `${person.name}申请转岗`,
    summary: positionTitle,
    since: movedAt,
  }
}
