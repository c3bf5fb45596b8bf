import type { DashboardView, TileView } from '@domain/stats/contract'
import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import { Card } from '@/ui/card/Card'
import { Cohorts } from './Cohorts'
import { Curve } from './Curve'
import { HeatMap, hottestOf } from './HeatMap'
import { Months } from './Months'
import { Shares } from './Shares'
import { TileGroups } from './TileGroups'
import { sayBusiest, sayShare } from './words'

function DayCard({ curve }: Pick<DashboardView, 'curve'>) {
  const busiest = sayBusiest(curve.busiest)
  return (
    <Card className="stats__wide">
      <View className="t16 bold" {...spokenAs('heading', 2)}>
        一天里，人什么时候来
      </View>
      <View className="t14 secondary mt-4">{busiest ?? '这段时间还没有人来'}</View>
      <Curve {...curve} />
      <View className="stats__legend t12 secondary">
        <View className="stats__legend-one">
          <View className="stats__key" /> 平均每半小时的访问
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

function WeekCard({ rhythm, curve }: Pick<DashboardView, 'rhythm' | 'curve'>) {
  const hottest = hottestOf(rhythm)
  return (
    <Card>
      <View className="t16 bold" {...spokenAs('heading', 2)}>
        一周的节奏
      </View>
      <View className="t14 secondary mt-4">
        {hottest ? `${hottest}最热，发重要的事选那时` : '这段时间还没有人来'}
      </View>
      <HeatMap rhythm={rhythm} happyHours={curve.happyHours} />
    </Card>
  )
}

/** What a span is read for that is read day by day; since the start there are months alone. */
const noNewcomers = '这段时间没有新登记的人，换一段看'

function SinceStart() {
  return (
    <Card>
      <View className="t14 secondary">
        至今只看总数和每个月；日活、阶段、留存、话题和部门，选近 7 天、本月或自选看
      </View>
    </Card>
  )
}

/** Who stayed, how far they came, what they were here for. */
function PeopleCards({ retention, funnel, lifecycle, topics, associations, goods }: DashboardView) {
  const first = funnel[0]?.count ?? 0
  const steps = funnel.map(({ name, count }) => ({
    name,
    count,
    ...(name === '注册' ? {} : { part: sayShare(count / first) }),
  }))
  const back = retention
    .filter(({ of }) => of > 0)
    .map(({ name, of, people }) => ({ name, count: people, part: `${of} 人的 ${sayShare(people / of)}` }))
  return (
    <>
      <Shares title="聊得最多的话题" means="同事的帖子提到的次数" rows={topics} />
      <Shares title="加入最多的协会" means="这段时间通过的入会申请" rows={associations} />
      <Shares title="兑换最多的商品" means="下单的件数，取消的也算" rows={goods} />
      <Shares
        title="大家在哪个阶段"
        means="近 7 天来过的：刚注册、上周也来、隔了一阵又来；还有近 30 天来过、这 7 天没来的"
        rows={lifecycle.some(({ count }) => count > 0) ? lifecycle : []}
      />
      <Shares
        title="新来的人回来吗"
        means="注册后第 1、7、30 天那一天又来的人"
        rows={back}
        none={noNewcomers}
      />
      <Shares
        title="第一周走到哪一步"
        means="注册后 7 天里，每一步都算上一步里的人"
        rows={first > 0 ? steps : []}
        none={noNewcomers}
      />
    </>
  )
}

interface FigureCardsProps {
  view: DashboardView
  onExplain: (tile: TileView) => void
}

/** Everything under the tiles that are looked at first. */
export function FigureCards({ view, onExplain }: FigureCardsProps) {
  const { months } = view
  return (
    <View className="stats__cards">
      <DayCard curve={view.curve} />
      <WeekCard {...view} />
      <Months title="月访问量" months={months} value={month => month.visits} />
      <Months title="月发帖数" months={months} value={month => month.posts} />
      <TileGroups tiles={view.tiles} onExplain={onExplain} />
      {view.kind === 'all' ? <SinceStart /> : <PeopleCards {...view} />}
      <Cohorts cohorts={view.cohorts} />
    </View>
  )
}
