import type { OutputOf } from '@domain/kernel/contract'
import type { mall } from '@domain/mall/contract'
import { View } from '@tarojs/components'
import { fileUrl } from '@/api'
import { openPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import { Coin } from '@/ui/coin/Coin'
import { Picture } from '@/ui/picture/Picture'
import './productTile.scss'

export type Product = OutputOf<typeof mall.openShop>['products'][number]

/** Fewer than this and it is worth saying. */
const scarceBelow = 20

/** One product in a shelf: its picture on its own ground, name, price, and how few are left. */
export function ProductTile({ product }: { product: Product }) {
  const { productId, name, price, stock, coverFileId, coverGround } = product
  return (
    <Card padding="none" onTap={() => openPage('mall/product', { productId })}>
      <View className="picture-ground product-tile__ground" style={{ background: coverGround }}>
        <Picture src={fileUrl(coverFileId)} alt="" ratio={175 / 156} square />
      </View>
      <View className="product-tile__words">
        <View className="t14 medium clamp-2">{name}</View>
        <View className="product-tile__price">
          <Coin amount={price} size={16} />
          {stock === 0 ? <View className="t12 secondary nowrap">换完了</View> : null}
          {stock > 0 && stock < scarceBelow ? <View className="t12 secondary nowrap">剩 {stock}</View> : null}
        </View>
      </View>
    </Card>
  )
}
