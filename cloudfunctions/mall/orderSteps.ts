import { Refusal, refuse } from '@domain/kernel/errors'
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

/**
 * The same for a keeper who answers what is asked back: their own is answered by another, for it brings coins or a thing.
 * @throws Refusal MALL_OWN_ORDER, MALL_TRANSITION_REFUSED
 */
export function afterKeeper(
  order: OrderDocument,
  { id, name }: { id: string; name: string },
  step: Omit<Step, 'by'>,
): ReturnType<typeof afterStep> {
  refuse(order.employeeId === id, 'MALL_OWN_ORDER')
  return afterStep(order, { ...step, by: name })
}
