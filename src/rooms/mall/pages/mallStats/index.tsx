import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useQueryOf } from '@/api'
import { Card } from '@/ui/card/Card'
import { grouped } from '@/ui/coin/grouped'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { Segments } from '@/ui/segments/Segments'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'

const spans = [
  { key: '7', text: '7 天' },
  { key: '30', text: '30 天' },
  { key: '90', text: '90 天' },
] as const
type Span = (typeof spans)[number]['key']
const daysOf = { '7': 7, '30': 30, '90': 90 } as const

function Figure({ label, value, means }: { label: string; value: number; means: string }) {
  return (
    <Card>
      <View className="t12 secondary">{label}</View>
      <View className="t20 bold">{grouped(value)}</View>
      <View className="t12 secondary">{means}</View>
    </Card>
  )
}

/** 兑换统计: who redeemed what, and the coins that left circulation; each figure says what it counts. */
export default function MallStatsPage() {
  const [span, setSpan] = useState<Span>('30')
  const query = useQueryOf(api.mall.openMallStats, { days: daysOf[span] }, { kept: false })
  return (
    <Screen
      nav={<Nav title="兑换统计" />}
      header={<Segments segments={spans} value={span} onChange={setSpan} />}
      query={query}
      skeleton={<SkeletonRows count={4} leadPx={0} />}
      isEmpty={({ orders, refunded }) => orders === 0 && refunded === 0}
      empty={{ title: '这段时间没有兑换', sentence: '换个时间段看看。' }}
    >
      {({ coins, orders, people, refunded, goods, departments, complete }) => (
        <View className="pad column gap-8">
          <Figure label="离开流通的沃币" value={coins} means="这段时间下单、没有取消或退货的订单付的沃币" />
          <Figure label="订单" value={orders} means="这段时间下单、没有取消或退货的" />
          <Figure label="兑换的人" value={people} means="有这样的订单的同事，一人算一次" />
          <Figure label="退回的沃币" value={refunded} means="这段时间下单、后来取消或退货的" />
          {complete ? null : <View className="t12 secondary">订单太多，只算了前 1,000 个</View>}
          <View className="t16 medium mt-12">换得最多的</View>
          <Card padding="none">
            {goods.map(one => (
              <ListRow
                key={one.productId}
                title={one.name}
                meta={`${one.pieces} 件`}
                end={<View className="t14">{grouped(one.coins)} 沃币</View>}
              />
            ))}
          </Card>
          <View className="t16 medium mt-12">哪些部门在换</View>
          <Card padding="none">
            {departments.map(one => (
              <ListRow
                key={one.name}
                title={one.name}
                meta={`${one.people} 人`}
                end={<View className="t14">{grouped(one.coins)} 沃币</View>}
              />
            ))}
          </Card>
        </View>
      )}
    </Screen>
  )
}
