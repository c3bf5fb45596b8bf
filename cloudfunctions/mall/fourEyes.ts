import { refuse } from '@domain/kernel/errors'
import { holdersOf } from '../identity/public'
import { type Keeper, keeperNames } from './orderSteps'
import type { OrderDocument } from './store'

type Bought = Pick<OrderDocument, 'employeeId'>

/**
 * Whose of these orders another keeper has to give out: the keeper's own and those of whoever lent them the role, while
 * another one is there for it: whoever is the only one would never get what they redeemed. No request for what others
 * have redeemed, one otherwise.
 */
export async function needsFourEyes(bought: readonly Bought[], keeper: Keeper): Promise<string[]> {
  const names = keeperNames(keeper)
  if (!bought.some(({ employeeId }) => names.includes(employeeId))) return []
  const { keeper: holders = [] } = await holdersOf(['keeper'])
  return holders.some(employeeId => !names.includes(employeeId)) ? names : []
}

/**
 * A keeper's own order is given out by another one where there is one. Costs as `needsFourEyes`.
 * @throws Refusal MALL_OWN_ORDER
 */
export async function assertFourEyes(order: Bought, keeper: Keeper): Promise<void> {
  const closedTo = await needsFourEyes([order], keeper)
  refuse(closedTo.includes(order.employeeId), 'MALL_OWN_ORDER')
}
