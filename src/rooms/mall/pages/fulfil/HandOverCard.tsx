import { View } from '@tarojs/components'
import { useState } from 'react'
import { type ApiError, api, call, type Output, useCommand } from '@/api'
import { apiErrorOf } from '@/api/error'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { canScan, scanCode } from '@/ui/device/scan'
import { Field } from '@/ui/field/Field'
import { Icon } from '@/ui/icon/Icon'
import { toast } from '@/ui/toast/store'
import { isPickupCode, readPickupCode } from '../../waybill'

type Pickup = Output<typeof api.mall.openPickup>

/** What the catalogue advises is for the buyer's phone, which helps nobody at a desk. */
function sayRefused({ code, message }: ApiError, isTyped: boolean): string {
  if (code === 'MALL_TRANSITION_REFUSED') return '这个码用过了，东西已经拿走或订单已取消，别再交付'
  return code === 'MALL_PICKUP_CODE_WRONG' && isTyped ? '没有这个取货码，再对一遍' : message
}

/** What a code is for, asked once it is there; and what came of the last one. */
function useHandOver() {
  const [asked, setAsked] = useState<{ pickupCode: string; pickup: Pickup }>()
  const [given, setGiven] = useState<Pickup>()
  const handOver = useCommand(api.mall.handOver, {
    outdates: [api.mall.listFulfilment, api.mall.findOrders, api.access.openInbox, api.identity.openSession],
    onDone: output => {
      setAsked(undefined)
      setGiven(output)
    },
    onError: error => {
      if (error.code !== 'MALL_TRANSITION_REFUSED') return false
      setAsked(undefined)
      toast.show(sayRefused(error, false))
      return true
    },
  })
  /** @returns whether there is something to give out */
  const look = async (code: string, { isTyped }: { isTyped: boolean }): Promise<boolean> => {
    // The last one's success is not this one's.
    setGiven(undefined)
    setAsked(undefined)
    const pickupCode = readPickupCode(code)
    try {
      setAsked({ pickupCode, pickup: await call(api.mall.openPickup, { pickupCode }) })
      return true
    } catch (error) {
      toast.show(sayRefused(apiErrorOf(error), isTyped))
      return false
    }
  }
  const give = () => asked && handOver.run({ pickupCode: asked.pickupCode })
  return { pickup: asked?.pickup, given, look, give, leave: () => setAsked(undefined) }
}

interface WhatAndWhomProps {
  pickup: Pickup
  isGiven: boolean
}

/** Read aloud: what to give, to whom. */
function WhatAndWhom({ pickup, isGiven }: WhatAndWhomProps) {
  const { productName, quantity, buyer, number } = pickup
  return (
    <View
      className={`fulfil__given${isGiven ? ' fulfil__given--done' : ''}`}
      {...spokenAs('status')}
      aria-live="assertive"
    >
      <Icon name={isGiven ? 'check' : 'gift'} />
      <View className="grow">
        <View className="t16 medium">
          {productName} × {quantity}
        </View>
        <View className="t12">
          {isGiven ? '交给 ' : ''}
          {buyer.name}，{buyer.department} · {number}
        </View>
      </View>
    </View>
  )
}

/** The desk: scan or type the code, look what it is for and whose, then give it out. */
export function HandOverCard() {
  const [code, setCode] = useState('')
  const { pickup, given, look, give, leave } = useHandOver()
  const read = async (typed: string) => {
    if (await look(typed, { isTyped: true })) setCode('')
  }
  const scan = async () => {
    const scanned = await scanCode()
    if (scanned !== undefined) await look(scanned, { isTyped: false })
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
            onConfirm={() => void (isPickupCode(code) && read(code))}
          />
        </View>
        <Button
          kind={canScan || pickup ? 'secondary' : 'primary'}
          size="small"
          disabled={!isPickupCode(code)}
          onTap={() => read(code)}
        >
          查看
        </Button>
      </View>
      {pickup ? (
        <>
          <WhatAndWhom pickup={pickup} isGiven={false} />
          <View className="row gap-8 mt-12">
            <View className="grow">
              <Button block onTap={give}>
                交付
              </Button>
            </View>
            <Button kind="text" onTap={leave}>
              先不给
            </Button>
          </View>
        </>
      ) : null}
      {given ? <WhatAndWhom pickup={given} isGiven /> : null}
    </Card>
  )
}
