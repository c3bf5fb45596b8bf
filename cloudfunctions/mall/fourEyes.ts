import { can, ROLES_KEPT_BY } from '@domain/access/roles'
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
  return (await isAlone(keeper)) ? [] : names
}

/** Of those who see to it that somebody else keeps the mall. */
const TOLD_MAX = 5

/**
 * Who hears of it where a keeper asks something back and no other one is there to answer it: that is never their own to
 * do, and what they know themselves. Nobody for all others. No request for who keeps no mall, one otherwise.
 */
export async function heardOfNoOther(keeper: Keeper): Promise<string[]> {
  if (!can(keeper.grants, 'mall.orders.fulfil')) return []
  const { keeper: holders = [], [ROLES_KEPT_BY]: told = [] } = await holdersOf(['keeper', ROLES_KEPT_BY])
  return isAnother(holders, keeper) ? [] : told.filter(id => id !== keeper.id).slice(0, TOLD_MAX)
}

const isAnother = (holders: readonly string[], keeper: Keeper) =>
  holders.some(employeeId => !keeperNames(keeper).includes(employeeId))

/** Whether no other keeper is there. One request. */
export async function isAlone(keeper: Keeper): Promise<boolean> {
  const { keeper: holders = [] } = await holdersOf(['keeper'])
  return !isAnother(holders, keeper)
}

/**
 * A keeper's own order is given out by another one where there is one. Costs as `needsFourEyes`.
 * @throws Refusal MALL_OWN_ORDER
 */
export async function assertFourEyes(order: Bought, keeper: Keeper): Promise<void> {
  const closedTo = await needsFourEyes([order], keeper)
  refuse(closedTo.includes(order.employeeId), 'MALL_OWN_ORDER')
}
