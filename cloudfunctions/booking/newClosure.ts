import type { EmployeeContext } from '@platform/context'
import type { ClosureDocument } from './store'

/** A closure that has just been planned: nothing is moved or called off yet, and the timer spreads it. */
export function newClosure(
  { employee, now }: EmployeeContext,
  closed: Pick<ClosureDocument, '_id' | 'centreId' | 'fromAt' | 'untilAt' | 'reason'>,
): ClosureDocument {
  const { name: by } = employee
  return { ...closed, state: 'planned', by, at: now, moved: 0, calledOff: 0, spreading: true }
}
