import type { Role } from '../access/roles'
import { HOUR_MS, type Instant } from '../kernel/time'

/**
 * An approval goes through nodes, one after the other. Which nodes, who decides there and how is data: a room names its
 * flow, and what runs keeps a copy, so that a later change of the flow changes nothing that has begun.
 */
export interface Node {
  nodeId: string
  /** "工会干事" */
  title: string
  /** `all`: everybody named has to agree (会签). `any`: the first who decides, decides (或签). */
  mode: 'all' | 'any'
  /** Who decides: holders of this role. */
  role: Role
  /** Who decides where nobody is left who holds it: holders of the first of these that has any. See `seats.ts`. */
  fallbacks?: readonly Role[]
  /** After how many hours somebody who has not decided is reminded, and again each time so many have passed. */
  dueHours: number
}

export type Verdict = 'approve' | 'refuse'

export interface Decision {
  nodeId: string
  verdict: Verdict
  /** Whose decision it is: one of the node's approvers. */
  approverId: string
  /** Who took it: the approver, or somebody to whom the approver had delegated. */
  by: { employeeId: string; name: string }
  reason: string | null
  at: Instant
}

export const approvalStates = ['running', 'approved', 'refused', 'returned', 'withdrawn', 'lapsed'] as const
export type ApprovalState = (typeof approvalStates)[number]

export interface Approval {
  state: ApprovalState
  nodes: Node[]
  /** Where it stands: an index of `nodes`; past the last once approved. */
  at: number
  /** Whose own matter it is: they never decide it, whatever role they hold or were lent. */
  ownerIds: string[]
  /** Who decides at the node where it stands; nobody: see `stranded`. */
  approverIds: string[]
  /** Since when it has stood there. */
  since: Instant
  decisions: Decision[]
}

/** Somebody is away, and somebody else decides in their name. */
export interface Delegation {
  fromId: string
  toId: string
  startsAt: Instant
  endsAt: Instant
}

interface Beginning {
  ownerIds: readonly string[]
  /** Who decides at the first node: see `seatsAt`. */
  approverIds: readonly string[]
  at: Instant
}

/** Begins an approval at its first node. */
export function begin(nodes: readonly Node[], { ownerIds, approverIds, at }: Beginning): Approval {
  return {
    state: 'running',
    nodes: [...nodes],
    at: 0,
    ownerIds: [...ownerIds],
    approverIds: [...approverIds],
    since: at,
    decisions: [],
  }
}

/**
 * In whose name somebody may decide now: their own first, else somebody's who has delegated to them and has not decided
 * yet; null when it is not theirs to decide. Whoever has had a say in it has none in another's name: what takes several
 * pairs of eyes keeps them.
 */
export function approverFor(
  approval: Approval,
  employeeId: string,
  delegations: readonly Delegation[],
  now: Instant,
): string | null {
  if (approval.state !== 'running' || approval.ownerIds.includes(employeeId)) return null
  const open = openApprovers(approval)
  if (open.includes(employeeId)) return employeeId
  if (hasDecided(approval, employeeId)) return null
  const delegated = delegations.find(
    ({ fromId, toId, startsAt, endsAt }) =>
      toId === employeeId && open.includes(fromId) && startsAt <= now && now < endsAt,
  )
  return delegated?.fromId ?? null
}

/** Whether somebody has had a say in it, at whichever node and in whosever name. */
export function hasDecided({ decisions }: Pick<Approval, 'decisions'>, employeeId: string): boolean {
  return decisions.some(({ by }) => by.employeeId === employeeId)
}

/** Who has still to decide at the node where it stands. */
export function openApprovers({ state, nodes, at, approverIds, decisions }: Approval): string[] {
  const node = nodes[at]
  if (state !== 'running' || !node) return []
  const decided = decisions.filter(({ nodeId }) => nodeId === node.nodeId).map(({ approverId }) => approverId)
  return approverIds.filter(id => !decided.includes(id))
}

/** What a decision leads to: the same node goes on, the next one begins, or it is over. */
export type Outcome = 'stays' | 'moves' | 'approved' | 'refused'

/** What a verdict at the node where the approval stands would lead to; `all` waits for whoever is still open there. */
export function outcomeOf(approval: Approval, verdict: Verdict): Outcome {
  const node = approval.nodes[approval.at]
  if (verdict === 'refuse') return 'refused'
  if (node?.mode === 'all' && openApprovers(approval).length > 1) return 'stays'
  return approval.at + 1 < approval.nodes.length ? 'moves' : 'approved'
}

/**
 * The approval after a decision. One refusal refuses it; a node of `all` waits for everybody, a node of `any` for one.
 * @param nextApproverIds who decides at the next node, should it begin
 */
export function afterDecision(
  approval: Approval,
  decision: Omit<Decision, 'nodeId'>,
  nextApproverIds: readonly string[],
): Approval {
  const nodeId = approval.nodes[approval.at]?.nodeId ?? ''
  const decided = { ...approval, decisions: [...approval.decisions, { ...decision, nodeId }] }
  switch (outcomeOf(approval, decision.verdict)) {
    case 'stays':
      return decided
    case 'moves':
      return { ...decided, at: approval.at + 1, approverIds: [...nextApproverIds], since: decision.at }
    case 'approved':
      return { ...decided, state: 'approved', at: approval.nodes.length, approverIds: [], since: decision.at }
    case 'refused':
      return { ...decided, state: 'refused', approverIds: [], since: decision.at }
  }
}

/** The approval once whoever asked for it asks no more; one that is over stays as it is. */
export function afterWithdrawal(approval: Approval, at: Instant): Approval {
  return approval.state === 'running'
    ? { ...approval, state: 'withdrawn', approverIds: [], since: at }
    : approval
}

/** The approval once what it is about has begun without an answer; one that is over stays as it is. */
export function afterLapse(approval: Approval, at: Instant): Approval {
  return approval.state === 'running'
    ? { ...approval, state: 'lapsed', approverIds: [], since: at }
    : approval
}

/** When whoever is late is reminded next: every `dueHours` since the node began; null when nothing runs. */
export function reminderAfter({ state, nodes, at, since }: Approval, now: Instant): Instant | null {
  const node = nodes[at]
  if (state !== 'running' || !node) return null
  const everyMs = node.dueHours * HOUR_MS
  return since + (Math.floor((now - since) / everyMs) + 1) * everyMs
}

/** The middle of some durations in milliseconds; null when there are none. Of an even number the lower middle. */
export function medianMs(durations: readonly number[]): number | null {
  const sorted = [...durations].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
