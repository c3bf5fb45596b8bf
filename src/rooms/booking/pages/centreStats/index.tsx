import { clockLabel, dayOf } from '@domain/kernel/time'
import { ScrollView, View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePullToRefresh, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePageParams } from '@/rooms/usePageParams'
import { scrollable } from '@/ui/a11y/scrollable'
import { Bars } from '@/ui/bars/Bars'
import { dayAfter } from '@/ui/calendar/monthGrid'
import { Card } from '@/ui/card/Card'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { Segments } from '@/ui/segments/Segments'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { sayDays, sayWeekday } from '../../centre/hoursWords'
import { ScoreBars } from '../../centre/ScoreBars'
import { Voices } from '../../centre/Voices'
import './centreStats.scss'
import { sayFigure } from './figureWords'

type Stats = Output<typeof api.booking.openStatistics>
type Span = '7' | '30' | '90'

const spans: readonly { key: Span; text: string }[] = [
  { key: '7', text: '近 7 天' },
  { key: '30', text: '近 30 天' },
  { key: '90', text: '近 90 天' },
]

function Figures({ figures }: Stats) {
  return (
    <View className="centre-stats__tiles">
      {figures.map(figure => (
        <Card key={figure.key}>
          <View className="t12 secondary">{figure.title}</View>
          <View className="t28 bold">{sayFigure(figure)}</View>
          <View className="t12 secondary mt-4">{figure.definition}</View>
        </Card>
      ))}
    </View>
  )
}

/** How full it was: the pale bar is the seats there were, the dark part those that were booked. */
function Fills({ byWeekday, byTime, fillDefinition }: Stats) {
  const barOf = ({ seats, taken }: { seats: number; taken: number }) => ({ value: seats, part: taken })
  return (
    <>
      <Card>
        <View className="t16 medium">星期几约得满</View>
        <View className="centre-stats__legend">
          <View className="centre-stats__key centre-stats__key--part" />
          约掉的名额
          <View className="centre-stats__key" />
          名额
        </View>
        <Bars
          label="星期几约得满"
          unit="个"
          bars={byWeekday.map(fill => ({
            key: String(fill.weekday),
            name: sayWeekday(fill.weekday).slice(1),
            ...barOf(fill),
          }))}
        />
        <View className="t12 secondary mt-12">{fillDefinition}</View>
      </Card>
      <Card>
        <View className="t16 medium">几点约得满</View>
        <ScrollView
          className="centre-stats__wide"
          scrollX
          enhanced
          showScrollbar={false}
          {...scrollable('几点约得满')}
        >
          <Bars
            label="几点约得满"
            unit="个"
            bars={byTime.map(fill => ({
              key: String(fill.minute),
              name: clockLabel(fill.minute).replace(':00', ''),
              ...barOf(fill),
            }))}
          />
        </ScrollView>
      </Card>
    </>
  )
}

function Said({ feedback, now }: Stats) {
  if (feedback.spread.every(count => count === 0)) return null
  return (
    <Card>
      <View className="t16 medium">客人怎么说</View>
      <View className="mt-12">
        <ScoreBars spread={feedback.spread} />
      </View>
      <View className="mt-8">
        <Voices voices={feedback.latest} now={now} />
      </View>
    </Card>
  )
}

/** What came of the days that are over: how many, how full, and what they said. */
export default function CentreStatsPage() {
  const { centreId = '' } = usePageParams()
  const [span, setSpan] = useState<Span>('30')
  // The phone's own day is good enough for a stretch of days; the cloud's clock decides what is over.
  const [yesterday] = useState(() => dayAfter(dayOf(Date.now()), -1))
  const query = useQueryOf(
    api.booking.openStatistics,
    { centreId, fromOn: dayAfter(yesterday, 1 - Number(span)), untilOn: yesterday },
    { kept: false },
  )
  usePullToRefresh(query.refetch)
  return (
    <Screen
      nav={<Nav title="参观数据" />}
      side={<DeskMenu here="booking/desk" />}
      header={<Segments segments={spans} value={span} onChange={setSpan} />}
      query={query}
      skeleton={<SkeletonRows count={4} leadPx={0} />}
      isEmpty={({ byWeekday }) => byWeekday.every(({ sessions }) => sessions === 0)}
      empty={{ title: '这段时间没有人来过', sentence: '有人约了、来了，这里就有数。' }}
    >
      {stats => (
        <View className="pad column gap-12">
          <View className="t14 secondary">
            {stats.centre.name} · {sayDays(stats.fromOn, stats.untilOn)}
          </View>
          {stats.complete ? null : (
            <View className="t12 secondary">这段时间太长，只算了最近的一部分，选短一点更准。</View>
          )}
          <Figures {...stats} />
          <Fills {...stats} />
          <Said {...stats} />
        </View>
      )}
    </Screen>
  )
}
