import { refuse } from '@domain/kernel/errors'
import { holdersOf } from '../identity/public'
import type { OrderDocument } from './store'

type Bought = Pick<OrderDocument, 'employeeId'>

/**
 * Whether one of these is the keeper's own, and another keeper is there for it: whoever is the only one would never get
 * what they redeemed. No request for what others have redeemed, one otherwise.
 */
export async function needsFourEyes(bought: readonly Bought[], keeperId: string): Promise<boolean> {
  if (!bought.some(({ employeeId }) => employeeId === keeperId)) return false
  const { keeper = [] } = await holdersOf(['keeper'])
  return keeper.some(employeeId => employeeId !== keeperId)
}

/**
 * A keeper's own order is given out by another one where there is one. Costs as `needsFourEyes`.
 * @throws Refusal MALL_OWN_ORDER
 */
export async function assertFourEyes(order: Bought, keeperId: string): Promise<void> {
  refuse(await needsFourEyes([order], keeperId), 'MALL_OWN_ORDER')
}
