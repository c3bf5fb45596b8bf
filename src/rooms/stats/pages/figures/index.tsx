import { dayOf } from '@domain/kernel/time'
import type { DashboardView, TileView } from '@domain/stats/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, usePullToRefresh, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { dayAfter } from '@/ui/calendar/monthGrid'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { sayWhen } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { PickerField } from '@/ui/pickerField/PickerField'
import { Screen } from '@/ui/screen/Screen'
import { Segments } from '@/ui/segments/Segments'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { Cohorts } from '../../Cohorts'
import { Curve } from '../../Curve'
import { ExplainSheet } from '../../ExplainSheet'
import { HeatMap, hottestOf } from '../../HeatMap'
import { Months } from '../../Months'
import { Shares } from '../../Shares'
import { Tile } from '../../Tile'
import '../../stats.scss'
import { sayShare } from '../../words'

type Span = 'today' | 'week' | 'month' | 'all' | 'range'

const spans: readonly { key: Span; text: string }[] = [
  { key: 'today', text: '今天' },
  { key: 'week', text: '近 7 天' },
  { key: 'month', text: '本月' },
  { key: 'all', text: '上线以来' },
  { key: 'range', text: '自选' },
]

function DayCard({ curve }: Pick<DashboardView, 'curve'>) {
  return (
    <Card>
      <View className="t16 bold">一天里，人什么时候来</View>
      <View className="t12 secondary mt-4">平均每天每半小时的访问</View>
      <Curve {...curve} />
      <View className="stats__legend t12 secondary">
        <View className="stats__legend-one">
          <View className="stats__key" /> 这段时间
        </View>
        {curve.before ? (
          <View className="stats__legend-one">
            <View className="stats__key stats__key--was" /> 开设前
          </View>
        ) : null}
        {curve.happyHours.length > 0 ? (
          <View className="stats__legend-one">
            <View className="stats__key stats__key--happy" /> Happy Hour
          </View>
        ) : null}
      </View>
    </Card>
  )
}

function WeekCard({ rhythm }: Pick<DashboardView, 'rhythm'>) {
  const hottest = hottestOf(rhythm)
  return (
    <Card>
      <View className="t16 bold">一周的节奏</View>
      <View className="t12 secondary mt-4">
        {hottest ? `${hottest}最热，发重要的事选那时` : '这段时间还没有人来'}
      </View>
      <HeatMap rhythm={rhythm} />
    </Card>
  )
}

/** Who stayed, how far they came, what they were here for. */
function PeopleCards({ retention, cohorts, funnel, lifecycle, topics, associations, goods }: DashboardView) {
  const first = funnel[0]?.count ?? 0
  const parts = funnel.map(({ name, count }) => ({
    name,
    count,
    ...(first > 0 && name !== '注册' ? { part: sayShare(count / first) } : {}),
  }))
  const back = retention
    .filter(({ of }) => of > 0)
    .map(({ name, of, people }) => ({ name, count: people, part: `${of} 人的 ${sayShare(people / of)}` }))
  return (
    <>
      <Shares title="新来的人回来吗" means="注册后第 1、7、30 天那一天又来的人" rows={back} />
      <Shares title="第一周走到哪一步" means="注册后 7 天里，每一步都算上一步里的人" rows={parts} />
      <Shares
        title="大家在哪个阶段"
        means="近 7 天来过的：刚注册、上周也来、隔了一阵又来；还有近 30 天来过、这 7 天没来的"
        rows={lifecycle}
      />
      <Cohorts cohorts={cohorts} />
      <Shares title="聊得最多的话题" means="同事的帖子提到的次数" rows={topics} />
      <Shares title="加入最多的协会" means="这段时间通过的入会申请" rows={associations} />
      <Shares title="兑换最多的商品" means="下单的件数，取消的也算" rows={goods} />
    </>
  )
}

interface FiguresProps {
  view: DashboardView
  onExplain: (tile: TileView) => void
}

function Figures({ view, onExplain }: FiguresProps) {
  const hasAll = view.department === null
  return (
    <>
      <View className="t12 secondary">
        {view.title}，每小时更新，上次 {sayWhen(view.rolledAt, Date.now())}
      </View>
      <View className="stats__tiles">
        {view.tiles.map(tile => (
          <Tile key={tile.key} tile={tile} onExplain={onExplain} />
        ))}
      </View>
      {hasAll ? (
        <View className="stats__cards">
          <DayCard curve={view.curve} />
          <WeekCard rhythm={view.rhythm} />
          <Months title="月访问量" months={view.months} value={month => month.visits} />
          <Months title="月发帖数" months={view.months} value={month => month.posts} />
          <PeopleCards {...view} />
        </View>
      ) : (
        <View className="t12 secondary">一个部门只看这几项；人数不到 5 的部门不单独显示。</View>
      )}
    </>
  )
}

function useFigures() {
  const [span, setSpan] = useState<Span>('month')
  const [department, setDepartment] = useState<string | null>(null)
  const [today] = useState(() => dayOf(Date.now()))
  const [range, setRange] = useState({ from: dayAfter(today, -13), on: today })
  const query = useQueryOf(
    api.stats.openDashboard,
    { span, ...(span === 'range' ? range : {}), ...(department ? { department } : {}) },
    { kept: false },
  )
  return { span, setSpan, department, setDepartment, range, setRange, query }
}

/** 运营数据: what the community comes to, each figure with what it counts. */
export default function FiguresPage() {
  const { span, setSpan, department, setDepartment, range, setRange, query } = useFigures()
  const [explained, setExplained] = useState<TileView | null>(null)
  usePullToRefresh(query.refetch)
  return (
    <Screen
      nav={<Nav title="运营数据" />}
      side={<DeskMenu here="stats/figures" />}
      header={<Segments segments={spans} value={span} onChange={setSpan} />}
      query={query}
      skeleton={<SkeletonRows count={6} leadPx={0} />}
    >
      {view => (
        <View className="pad column gap-12">
          {span === 'range' ? (
            <Card>
              <PickerField
                label="从哪天"
                mode="date"
                value={range.from}
                onChange={from => setRange({ ...range, from })}
              />
              <PickerField
                label="到哪天"
                mode="date"
                value={range.on}
                onChange={on => setRange({ ...range, on })}
              />
            </Card>
          ) : null}
          {span !== 'all' && view.departments.length > 0 ? (
            <ChipRow>
              <Chip on={department === null} onTap={() => setDepartment(null)}>
                全公司
              </Chip>
              {view.departments.map(name => (
                <Chip key={name} on={department === name} onTap={() => setDepartment(name)}>
                  {name}
                </Chip>
              ))}
            </ChipRow>
          ) : null}
          <Figures view={view} onExplain={setExplained} />
          <Card padding="none">
            <ListRow
              title="Happy Hour 建议"
              meta={['什么时候值得设，设了以后多来多少']}
              onTap={() => openPage('stats/adviser')}
            />
            <ListRow
              title="运营周报"
              meta={['每周一早上，页面和表格']}
              onTap={() => openPage('stats/report')}
            />
          </Card>
          <ExplainSheet tile={explained} onClose={() => setExplained(null)} />
        </View>
      )}
    </Screen>
  )
}
