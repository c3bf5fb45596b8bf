import { namesOfActing } from '@domain/access/lending'
import { Refusal, refuse } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { backKeyOf } from '@domain/mall/afterSale'
import { arrivesAt } from '@domain/mall/arrival'
import { nextOrderState, type OrderAction } from '@domain/mall/order'
import type { Employee } from '@platform/context'
import type { OrderDocument } from './store'

interface Step {
  action: OrderAction
  by: string
  at: Instant
  note: string | null
}

/**
 * What a step changes of an order.
 * @throws Refusal MALL_TRANSITION_REFUSED where the table of orders has no such step
 */
export function afterStep(
  { _id, state, delivery, trail }: OrderDocument,
  step: Step,
): Pick<OrderDocument, 'state' | 'trail' | 'backKey'> & { arrivesAt: Instant | null } {
  const next = nextOrderState(state, step.action, delivery.kind)
  if (next === null) throw new Refusal('MALL_TRANSITION_REFUSED')
  const stepped = { state: next, trail: [...trail, step] }
  return { ...stepped, backKey: backKeyOf(_id, next, step.at), arrivesAt: arrivesAt(stepped) }
}

/** Somebody who keeps the mall, for themselves or for a colleague who is away. */
export type Keeper = Pick<Employee, 'id' | 'name' | 'grants'>

/** In whose name somebody keeps the mall: what these have redeemed is another's to give out and to take back. */
export const keeperNames = (keeper: Pick<Keeper, 'id' | 'grants'>): string[] =>
  namesOfActing(keeper, 'mall.orders.fulfil')

/**
 * The same for a keeper who answers what is asked back: their own is answered by another, for it brings coins or a thing,
 * and so is that of whoever lent them the role.
 * @throws Refusal MALL_OWN_ORDER, MALL_TRANSITION_REFUSED
 */
export function afterKeeper(
  order: OrderDocument,
  keeper: Keeper,
  step: Omit<Step, 'by'>,
): ReturnType<typeof afterStep> {
  refuse(keeperNames(keeper).includes(order.employeeId), 'MALL_OWN_ORDER')
  return afterStep(order, { ...step, by: keeper.name })
}
