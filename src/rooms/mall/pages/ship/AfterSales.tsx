import { View } from '@tarojs/components'
import { api, type Output, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { OrderRow } from '../../OrderRow'

type Listed = Output<typeof api.mall.listAfterSales>
const outdates = [api.mall.listAfterSales, api.mall.openOrder, api.mall.listFulfilment]

const verbs = {
  accept: '同意',
  refuse: '不同意',
  takeBack: '收到，退沃币',
  exchange: '收到，换新的',
} as const
const answers = {
  accept: '请把东西带到前台，收到后马上办。',
  refuse: '已经使用过，这次不能退换。有疑问请联系行政。',
} as const

function AfterSale({ sale, now }: { sale: Listed['orders'][number]; now: number }) {
  const { orderId } = sale
  const decide = useCommand(api.mall.decideAfterSale, { outdates })
  const takeBack = useCommand(api.mall.takeBack, { outdates })
  const exchange = useCommand(api.mall.exchange, { outdates })
  const act = {
    accept: () => decide.run({ orderId, verdict: 'accept', words: answers.accept }),
    refuse: () => decide.run({ orderId, verdict: 'refuse', words: answers.refuse }),
    takeBack: () => takeBack.run({ orderId }),
    exchange: () => exchange.run({ orderId }),
  }
  const what = sale.kind === 'return' ? '退货' : `换货${sale.wish ? `，要${sale.wish}` : ''}`
  return (
    <Card padding="none">
      <OrderRow
        order={sale}
        meta={[`${what}：${sale.reason}`, sale.words, `${sale.buyer} · ${sayWhen(sale.at, now)}`].filter(
          Boolean,
        )}
      />
      <View className="goods__actions">
        {sale.actions.map(action => (
          <Button
            key={action}
            kind={action === 'refuse' ? 'secondary' : 'soft'}
            size="small"
            label={`${verbs[action]}，${sale.buyer}的${sale.productName}`}
            onTap={act[action]}
          >
            {verbs[action]}
          </Button>
        ))}
      </View>
    </Card>
  )
}

/** What is asked back, with what the keeper may do about it now. */
export function AfterSales({ orders, now }: Listed) {
  if (orders.length === 0) return <View className="t14 secondary">没有人在退换。</View>
  return orders.map(sale => <AfterSale key={sale.orderId} sale={sale} now={now} />)
}
