import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { grouped } from '@/ui/coin/grouped'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import type { Order } from '../../orderWords'
import { orderQueries } from '../../outdated'

const reasons = ['点错了', '想换一件', '不需要了']

export interface CancelSheetProps {
  order: Order
  open: boolean
  onClose: () => void
}

/** Cancelling gives the coins back, and says why to whoever was packing. */
export function CancelSheet({ order, open, onClose }: CancelSheetProps) {
  const [reason, setReason] = useState('')
  const cancel = useCommand(api.mall.cancelOrder, {
    outdates: orderQueries,
    onDone: ({ refunded, balance }) => {
      onClose()
      toast.show(`退回 ${grouped(refunded)} 沃币，现在有 ${grouped(balance)}`)
    },
  })
  const good = [...reason.trim()].length >= limits.reasonMin
  return (
    <Sheet
      open={open}
      title="取消订单"
      onClose={onClose}
      note={`${good ? '' : '选一个或写一句原因，'}${grouped(order.paid)} 沃币会马上退回`}
      action={
        <>
          <Button kind="secondary" onTap={onClose}>
            再想想
          </Button>
          <Button
            kind="dangerFilled"
            disabled={!good}
            onTap={() => cancel.run({ orderId: order.orderId, reason: reason.trim() })}
          >
            取消订单
          </Button>
        </>
      }
    >
      <View className="order__reasons">
        {reasons.map(ready => (
          <Chip key={ready} on={ready === reason} onTap={() => setReason(ready)}>
            {ready}
          </Chip>
        ))}
      </View>
      <Field label="为什么取消" multiline maxLength={limits.reasonMax} value={reason} onChange={setReason} />
    </Sheet>
  )
}
