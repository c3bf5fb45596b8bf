import type { Node } from '../approval/flow'

/** Up to so many seats a president needs nobody's leave. */
export const OWN_SEATS_MAX = 100

const UNION: readonly Node[] = [
  {
    nodeId: 'officer',
    title: '工会干事',
    mode: 'any',
    role: 'unionOfficer',
    fallbacks: ['unionChair'],
    dueHours: 24,
  },
]

/**
 * The way that an event goes before people may join it, as delivered: one that costs coins, or has more than a hundred
 * seats, waits for an officer of the union; every other one is the president's own.
 * @returns the nodes; none where nobody has to agree
 */
export function eventFlowOf({ fee, capacity }: { fee: number; capacity: number }): readonly Node[] {
  return fee > 0 || capacity > OWN_SEATS_MAX ? UNION : []
}
