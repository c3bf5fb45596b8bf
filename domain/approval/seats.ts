import type { Role } from '../access/roles'
import type { Instant } from '../kernel/time'
import { type Approval, openApprovers } from './flow'

/**
 * Who decides at a node is looked at again while it runs: colleagues leave, lose a role or are given one. A node is
 * never left to somebody who is not here any more, and never to those whose own matter it is.
 */

/** The colleagues who hold each role now. */
export type Holders = Partial<Record<Role, readonly string[]>>

type Standing = Pick<Approval, 'nodes' | 'decisions' | 'ownerIds'>

/** The roles that may have to decide at a node; none past the last. */
export function rolesAt({ nodes }: Pick<Approval, 'nodes'>, index: number): Role[] {
  const node = nodes[index]
  return node ? [node.role, ...(node.fallbacks ?? [])] : []
}

/**
 * Who decides at a node: those who hold its role, without those whose own matter it is and without whoever has decided
 * at another node in somebody else's name. Where none is left, holders of the first fallback that has any, without those
 * who have decided at another node at all: what takes two pairs of eyes keeps two.
 */
export function seatsAt(approval: Standing, index: number, holders: Holders): string[] {
  const { nodes, decisions, ownerIds } = approval
  const [role, ...fallbacks] = rolesAt(approval, index)
  if (role === undefined) return []
  const others = (of: Role) => (holders[of] ?? []).filter(id => !ownerIds.includes(id))
  const before = decisions.filter(({ nodeId }) => nodeId !== nodes[index]?.nodeId)
  const stoodIn = before.flatMap(({ approverId, by }) =>
    by.employeeId === approverId ? [] : [by.employeeId],
  )
  const own = others(role).filter(id => !stoodIn.includes(id))
  if (own.length > 0) return own
  const elsewhere = before.flatMap(({ approverId, by }) => [approverId, by.employeeId])
  const stepIn = fallbacks.map(fallback => others(fallback).filter(id => !elsewhere.includes(id)))
  return stepIn.find(({ length }) => length > 0) ?? []
}

/**
 * The approval once its node has been seated anew. Where everybody who is left at a node of `all` has agreed, it goes
 * on as if the last of them had decided just now.
 * @param seats who decides at the node where it stands, see `seatsAt`
 * @param nextSeats who decides at the next node, should it begin
 */
export function reseated(
  approval: Approval,
  seats: readonly string[],
  nextSeats: readonly string[],
  at: Instant,
): Approval {
  if (approval.state !== 'running') return approval
  const seated = { ...approval, approverIds: [...seats] }
  if (!isAgreed(seated)) return seated
  const next = approval.at + 1
  return next < approval.nodes.length
    ? { ...seated, at: next, approverIds: [...nextSeats], since: at }
    : { ...seated, state: 'approved', at: next, approverIds: [], since: at }
}

function isAgreed(approval: Approval): boolean {
  const nodeId = approval.nodes[approval.at]?.nodeId
  const hasDecision = approval.decisions.some(decision => decision.nodeId === nodeId)
  return hasDecision && approval.approverIds.length > 0 && openApprovers(approval).length === 0
}

/** Whether it runs and nobody can decide it: no role that may is held by anybody but those whose own matter it is. */
export function stranded(approval: Approval): boolean {
  return approval.state === 'running' && openApprovers(approval).length === 0
}
