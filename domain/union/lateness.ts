import { medianMs } from '../approval/flow'
import { DAY_MS, type Instant } from '../kernel/time'
import type { Step } from './trail'

/** After how long a president who has not decided is reminded, and again each time so much has passed. */
export const DECISION_DUE_MS = 2 * DAY_MS

/** When the president is reminded next of an application that waits: a whole number of periods after it came. */
export function membershipReminderAfter(appliedAt: Instant, now: Instant): Instant {
  return appliedAt + (Math.floor((now - appliedAt) / DECISION_DUE_MS) + 1) * DECISION_DUE_MS
}

/** How long the last decision of a trail took from its application on; null when nobody has decided. */
export function decisionMs(trail: readonly Pick<Step, 'action' | 'at'>[]): number | null {
  const decision = trail.filter(({ action }) => action === 'approve' || action === 'refuse').at(-1)
  if (!decision) return null
  const applied = trail.filter(({ action, at }) => action === 'apply' && at <= decision.at).at(-1)
  return applied ? decision.at - applied.at : null
}

/** The middle of how long decisions took, by their trails; null when there are none. */
export function medianDecisionMs(trails: readonly (readonly Pick<Step, 'action' | 'at'>[])[]): number | null {
  return medianMs(trails.flatMap(trail => decisionMs(trail) ?? []))
}
