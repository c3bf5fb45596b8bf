import { DAY_MS, type Instant } from '../kernel/time'
import type { CandidateState } from './candidate'

/** How long what somebody told of themselves is kept in each state, in days since the candidate came into it. */
const keptDays: Record<CandidateState, number> = {
  submitted: 180,
  contacted: 180,
  interviewing: 180,
  offered: 180,
  // By then the personnel file has it.
  hired: 30,
  declined: 90,
  withdrawn: 0,
}

/** Nobody's data is kept longer than this after they agreed, whatever happens. */
const KEPT_DAYS_MAX = 365

/** When name, number and words of a candidate are cleared. */
export function eraseAtOf(candidate: {
  state: CandidateState
  /** When they came into this state. */
  movedAt: Instant
  submittedAt: Instant
}): Instant {
  const { state, movedAt, submittedAt } = candidate
  return Math.min(movedAt + keptDays[state] * DAY_MS, submittedAt + KEPT_DAYS_MAX * DAY_MS)
}
