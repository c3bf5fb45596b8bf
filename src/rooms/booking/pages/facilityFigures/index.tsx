import { dayOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePullToRefresh, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePageParams } from '@/rooms/usePageParams'
import { Bars } from '@/ui/bars/Bars'
import { dayAfter } from '@/ui/calendar/monthGrid'
import { Card } from '@/ui/card/Card'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { Segments } from '@/ui/segments/Segments'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { sayDays, sayWeekday } from '../../centre/hoursWords'
import '../../facility/facility.scss'
import { sayFigure } from '../centreStats/figureWords'

type Opened = Output<typeof api.booking.openFacilityFigures>
type Span = '7' | '30' | '90'

const spans: readonly { key: Span; text: string }[] = [
  { key: '7', text: '近 7 天' },
  { key: '30', text: '近 30 天' },
  { key: '90', text: '近 90 天' },
]

function Figures({ figures }: Opened) {
  return (
    <Card padding="none">
      {figures.map(figure => (
        <View key={figure.key} className="facility__figure">
          <View className="row row--between gap-8">
            <View className="t14 grow">{figure.title}</View>
            <View className="t20 bold">{sayFigure(figure)}</View>
          </View>
          <View className="t12 secondary">{figure.definition}</View>
        </View>
      ))}
    </Card>
  )
}

/** What came of the days that are over: who came, how full, and which of it. */
export default function FacilityFiguresPage() {
  const { facilityId = '' } = usePageParams()
  const [span, setSpan] = useState<Span>('30')
  // The phone's own day is good enough for a stretch of days; the cloud's clock decides what is over.
  const [yesterday] = useState(() => dayAfter(dayOf(Date.now()), -1))
  const query = useQueryOf(
    api.booking.openFacilityFigures,
    { facilityId, fromOn: dayAfter(yesterday, 1 - Number(span)), untilOn: yesterday },
    { kept: false },
  )
  usePullToRefresh(query.refetch)
  return (
    <Screen
      nav={<Nav title="使用数据" />}
      side={<DeskMenu here="booking/facility" />}
      header={<Segments segments={spans} value={span} onChange={setSpan} />}
      query={query}
      skeleton={<SkeletonRows count={4} leadPx={0} />}
      isEmpty={({ byWeekday }) => byWeekday.every(({ seats }) => seats === 0)}
      empty={{ title: '这段时间没有人来过', sentence: '有人约了、来了，这里就有数。' }}
    >
      {opened => (
        <View className="pad column gap-12 desk-cards">
          <View className="t14 secondary">
            {opened.facility.name} · {sayDays(opened.fromOn, opened.untilOn)}
          </View>
          {opened.complete ? null : (
            <View className="t12 secondary">这段时间太长，只算了一部分，选短一点更准。</View>
          )}
          <Figures {...opened} />
          <Card>
            <View className="t16 medium">星期几约得满</View>
            <View className="t12 secondary mt-4">浅色是位子，深色是约了的</View>
            <Bars
              label="星期几约得满"
              unit="位"
              bars={opened.byWeekday.map(({ weekday, seats, booked }) => ({
                key: String(weekday),
                name: sayWeekday(weekday).slice(1),
                value: seats,
                part: booked,
              }))}
            />
          </Card>
          <Card>
            <View className="t16 medium">来过 / 约了</View>
            {opened.bySubject.map(({ subjectId, name, booked, attended }) => (
              <KeyValueRow key={subjectId} label={name}>
                {attended} / {booked}
              </KeyValueRow>
            ))}
          </Card>
        </View>
      )}
    </Screen>
  )
}
