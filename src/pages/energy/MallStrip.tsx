import { ScrollView, View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { ProductTile } from '@/rooms/mall/ProductTile'
import { openPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import { Coin } from '@/ui/coin/Coin'
import { SectionHeader } from '@/ui/section/SectionHeader'

/** 沃币商城 on the tab: what I have, and what there is for it. */
export function MallStrip({
  balance,
  products,
  now,
}: Pick<Output<typeof api.growth.openEnergy>, 'balance' | 'products' | 'now'>) {
  return (
    <Card padding="none">
      <SectionHeader
        title="沃币商城"
        more={<Coin amount={balance} size={16} />}
        onMore={() => openPage('mall/shop')}
      />
      {products.length > 0 ? (
        <ScrollView scrollX enhanced showScrollbar={false} className="energy__strip">
          <View className="energy__strip-line">
            {products.map(product => (
              <View key={product.productId} className="energy__strip-one">
                <ProductTile product={product} now={now} />
              </View>
            ))}
          </View>
        </ScrollView>
      ) : (
        <View className="energy__no-goods">新到的商品会放在这里。</View>
      )}
    </Card>
  )
}
