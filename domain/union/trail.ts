import type { Instant } from '../kernel/time'
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
  trail: Step[]
}

/** The state and the trail after a step, or null where the table of memberships refuses it. */
export function afterStep(before: Stepped | null, step: Step): Stepped | null {
  const state = nextMembershipState(before?.state ?? null, step.action)
  return state && { state, trail: [...(before?.trail ?? []), step] }
}
