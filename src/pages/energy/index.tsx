import { SECOND_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { api, clockOffsetMs, usePullToRefresh, useQueryOf, useServerNow } from '@/api'
import { openPage } from '@/rooms/open'
import { NextBus } from '@/rooms/selfservice/shuttle/NextBus'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { TabPage } from '@/ui/tabPage/TabPage'
import { Coming } from './Coming'
import { EnergySkeleton } from './EnergySkeleton'
import { Lookup } from './Lookup'
import { MallStrip } from './MallStrip'
import { ToolGrid } from './ToolGrid'
import './energy.scss'

/** Often enough for a number of minutes. */
const TICK_MS = 5 * SECOND_MS

/** What is shown at a door or a desk: the codes of what I have signed up for. */
function Codes() {
  return (
    <View className="energy__codes" {...tappable('我的票和码')} onClick={() => openPage('booking/mine')}>
      <Icon name="qr" />
    </View>
  )
}

/** Where the next bus will stand, once a line is chosen. */
function ChooseLine() {
  return (
    <Card padding="none">
      <ListRow
        lead="bus"
        title="选一条你坐的班车"
        meta="以后打开这里，第一眼就是下一班"
        onTap={() => openPage('selfservice/shuttle')}
      />
    </Card>
  )
}

/** 充能量: what a working day needs, and what coins are good for. */
export default function EnergyPage() {
  const query = useQueryOf(api.growth.openEnergy, {})
  usePullToRefresh(query.refetch)
  const now = useServerNow(clockOffsetMs(query), TICK_MS)
  return (
    <TabPage>
      <Screen
        tab
        nav={<Nav title="充能量" root end={<Codes />} />}
        query={query}
        skeleton={<EnergySkeleton />}
      >
        {energy => (
          <View className="energy">
            {energy.ride ? <NextBus ride={energy.ride} now={now} /> : <ChooseLine />}
            <Coming coming={energy.coming} booked={energy.booked} now={now} />
            <ToolGrid />
            <Lookup sought={energy.sought} />
            <MallStrip {...energy} />
            <Card padding="none">
              <ListRow
                lead="bag"
                title="我的订单"
                meta="取货码、快递和记录"
                onTap={() => openPage('mall/orders')}
              />
              <ListRow
                lead="person"
                title="沃空间"
                meta="资料、沃币明细和设置"
                onTap={() => openPage('identity/profile')}
              />
            </Card>
          </View>
        )}
      </Screen>
    </TabPage>
  )
}
