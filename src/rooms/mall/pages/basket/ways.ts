import type { DeliveryWish } from '@domain/mall/contract'
import type { DeliveryKind } from '@domain/mall/order'

/** The ways there are, the wished one first. */
export type Ways = readonly DeliveryWish[]

/** How a thing goes: as wished where it allows that, else any other way that it does; a code goes by itself. */
export function wayOf(deliveries: readonly DeliveryKind[], ways: Ways): DeliveryWish {
  const allowed = ways.find(({ kind }) => deliveries.includes(kind))
  // Where none is allowed, the server says so of this thing alone.
  return deliveries.includes('code') ? { kind: 'code' } : (allowed ?? ways[0] ?? { kind: 'code' })
}
