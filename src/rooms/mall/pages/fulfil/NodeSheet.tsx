import { NODE_PLACE_MAX, NODE_WORDS_MAX } from '@domain/mall/shipping'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import type { Fulfilment } from './ShipSheet'

const ready = ['已到达，等待转运', '正在派送', '已放在代收点']

/** Where the parcel is, in two lines that the buyer reads. */
export function NodeSheet({ order, onClose }: { order: Fulfilment; onClose: () => void }) {
  const [place, setPlace] = useState('')
  const [words, setWords] = useState('')
  const add = useCommand(api.mall.addNode, {
    outdates: [api.mall.listFulfilment, api.mall.findOrders, api.mall.openOrder],
    onDone: () => {
      onClose()
      toast.show(`告诉${order.buyer.name}了`)
    },
  })
  const good = place.trim() !== '' && words.trim() !== ''
  const { orderId, parcel } = order
  return (
    <Sheet
      open
      title="加一条物流"
      onClose={onClose}
      note="记的是现在。以前的、成批的，用「批量导入」"
      action={
        <Button disabled={!good} onTap={() => add.run({ orderId, place: place.trim(), words: words.trim() })}>
          告诉{order.buyer.name}
        </Button>
      }
    >
      <View className="t14 secondary">
        {parcel?.carrier} {parcel?.number}
      </View>
      <Field
        label="到了哪里"
        value={place}
        maxLength={NODE_PLACE_MAX}
        placeholder="武汉转运中心"
        onChange={setPlace}
      />
      <View className="fulfil__carriers">
        {ready.map(one => (
          <Chip key={one} on={one === words} onTap={() => setWords(one)}>
            {one}
          </Chip>
        ))}
      </View>
      <Field label="说明" value={words} maxLength={NODE_WORDS_MAX} onChange={setWords} />
    </Sheet>
  )
}
