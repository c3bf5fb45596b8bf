import { grouped } from '@domain/kernel/grouped'
import { api, useCommand } from '@/api'
import { ReasonSheet } from '@/rooms/access/public'
import { toast } from '@/ui/toast/store'
import type { Order } from '../../orderWords'
import { orderQueries } from '../../outdated'

export interface CancelSheetProps {
  order: Order
  open: boolean
  onClose: () => void
}

/** Cancelling gives the coins back, and says why to whoever was packing. */
export function CancelSheet({ order, open, onClose }: CancelSheetProps) {
  const cancel = useCommand(api.mall.cancelOrder, {
    outdates: orderQueries,
    onDone: ({ refunded, balance }) => {
      onClose()
      toast.show(`退回 ${grouped(refunded)} 沃币，现在有 ${grouped(balance)}`)
    },
  })
  return (
    <ReasonSheet
      open={open}
      onClose={onClose}
      title="取消订单"
      label="为什么取消"
      reasons={['点错了', '想换一件', '不需要了']}
      action="取消订单"
      refusal
      note={`${grouped(order.paid)} 沃币会马上退回`}
      onSend={reason => cancel.run({ orderId: order.orderId, reason })}
    />
  )
}
