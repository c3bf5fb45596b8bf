import { variantName } from '@domain/mall/goods'
import type { DeliveryKind } from '@domain/mall/order'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ApiError, api, call, isFinal, keyOf, newRequestId, type Output } from '@/api'
import { orderQueries } from '../../outdated'
import { type Ways, wayOf } from './ways'

type Line = Output<typeof api.mall.openBasket>['lines'][number]

/** What became of one line: an order, or why not. */
export type Outcome = { key: string; name: string; variant: string } & (
  | { failed: string }
  | { failed: undefined; order: Output<typeof api.mall.redeem>; kind: DeliveryKind }
)

export const lineKey = ({ product, variantId }: Line) => `${product.productId}.${variantId}`

const sayError = (error: unknown) => (error instanceof Error ? error.message : '没有成功')

/**
 * Redeems line by line, each an order of its own with a request id of its own that a repetition keeps: what failed can
 * be tried again without paying twice for what did not.
 */
export function useRedeemAll() {
  const client = useQueryClient()
  const ids = useRef(new Map<string, string>())
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const run = async (lines: readonly Line[], ways: Ways): Promise<boolean> => {
    const done: Outcome[] = []
    for (const line of lines) {
      const { product, variantId, quantity } = line
      const delivery = wayOf(product.deliveries, ways)
      const input = {
        productId: product.productId,
        variantId,
        quantity,
        priceSeen: product.price,
        delivery,
        fromBasket: true,
      }
      const attempt = JSON.stringify(input)
      const requestId = ids.current.get(attempt) ?? newRequestId()
      ids.current.set(attempt, requestId)
      const kind = product.variants.find(one => one.variantId === variantId)
      const named = { key: lineKey(line), name: product.name, variant: kind ? variantName(kind) : '' }
      const outcome = await call(api.mall.redeem, input, { requestId }).then(
        (order): Outcome => ({ ...named, failed: undefined, order, kind: delivery.kind }),
        (error: unknown): Outcome => {
          if (error instanceof ApiError && isFinal(error)) ids.current.delete(attempt)
          return { ...named, failed: sayError(error) }
        },
      )
      if (outcome.failed === undefined) ids.current.delete(attempt)
      done.push(outcome)
      setOutcomes([...done])
    }
    for (const query of [...orderQueries, api.mall.openBasket])
      void client.invalidateQueries({ queryKey: keyOf(query) })
    return done.every(({ failed }) => failed === undefined)
  }
  return { run, outcomes }
}
