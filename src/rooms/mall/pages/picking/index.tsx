import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useQueryOf } from '@/api'
import { csvOf } from '@/rooms/csv'
import { saveCsv, savingVerb } from '@/rooms/csvFile'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { GoodThumb } from '../../GoodThumb'
import './picking.scss'
import { leftOf, useTicks } from './ticks'

type Opened = Output<typeof api.mall.openPicking>
type Pick = Opened['picks'][number]

const nameOf = ({ name, variantName }: Pick) => (variantName ? `${name} · ${variantName}` : name)

/** A line for each order, thing by thing and place by place, as it is taken along to the store. */
function picksAsCsv(picks: readonly Pick[]): string {
  const lines = picks.flatMap(pick =>
    pick.places.flatMap(({ place, people }) =>
      people.map(({ name, number, quantity }) => [nameOf(pick), place, name, number, quantity, pick.unit]),
    ),
  )
  return csvOf([['商品', '送到', '给谁', '订单', '数量', '单位'], ...lines])
}

/** Whom it is for; a count where it is more than one. */
const sayFor = ({ name, quantity }: Pick['places'][number]['people'][number]) =>
  quantity > 1 ? `${name} ${quantity} 件` : name

/** What goes to one place alone. */
function picksTo(picks: readonly Pick[], place: string): Pick[] {
  return picks.flatMap(pick => {
    const places = pick.places.filter(one => one.place === place)
    return places.map(({ quantity }) => ({ ...pick, quantity, places }))
  })
}

interface PickCardProps {
  pick: Pick
  ticks: ReturnType<typeof useTicks>
}

function PickCard({ pick, ticks }: PickCardProps) {
  return (
    <Card padding="none">
      <ListRow
        lead={<GoodThumb good={pick} />}
        title={nameOf(pick)}
        end={
          <View className="t20 bold picking__count nowrap">
            {pick.quantity} {pick.unit}
          </View>
        }
      />
      <View className="picking__places">
        {pick.places.map(one => {
          const { place, quantity, people } = one
          const left = leftOf(one, ticks.picked)
          const numbers = people.map(({ number }) => number)
          return (
            <Checkbox
              key={place}
              checked={left === 0}
              label={`${nameOf(pick)}，${place} ${quantity} ${pick.unit}，${left === 0 ? '拣好了' : `还差 ${left}`}`}
              onChange={isPicked => ticks.turn(numbers, isPicked)}
            >
              <View className="picking__place">
                <Badge>
                  {place} {quantity}
                </Badge>
                {left > 0 && left < quantity ? <Badge tone="accent">新来 {left}</Badge> : null}
                <View className="t12 secondary grow">{people.map(sayFor).join('、')}</View>
              </View>
            </Checkbox>
          )
        })}
      </View>
    </Card>
  )
}

/** 拣货单: what to fetch from the shelves, and where each of it goes. */
export default function PickingPage() {
  const query = useQueryOf(api.mall.openPicking, {}, { staleMs: 0, kept: false })
  const [place, setPlace] = useState('')
  const all = query.data?.picks ?? []
  const places = [...new Set(all.flatMap(pick => pick.places.map(one => one.place)))]
  // A place of which the last thing has gone is no choice any more.
  const chosen = places.includes(place) ? place : ''
  const picks = chosen === '' ? all : picksTo(all, chosen)
  const orders = new Set(
    picks.flatMap(pick => pick.places.flatMap(one => one.people.map(({ number }) => number))),
  )
  const pieces = picks.reduce((sum, { quantity }) => sum + quantity, 0)
  const ticks = useTicks(query.data?.now ?? Date.now())
  const left = picks.flatMap(pick => pick.places).reduce((sum, one) => sum + leftOf(one, ticks.picked), 0)
  return (
    <Screen
      column
      nav={<Nav title="拣货单" />}
      side={<DeskMenu here="mall/goods" />}
      header={
        places.length > 1 ? (
          <ChipRow>
            {['', ...places].map(one => (
              <Chip key={one} on={one === chosen} onTap={() => setPlace(one)}>
                {one || '全部'}
              </Chip>
            ))}
          </ChipRow>
        ) : undefined
      }
      query={query}
      skeleton={<SkeletonRows count={4} leadPx={0} />}
      isEmpty={opened => opened.picks.length === 0}
      empty={{
        title: '没有要拣的',
        sentence: '有人换了东西，会按件数汇总在这里。',
        action: { label: '看所有商品', onTap: () => openPage('mall/goods') },
      }}
      bar={
        picks.length > 0 ? (
          <BottomBar
            consequence={`${orders.size} 个订单，一共 ${pieces} 件${left < pieces ? `，还差 ${left} 件` : ''}`}
          >
            <Button kind="secondary" onTap={() => saveCsv('拣货单.csv', picksAsCsv(picks))}>
              {savingVerb}拣货单
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      {({ complete }) => (
        <View className="pad column gap-8">
          {complete ? null : <View className="t12 secondary">订单很多，先拣最早的 1,000 个</View>}
          {picks.map(pick => (
            <PickCard key={`${pick.productId}.${pick.variantName}`} pick={pick} ticks={ticks} />
          ))}
        </View>
      )}
    </Screen>
  )
}
