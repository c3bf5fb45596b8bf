import { dayOf } from '@domain/kernel/time'
import type { DashboardView, TileView } from '@domain/stats/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ApiError, api, useCommand, useLast, usePullToRefresh, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Button } from '@/ui/button/Button'
import { dayAfter } from '@/ui/calendar/monthGrid'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { sayWhen } from '@/ui/clock/moment'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { PickerField } from '@/ui/pickerField/PickerField'
import { Screen } from '@/ui/screen/Screen'
import { Segments } from '@/ui/segments/Segments'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { ExplainSheet } from '../../ExplainSheet'
import { FigureCards } from '../../FigureCards'
import '../../stats.scss'
import { type Chosen, rangeProblem } from '../../rangeChoice'
import { saveSheet } from '../../saveSheet'
import { Tile } from '../../Tile'
import { LeadingTiles } from '../../TileGroups'
import { sayCompared } from '../../words'

type Span = 'today' | 'week' | 'month' | 'all' | 'range'

const spans: readonly { key: Span; text: string }[] = [
  { key: 'today', text: '今天' },
  { key: 'week', text: '近 7 天' },
  { key: 'month', text: '本月' },
  { key: 'all', text: '至今' },
  { key: 'range', text: '自选' },
]

function useFigures() {
  const [span, setSpan] = useState<Span>('month')
  const [chosen, setDepartment] = useState<string | null>(null)
  const [today] = useState(() => dayOf(Date.now()))
  const [range, setTyped] = useState({ from: dayAfter(today, -13), on: today })
  // What can't be asked for leaves the figures of the days before where they are.
  const [askedRange, setAskedRange] = useState(range)
  const problem = rangeProblem(range, today)
  const setRange = (next: Chosen) => {
    setTyped(next)
    if (rangeProblem(next, today) === null) setAskedRange(next)
  }
  // Departments are counted by days, and months know nothing of them.
  const department = span === 'all' ? null : chosen
  const asked = { span, ...(span === 'range' ? askedRange : {}), ...(department ? { department } : {}) }
  const answer = useQueryOf(api.stats.openDashboard, asked, { kept: false })
  const last = useLast(answer.data)
  const early = isTooEarly(answer.error) && span === 'range' ? '那时还没上线，换晚一点的日子' : null
  const query = early && last ? { ...answer, data: last, isError: false, isPending: false } : answer
  const departments = last?.departments ?? []
  const made = useCommand(api.stats.exportDashboard)
  const save = async () => {
    const file = await made.run(asked)
    if (file) await saveSheet(file.url)
  }
  const wrong = problem ?? early ?? undefined
  return { span, setSpan, department, setDepartment, departments, range, setRange, wrong, today, query, save }
}

type Figured = ReturnType<typeof useFigures>

/** Behind a closed door there is no span to choose and nothing to take along. */
const isClosed = ({ data, error }: Figured['query']) =>
  data === undefined && error instanceof ApiError && error.kind === 'denied'

const isTooEarly = (error: unknown) => error instanceof ApiError && error.code === 'STATS_RANGE_WRONG'

function Range({ range, setRange, wrong, today }: Figured) {
  return (
    <View className="pad stats__range">
      <Card>
        <PickerField
          label="从哪天"
          mode="date"
          value={range.from}
          max={today}
          onChange={from => setRange({ ...range, from })}
        />
        <PickerField
          label="到哪天"
          mode="date"
          value={range.on}
          min={range.from}
          max={today}
          error={wrong}
          onChange={on => setRange({ ...range, on })}
        />
      </Card>
    </View>
  )
}

/** Which days and whom; it stays when there is nothing to show, so that something else can be chosen. */
function Choice(chosen: Figured) {
  const { span, setSpan, department, setDepartment, departments, save } = chosen
  return (
    <>
      <View className="stats__head">
        <Segments even segments={spans} value={span} onChange={setSpan} />
        <View className="stats__export">
          <Button kind="secondary" size="small" icon="dl" onTap={save}>
            导出
          </Button>
        </View>
      </View>
      {span === 'range' ? <Range {...chosen} /> : null}
      {span !== 'all' && departments.length > 1 ? (
        <ChipRow>
          <Chip on={department === null} onTap={() => setDepartment(null)}>
            全公司
          </Chip>
          {departments.map(name => (
            <Chip key={name} on={department === name} onTap={() => setDepartment(name)}>
              {name}
            </Chip>
          ))}
        </ChipRow>
      ) : null}
    </>
  )
}

interface FiguresProps {
  view: DashboardView
  onExplain: (tile: TileView) => void
}

function Figures({ view, onExplain }: FiguresProps) {
  return (
    <>
      <View className="t12 secondary">
        {view.title}，{view.department === null ? `${sayCompared(view.comparison)}，` : ''}每小时更新，上次{' '}
        {sayWhen(view.rolledAt, Date.now())}
      </View>
      {view.department === null ? (
        <>
          <LeadingTiles tiles={view.tiles} onExplain={onExplain} />
          <FigureCards view={view} onExplain={onExplain} />
        </>
      ) : (
        <>
          <View className="stats__tiles">
            {view.tiles.map(tile => (
              <Tile key={tile.key} tile={tile} onExplain={onExplain} />
            ))}
          </View>
          <View className="t12 secondary">一个部门只看这几项；注册不到 5 个人的部门不单独显示。</View>
        </>
      )}
    </>
  )
}

/** 运营数据: what the community comes to, each figure with what it counts. */
export default function FiguresPage() {
  const chosen = useFigures()
  const { query, save } = chosen
  const [explained, setExplained] = useState<TileView | null>(null)
  usePullToRefresh(query.refetch)
  const isOpen = !isClosed(query)
  const download = isOpen ? (
    <View className="stats__download" {...tappable('导出表格')} onClick={save}>
      <Icon name="dl" />
    </View>
  ) : undefined
  return (
    <Screen
      nav={<Nav title="运营数据" end={download} />}
      side={<DeskMenu here="stats/figures" />}
      header={isOpen ? <Choice {...chosen} /> : undefined}
      query={query}
      skeleton={<SkeletonRows count={6} leadPx={0} />}
    >
      {view => (
        <View className="pad column gap-12">
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
