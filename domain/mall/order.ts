export const orderStates = [
  'placed',
  'shipped',
  'received',
  'cancelled',
  'returnAsked',
  'returning',
  'returned',
  'exchangeAsked',
  'exchanging',
] as const
export type OrderState = (typeof orderStates)[number]

const UNDONE: readonly OrderState[] = ['cancelled', 'returned']

/** Whether an order's coins went back: it counts as refunded and nowhere else. */
export const isUndone = (state: OrderState): boolean => UNDONE.includes(state)

/** As the keeper of the mall reads them, in lists and in tables. */
export const orderStateNames: Record<OrderState, string> = {
  placed: '待发',
  shipped: '已寄出',
  received: '已收到',
  cancelled: '已取消',
  returnAsked: '申请退货',
  returning: '退货中',
  returned: '已退货',
  exchangeAsked: '申请换货',
  exchanging: '换货中',
}

export const orderActions = [
  'place',
  'ship',
  'handOver',
  'deliver',
  'confirm',
  'arrive',
  'cancel',
  'callOff',
  'part',
  'askReturn',
  'askExchange',
  'withdraw',
  'accept',
  'refuse',
  'takeBack',
  'exchange',
  'lapse',
  'correct',
  'split',
  'rejoin',
  'toDesk',
  'toHome',
] as const
export type OrderAction = (typeof orderActions)[number]

/** Why a keeper calls an order off: its pieces are not to be found, are broken, or are there and not what was promised. */
export const callOffCauses = ['lost', 'damaged', 'wrong'] as const
export type CallOffCause = (typeof callOffCauses)[number]

/** Where an order's pieces are: with the order; to be put back since its cancellation; back on the shelf. */
export type Restock = 'none' | 'due' | 'done'

/** `code`: a code that is shown to the buyer, the moment it is redeemed. */
export const deliveryKinds = ['desk', 'home', 'code'] as const
export type DeliveryKind = (typeof deliveryKinds)[number]
/** `house`: what happens by itself. */
type Actor = 'buyer' | 'keeper' | 'house'

interface Transition {
  /** Where it leads, by where it comes from. */
  to: Partial<Record<OrderState | 'none', OrderState>>
  by: Actor
  /** The ways of delivery that know this action. */
  deliveries: readonly DeliveryKind[]
}

const all: readonly DeliveryKind[] = ['desk', 'home', 'code']
const things: readonly DeliveryKind[] = ['desk', 'home']

/** Every transition that exists; whatever isn't here is refused, by the server and by the page's buttons alike. */
export const orderTable: Record<OrderAction, Transition> = {
  place: { to: { none: 'placed' }, by: 'buyer', deliveries: all },
  ship: { to: { placed: 'shipped' }, by: 'keeper', deliveries: ['home'] },
  handOver: { to: { placed: 'received' }, by: 'keeper', deliveries: ['desk'] },
  deliver: { to: { placed: 'received' }, by: 'house', deliveries: ['code'] },
  confirm: { to: { shipped: 'received' }, by: 'buyer', deliveries: ['home'] },
  /** Nobody has confirmed it for long: see `arrivesAt`. */
  arrive: { to: { shipped: 'received' }, by: 'house', deliveries: ['home'] },
  cancel: { to: { placed: 'cancelled' }, by: 'buyer', deliveries: things },
  /** It cannot be given out: see `callOffCauses`. */
  callOff: { to: { placed: 'cancelled' }, by: 'keeper', deliveries: things },
  /** Its buyer has left the company before it was given out. */
  part: { to: { placed: 'cancelled' }, by: 'house', deliveries: things },
  askReturn: { to: { received: 'returnAsked' }, by: 'buyer', deliveries: things },
  askExchange: { to: { received: 'exchangeAsked' }, by: 'buyer', deliveries: things },
  /** Also once it was accepted: whoever does not bring the thing back keeps it. */
  withdraw: {
    to: {
      returnAsked: 'received',
      exchangeAsked: 'received',
      returning: 'received',
      exchanging: 'received',
    },
    by: 'buyer',
    deliveries: things,
  },
  accept: { to: { returnAsked: 'returning', exchangeAsked: 'exchanging' }, by: 'keeper', deliveries: things },
  refuse: { to: { returnAsked: 'received', exchangeAsked: 'received' }, by: 'keeper', deliveries: things },
  /** The thing is back in the keeper's hands, and the coins in the buyer's; also where what was wished for is gone. */
  takeBack: { to: { returning: 'returned', exchanging: 'returned' }, by: 'keeper', deliveries: things },
  /** The thing is back, and another one is made ready in its place. */
  exchange: { to: { exchanging: 'placed' }, by: 'keeper', deliveries: things },
  /** The thing never came back: the buyer has it still. */
  lapse: { to: { returning: 'received', exchanging: 'received' }, by: 'keeper', deliveries: things },
  /** Carrier or number were written down wrong. */
  correct: { to: { shipped: 'shipped' }, by: 'keeper', deliveries: ['home'] },
  /** Some of its pieces are asked back: from there on they are an order of their own. */
  split: { to: { received: 'received' }, by: 'house', deliveries: things },
  /** They are asked back no more, and are with it again. */
  rejoin: { to: { received: 'received' }, by: 'house', deliveries: things },
  /** As long as nobody has sent or fetched it, it may wait at a desk instead of being sent, and the other way round. */
  toDesk: { to: { placed: 'placed' }, by: 'buyer', deliveries: ['home'] },
  toHome: { to: { placed: 'placed' }, by: 'buyer', deliveries: ['desk'] },
}

/** How an order is sent elsewhere, by where to. */
export const redirections = { desk: 'toDesk', home: 'toHome' } as const satisfies Partial<
  Record<DeliveryKind, OrderAction>
>

/** The state that follows, or null where the table has no such transition. */
export function nextOrderState(
  state: OrderState | null,
  action: OrderAction,
  delivery: DeliveryKind,
): OrderState | null {
  const { to, deliveries } = orderTable[action]
  return deliveries.includes(delivery) ? (to[state ?? 'none'] ?? null) : null
}

/** What an actor may do with an order, in the order of the table. */
export function orderActionsFor(state: OrderState, delivery: DeliveryKind, actor: Actor): OrderAction[] {
  return orderActions.filter(
    action => orderTable[action].by === actor && nextOrderState(state, action, delivery) !== null,
  )
}

/** What pieces that are set apart are called, the first 1. */
export function partOf({ _id, number }: { _id: string; number: string }, count: number) {
  return { _id: `${_id}.${count}`, number: `${number}-${count}` }
}

interface Named {
  _id: string
  number: string
  /** How often pieces of it were set apart, and which of them are with it again; absent: never, none. */
  parts?: number
  rejoined?: readonly number[]
}

/** What stands apart of an order, the first first: a name is given once, also where the pieces came back to it. */
export function partsOf(order: Named) {
  const { parts = 0, rejoined = [] } = order
  return Array.from({ length: parts }, (_part, index) => index + 1)
    .filter(count => !rejoined.includes(count))
    .map(count => partOf(order, count))
}

interface Piece extends Named {
  state: OrderState
  variantId: string
  delivery: { kind: DeliveryKind }
  /** Absent: no keeper has said anything of it. */
  answeredAt?: number
  swap: { heldAs: string } | null
}

/**
 * Whether what was set apart may be with its order again once it is asked back no more: nobody has answered it, nothing
 * was set apart of it in turn, and what is left of the order is still the same thing in its buyer's hands.
 */
export function mayRejoin(part: Piece, whole: Piece): boolean {
  const isUntouched = part.answeredAt === undefined && partsOf(part).length === 0
  const isSame = part.variantId === whole.variantId && part.swap?.heldAs === whole.swap?.heldAs
  return isUntouched && isSame && nextOrderState(whole.state, 'rejoin', whole.delivery.kind) !== null
}

/** What pieces were set apart from, and as which of its parts; null for an order that was redeemed as it is. */
export function apartFrom({ _id, number }: { _id: string; number: string }) {
  const end = _id.lastIndexOf('.')
  if (end < 0) return null
  const count = Number(_id.slice(end + 1))
  return { _id: _id.slice(0, end), number: number.slice(0, number.lastIndexOf('-')), count }
}

/** The order whose price paid for one: itself, or the one that it was set apart from. */
export function wholeOrderId(orderId: string): string {
  return orderId.split('.')[0] ?? orderId
}

/** By what an order's coins go back: those of what is left of it are a part of its price, as those of its parts are. */
export function refundSource({ _id, parts = 0 }: { _id: string; parts?: number }): string {
  return parts === 0 ? _id : `${_id}.0`
}
