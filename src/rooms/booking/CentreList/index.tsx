import type { CentreCardView } from '@domain/booking/centreViews'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { api, fileUrl, usePullToRefresh, useQueryOf } from '@/api'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Picture } from '@/ui/picture/Picture'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { saySpans, sayToday } from '../centre/hoursWords'
import { MyVisits } from '../centre/MyVisits'
import './centreList.scss'

/** 4.7 分 · 32 条评价 */
const sayScore = ({ score, scores }: CentreCardView) =>
  score === null ? '还没有评价' : `${score.toFixed(1)} 分 · ${scores} 条评价`

/** A centre at a glance: what it looks like, whether it is open today, and what others said. */
function CentreRow({ centre }: { centre: CentreCardView }) {
  const { centreId, name, headline, coverFileId, address, today } = centre
  const { words, open } = sayToday(today)
  return (
    <Card padding="none" onTap={() => openPage('booking/centre', { centreId })} label={`${name}，${words}`}>
      <Picture src={fileUrl(coverFileId)} alt="" ratio={358 / 168} square />
      <View className="centre-list__words">
        <View className="centre-list__head">
          <View className="t20 bold">{name}</View>
          <Badge tone={open ? 'ok' : 'neutral'}>{words}</Badge>
        </View>
        <View className="t14 mt-4">{headline}</View>
        <View className="t14 secondary mt-8">{address}</View>
        <View className="t12 secondary mt-4">
          {open ? `${saySpans(today.spans)} · ` : ''}
          {sayScore(centre)}
        </View>
      </View>
    </Card>
  )
}

function CentreListSkeleton() {
  return (
    <View className="pad column gap-12">
      {[1, 2].map(one => (
        <Card key={one} padding="none">
          <SkeletonBlock height={168} />
          <View className="centre-list__words column gap-8">
            <SkeletonBlock width="56%" height={24} />
            <SkeletonBlock width="72%" />
            <SkeletonBlock width="40%" height={12} />
          </View>
        </Card>
      ))}
    </View>
  )
}

/** 品牌体验中心 inside the 沃有趣 tab: my next visit on top, then every centre. */
export default function CentreList({ nav }: { nav: ReactNode }) {
  const query = useQueryOf(api.booking.listCentres, {})
  usePullToRefresh(query.refetch)
  return (
    <Screen
      tab
      nav={nav}
      query={query}
      skeleton={<CentreListSkeleton />}
      isEmpty={({ centres }) => centres.length === 0}
      empty={{ title: '还没有体验中心', sentence: '第一家开放预约，就会出现在这里。' }}
    >
      {({ centres, mine, now }) => (
        <View className="pad column gap-12">
          <MyVisits visits={mine} now={now} />
          {centres.map(centre => (
            <CentreRow key={centre.centreId} centre={centre} />
          ))}
        </View>
      )}
    </Screen>
  )
}
