import { candidateColumn } from '@domain/careers/candidate'
import { eraseAtOf } from '@domain/careers/retention'
import type { EmployeeContext } from '@platform/context'
import { personOf } from '../identity/public'
import { type CandidateDocument, keyOfTime, type PositionDocument } from './store'

type Given = Pick<
  CandidateDocument,
  | 'kind'
  | 'creditId'
  | 'creditName'
  | 'relation'
  | 'friend'
  | 'sealed'
  | 'resume'
  | 'consent'
  | 'claimId'
  | 'leadId'
  | 'leadName'
  | 'hiddenFrom'
>

/** Somebody who has just come for a position. */
export function freshCandidate(
  { employee, now }: Pick<EmployeeContext, 'employee' | 'now'>,
  position: Pick<PositionDocument, '_id' | 'title' | 'city'>,
  { _id, ...given }: Given & { _id: string },
): CandidateDocument {
  const state = 'submitted'
  return {
    _id,
    ...given,
    positionId: position._id,
    positionTitle: position.title,
    city: position.city,
    employeeId: employee.id,
    person: personOf(employee),
    state,
    column: candidateColumn(state),
    version: 1,
    submittedAt: now,
    movedAt: now,
    boardKey: keyOfTime(now, _id),
    eraseAt: eraseAtOf({ state, movedAt: now, submittedAt: now }),
    trail: [{ action: 'submit', state, at: now, by: employee.name, note: null }],
    reward: 0,
    uncountedSince: given.kind === 'referral' ? now : 0,
  }
}
