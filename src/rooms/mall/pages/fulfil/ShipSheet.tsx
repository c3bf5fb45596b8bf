import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand } from '@/api'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { waybillProblem } from '../../waybill'

const carriers = ['顺丰速运', '京东快递', '中通快递', '圆通速递', 'EMS']

export type Fulfilment = Output<typeof api.mall.listFulfilment>['orders'][number]

export interface ShipSheetProps {
  order: Fulfilment
  onClose: () => void
}

/** Carrier and number: what the buyer follows from here on. */
export function ShipSheet({ order, onClose }: ShipSheetProps) {
  const [carrier, setCarrier] = useState(carriers[0] ?? '')
  const [number, setNumber] = useState('')
  const ship = useCommand(api.mall.shipOrder, {
    outdates: [api.mall.listFulfilment, api.mall.openOrder, api.access.openInbox, api.identity.openSession],
    onDone: () => {
      onClose()
      toast.show(`已告诉${order.buyer.name}，在路上了`)
    },
  })
  const problem = waybillProblem(carrier, number)
  return (
    <Sheet
      open
      title="寄出"
      onClose={onClose}
      note="寄出后对方会收到运单号，不能再取消"
      action={
        <Button
          disabled={problem !== undefined}
          onTap={() => ship.run({ orderId: order.orderId, carrier: carrier.trim(), number: number.trim() })}
        >
          寄出
        </Button>
      }
    >
      <View className="t14 medium">
        {order.delivery.recipient} {order.phone ?? ''}
      </View>
      <View className="t14 secondary">{order.delivery.place}</View>
      <View className="fulfil__carriers" {...spokenAs('radiogroup')} aria-label="快递公司">
        {carriers.map(name => (
          <Chip key={name} on={name === carrier} onTap={() => setCarrier(name)}>
            {name}
          </Chip>
        ))}
      </View>
      <Field label="快递公司" value={carrier} maxLength={20} onChange={setCarrier} />
      <Field
        label="运单号"
        value={number}
        maxLength={30}
        placeholder="面单上的字母和数字"
        error={number && problem ? problem : undefined}
        onChange={setNumber}
      />
    </Sheet>
  )
}
