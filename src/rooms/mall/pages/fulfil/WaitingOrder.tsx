import { orderStateNames } from '@domain/mall/order'
import { View } from '@tarojs/components'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { OrderRow } from '../../OrderRow'
import { orderTones } from '../../orderWords'
import type { Fulfilment } from './ShipSheet'

interface WaitingOrderProps {
  order: Fulfilment
  now: number
  /** Sends it; of one that is on its way, says where it is. */
  onNext: () => void
  onCorrect: () => void
  onCallOff: () => void
  /** It was looked for, and may stand anywhere: its state is said. */
  found: boolean
}

/** One order before its keeper, with what comes next of it. */
export function WaitingOrder({ order, now, onNext, onCorrect, onCallOff, found }: WaitingOrderProps) {
  const { orderId, state, buyer, delivery, phone, placedAt, number, parcel, nodes, actions } = order
  const verb = parcel ? '加一条物流' : '寄出'
  const steps = [
    { name: verb, isNext: true, isThere: actions.includes('ship') || state === 'shipped', onTap: onNext },
    { name: '改运单号', isNext: false, isThere: actions.includes('correct'), onTap: onCorrect },
    { name: '给不了', isNext: false, isThere: actions.includes('callOff'), onTap: onCallOff },
  ].filter(({ isThere }) => isThere)
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
        end={found ? <Badge tone={orderTones[state]}>{orderStateNames[state]}</Badge> : undefined}
        onTap={() => openPage('mall/order', { orderId })}
      />
      {steps.length > 0 ? (
        <View className="fulfil__ship">
          {steps.map(({ name, isNext, onTap }) => (
            <Button
              key={name}
              kind={isNext ? 'soft' : 'text'}
              size="small"
              label={`${name}：${buyer.name}的${order.productName}`}
              onTap={onTap}
            >
              {name}
            </Button>
          ))}
        </View>
      ) : null}
    </Card>
  )
}
