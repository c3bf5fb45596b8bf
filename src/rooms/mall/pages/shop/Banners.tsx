import { ScrollView, View } from '@tarojs/components'
import { fileUrl, useServerNow } from '@/api'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import { Picture } from '@/ui/picture/Picture'
import type { Product } from '../../ProductTile'
import { saySale } from '../../saleWords'
import './shop.scss'

const second = 1_000

/** What the keepers put first; a sale counts down by the server's clock. */
export function Banners({ banners, offsetMs }: { banners: readonly Product[]; offsetMs: number }) {
  const now = useServerNow(offsetMs, banners.some(({ sale }) => sale !== null) ? second : undefined)
  if (banners.length === 0) return null
  return (
    <ScrollView className="shop__banners" scrollX enhanced showScrollbar={false}>
      <View className="shop__banners-line">
        {banners.map(({ productId, featured, coverFileId, coverGround, sale }) => {
          const counted = saySale(sale, now)
          return (
            <View
              key={productId}
              className="shop__banner"
              {...tappable()}
              onClick={() => openPage('mall/product', { productId })}
            >
              <View className="shop__banner-ground" style={{ background: coverGround }} />
              <View className="grow shop__banner-words">
                <View className="t16 medium clamp-2">{featured}</View>
                <View className="row gap-4 t12 mt-4">
                  {counted ? <Icon name="clock" size={16} /> : null}
                  {counted ?? '去看看'}
                </View>
              </View>
              <Picture src={fileUrl(coverFileId)} alt="" width={72} fit="contain" />
            </View>
          )
        })}
      </View>
    </ScrollView>
  )
}
