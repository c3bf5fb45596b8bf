import { Refusal, refuse } from '@domain/kernel/errors'
import type { DeliveryWish } from '@domain/mall/contract'
import type { DeliveryKind } from '@domain/mall/order'
import type { Employee } from '@platform/context'
import { allDesks } from './desks'
import type { OrderDocument } from './store'

/**
 * Where an order goes.
 * @param ways how the product may be had
 * @throws Refusal MALL_DELIVERY_INVALID when the product doesn't go there, or there is no such desk
 */
export async function destinationOf(
  wish: DeliveryWish,
  ways: readonly DeliveryKind[],
  employee: Employee,
): Promise<OrderDocument['delivery']> {
  refuse(!ways.includes(wish.kind), 'MALL_DELIVERY_INVALID', ['delivery.kind'])
  if (wish.kind === 'code')
    return { kind: wish.kind, deskId: null, place: '订单里', recipient: employee.name, phone: null }
  if (wish.kind === 'home') {
    const { kind, recipient, phone, address } = wish
    return { kind, deskId: null, place: address, recipient, phone }
  }
  const { kind, deskId } = wish
  const desk = (await allDesks()).find(({ _id }) => _id === deskId)
  if (!desk) throw new Refusal('MALL_DELIVERY_INVALID', ['delivery.deskId'])
  return { kind, deskId, place: desk.name, recipient: employee.name, phone: null }
}
