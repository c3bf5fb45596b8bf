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
import { grouped } from '@/ui/coin/grouped'
import { Icon } from '@/ui/icon/Icon'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { Nav } from '@/ui/nav/Nav'
import type { WayOn } from '@/ui/screen/faces'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import './statement.scss'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { StatementLine } from './StatementLine'

type Filter = NonNullable<Input<typeof api.coin.openStatement>['filter']>
type Opened = Output<typeof api.coin.openStatement>

const filters: readonly { key: Filter; name: string }[] = [
  { key: 'all', name: '全部' },
  { key: 'earned', name: '得到' },
  { key: 'spent', name: '用掉' },
  { key: 'reversed', name: '扣回' },
]

const toTalk: WayOn = { label: '去沃谈会', onTap: () => Taro.switchTab({ url: '/pages/fun/index' }) }
const toShop: WayOn = { label: '去商城看看', onTap: () => openPage('mall/shop') }

const nothing: Record<Filter, { sentence: string; action?: WayOn }> = {
  all: { sentence: '发一帖、说一句，第一笔就来了。', action: toTalk },
  earned: { sentence: '发一帖、说一句，第一笔就来了。', action: toTalk },
  spent: { sentence: '看看沃商城，有够得着的。', action: toShop },
  reversed: { sentence: '没有扣回过，挺好。' },
}

function Summary({ balance, debt, experience, month }: Opened) {
  const monthName = `${Number(month.on.slice(5))} 月`
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
      <View className="t14 secondary">
        {monthName}得到 {month.earned}，用掉 {month.spent}，扣回 {month.reversed}
      </View>
      <View className="t14 secondary">经验值 {grouped(experience)}，只增不花</View>
      {debt > 0 ? <View className="t12 secondary">还有 {debt} 待补，以后得到的先补上</View> : null}
    </View>
  )
}

export default function StatementPage() {
  const [filter, setFilter] = useState<Filter>('all')
  const statement = usePagesOf(api.coin.openStatement, { filter })
  const summary = useLast(statement.data?.pages[0])
  usePullToRefresh(useRefreshFromTop(statement.queryKey, statement))
  useEndlessPages(statement)
  const header = (
    <>
      {summary ? <Summary {...summary} /> : null}
      <ChipRow>
        {filters.map(({ key, name }) => (
          <Chip key={key} on={key === filter} onTap={() => setFilter(key)}>
            {name}
          </Chip>
        ))}
      </ChipRow>
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
        action: { label: '看全部', onTap: () => setFilter('all') },
        ...nothing[filter],
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
          <ListEnd
            more={statement.hasNextPage}
            loading={statement.isFetchingNextPage}
            failed={statement.isFetchNextPageError}
            onRetry={() => void statement.fetchNextPage()}
          />
        </View>
      )}
    </Screen>
  )
}
