export const orderStates = ['placed', 'shipped', 'received', 'cancelled'] as const
export type OrderState = (typeof orderStates)[number]

export const orderActions = ['place', 'ship', 'handOver', 'confirm', 'cancel'] as const
export type OrderAction = (typeof orderActions)[number]

/** Where an order's pieces are: with the order; to be put back since its cancellation; back on the shelf. */
export type Restock = 'none' | 'due' | 'done'

export const deliveryKinds = ['desk', 'home'] as const
export type DeliveryKind = (typeof deliveryKinds)[number]
type Actor = 'buyer' | 'keeper'

interface Transition {
  from: OrderState | 'none'
  to: OrderState
  by: Actor
  /** The ways of delivery that know this action. */
  deliveries: readonly DeliveryKind[]
}

/** Every transition that exists; whatever isn't here is refused, by the server and by the page's buttons alike. */
export const orderTable: Record<OrderAction, Transition> = {
  place: { from: 'none', to: 'placed', by: 'buyer', deliveries: ['desk', 'home'] },
  ship: { from: 'placed', to: 'shipped', by: 'keeper', deliveries: ['home'] },
  handOver: { from: 'placed', to: 'received', by: 'keeper', deliveries: ['desk'] },
  confirm: { from: 'shipped', to: 'received', by: 'buyer', deliveries: ['home'] },
  cancel: { from: 'placed', to: 'cancelled', by: 'buyer', deliveries: ['desk', 'home'] },
}

/** The state that follows, or null where the table has no such transition. */
export function nextOrderState(
  state: OrderState | null,
  action: OrderAction,
  delivery: DeliveryKind,
): OrderState | null {
  const transition = orderTable[action]
  const applies = transition.from === (state ?? 'none') && transition.deliveries.includes(delivery)
  return applies ? transition.to : null
}

/** What an actor may do with an order, in the order of the table. */
export function orderActionsFor(state: OrderState, delivery: DeliveryKind, actor: Actor): OrderAction[] {
  return orderActions.filter(
    action => orderTable[action].by === actor && nextOrderState(state, action, delivery) !== null,
  )
}
