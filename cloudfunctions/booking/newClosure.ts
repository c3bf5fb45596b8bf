import { DAY_MS } from '@domain/kernel/time'
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

/** Further than anybody can book ahead: after it nothing is left to call off. */
const AHEAD_MS = 62 * DAY_MS

/** From now on for good: what is booked is called off, and everybody is told. */
export function lastClosure(
  ctx: EmployeeContext,
  closed: Pick<ClosureDocument, '_id' | 'centreId' | 'reason'>,
): ClosureDocument {
  return newClosure(ctx, { ...closed, fromAt: ctx.now, untilAt: ctx.now + AHEAD_MS })
}
