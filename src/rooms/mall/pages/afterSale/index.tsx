import { limits } from '@domain/kernel/limits'
import { type AfterSaleKind, afterSaleReasons } from '@domain/mall/afterSale'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand, useQueryOf } from '@/api'
import { replacePage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { Segments } from '@/ui/segments/Segments'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { OrderRow } from '../../OrderRow'
import { orderQueries } from '../../outdated'

const kinds = [
  { key: 'return', text: '退货' },
  { key: 'exchange', text: '换货' },
] as const

const consequences: Record<AfterSaleKind, string> = {
  return: '收到东西后，沃币原路退回',
  exchange: '收到旧的，再给你换上新的',
}

/** 退换: what shall happen, why, and in words if there are any. */
export default function AfterSalePage() {
  const { orderId = '' } = usePageParams()
  const query = useQueryOf(api.mall.openOrder, { orderId }, { staleMs: 0 })
  const [kind, setKind] = useState<AfterSaleKind>('return')
  const [reason, setReason] = useState('')
  const [words, setWords] = useState('')
  const ask = useCommand(api.mall.askAfterSale, {
    outdates: orderQueries,
    onDone: () => {
      toast.show('收到了，管理员会尽快答复')
      replacePage('mall/order', { orderId })
    },
  })
  const reasons = Object.entries(afterSaleReasons[kind])
  const may = query.data?.order.actions.includes(kind === 'return' ? 'askReturn' : 'askExchange') ?? false
  return (
    <Screen
      nav={<Nav title="退换" />}
      query={query}
      skeleton={<SkeletonRows count={3} leadPx={0} />}
      elsewhere={{ label: '看我的订单', onTap: () => replacePage('mall/orders') }}
      bar={
        <BottomBar consequence={may ? consequences[kind] : '收到后 7 天内可以申请'}>
          <Button
            disabled={!may || reason === ''}
            onTap={() => ask.run({ orderId, kind, reason, words: words.trim() })}
          >
            申请{kind === 'return' ? '退货' : '换货'}
          </Button>
        </BottomBar>
      }
    >
      {({ order }) => (
        <>
          <Segments
            segments={kinds}
            value={kind}
            onChange={next => {
              setKind(next)
              setReason('')
            }}
          />
          <View className="pad column gap-12">
            <Card padding="none">
              <OrderRow order={order} />
            </Card>
            <Card>
              <View className="t16 medium">为什么</View>
              <View className="redeem__kinds">
                {reasons.map(([key, name]) => (
                  <Chip key={key} on={key === reason} onTap={() => setReason(key)}>
                    {name}
                  </Chip>
                ))}
              </View>
              <Field
                label="想补充的话"
                multiline
                maxLength={limits.reasonMax}
                value={words}
                placeholder="可以不写"
                onChange={setWords}
              />
            </Card>
          </View>
        </>
      )}
    </Screen>
  )
}
