import type { OutputOf } from '@domain/kernel/contract'
import type { mall } from '@domain/mall/contract'
import { View } from '@tarojs/components'
import { fileUrl } from '@/api'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Coin } from '@/ui/coin/Coin'
import { Picture } from '@/ui/picture/Picture'
import { sayTile } from './saleWords'
import './productTile.scss'

export type Product = OutputOf<typeof mall.openShop>['products'][number]

type Face = Pick<
  Product,
  'name' | 'price' | 'stock' | 'coverFileId' | 'coverGround' | 'tags' | 'sale' | 'experienceMin'
>

/** Its picture on its own ground, name, price, and the one thing worth saying beside it. */
export function ProductFace({ product, now }: { product: Face; now: number }) {
  const { name, price, coverFileId, coverGround, tags } = product
  const note = sayTile(product, now)
  return (
    <>
      <View className="picture-ground product-tile__ground" style={{ background: coverGround }}>
        <Picture src={coverFileId ? fileUrl(coverFileId) : ''} alt="" ratio={175 / 156} square />
      </View>
      <View className="product-tile__words">
        <View className="t14 medium clamp-2">{name}</View>
        <View className="product-tile__price">
          <Coin amount={price} size={16} />
          {note ? <View className="t12 secondary nowrap">{note}</View> : null}
          {!note && tags.includes('new') ? <Badge tone="accent">新到</Badge> : null}
        </View>
      </View>
    </>
  )
}

/** One product in a shelf. */
export function ProductTile({ product, now }: { product: Product; now: number }) {
  const { productId } = product
  return (
    <Card padding="none" onTap={() => openPage('mall/product', { productId })}>
      <ProductFace product={product} now={now} />
    </Card>
  )
}
