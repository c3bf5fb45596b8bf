import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand } from '@/api'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { canScan, scanCode } from '@/ui/device/scan'
import { Field } from '@/ui/field/Field'
import { Icon } from '@/ui/icon/Icon'
import { toast } from '@/ui/toast/store'
import { isPickupCode, readPickupCode } from '../../waybill'

type HandedOver = Output<typeof api.mall.handOver>

/** The desk: scan or type the code, and read aloud what to give to whom. */
export function HandOverCard() {
  const [code, setCode] = useState('')
  const [given, setGiven] = useState<HandedOver>()
  const handOver = useCommand(api.mall.handOver, {
    outdates: [api.mall.listFulfilment, api.mall.findOrders, api.access.openInbox, api.identity.openSession],
    onDone: output => {
      setCode('')
      setGiven(output)
    },
    onError: error => {
      if (error.code !== 'MALL_TRANSITION_REFUSED') return undefined
      // Refreshing, which the catalogue advises to the buyer, helps nobody at a desk.
      toast.show('这个码用过了，东西已经拿走或订单已取消，别再交付')
      return true
    },
  })
  const give = (pickupCode: string) => {
    // The last one's success is not this one's.
    setGiven(undefined)
    return handOver.run({ pickupCode: readPickupCode(pickupCode) })
  }
  const scan = async () => {
    const scanned = await scanCode()
    if (scanned !== undefined) await give(scanned)
  }
  return (
    <Card>
      {canScan ? (
        <Button block icon="qr" onTap={scan}>
          扫取货码
        </Button>
      ) : null}
      <View className="fulfil__code">
        <View className="grow">
          <Field
            label={canScan ? '扫不出来时，手动输入' : '取货码'}
            value={code}
            maxLength={80}
            placeholder="12 位的码"
            onChange={setCode}
            onConfirm={() => void (isPickupCode(code) && give(code))}
          />
        </View>
        <Button
          kind={canScan ? 'secondary' : 'primary'}
          size="small"
          disabled={!isPickupCode(code)}
          onTap={() => give(code)}
        >
          交付
        </Button>
      </View>
      {given ? (
        <View className="fulfil__given" {...spokenAs('status')} aria-live="assertive">
          <Icon name="check" />
          <View className="grow">
            <View className="t16 medium">
              {given.productName} × {given.quantity}
            </View>
            <View className="t12">
              交给 {given.buyer.name}，{given.buyer.department} · {given.number}
            </View>
          </View>
        </View>
      ) : null}
    </Card>
  )
}
