import { View } from '@tarojs/components'
import { api, useHeldIds, usePagesOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { AfterSaleCard } from './AfterSaleCard'

/** 退换: what is asked back and what is on its way back, the longest waiting first. */
export default function ReturnsPage() {
  const pages = usePagesOf(api.mall.listAfterSales, {}, { staleMs: 0, kept: false })
  const screen = usePagedScreen(pages)
  // What is on its way to the books already is taken back by 撤销 alone.
  const held = useHeldIds()
  return (
    <Screen
      nav={<Nav title="退换" />}
      side={<DeskMenu here="mall/goods" />}
      query={screen}
      skeleton={<SkeletonRows count={3} leadPx={56} />}
      isEmpty={loaded => loaded.every(({ orders }) => orders.length === 0)}
      empty={{
        title: '没有人在退换',
        sentence: '有人申请，会出现在这里和「等我处理」里。',
        action: { label: '去发货', onTap: () => openPage('mall/fulfil') },
      }}
    >
      {loaded => (
        <>
          <View className="pad column gap-12 mt-8 desk-cards">
            {loaded.flatMap(({ orders, alone, now }) =>
              orders
                .filter(({ orderId }) => !held.has(orderId))
                .map(sale => <AfterSaleCard key={sale.orderId} sale={sale} alone={alone} now={now} />),
            )}
          </View>
          <ListEnd of={pages} />
        </>
      )}
    </Screen>
  )
}
