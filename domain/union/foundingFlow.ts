import type { Node } from '../approval/flow'

/**
 * The way an application to found an association goes, as delivered: one officer of the union looks at it, then every
 * chair agrees. Where a level has nobody, the other one steps in. Data: an application keeps a copy of the nodes that it
 * began with.
 */
export const foundingFlow: readonly Node[] = [
  {
    nodeId: 'officer',
    title: '工会干事',
    mode: 'any',
    role: 'unionOfficer',
    fallbacks: ['unionChair'],
    dueHours: 24,
  },
  {
    nodeId: 'chair',
    title: '工会主席',
    mode: 'all',
    role: 'unionChair',
    fallbacks: ['unionOfficer'],
    dueHours: 48,
  },
]

/** At most so many are asked at one node: everybody gets a notice in the same transaction. */
export const APPROVERS_MAX = 10
