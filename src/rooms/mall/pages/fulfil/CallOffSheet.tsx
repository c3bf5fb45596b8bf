import { grouped } from '@domain/kernel/grouped'
import { limits } from '@domain/kernel/limits'
import { type CallOffCause, callOffCauses } from '@domain/mall/order'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { reasonIsGood } from '@/rooms/access/public'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { orderedWords } from '../../orderWords'
import { type Fulfilment, fulfilQueries } from './ShipSheet'

/** What a tap on a cause writes, and what becomes of the pieces. */
const causes: Record<CallOffCause, { name: string; sentence: string; pieces: string }> = {
  lost: { name: '找不到了', sentence: '东西找不到了，没法给你，抱歉', pieces: '记为遗失，不回货架' },
  damaged: { name: '坏了', sentence: '东西坏了，没法给你，抱歉', pieces: '记为损坏，不回货架' },
  wrong: { name: '东西不对', sentence: '东西和介绍的不一样，先不给出去，抱歉', pieces: '东西放回货架' },
}

/** Ends an order that cannot be given out, and says to its buyer why. */
export function CallOffSheet({ order, onClose }: { order: Fulfilment; onClose: () => void }) {
  const { orderId, buyer, paid } = order
  const [cause, setCause] = useState<CallOffCause>()
  const [reason, setReason] = useState('')
  const callOff = useCommand(api.mall.callOffOrder, {
    outdates: fulfilQueries,
    onDone: ({ refunded }) => {
      onClose()
      toast.show(`${grouped(refunded)} 沃币退给${buyer.name}了`)
    },
  })
  const choose = (chosen: CallOffCause) => {
    setCause(chosen)
    setReason(causes[chosen].sentence)
  }
  const missing = cause === undefined ? '先选一个原因' : '写一句原因'
  const isReady = cause !== undefined && reasonIsGood(reason)
  return (
    <Sheet
      open
      title="给不了"
      onClose={onClose}
      note={`${buyer.name}会看到这句话，${grouped(paid)} 沃币马上退回${cause ? `；${causes[cause].pieces}` : ''}`}
      missing={isReady ? undefined : missing}
      action={
        <>
          <Button kind="secondary" onTap={onClose}>
            再想想
          </Button>
          <Button
            kind="dangerFilled"
            disabled={!isReady}
            onTap={() => (cause ? callOff.run({ orderId, cause, reason: reason.trim() }) : undefined)}
          >
            撤下订单
          </Button>
        </>
      }
    >
      <View className="t16 medium">{orderedWords(order)}</View>
      <View className="t12 secondary mt-4">订单 {order.number}</View>
      <View className="fulfil__carriers" {...spokenAs('radiogroup')} aria-label="原因">
        {callOffCauses.map(one => (
          <Chip key={one} on={one === cause} onTap={() => choose(one)}>
            {causes[one].name}
          </Chip>
        ))}
      </View>
      <Field label="告诉对方" multiline maxLength={limits.reasonMax} value={reason} onChange={setReason} />
    </Sheet>
  )
}
