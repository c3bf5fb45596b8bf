import type { DeliveryKind } from '@domain/mall/order'
import { View } from '@tarojs/components'
import { openPage } from '@/rooms/open'
import { spokenAs } from '@/ui/a11y/spoken'
import { Card } from '@/ui/card/Card'
import { Coin } from '@/ui/coin/Coin'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ListRow } from '@/ui/listRow/ListRow'
import type { Outcome } from './useRedeemAll'

const nextSteps: Record<DeliveryKind, string> = {
  desk: '看取货码',
  home: '等管理员寄出',
  code: '看兑换码',
}

/** What became of each line: an order that a tap leads to, or why not; then what it took and what is left. */
export function Outcomes({ outcomes, balance }: { outcomes: readonly Outcome[]; balance: number }) {
  const paid = outcomes.reduce((sum, one) => sum + (one.failed === undefined ? one.order.paid : 0), 0)
  return (
    <Card padding="none">
      <View {...spokenAs('status')}>
        {outcomes.map(one =>
          one.failed === undefined ? (
            <ListRow
              key={one.key}
              lead="check"
              title={`${one.name}换到了`}
              meta={[one.variant, nextSteps[one.kind]].filter(Boolean).join('，')}
              end={<Coin amount={one.order.paid} size={14} />}
              onTap={() => openPage('mall/order', { orderId: one.order.orderId })}
            />
          ) : (
            <ListRow
              key={one.key}
              lead="alert"
              title={`${one.name}没有换到`}
              meta={[one.variant, one.failed].filter(Boolean)}
            />
          ),
        )}
      </View>
      {paid > 0 ? (
        <View className="basket__paid">
          <KeyValueRow label="用掉">
            <Coin amount={paid} size={16} />
          </KeyValueRow>
          <KeyValueRow label="现在有" total>
            <Coin amount={balance} size={20} />
          </KeyValueRow>
        </View>
      ) : null}
    </Card>
  )
}
