import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import { api, usePagesOf } from '@/api'
import { openPage, replacePage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { OrderRow } from '../../OrderRow'
import { orderTitle, orderTones } from '../../orderWords'

/** What I have redeemed, newest first. */
export default function OrdersPage() {
  const pages = usePagesOf(api.mall.listOrders, {}, { staleMs: 0 })
  const screen = usePagedScreen(pages)
  return (
    <Screen
      nav={<Nav title="我的订单" />}
      query={screen}
      skeleton={<SkeletonRows count={5} leadPx={56} />}
      isEmpty={loaded => loaded.every(({ orders }) => orders.length === 0)}
      empty={{
        title: '还没有换过东西',
        sentence: '沃币攒着也行，换一件用得上的也行。',
        action: { label: '去商城看看', onTap: () => replacePage('mall/shop') },
      }}
    >
      {loaded => (
        <View className="pad column gap-8">
          {loaded.flatMap(({ orders, now }) =>
            orders.map(order => (
              <Card key={order.orderId} padding="none">
                <OrderRow
                  order={order}
                  meta={[`${sayWhen(order.placedAt, now)} · ${grouped(order.paid)} 沃币`]}
                  end={<Badge tone={orderTones[order.state]}>{orderTitle(order)}</Badge>}
                  onTap={() => openPage('mall/order', { orderId: order.orderId })}
                />
              </Card>
            )),
          )}
        </View>
      )}
    </Screen>
  )
}
