import { grouped } from '@domain/kernel/grouped'
import { afterSaleReasons } from '@domain/mall/afterSale'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type ApiError, api, holdCommand, type Output, useCommand } from '@/api'
import { ReasonSheet } from '@/rooms/access/public'
import { PhotoRow } from '@/rooms/PhotoRow'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { Switch } from '@/ui/switch/Switch'
import { toast } from '@/ui/toast/store'
import { OrderRow } from '../../OrderRow'
import './returns.scss'

export type Listed = Output<typeof api.mall.listAfterSales>['orders'][number]

const refusals = [
  { label: '已经使用过', sentence: '已经使用过，不影响使用的痕迹不能退换' },
  { label: '和照片对不上', sentence: '和照片对不上，请补一张照片再申请' },
  { label: '这件商品已经停换', sentence: '这件商品已经停换，换不到新的' },
]

const lapses = [{ label: '一直没有交回', sentence: '一直没有收到东西，这次先结束' }]

/** What ends it without coins or a new thing; the buyer is told why. */
const endings = {
  refuse: { title: '不同意退换', action: '不同意', reasons: refusals },
  lapse: { title: '不再等了', action: '结束', reasons: lapses },
} as const
type Ending = keyof typeof endings

const outdates = [
  api.mall.listAfterSales,
  api.mall.openOrder,
  api.mall.listFulfilment,
  api.access.openInbox,
  api.identity.openSession,
]

/** There is nothing to exchange it for; the catalogue says that to who wants to redeem. */
const goneCodes: readonly ApiError['code'][] = [
  'MALL_OUT_OF_STOCK',
  'MALL_VARIANT_MISSING',
  'MALL_PRODUCT_MISSING',
]

const acceptWords = '请把东西带到前台，收到后马上办。'

function useAnswers({ orderId, paid, productName, buyer: { name: buyer } }: Listed) {
  const decide = useCommand(api.mall.decideAfterSale, {
    outdates,
    onDone: (_output, { verdict }) =>
      toast.show(verdict === 'accept' ? `告诉${buyer}了，等东西交回来` : `告诉${buyer}为什么了`),
  })
  const takeBack = useCommand(api.mall.takeBack, {
    outdates,
    onDone: ({ refunded }) => toast.show(`${grouped(refunded)} 沃币退给${buyer}了，东西回到货架`),
  })
  const exchange = useCommand(api.mall.exchange, {
    outdates,
    onDone: (_output, { broken }) =>
      toast.show(`新的留好了，在「发货」里等着给出去${broken ? '；旧的记为损坏' : ''}`),
    onError: ({ code }) => {
      if (!goneCodes.includes(code)) return false
      toast.show('想换的没有了，可以改为退回沃币')
      return true
    },
  })
  return {
    accept: () => decide.run({ orderId, verdict: 'accept', words: acceptWords }),
    end: (verdict: Ending, words: string) => decide.run({ orderId, verdict, words }),
    takeBack: (broken: boolean) => {
      if (!broken) return takeBack.run({ orderId })
      return holdCommand(
        api.mall.takeBack,
        { orderId, broken: true },
        {
          ids: [orderId],
          subject: `退「${productName}」，记为损坏`,
          outdates,
          said: `${grouped(paid)} 沃币退给${buyer}，东西记为损坏`,
          after: '数到 0 生效',
          tooLate: '已经退了，库存流水里能改',
        },
      )
    },
    exchange: (broken: boolean) => exchange.run({ orderId, broken }),
  }
}

/** What comes next of it, in the keeper's words. */
function saySteps({ paid, wish, kind }: Listed) {
  return {
    accept: '同意',
    refuse: '不同意',
    takeBack: kind === 'return' ? `收到了，退 ${grouped(paid)} 沃币` : `改为退回 ${grouped(paid)} 沃币`,
    exchange: wish ? `收到了，换成${wish}` : '收到了，换一件新的',
    lapse: '没等到，结束',
  }
}

/** "退 1 只（共 2 只），退回 160 沃币": what an answer decides. */
function sayExtent({ kind, quantity, ordered, unit, paid }: Listed): string {
  const whole = ordered > 1 ? `（共 ${ordered} ${unit}）` : ''
  const pieces = `${quantity} ${unit}${whole}`
  return kind === 'return' ? `退 ${pieces}，退回 ${grouped(paid)} 沃币` : `换 ${pieces}`
}

/** What is there beside what was asked for. */
const isSecond = (action: Listed['actions'][number], { kind }: Listed) =>
  action === 'refuse' || action === 'lapse' || (action === 'takeBack' && kind === 'exchange')

interface BrokenChoiceProps {
  sale: Listed
  broken: boolean
  onChange: (broken: boolean) => void
}

/** In what condition it came: nobody else shall get what is broken, whether coins or another one go out for it. */
function BrokenChoice({ sale, broken, onChange }: BrokenChoiceProps) {
  if (!sale.actions.includes('takeBack')) return null
  return (
    <View className="returns__broken">
      <View className="grow">
        <View className="t14 medium">收到时已经坏了</View>
        <View className="t12 secondary">{broken ? '不放回货架，记为损坏' : '没坏，收到就放回货架'}</View>
      </View>
      <Switch
        on={broken}
        label={`收到时已经坏了，不放回货架：${sale.buyer.name}的${sale.productName}`}
        onChange={onChange}
      />
    </View>
  )
}

/** Whose it is, since when, and the number that people read to each other, which is never broken. */
const metaOf = ({ buyer, at, number }: Listed, now: number) => [
  `${buyer.name} · ${buyer.department}`,
  <View key="number">
    {sayWhen(at, now)} · <Text className="nowrap">{number}</Text>
  </View>,
]

interface AfterSaleCardProps {
  sale: Listed
  /** Whether there is no other keeper to answer one's own. */
  alone: boolean
  now: number
}

/** One thing that somebody wants to give back: what, why, and what the keeper may do about it now. */
export function AfterSaleCard({ sale, alone, now }: AfterSaleCardProps) {
  const [ending, setEnding] = useState<Ending | null>(null)
  // Whoever got it broken gives it back broken; the keeper looks, and says otherwise.
  const [broken, setBroken] = useState(sale.reason === afterSaleReasons[sale.kind].broken)
  const answers = useAnswers(sale)
  const names = saySteps(sale)
  const act = {
    ...answers,
    takeBack: () => answers.takeBack(broken),
    exchange: () => answers.exchange(broken),
    refuse: () => setEnding('refuse'),
    lapse: () => setEnding('lapse'),
  }
  const isAsked = sale.actions.includes('accept')
  const what = sale.kind === 'return' ? '退货' : `换货${sale.wish ? `，要${sale.wish}` : ''}`
  return (
    <Card padding="none">
      <OrderRow
        order={sale}
        meta={metaOf(sale, now)}
        end={<Badge tone={isAsked ? 'accent' : 'neutral'}>{isAsked ? '等答复' : '等交回'}</Badge>}
      />
      <View className="returns__why">
        <View className="t14 medium">
          {what}：{sale.reason}
        </View>
        {sale.words ? <View className="t14 secondary">「{sale.words}」</View> : null}
        <PhotoRow fileIds={sale.photos} alt={`${sale.buyer.name}的照片`} />
        {sale.photosChecking > 0 ? (
          <View className="t12 secondary mt-4">还有 {sale.photosChecking} 张照片在检查，过一会儿再看</View>
        ) : null}
        {sale.actions.length === 0 ? (
          <View className="t14 secondary">
            {alone
              ? '自己的退换要由另一位商城管理员来办，现在只有你一位。已经告诉人力资源，请他们再加一位'
              : '自己和所代同事的退换，由另一位同事来办'}
          </View>
        ) : null}
      </View>
      <View className="returns__extent">{sayExtent(sale)}</View>
      <BrokenChoice sale={sale} broken={broken} onChange={setBroken} />
      <View className="returns__actions">
        {sale.actions.map(action => (
          <Button
            key={action}
            kind={isSecond(action, sale) ? 'secondary' : 'soft'}
            size="small"
            label={`${names[action]}：${sale.buyer.name}的${sale.productName}`}
            onTap={act[action]}
          >
            {names[action]}
          </Button>
        ))}
      </View>
      {ending ? (
        <ReasonSheet
          open
          onClose={() => setEnding(null)}
          {...endings[ending]}
          label="为什么"
          refusal
          note={`${sale.buyer.name}会看到这句话`}
          onSend={async words => {
            if (await answers.end(ending, words)) setEnding(null)
          }}
        />
      ) : null}
    </Card>
  )
}
