import { View } from '@tarojs/components'
import { api, usePagesOf } from '@/api'
import { replacePage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { ProductTile } from '../../ProductTile'
import '../../shelf.scss'

/** What I have put a star on, newest first. */
export default function FavouritesPage() {
  const screen = usePagedScreen(usePagesOf(api.mall.listFavourites, {}, { staleMs: 0 }))
  return (
    <Screen
      nav={<Nav title="我的收藏" />}
      query={screen}
      skeleton={<SkeletonRows count={4} leadPx={56} />}
      isEmpty={loaded => loaded.every(({ products }) => products.length === 0)}
      empty={{
        title: '还没有收藏',
        sentence: '在商品页点一下星星，就会放在这里。',
        action: { label: '去商城看看', onTap: () => replacePage('mall/shop') },
      }}
    >
      {loaded => (
        <View className="shop__shelf mt-8">
          {loaded.flatMap(({ products, now }) =>
            products.map(product => <ProductTile key={product.productId} product={product} now={now} />),
          )}
        </View>
      )}
    </Screen>
  )
}
