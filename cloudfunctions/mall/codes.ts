import { nextOrderState } from '@domain/mall/order'
import { isDuplicate } from '@platform/databaseErrors'
import { transaction } from '@platform/transaction'
import { ulid } from 'ulid'
import { noticeBuyer } from './messages'
import { afterStep } from './orderSteps'
import { unseal } from './seal'
import { codes, type OrderDocument, orders } from './store'

/** So many free codes are looked at: as many redemptions at once do not fight for one. */
const FREE_MAX = 20

/**
 * Gives an order its codes, once however often it is called: each place in an order is claimed under a unique name,
 * then the order is stepped on. Stock counts codes, so there is one for each piece.
 */
export async function deliverCodes(order: OrderDocument): Promise<void> {
  const { _id: orderId, quantity } = order
  for (let place = 1; place <= quantity; place += 1) await claimOne(order, `${orderId}#${place}`)
  const held = await codes.find({ where: { orderId }, limit: quantity, fields: ['_id'] })
  if (held.length < quantity) return
  const at = Date.now()
  await transaction(async tx => {
    const found = await orders.in(tx).get(orderId)
    if (!found || nextOrderState(found.state, 'deliver', found.delivery.kind) === null) return
    const stepped = afterStep(found, { action: 'deliver', by: '', at, note: null })
    await orders.in(tx).update(orderId, { ...stepped })
    await noticeBuyer(tx, found, {
      noticeId: ulid(at),
      title: `${found.productName}的兑换码到了`,
      body: '在订单里查看，只有你看得到。',
      at,
    })
  })
}

async function claimOne({ _id: orderId, productId, variantId }: OrderDocument, claim: string): Promise<void> {
  const free = await codes.find({ where: { productId, variantId, free: true }, limit: FREE_MAX })
  // Not all begin with the same one.
  const first = [...claim].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % Math.max(1, free.length)
  for (const { _id } of [...free.slice(first), ...free.slice(0, first)]) {
    try {
      const changed = await codes.updateWhere({ _id, free: true }, { free: false, orderId, claim })
      if (changed === 1) return
    } catch (error) {
      // Another execution has filled this place.
      if (isDuplicate(error)) return
      throw error
    }
  }
}

/** The codes of an order, opened; for its buyer alone. One request. */
export async function codesOf({ _id: orderId, quantity }: OrderDocument): Promise<string[]> {
  const held = await codes.find({ where: { orderId }, limit: quantity })
  return held.map(({ _id, sealed }) => unseal(sealed, _id))
}
