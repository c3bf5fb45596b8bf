import { careers } from '@domain/careers/contract'
import { handle } from '@platform/context'
import { detailOf } from './candidateViews'
import { candidateFor } from './scope'

export const openCandidate = handle(careers.openCandidate, async ({ employee, now }, { candidateId }) => {
  const candidate = await candidateFor(employee, candidateId)
  return { candidate: detailOf(candidate, employee.id), now }
})
