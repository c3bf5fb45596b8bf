import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, usePagesOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { usePageParams } from '@/rooms/usePageParams'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { Segments } from '@/ui/segments/Segments'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { OrderRow } from '../../OrderRow'
import { HandOverCard } from './HandOverCard'
import { type Fulfilment, ShipSheet } from './ShipSheet'
import './fulfil.scss'

type Way = 'home' | 'desk'

const kinds: readonly { key: Way; text: string }[] = [
  { key: 'home', text: '寄到家' },
  { key: 'desk', text: '前台自取' },
]

function WaitingOrder({ order, now, onShip }: { order: Fulfilment; now: number; onShip: () => void }) {
  const { buyer, delivery, phone, placedAt, number } = order
  const lines =
    delivery.kind === 'home'
      ? [`${delivery.recipient} ${phone ?? ''}`, delivery.place]
      : [`${buyer.name} · ${buyer.department}`, delivery.place]
  return (
    <Card padding="none">
      <OrderRow order={order} meta={[...lines, `${sayWhen(placedAt, now)} · ${number}`]} />
      {order.actions.includes('ship') ? (
        <View className="fulfil__ship">
          <Button
            kind="soft"
            size="small"
            block
            label={`寄出${buyer.name}的${order.productName}`}
            onTap={onShip}
          >
            寄出
          </Button>
        </View>
      ) : null}
    </Card>
  )
}

const emptyWords = {
  home: { title: '都寄出了', sentence: '有人换了东西要寄，会出现在这里。' },
  desk: { title: '没有人在等', sentence: '有人来拿时，扫一下对方的取货码。' },
} as const

/** The keeper's page: what waits to be sent, what waits at the desk, oldest first. */
export default function FulfilPage() {
  const { kind: asked } = usePageParams()
  const [kind, setKind] = useState<Way>(asked === 'desk' ? 'desk' : 'home')
  const [shipping, setShipping] = useState<Fulfilment>()
  const pages = usePagesOf(api.mall.listFulfilment, { kind }, { kept: false })
  const screen = usePagedScreen(pages)
  return (
    <Screen
      nav={<Nav title="兑换发货" />}
      side={<DeskMenu here="mall/fulfil" />}
      header={
        <>
          <Segments segments={kinds} value={kind} onChange={setKind} />
          {kind === 'desk' ? (
            <View className="pad mt-8">
              <HandOverCard />
            </View>
          ) : null}
        </>
      }
      query={screen}
      skeleton={<SkeletonRows count={4} leadPx={56} />}
      isEmpty={loaded => loaded.every(({ orders }) => orders.length === 0)}
      empty={emptyWords[kind]}
    >
      {loaded => (
        <>
          <View className="pad column gap-8 mt-12">
            {loaded.flatMap(({ orders, now }) =>
              orders.map(order => (
                <WaitingOrder key={order.orderId} order={order} now={now} onShip={() => setShipping(order)} />
              )),
            )}
          </View>
          {shipping ? (
            <ShipSheet key={shipping.orderId} order={shipping} onClose={() => setShipping(undefined)} />
          ) : null}
        </>
      )}
    </Screen>
  )
}
