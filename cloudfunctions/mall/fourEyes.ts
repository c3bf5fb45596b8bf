import { refuse } from '@domain/kernel/errors'
import { holdersOf } from '../identity/public'
import type { OrderDocument } from './store'

/** Whether another keeper could do it: whoever is the only one would never get what they redeemed. One request. */
export async function hasAnotherKeeper(keeperId: string): Promise<boolean> {
  const { keeper = [] } = await holdersOf(['keeper'])
  return keeper.some(employeeId => employeeId !== keeperId)
}

/**
 * A keeper's own order is given out by another one where there is one. No request for what others have redeemed.
 * @throws Refusal MALL_OWN_ORDER
 */
export async function assertFourEyes(
  { employeeId }: Pick<OrderDocument, 'employeeId'>,
  keeperId: string,
): Promise<void> {
  refuse(employeeId === keeperId && (await hasAnotherKeeper(keeperId)), 'MALL_OWN_ORDER')
}
