import { DAY_MS, type Instant } from '../kernel/time'
import { type MembershipAction, type MembershipState, nextMembershipState } from './membership'

/** One step of the paperless trail: who did what when, and why. Steps are only ever added. */
export interface Step {
  action: MembershipAction
  by: { employeeId: string; name: string }
  at: Instant
  reason: string | null
}

/** What a step changes of a membership. */
export interface Stepped {
  state: MembershipState
  /** The last steps, the oldest first. */
  trail: Step[]
  /** How many came before those. Absent: none. */
  earlierSteps?: number
}

/** As many steps as a trail keeps: several years of coming and going, and no more than a document carries with ease. */
export const TRAIL_MAX = 20

/** The state and the trail after a step, or null where the table of memberships refuses it. */
export function afterStep(before: Stepped | null, step: Step): Stepped | null {
  const state = nextMembershipState(before?.state ?? null, step.action)
  if (!state) return null
  const trail = [...(before?.trail ?? []), step]
  const earlierSteps = (before?.earlierSteps ?? 0) + Math.max(0, trail.length - TRAIL_MAX)
  return { state, trail: trail.slice(-TRAIL_MAX), earlierSteps }
}

/** How often somebody may apply to one association within 24 hours: each time a president reads of it. */
export const APPLICATIONS_A_DAY = 3

/** From when somebody with this trail may apply again, where they have done so too often of late; null: now. */
export function mayApplyFrom(trail: readonly Pick<Step, 'action' | 'at'>[], now: Instant): Instant | null {
  const recent = trail.filter(({ action, at }) => action === 'apply' && at > now - DAY_MS)
  const counting = recent.at(-APPLICATIONS_A_DAY)
  return counting ? counting.at + DAY_MS : null
}
