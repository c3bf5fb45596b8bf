import type { OutputOf } from '@domain/kernel/contract'
import type { union } from '@domain/union/contract'
import { decisionMs } from '@domain/union/lateness'
import type { MembershipAction, MembershipState } from '@domain/union/membership'
import { sayWaitedAfter } from '@/rooms/access/public'
import { sayMoment } from '@/ui/clock/moment'
import type { TimelineStep } from '@/ui/timeline/Timeline'

export type Application = OutputOf<typeof union.openApplication>['application']

/** What somebody did, after their name. */
const did: Record<MembershipAction, string> = {
  apply: '提交申请',
  withdraw: '撤回申请',
  approve: '同意入会',
  refuse: '没有同意',
  revoke: '取消了会员资格',
  leave: '退出协会',
  remove: '移出了协会',
  part: '离职，会员资格结束',
}

/** Where it stands, as a title. */
export const stateTitles: Record<MembershipState, string> = {
  pending: '等会长回复',
  member: '已加入',
  refused: '这次没有通过',
  withdrawn: '已撤回',
  revoked: '会员资格已取消',
  left: '已退出',
  removed: '已被移出',
}

/** The same in a badge. */
export const stateWords: Record<MembershipState, string> = {
  ...stateTitles,
  refused: '没有通过',
  revoked: '资格已取消',
  removed: '已移出',
}

export const stateTones: Record<MembershipState, 'neutral' | 'ok' | 'bad' | 'accent'> = {
  pending: 'accent',
  member: 'ok',
  refused: 'bad',
  withdrawn: 'neutral',
  revoked: 'bad',
  left: 'neutral',
  removed: 'bad',
}

/** The application as one of its people reads it: what they did themselves is told to them as 你. */
export function asReadBy(employeeId: string | undefined, application: Application): Application {
  const trail = application.trail.map(step =>
    step.by.employeeId === employeeId ? { ...step, by: { ...step.by, name: '你' } } : step,
  )
  return { ...application, trail }
}

/** How long a decision took, and why it was so. The application's own words stand above the trail already. */
function metaOf(trail: Application['trail'], index: number): { meta?: string } {
  const { action, reason } = trail[index] ?? {}
  if (action === undefined || action === 'apply') return {}
  const isDecision = action === 'approve' || action === 'refuse'
  const took = isDecision ? decisionMs(trail.slice(0, index + 1)) : null
  const words = [...(took === null ? [] : [sayWaitedAfter('用了', took)]), ...(reason ? [reason] : [])]
  return words.length > 0 ? { meta: words.join('：') } : {}
}

/**
 * The paperless trail: what was done, whom it waits for, what comes then.
 * @param waitsFor who has to answer, while it is pending: "会长 赵启明", "你"
 * @param waited for how long it has waited, in words; nothing where that only makes impatient
 */
export function trailSteps(
  application: Application,
  waitsFor: string,
  now: number,
  waited?: string,
): TimelineStep[] {
  const done = application.trail.map(
    ({ action, by, at }, index): TimelineStep => ({
      key: `${index}-${action}`,
      title: `${by.name}${did[action]}`,
      ...metaOf(application.trail, index),
      when: sayMoment(at, now),
      state: 'done',
    }),
  )
  const { earlierSteps, state } = application
  const earlier: TimelineStep[] =
    earlierSteps > 0 ? [{ key: 'earlier', title: `更早还有 ${earlierSteps} 步`, state: 'done' }] : []
  if (state !== 'pending') return [...earlier, ...done]
  return [
    ...earlier,
    ...done,
    {
      key: 'waiting',
      title: `等${waitsFor}`,
      ...(waited ? { meta: waited } : {}),
      when: '现在',
      state: 'now',
    },
    { key: 'told', title: '通知本人', state: 'later' },
  ]
}
