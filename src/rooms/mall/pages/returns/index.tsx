import { View } from '@tarojs/components'
import { api, usePullToRefresh, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { AfterSaleCard } from './AfterSaleCard'

/** 退换: what is asked back and what is on its way back, oldest first. */
export default function ReturnsPage() {
  const query = useQueryOf(api.mall.listAfterSales, {}, { staleMs: 0, kept: false })
  usePullToRefresh(query.refetch)
  return (
    <Screen
      nav={<Nav title="退换" />}
      side={<DeskMenu here="mall/goods" />}
      query={query}
      skeleton={<SkeletonRows count={3} leadPx={56} />}
      isEmpty={({ orders }) => orders.length === 0}
      empty={{
        title: '没有人在退换',
        sentence: '有人申请，会出现在这里和「等我处理」里。',
        action: { label: '去发货', onTap: () => openPage('mall/fulfil') },
      }}
    >
      {({ orders, now }) => (
        <View className="pad column gap-12 mt-8 desk-cards">
          {orders.map(sale => (
            <AfterSaleCard key={sale.orderId} sale={sale} now={now} />
          ))}
        </View>
      )}
    </Screen>
  )
}
