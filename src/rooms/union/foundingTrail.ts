import type { OutputOf } from '@domain/kernel/contract'
import type { union } from '@domain/union/contract'
import { sayWaitedAfter } from '@/rooms/access/public'
import { sayMoment } from '@/ui/clock/moment'
import type { TimelineStep } from '@/ui/timeline/Timeline'

export type Founding = OutputOf<typeof union.openFounding>['founding']
type Node = Founding['nodes'][number]

/** Where it stands, as a title. */
export const foundingTitles: Record<Founding['state'], string> = {
  running: '等工会回复',
  approved: '协会成立了',
  refused: '这次没有通过',
  returned: '退回修改',
  withdrawn: '已撤回',
  lapsed: '过期了',
}

export const foundingTones: Record<Founding['state'], 'neutral' | 'ok' | 'bad' | 'accent'> = {
  running: 'accent',
  approved: 'ok',
  refused: 'bad',
  returned: 'neutral',
  withdrawn: 'neutral',
  lapsed: 'neutral',
}

interface Looking {
  /** Who has still to decide where it stands, as the viewer calls them: "你", "沈一宁". */
  waitsFor: readonly string[]
  now: number
}

/**
 * Whether the one who decides now has the last word: nobody else of this level has to agree, and no level comes after.
 * @param waitsFor how many have still to decide where it stands
 */
export function isLastWord({ nodes }: Pick<Founding, 'nodes'>, waitsFor: number): boolean {
  const open = nodes.filter(({ state }) => state !== 'done')
  return open.length === 1 && (open[0]?.mode !== 'all' || waitsFor === 1)
}

/** How a node is decided. */
const modeOf = ({ mode }: Node) => (mode === 'all' ? '会签，全体同意才通过' : '一人同意即可')

function decidedSteps(node: Node, now: number): TimelineStep[] {
  return node.decisions.map(({ verdict, by, reason, at }) => {
    const took = node.since === null ? '' : sayWaitedAfter(' · 用了', at - node.since)
    return {
      key: `${node.nodeId}:${by.employeeId}`,
      title: `${by.name}${verdict === 'approve' ? '同意' : '没有同意'}`,
      meta: `${node.title}${took}${reason ? `：${reason}` : ''}`,
      when: sayMoment(at, now),
      state: 'done',
    }
  })
}

function waitingStep(node: Node, { waitsFor, now }: Looking): TimelineStep {
  const waited = node.since === null ? '' : sayWaitedAfter(' · 已等', now - node.since)
  return {
    key: `${node.nodeId}:waiting`,
    title: waitsFor.length > 0 ? `等${waitsFor.join('、')}` : `${node.title}现在没有人`,
    meta:
      waitsFor.length > 0
        ? `${node.title} · ${modeOf(node)}${waited}`
        : `已经请人力资源安排，有人接手就继续${waited}`,
    when: '现在',
    state: 'now',
  }
}

function stepsOf(node: Node, isRunning: boolean, looking: Looking): TimelineStep[] {
  const decided = decidedSteps(node, looking.now)
  if (!isRunning || node.state === 'done') return decided
  if (node.state === 'current') return [...decided, waitingStep(node, looking)]
  return [{ key: node.nodeId, title: node.title, meta: modeOf(node), state: 'later' }]
}

type EventApproval = NonNullable<OutputOf<typeof union.openEvent>['approval']>

/** The paperless trail of an event that the union had to agree to. */
export function eventSteps(
  { state, proposedAt, nodes }: EventApproval,
  host: string,
  looking: Looking & { isChange: boolean },
): TimelineStep[] {
  const running = state === 'running'
  const opens = looking.isChange ? '改动生效，通知会长' : '开放报名，通知会长'
  return [
    {
      key: 'proposed',
      title: `${host}提交${looking.isChange ? '改动' : '活动'}`,
      when: sayMoment(proposedAt, looking.now),
      state: 'done',
    },
    ...nodes.flatMap(node => stepsOf(node, running, looking)),
    ...(running ? [{ key: 'open', title: opens, state: 'later' as const }] : []),
  ]
}

function endOf({ state, name, applicant, decidedAt }: Founding, now: number): TimelineStep[] {
  if (state === 'running') return [{ key: 'founded', title: `${name}成立，通知本人`, state: 'later' }]
  const when = decidedAt === null ? {} : { when: sayMoment(decidedAt, now) }
  if (state === 'approved')
    return [{ key: 'founded', title: `${name}成立，${applicant.name}任会长`, ...when, state: 'done' }]
  if (state === 'withdrawn')
    return [{ key: 'withdrawn', title: `${applicant.name}撤回申请`, ...when, state: 'done' }]
  return []
}

/** The paperless trail of a proposal, level by level: who decided and how long it took, whom it waits for, what comes. */
export function foundingSteps(founding: Founding, looking: Looking): TimelineStep[] {
  const { applicant, createdAt, nodes, state } = founding
  return [
    {
      key: 'proposed',
      title: `${applicant.name}提交申请`,
      when: sayMoment(createdAt, looking.now),
      state: 'done',
    },
    ...nodes.flatMap(node => stepsOf(node, state === 'running', looking)),
    ...endOf(founding, looking.now),
  ]
}
