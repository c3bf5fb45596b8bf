import { Refusal } from '@domain/kernel/errors'
import type { Instant } from '@domain/kernel/time'
import { nextOrderState, type OrderAction, type OrderState } from '@domain/mall/order'
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
  { state, delivery, trail }: OrderDocument,
  step: Step,
): { state: OrderState; trail: OrderDocument['trail'] } {
  const next = nextOrderState(state, step.action, delivery.kind)
  if (next === null) throw new Refusal('MALL_TRANSITION_REFUSED')
  return { state: next, trail: [...trail, step] }
}
