import {
  type CandidateAction,
  type CandidateActor,
  candidateColumn,
  isObjection,
  nextCandidateState,
} from '@domain/careers/candidate'
import type { Interview } from '@domain/careers/interview'
import { eraseAtOf } from '@domain/careers/retention'
import { Refusal } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { type CandidateDocument, keyOfTime } from './store'

export interface CandidateStep {
  action: CandidateAction
  actor: CandidateActor
  by: string
  at: Instant
  note?: string | null
  interview?: Interview | null
}

type Stepped = Pick<
  CandidateDocument,
  | 'state'
  | 'column'
  | 'version'
  | 'movedAt'
  | 'boardKey'
  | 'eraseAt'
  | 'sealed'
  | 'friend'
  | 'resume'
  | 'trail'
>

/**
 * The fields of a candidate that a step changes. What is not to be kept is cleared with it.
 * @throws Refusal CAREERS_TRANSITION_REFUSED where the table does not have it
 */
export function afterStep(candidate: CandidateDocument, step: CandidateStep): Stepped {
  const { action, actor, by, at, note = null, interview = null } = step
  const state = nextCandidateState(candidate.state, action, actor, { kept: candidate.sealed !== '' })
  if (state === null) throw new Refusal('CAREERS_TRANSITION_REFUSED')
  const eraseAt = eraseAtOf({ state, movedAt: at, submittedAt: candidate.submittedAt })
  const isGone = candidate.sealed === '' || eraseAt <= at || isObjection(action)
  return {
    state,
    column: candidateColumn(state),
    version: candidate.version + 1,
    movedAt: at,
    boardKey: keyOfTime(at, candidate._id),
    trail: [...candidate.trail, { action, state, at, by, note, interview }],
    ...(isGone ? erased : kept(candidate, eraseAt)),
  }
}

/** What stays of somebody whose data is cleared: that there was a candidate, and how it went. */
export const erased = { eraseAt: null, sealed: '', friend: null, resume: null } as const

const kept = ({ sealed, friend, resume = null }: CandidateDocument, eraseAt: Instant) => ({
  eraseAt,
  sealed,
  friend,
  resume,
})
