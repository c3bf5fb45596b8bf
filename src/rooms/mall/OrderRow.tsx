import type { ReactNode } from 'react'
import { ListRow } from '@/ui/listRow/ListRow'
import { GoodThumb } from './GoodThumb'
import type { Order } from './orderWords'

export interface OrderRowProps {
  order: Pick<
    Order,
    'productName' | 'variantName' | 'quantity' | 'unit' | 'number' | 'coverFileId' | 'coverGround'
  >
  /** Under the name, instead of the order's number. */
  meta?: ReactNode[]
  end?: ReactNode
  onTap?: () => void
}

/** What was ordered: the picture on its ground, the name, how many, and the number people read to each other. */
export function OrderRow({ order, meta, end, onTap }: OrderRowProps) {
  const { quantity, unit, number, variantName } = order
  const productName = variantName ? `${order.productName} ${variantName}` : order.productName
  return (
    <ListRow
      lead={<GoodThumb good={order} />}
      title={quantity > 1 ? `${productName} × ${quantity} ${unit}` : productName}
      meta={meta ?? [`订单 ${number}`]}
      end={end}
      onTap={onTap}
    />
  )
}
