import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { fileUrl } from '@/api'
import { ListRow } from '@/ui/listRow/ListRow'
import { Picture } from '@/ui/picture/Picture'
import type { Order } from './orderWords'
import './orderRow.scss'

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
  const { quantity, unit, number, coverFileId, coverGround, variantName } = order
  const productName = variantName ? `${order.productName} ${variantName}` : order.productName
  return (
    <ListRow
      lead={
        <View className="picture-ground order-row__ground" style={{ background: coverGround }}>
          <Picture src={fileUrl(coverFileId)} alt="" width={56} fit="contain" />
        </View>
      }
      title={quantity > 1 ? `${productName} × ${quantity} ${unit}` : productName}
      meta={meta ?? [`订单 ${number}`]}
      end={end}
      onTap={onTap}
    />
  )
}
