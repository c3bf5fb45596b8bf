import { View } from '@tarojs/components'
import { api, useCommand, useQueryOf } from '@/api'
import { saveCsv, savingVerb } from '@/rooms/csvFile'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'

const exportDays = 30

/** 拣货单: what to fetch from the shelves, and where each of it goes. */
export default function PickingPage() {
  const query = useQueryOf(api.mall.openPicking, {}, { staleMs: 0, kept: false })
  const made = useCommand(api.mall.exportOrders, { onDone: ({ csv }) => void saveCsv('兑换订单.csv', csv) })
  return (
    <Screen
      nav={<Nav title="拣货单" />}
      query={query}
      skeleton={<SkeletonRows count={4} leadPx={0} />}
      isEmpty={({ picks }) => picks.length === 0}
      empty={{ title: '没有要拣的', sentence: '有人换了东西，会按件数汇总在这里。' }}
      bar={
        <BottomBar consequence={`最近 ${exportDays} 天的订单，不含电话和地址`}>
          <Button kind="secondary" onTap={() => made.run({ days: exportDays })}>
            {savingVerb}订单
          </Button>
        </BottomBar>
      }
    >
      {({ picks, orders }) => (
        <View className="pad column gap-8">
          <View className="t14 secondary">{orders} 个订单在等</View>
          <Card padding="none">
            {picks.map(({ productId, name, variantName, unit, quantity, places }) => (
              <ListRow
                key={`${productId}.${variantName}`}
                title={variantName ? `${name} · ${variantName}` : name}
                meta={places.map(one => `${one.place} ${one.quantity}`).join('，')}
                end={
                  <View className="t16 medium nowrap">
                    {quantity} {unit}
                  </View>
                }
              />
            ))}
          </Card>
        </View>
      )}
    </Screen>
  )
}
