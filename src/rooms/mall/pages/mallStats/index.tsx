import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { openSheet } from '@/rooms/openSheet'
import { tappable } from '@/ui/a11y/tappable'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Coin } from '@/ui/coin/Coin'
import { Icon } from '@/ui/icon/Icon'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { Segments } from '@/ui/segments/Segments'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { CoinDays } from './CoinDays'
import './mallStats.scss'

const spans = [
  { key: '7', text: '近 7 天' },
  { key: '30', text: '近 30 天' },
  { key: '90', text: '近 90 天' },
] as const
type Span = (typeof spans)[number]['key']
const daysOf = { '7': 7, '30': 30, '90': 90 } as const

type Opened = Output<typeof api.mall.openMallStats>

/** "比前 30 天多 12%"; nothing where there is nothing to compare with. */
function sayChange({ coins, before, days }: Opened): string | undefined {
  if (!before || before.coins === 0) return undefined
  const percent = Math.round((100 * (coins - before.coins)) / before.coins)
  const span = `前 ${days.length} 天`
  if (percent === 0) return `和${span}一样`
  return `比${span}${percent > 0 ? '多' : '少'} ${Math.abs(percent)}%`
}

/** The one number of the page, day by day below it. */
function Left(opened: Opened) {
  const { coins, days } = opened
  const change = sayChange(opened)
  return (
    <Card>
      <View className="t12 secondary">离开流通的沃币</View>
      <View className="row gap-8">
        <Coin amount={coins} size={28} />
        {change ? <View className="t12 secondary">{change}</View> : null}
      </View>
      <View className="t12 secondary">这段时间下单、没有取消或退货的订单付的</View>
      <CoinDays days={days} />
    </Card>
  )
}

function Figures({ orders, people, refunded }: Opened) {
  const figures = [
    { label: '订单', value: orders, means: '没有取消或退货的' },
    { label: '兑换的人', value: people, means: '一人算一次' },
    { label: '退回的沃币', value: refunded, means: '后来取消或退货的' },
  ]
  return (
    <View className="mall-stats__figures">
      {figures.map(({ label, value, means }) => (
        <Card key={label} padding="compact">
          <View className="t12 secondary">{label}</View>
          <View className="t20 bold">{grouped(value)}</View>
          <View className="t12 secondary">{means}</View>
        </Card>
      ))}
    </View>
  )
}

interface Ranked {
  key: string
  name: string
  /** "3 件" */
  count: string
  coins: number
  /** What its name leads to. */
  onTap?: () => void
}

/** The longest bar fills the row; each says its coins. */
function Ranks({ ranks }: { ranks: readonly Ranked[] }) {
  const most = Math.max(...ranks.map(({ coins }) => coins), 1)
  return (
    <Card>
      <View className="mall-stats__ranks">
        {ranks.map(({ key, name, count, coins, onTap }) => (
          <View key={key} className="mall-stats__rank" {...(onTap ? { ...tappable(), onClick: onTap } : {})}>
            <View className="row row--between gap-12">
              <View className="t14 grow">
                {name}
                <View className="t12 secondary mall-stats__count">{count}</View>
              </View>
              <Coin amount={coins} size={14} />
              {onTap ? <Icon name="next" size={16} /> : null}
            </View>
            <View className="mall-stats__track">
              <View className="mall-stats__bar" style={{ width: `${(100 * coins) / most}%` }} />
            </View>
          </View>
        ))}
      </View>
    </Card>
  )
}

/** 兑换统计: who redeemed what, and the coins that left circulation; each figure says what it counts. */
export default function MallStatsPage() {
  const [span, setSpan] = useState<Span>('30')
  const days = daysOf[span]
  const query = useQueryOf(api.mall.openMallStats, { days }, { kept: false })
  const made = useCommand(api.mall.exportOrders)
  const save = async () => {
    const file = await made.run({ days })
    if (!file) return
    try {
      await openSheet(file.url)
    } catch {
      toast.show('表做好了，没有打开，再试一次')
    }
  }
  return (
    <Screen
      nav={<Nav title="兑换统计" />}
      side={<DeskMenu here="mall/goods" />}
      header={<Segments segments={spans} value={span} onChange={setSpan} />}
      query={query}
      skeleton={<SkeletonRows count={4} leadPx={0} />}
      isEmpty={({ orders, refunded }) => orders === 0 && refunded === 0}
      empty={{
        title: '这段时间没有兑换',
        sentence: '换个时间段看看。',
        ...(span === '90' ? {} : { action: { label: '看近 90 天', onTap: () => setSpan('90') } }),
      }}
      bar={
        <BottomBar consequence="订单表不含电话和地址">
          <Button kind="secondary" icon="dl" onTap={save}>
            导出 Excel
          </Button>
        </BottomBar>
      }
    >
      {opened => (
        <View className="pad column gap-8 mt-12">
          <Left {...opened} />
          <Figures {...opened} />
          {opened.complete ? null : <View className="t12 secondary">订单太多，只算了最近的 10,000 个</View>}
          <SectionHeader over title="换得最多的" />
          <Ranks
            ranks={opened.goods.map(({ productId, name, pieces, coins }) => ({
              ...{ key: productId, name, coins },
              count: `${pieces} 件`,
              onTap: () => openPage('mall/redemptions', { productId }),
            }))}
          />
          <SectionHeader over title="哪些部门在换" />
          <Ranks
            ranks={opened.departments.map(({ name, people, coins }) => ({
              ...{ key: name, name, coins },
              count: `${people} 人`,
            }))}
          />
        </View>
      )}
    </Screen>
  )
}
