import { View } from '@tarojs/components'
import { api, type Output, useQueryOf } from '@/api'
import { saveCsv, savingVerb } from '@/rooms/csvFile'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import './picking.scss'

type Opened = Output<typeof api.mall.openPicking>
type Pick = Opened['picks'][number]

const nameOf = ({ name, variantName }: Pick) => (variantName ? `${name} · ${variantName}` : name)

/** A line for each thing and place, as it is taken along to the store. */
function csvOf(picks: readonly Pick[]): string {
  const quoted = (cell: string | number) => `"${String(cell).replaceAll('"', '""')}"`
  const lines = picks.flatMap(pick =>
    pick.places.map(({ place, quantity }) => [nameOf(pick), place, quantity, pick.unit]),
  )
  return [['商品', '送到', '数量', '单位'], ...lines].map(line => line.map(quoted).join(',')).join('\n')
}

function PickCard({ pick }: { pick: Pick }) {
  return (
    <Card padding="none">
      <ListRow
        title={nameOf(pick)}
        end={
          <View className="t20 bold picking__count nowrap">
            {pick.quantity} {pick.unit}
          </View>
        }
      />
      <View className="picking__places">
        {pick.places.map(({ place, quantity }) => (
          <Badge key={place}>
            {place} {quantity}
          </Badge>
        ))}
      </View>
    </Card>
  )
}

/** 拣货单: what to fetch from the shelves, and where each of it goes. */
export default function PickingPage() {
  const query = useQueryOf(api.mall.openPicking, {}, { staleMs: 0, kept: false })
  const picks = query.data?.picks ?? []
  const pieces = picks.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <Screen
      column
      nav={<Nav title="拣货单" />}
      side={<DeskMenu here="mall/goods" />}
      query={query}
      skeleton={<SkeletonRows count={4} leadPx={0} />}
      isEmpty={({ picks: all }) => all.length === 0}
      empty={{
        title: '没有要拣的',
        sentence: '有人换了东西，会按件数汇总在这里。',
        action: { label: '看所有商品', onTap: () => openPage('mall/goods') },
      }}
      bar={
        picks.length > 0 ? (
          <BottomBar consequence={`${query.data?.orders ?? 0} 个订单，一共 ${pieces} 件`}>
            <Button kind="secondary" onTap={() => saveCsv('拣货单.csv', csvOf(picks))}>
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
            <PickCard key={`${pick.productId}.${pick.variantName}`} pick={pick} />
          ))}
        </View>
      )}
    </Screen>
  )
}
