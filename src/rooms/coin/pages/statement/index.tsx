import { type Reason, reasonNames } from '@domain/coin/reasons'
import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import {
  api,
  type Input,
  type Output,
  useEndlessPages,
  useLast,
  usePagesOf,
  usePullToRefresh,
  useRefreshFromTop,
} from '@/api'
import { byDay } from '@/rooms/byDay'
import { openPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { Coin } from '@/ui/coin/Coin'
import { Icon } from '@/ui/icon/Icon'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { Nav } from '@/ui/nav/Nav'
import type { WayOn } from '@/ui/screen/faces'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import './statement.scss'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { MonthSheet, monthName, ReasonSheet } from './FilterSheets'
import { StatementLine } from './StatementLine'
import { sayMonth } from './statementLines'

type Side = Exclude<NonNullable<Input<typeof api.coin.openStatement>['filter']>, Reason>
type Opened = Output<typeof api.coin.openStatement>

const sides: readonly { key: Side; name: string }[] = [
  { key: 'all', name: '全部' },
  { key: 'earned', name: '得到' },
  { key: 'spent', name: '用掉' },
  { key: 'reversed', name: '扣回' },
]

const toTalk: WayOn = { label: '去沃谈会', onTap: () => Taro.switchTab({ url: '/pages/fun/index' }) }
const toShop: WayOn = { label: '去商城看看', onTap: () => openPage('mall/shop') }

const nothing: Record<Side, { sentence: string; action?: WayOn }> = {
  all: { sentence: '发一帖、说一句，第一笔就来了。', action: toTalk },
  earned: { sentence: '发一帖、说一句，第一笔就来了。', action: toTalk },
  spent: { sentence: '看看沃商城，有够得着的。', action: toShop },
  reversed: { sentence: '没有扣回过，挺好。' },
}

function Summary({ balance, debt, experience, month, now }: Opened) {
  return (
    <View className="statement__summary">
      <View className="row row--between">
        <Coin amount={balance} size={28} countUp />
        <View
          className="statement__ways"
          {...tappable(undefined, 'link')}
          onClick={() => openPage('coin/ways')}
        >
          怎么赚沃币
          <Icon name="next" size={16} />
        </View>
      </View>
      <View className="t14 secondary">{sayMonth(month, now)}</View>
      <View className="t14 secondary">经验值 {grouped(experience)}，花沃币不会少</View>
      {debt > 0 ? <View className="t12 secondary">还有 {debt} 待补，以后得到的先补上</View> : null}
    </View>
  )
}

interface Chosen {
  side: Side
  reason: Reason | undefined
  month: string | undefined
}

interface FiltersProps extends Chosen {
  months: readonly string[]
  onChange: (chosen: Partial<Chosen>) => void
}

/** What moved coins, and when: a side or one reason, of one month or of all. */
function Filters({ side, reason, month, months, onChange }: FiltersProps) {
  const [choosing, setChoosing] = useState<'month' | 'reason' | null>(null)
  const close = () => setChoosing(null)
  return (
    <>
      <ChipRow>
        {sides.map(({ key, name }) => (
          <Chip
            key={key}
            on={key === side && reason === undefined}
            onTap={() => onChange({ side: key, reason: undefined })}
          >
            {name}
          </Chip>
        ))}
        <Chip soft={month !== undefined} onTap={() => setChoosing('month')}>
          {month === undefined ? '月份' : monthName(month)}
        </Chip>
        <Chip on={reason !== undefined} onTap={() => setChoosing('reason')}>
          {reason === undefined ? '来源' : reasonNames[reason]}
        </Chip>
      </ChipRow>
      <MonthSheet
        open={choosing === 'month'}
        months={months}
        month={month}
        onChoose={chosen => onChange({ month: chosen })}
        onClose={close}
      />
      <ReasonSheet
        open={choosing === 'reason'}
        reason={reason}
        onChoose={chosen => onChange({ side: 'all', reason: chosen })}
        onClose={close}
      />
    </>
  )
}

const everything: Chosen = { side: 'all', reason: undefined, month: undefined }

export default function StatementPage() {
  const [chosen, setChosen] = useState<Chosen>(everything)
  const { side, reason, month } = chosen
  const input = { filter: reason ?? side, ...(month === undefined ? {} : { month }) }
  const statement = usePagesOf(api.coin.openStatement, input)
  const summary = useLast(statement.data?.pages[0])
  usePullToRefresh(useRefreshFromTop(statement.queryKey, statement))
  useEndlessPages(statement)
  const header = (
    <>
      {summary ? <Summary {...summary} /> : null}
      <Filters
        {...chosen}
        months={summary?.months ?? []}
        onChange={change => setChosen(before => ({ ...before, ...change }))}
      />
    </>
  )
  return (
    <Screen
      nav={<Nav title="沃币明细" />}
      header={header}
      query={statement}
      skeleton={<SkeletonRows leadPx={0} />}
      isEmpty={({ pages }) => pages.every(page => page.lines.length === 0)}
      empty={{
        title: '这里还是空的',
        action: { label: '看全部', onTap: () => setChosen(everything) },
        ...(month === undefined && reason === undefined
          ? nothing[side]
          : { sentence: '换个月份或来源看看。' }),
      }}
    >
      {({ pages }) => (
        <View className="pad">
          {byDay(
            pages.flatMap(page => page.lines),
            line => line.recordedAt,
            pages[0]?.now ?? 0,
          ).map(day => (
            <View key={day.on}>
              <View className="statement__day" {...spokenAs('heading', 2)}>
                {day.label}
              </View>
              <Card padding="none">
                {day.items.map(line => (
                  <StatementLine key={line.entryId} line={line} />
                ))}
              </Card>
            </View>
          ))}
          <ListEnd of={statement} />
        </View>
      )}
    </Screen>
  )
}
