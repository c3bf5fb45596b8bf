import { View } from '@tarojs/components'
import { api, usePullToRefresh, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Card } from '@/ui/card/Card'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { saySpan } from '../../ticketWords'

function Figure({ label, value, meaning }: { label: string; value: string; meaning: string }) {
  return (
    <Card>
      <View className="t12 secondary">{label}</View>
      <View className="t28 bold">{value}</View>
      <View className="t12 secondary">{meaning}</View>
    </Card>
  )
}

const percent = (share: number | null) => (share === null ? '—' : `${Math.round(share * 100)}%`)

/** What the last thirty days say, each figure with what it means. */
export default function TicketFiguresPage() {
  const query = useQueryOf(api.selfservice.openTicketFigures, {})
  usePullToRefresh(query.refetch)
  return (
    <Screen
      nav={<Nav title="工单数据" />}
      side={<DeskMenu here="selfservice/ticketBoard" />}
      query={query}
      skeleton={<SkeletonBlock height={320} />}
    >
      {({ figures, more }) => (
        <View className="pad column gap-12 desk-cards">
          <View className="t14 secondary">
            最近 30 天提的 {figures.counted} 件，取消的不算{more ? '；更早的没有算进来' : ''}
          </View>
          <Figure
            label="首次回复"
            value={saySpan(figures.firstAnswerMs)}
            meaning="从提出到处理的同事第一次回话，中位数，只算 7 点到 20 点的工作时间"
          />
          <Figure
            label="办好"
            value={saySpan(figures.resolutionMs)}
            meaning="从提出到最后一次办好，中位数，工作时间；等对方补充的时间也在里面"
          />
          <Figure
            label="超时"
            value={percent(figures.overdueShare)}
            meaning="曾经过了时限还没办好的，占全部的比例；等对方补充时不计时"
          />
          <Figure
            label="评价"
            value={figures.rating === null ? '—' : figures.rating.toFixed(1)}
            meaning={`${figures.ratings} 位同事打的星，平均数，满分 5`}
          />
        </View>
      )}
    </Screen>
  )
}
