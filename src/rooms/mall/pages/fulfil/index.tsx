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
import { NodeSheet } from './NodeSheet'
import { type Fulfilment, ShipSheet } from './ShipSheet'
import './fulfil.scss'

type Way = 'home' | 'desk' | 'sent'

const kinds: readonly { key: Way; text: string }[] = [
  { key: 'home', text: '寄到家' },
  { key: 'desk', text: '前台自取' },
  { key: 'sent', text: '在路上' },
]

interface WaitingOrderProps {
  order: Fulfilment
  now: number
  /** Sends it; of one that is on its way, says where it is. */
  onNext: () => void
}

function WaitingOrder({ order, now, onNext }: WaitingOrderProps) {
  const { buyer, delivery, phone, placedAt, number, parcel, nodes } = order
  const verb = parcel ? '加一条物流' : '寄出'
  const last = nodes.at(-1)
  const lines =
    delivery.kind === 'home'
      ? [`${delivery.recipient} ${phone ?? ''}`, delivery.place]
      : [`${buyer.name} · ${buyer.department}`, delivery.place]
  return (
    <Card padding="none">
      <OrderRow
        order={order}
        meta={[
          ...(parcel ? [`${parcel.carrier} ${parcel.number}`] : lines),
          ...(last ? [`${sayWhen(last.at, now)} ${last.place}`] : []),
          `${parcel ? `${buyer.name} · ` : ''}${sayWhen(placedAt, now)} · ${number}`,
        ]}
      />
      {order.actions.includes('ship') || parcel ? (
        <View className="fulfil__ship">
          <Button
            kind="soft"
            size="small"
            block
            label={`${verb}${buyer.name}的${order.productName}`}
            onTap={onNext}
          >
            {verb}
          </Button>
        </View>
      ) : null}
    </Card>
  )
}

const emptyWords = {
  home: { title: '都寄出了', sentence: '有人换了东西要寄，会出现在这里。' },
  sent: { title: '没有包裹在路上', sentence: '寄出的会在这里，直到对方确认收到。' },
  desk: { title: '没有人在等', sentence: '有人来拿时，扫一下对方的取货码。' },
} as const

/** The keeper's page: what waits to be sent, what waits at the desk, oldest first. */
export default function FulfilPage() {
  const { kind: asked } = usePageParams()
  const [kind, setKind] = useState<Way>(asked === 'desk' || asked === 'sent' ? asked : 'home')
  const [acting, setActing] = useState<Fulfilment>()
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
          <View className="pad column gap-8 mt-12 desk-cards">
            {loaded.flatMap(({ orders, now }) =>
              orders.map(order => (
                <WaitingOrder key={order.orderId} order={order} now={now} onNext={() => setActing(order)} />
              )),
            )}
          </View>
          {acting?.parcel ? (
            <NodeSheet key={acting.orderId} order={acting} onClose={() => setActing(undefined)} />
          ) : null}
          {acting && !acting.parcel ? (
            <ShipSheet key={acting.orderId} order={acting} onClose={() => setActing(undefined)} />
          ) : null}
        </>
      )}
    </Screen>
  )
}
