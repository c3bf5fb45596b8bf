import { View } from '@tarojs/components'
import { api, usePullToRefresh, useQueryOf } from '@/api'
import { openPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { TabPage } from '@/ui/tabPage/TabPage'
import { MallStrip } from './MallStrip'
import { ToolGrid } from './ToolGrid'
import './energy.scss'

function EnergySkeleton() {
  return (
    <View className="energy">
      <SkeletonBlock height={236} />
      <SkeletonBlock height={112} />
      <SkeletonBlock height={208} />
    </View>
  )
}

/** 充能量: what coins are good for, my own things, and the tools for everyday errands. */
export default function EnergyPage() {
  const query = useQueryOf(api.mall.openShop, {})
  usePullToRefresh(query.refetch)
  return (
    <TabPage>
      <Screen tab nav={<Nav title="充能量" root />} query={query} skeleton={<EnergySkeleton />}>
        {shop => (
          <View className="energy">
            <MallStrip {...shop} />
            <Card padding="none">
              <ListRow
                lead="bag"
                title="我的订单"
                meta="取货码、快递和记录"
                onTap={() => openPage('mall/orders')}
              />
              <ListRow
                lead="person"
                title="沃空间"
                meta="资料、沃币明细和设置"
                onTap={() => openPage('identity/profile')}
              />
            </Card>
            <ToolGrid />
          </View>
        )}
      </Screen>
    </TabPage>
  )
}
