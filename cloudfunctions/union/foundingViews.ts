import type { Approval } from '@domain/approval/flow'
import type { Instant } from '@domain/kernel/time'
import type { FoundingView } from '@domain/union/foundingContract'
import type { Employee } from '@platform/context'
import { turnOf } from './foundingTurn'
import type { FoundingDocument } from './store'

/** An application to found an association, as its applicant or one of its approvers sees it. */
export function foundingView(founding: FoundingDocument, viewer: Employee, now: Instant): FoundingView {
  const { _id, name, category, site, headline, intro, reason, applicant, approval } = founding
  return {
    foundingId: _id,
    name,
    category,
    site,
    headline,
    intro,
    reason,
    applicant,
    state: approval.state,
    nodes: nodesOf(approval, founding.createdAt),
    createdAt: founding.createdAt,
    decidedAt: founding.decidedAt,
    myTurn: turnOf(approval, viewer, now) !== null,
    mine: applicant.employeeId === viewer.id,
  }
}

/** The way an approval goes, node by node: who decided, when and why, and since when it waits. */
export function nodesOf(approval: Approval, createdAt: Instant): FoundingView['nodes'] {
  return approval.nodes.map((_node, index) => nodeView(approval, index, createdAt))
}

function nodeView(approval: Approval, index: number, createdAt: Instant): FoundingView['nodes'][number] {
  const { nodeId = '', title = '', mode = 'any' } = approval.nodes[index] ?? {}
  const decisions = approval.decisions
    .filter(decision => decision.nodeId === nodeId)
    .map(({ verdict, by, reason, at }) => ({ verdict, by, reason, at }))
  const state = index < approval.at ? 'done' : index === approval.at ? 'current' : 'ahead'
  return { nodeId, title, mode, state, since: sinceOf(approval, index, createdAt), decisions }
}

/** A node begins when the one before it has ended. */
function sinceOf({ nodes, at, decisions }: Approval, index: number, createdAt: Instant): Instant | null {
  if (index > at) return null
  const before = nodes[index - 1]
  if (!before) return createdAt
  return decisions.filter(({ nodeId }) => nodeId === before.nodeId).at(-1)?.at ?? createdAt
}
