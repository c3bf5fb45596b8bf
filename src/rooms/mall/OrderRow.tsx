import type { ReactNode } from 'react'
import { ListRow } from '@/ui/listRow/ListRow'
import { GoodThumb } from './GoodThumb'
import { type Order, piecesWords } from './orderWords'

export interface OrderRowProps {
  order: Pick<
    Order,
    'productName' | 'variantName' | 'quantity' | 'unit' | 'number' | 'coverFileId' | 'coverGround'
  >
  /** Under the name and the pieces, instead of the order's number. */
  meta?: ReactNode[]
  end?: ReactNode
  onTap?: () => void
}

/** What was ordered: the picture on its ground, the name, which kind and how many, and the number people read to each other. */
export function OrderRow({ order, meta, end, onTap }: OrderRowProps) {
  return (
    <ListRow
      lead={<GoodThumb good={order} />}
      title={order.productName}
      meta={[piecesWords(order), ...(meta ?? [`订单 ${order.number}`])]}
      end={end}
      onTap={onTap}
    />
  )
}
