import { parcelNumberTyped } from '@domain/mall/shipping'
import { useQueryClient } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { type ApiError, api, keyOf, type Output, useCommand } from '@/api'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { carriers } from '../../carriers'
import { orderedWords } from '../../orderWords'
import { waybillProblem } from '../../waybill'

export type Fulfilment = Output<typeof api.mall.listFulfilment>['orders'][number]

export interface ShipSheetProps {
  order: Fulfilment
  onClose: () => void
}

/** What an order that goes out, or never will, makes old. */
export const fulfilQueries = [
  api.mall.listFulfilment,
  api.mall.findOrders,
  api.mall.openOrder,
  api.access.openInbox,
  api.identity.openSession,
]

/** What is written down of a parcel: the first time, or anew where it was wrong. */
function useWaybill({ order, onClose }: ShipSheetProps) {
  const { orderId, parcel, buyer, edition } = order
  const client = useQueryClient()
  const told = (words: string) => ({
    outdates: fulfilQueries,
    onDone: () => {
      onClose()
      toast.show(words)
    },
    onError: ({ kind }: ApiError) => {
      // It goes elsewhere by now, or nowhere: the list shows where.
      if (kind !== 'conflict') return false
      onClose()
      for (const query of fulfilQueries) void client.invalidateQueries({ queryKey: keyOf(query) })
      return false
    },
  })
  const ship = useCommand(api.mall.shipOrder, told(`已告诉${buyer.name}，在路上了`))
  const correct = useCommand(api.mall.correctWaybill, told(`改好了，也告诉${buyer.name}了`))
  return (carrier: string, number: string) => {
    const waybill = { orderId, carrier: carrier.trim(), number: number.trim() }
    return parcel ? correct.run(waybill) : ship.run({ ...waybill, edition })
  }
}

/** Carrier and number: what the buyer follows from here on. */
export function ShipSheet({ order, onClose }: ShipSheetProps) {
  const { parcel } = order
  const [carrier, setCarrier] = useState(parcel?.carrier ?? carriers[0] ?? '')
  const [number, setNumber] = useState(parcel?.number ?? '')
  const send = useWaybill({ order, onClose })
  const problem = waybillProblem(carrier, number)
  const isSame = parcel?.carrier === carrier.trim() && parcel.number === parcelNumberTyped(number)
  return (
    <Sheet
      open
      title={parcel ? '改运单号' : '寄出'}
      onClose={onClose}
      note={parcel ? '对方会收到新的；号码换了，原来的物流不再显示' : '寄出后对方会收到运单号，不能再取消'}
      action={
        <Button disabled={problem !== undefined || isSame} onTap={() => send(carrier, number)}>
          {parcel ? '改好，告诉对方' : '寄出'}
        </Button>
      }
    >
      <View className="t16 medium">{orderedWords(order)}</View>
      <View className="t12 secondary mt-4">订单 {order.number}</View>
      <View className="t14 medium mt-12">
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
