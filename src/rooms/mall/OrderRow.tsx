import type { ReactNode } from 'react'
import { ListRow } from '@/ui/listRow/ListRow'
import { GoodThumb } from './GoodThumb'
import { type Order, orderedWords } from './orderWords'

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
  return (
    <ListRow
      lead={<GoodThumb good={order} />}
      title={orderedWords(order)}
      meta={meta ?? [`订单 ${order.number}`]}
      end={end}
      onTap={onTap}
    />
  )
}
