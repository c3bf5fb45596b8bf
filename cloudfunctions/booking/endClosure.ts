import { refuse } from '@domain/kernel/errors'
import type { EmployeeContext } from '@platform/context'
import { closures } from './store'

/**
 * Ends a closure that is planned, for those who book from now on; what it called off stays so. With an audit entry.
 * @throws Refusal BOOKING_CLOSURE_MISSING, BOOKING_CLOSURE_OVER
 */
export function endClosure(ctx: EmployeeContext, closureId: string): Promise<{ state: 'cancelled' }> {
  return ctx.transaction(
    async tx => {
      const { state, untilAt } = await closures.in(tx).require(closureId, 'BOOKING_CLOSURE_MISSING')
      refuse(state !== 'planned' || untilAt <= ctx.now, 'BOOKING_CLOSURE_OVER')
      await closures.in(tx).update(closureId, { state: 'cancelled', spreading: false })
      return { state: 'cancelled' as const }
    },
    () => ({
      subject: `${closures.name}/${closureId}`,
      before: { state: 'planned' },
      after: { state: 'cancelled' },
    }),
  )
}
