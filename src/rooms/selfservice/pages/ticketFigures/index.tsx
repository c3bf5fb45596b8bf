import { openAges } from '@domain/selfservice/ticketAges'
import { View } from '@tarojs/components'
import { api, type Output, usePullToRefresh, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Bars } from '@/ui/bars/Bars'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { sayFirstAnswer, saySpan, sayWorkingSpan } from '../../ticketWords'

interface FigureProps {
  label: string
  value: string
  meaning: string
  onTap?: () => void
}

function Figure({ label, value, meaning, onTap }: FigureProps) {
  const way = onTap ? { ...tappable(`${label} ${value}，${meaning}`), onClick: onTap } : {}
  return (
    <View className="mt-12" {...way}>
      <View className="row row--between gap-8">
        <View className="t14">{label}</View>
        <View className="row">
          <View className="t16 bold nowrap">{value}</View>
          {onTap ? <Icon name="next" size={16} /> : null}
        </View>
      </View>
      <View className="t12 secondary">{meaning}</View>
    </View>
  )
}

type Opened = Output<typeof api.selfservice.openTicketFigures>
type Groups = Opened['byWeek']

/** How soon, how well and how late, each with what it means. */
function Figures({ figures }: Pick<Opened, 'figures'>) {
  return (
    <Card>
      <View className="t16 medium">多快办好</View>
      <Figure
        label="首次回复"
        value={sayWorkingSpan(figures.firstAnswerMs)}
        meaning="从提出到处理的同事第一次回话，中位数，只算工作日 7 点到 20 点，一天 13 小时"
      />
      {figures.answeredOff > 0 ? (
        <Figure
          label="休息时就回了"
          value={`${figures.answeredOff} 件`}
          meaning={`周末、假日或夜里提的，没等上班就回了；按钟点算中位 ${saySpan(figures.answeredOffMs)}，不算进首次回复`}
        />
      ) : null}
      <Figure
        label="办好"
        value={sayWorkingSpan(figures.resolutionMs)}
        meaning="从提出到最后一次办好，中位数，也只算工作日 7 点到 20 点；等对方补充的时间也在里面"
      />
      <Figure
        label="超时"
        value={percent(figures.overdueShare)}
        meaning="曾经过了时限还没办好的，占全部的比例；等对方补充时不计时。点开看板，还没办好的排在最前"
        onTap={() => openPage('selfservice/ticketBoard')}
      />
      <Figure
        label="评价"
        value={figures.rating === null ? '—' : figures.rating.toFixed(1)}
        meaning={`${figures.ratings} 位同事打的星，平均数，满分 5`}
      />
    </Card>
  )
}

/** How many were asked for week by week, and how many of them took too long. */
function Trend({ byWeek }: { byWeek: Groups }) {
  return (
    <Card>
      <View className="t16 medium">每周提的</View>
      <View className="t12 secondary mt-4">按周一的日期；浅色是提的，深色是超时过的</View>
      <Bars
        label="每周提的"
        above="value"
        unit="件"
        bars={byWeek.map(({ name, counted, overdue }) => ({
          key: name,
          name,
          value: counted,
          part: overdue,
        }))}
      />
    </Card>
  )
}

function Split({ title, groups }: { title: string; groups: Groups }) {
  if (groups.length === 0) return null
  return (
    <Card>
      <View className="t16 medium">{title}</View>
      {groups.map(({ name, counted, overdue }) => (
        <KeyValueRow key={name} label={name}>
          {overdue > 0 ? `${counted} 件，超时 ${overdue}` : `${counted} 件`}
        </KeyValueRow>
      ))}
    </Card>
  )
}

type CategoryFigures = Opened['byCategory'][number]

/** How many are open, and how old they are. */
function sayOpen(open: readonly number[]): string {
  const total = open.reduce((sum, count) => sum + count, 0)
  if (total === 0) return '都办好了'
  const ages = openAges.flatMap(({ name }, index) => (open[index] ? [`${name} ${open[index]}`] : []))
  return `还没办好 ${total} 件：${ages.join('，')}`
}

/** What each category says: how many, how late, how soon answered, and what is left. */
function Categories({ groups }: { groups: readonly CategoryFigures[] }) {
  if (groups.length === 0) return null
  return (
    <Card padding="none">
      <SectionHeader title="按类别" />
      {groups.map(({ name, counted, overdue, firstAnswerMs, open }) => (
        <ListRow
          key={name}
          title={name}
          meta={[sayFirstAnswer(firstAnswerMs), sayOpen(open)]}
          end={
            <View className="t14 nowrap">
              {overdue > 0 ? `${counted} 件，超时 ${overdue}` : `${counted} 件`}
            </View>
          }
        />
      ))}
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
      {({ figures, byWeek, byCategory, byPerson, more }) => (
        <View className="pad column gap-12 desk-cards">
          <View className="t14 secondary">
            最近 30 天提的 {figures.counted} 件，取消的不算{more ? '；更早的没有算进来' : ''}
          </View>
          {byWeek.length > 0 ? <Trend byWeek={byWeek} /> : null}
          <Figures figures={figures} />
          <Categories groups={byCategory} />
          <Split title="按处理的同事" groups={byPerson} />
        </View>
      )}
    </Screen>
  )
}
