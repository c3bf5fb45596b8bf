import { grouped } from '@domain/kernel/grouped'
import { orderStateNames } from '@domain/mall/order'
import { View } from '@tarojs/components'
import { api, type Output, usePagesOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Face } from '@/rooms/Face'
import { replacePage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { usePageParams } from '@/rooms/usePageParams'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { GoodThumb } from '../../GoodThumb'
import { orderTones } from '../../orderWords'

type Opened = Output<typeof api.mall.listRedemptions>

interface RedemptionProps {
  redemption: Opened['redemptions'][number]
  unit: string
  now: number
}

function Redemption({ redemption, unit, now }: RedemptionProps) {
  const { buyer, variantName, quantity, paid, state, desk, placedAt, number } = redemption
  const what = [variantName, `${quantity} ${unit}`, `${grouped(paid)} 沃币`].filter(Boolean).join(' · ')
  return (
    <ListRow
      lead={<Face of={buyer} size={40} />}
      title={`${buyer.name} · ${buyer.department}`}
      meta={[what, `${sayWhen(placedAt, now)} · 订单 ${number}`, desk].filter(Boolean)}
      end={
        <Badge tone={orderTones[state]}>{state === 'placed' && desk ? '待取' : orderStateNames[state]}</Badge>
      }
    />
  )
}

/** 谁换了: everybody who redeemed a good, what they took and where it is now. */
export default function RedemptionsPage() {
  const { productId = '' } = usePageParams()
  const pages = usePagesOf(api.mall.listRedemptions, { productId }, { kept: false })
  const screen = usePagedScreen(pages)
  const product = pages.data?.pages[0]?.product
  return (
    <Screen
      column
      nav={<Nav title="谁换了" />}
      side={<DeskMenu here="mall/goods" />}
      query={screen}
      skeleton={<SkeletonRows count={6} leadPx={40} />}
      elsewhere={{ label: '看所有商品', onTap: () => replacePage('mall/goods') }}
      isEmpty={loaded => loaded.every(({ redemptions }) => redemptions.length === 0)}
      empty={{
        title: '还没有人换',
        sentence: product?.on === false ? '它现在没上架，上架后同事才看得见。' : '有人换了会出现在这里。',
      }}
    >
      {loaded => (
        <View className="pad column gap-12 mt-12">
          {product ? (
            <Card padding="compact">
              <View className="row gap-12">
                <GoodThumb good={product} />
                <View className="t16 medium grow">{product.name}</View>
              </View>
            </Card>
          ) : null}
          <Card padding="none">
            {loaded.flatMap(({ redemptions, product: { unit }, now }) =>
              redemptions.map(redemption => (
                <Redemption key={redemption.orderId} redemption={redemption} unit={unit} now={now} />
              )),
            )}
          </Card>
          <ListEnd of={pages} />
        </View>
      )}
    </Screen>
  )
}
