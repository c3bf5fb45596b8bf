import { DAY_MS, type Instant } from '../kernel/time'
import type { OrderAction, OrderState } from './order'

/** So long after it was sent a parcel counts as received, as people know it from the shops they buy in. */
export const ARRIVAL_DAYS = 10

interface Sent {
  state: OrderState
  trail: readonly { action: OrderAction; at: Instant }[]
}

/** When a parcel on its way counts as received by itself; a waybill that is put right begins it anew. Null: none is on its way. */
export function arrivesAt({ state, trail }: Sent): Instant | null {
  const sent = trail.filter(({ action }) => action === 'ship' || action === 'correct').at(-1)
  return state === 'shipped' && sent ? sent.at + ARRIVAL_DAYS * DAY_MS : null
}
