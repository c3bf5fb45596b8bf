import { grouped } from '@domain/kernel/grouped'
import { pictureOf, variantName } from '@domain/mall/goods'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf, useSession } from '@/api'
import { openPage, replacePage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Coin } from '@/ui/coin/Coin'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { Stepper } from '@/ui/stepper/Stepper'
import { toast } from '@/ui/toast/store'
import { keepDesk, readDesk } from '../../address'
import { type BasketLine, type JudgedLine, judgedLines } from '../../basketLines'
import { DeskChoice } from '../../DeskChoice'
import { homeOf, likelyDesk } from '../../deliveryForm'
import { GoodThumb } from '../../GoodThumb'
import { Outcomes } from './Outcomes'
import { lineKey, useRedeemAll } from './useRedeemAll'
import { type Ways, wayOf } from './ways'
import './basket.scss'

type Basket = Output<typeof api.mall.openBasket>
/** Fewer than this and it is worth saying. */
const scarceBelow = 20

/** What goes another way than the rest says so. */
function sayOtherWay(line: BasketLine, ways: Ways): string {
  const { kind } = wayOf(line.product.deliveries, ways)
  if (kind === ways[0]?.kind) return ''
  if (kind === 'code') return '换到就给兑换码'
  return kind === 'desk' ? '这件只能到前台取' : '这件只能寄到家'
}

function LineCard({ judged, ways }: { judged: JudgedLine; ways: Ways }) {
  const { line, because, most } = judged
  const { product, variantId, quantity } = line
  const put = useCommand(api.mall.putInBasket, { outdates: [api.mall.openBasket] })
  const variant = product.variants.find(one => one.variantId === variantId)
  const kind = variant ? variantName(variant) : ''
  const stock = variant?.stock ?? 0
  const left = stock < scarceBelow ? `剩 ${stock} ${product.unit}` : ''
  const notes = because ? [<Badge key="because">{because}</Badge>] : [left, sayOtherWay(line, ways)]
  const change = (next: number) => put.run({ productId: product.productId, variantId, quantity: next })
  const remove = async () => {
    if (await change(0)) toast.undo({ text: `拿掉了${product.name}`, onUndo: () => change(quantity) })
  }
  return (
    <Card padding="none">
      <ListRow
        lead={<GoodThumb good={{ ...product, coverFileId: pictureOf(product, variantId) }} />}
        title={product.name}
        meta={[kind, ...notes].filter(Boolean)}
        end={<Coin amount={product.price * quantity} size={16} />}
        chevron={false}
        onTap={() => openPage('mall/product', { productId: product.productId })}
      />
      <View className="basket__counts">
        <Button kind="text" size="small" icon="trash" label={`拿掉${product.name}`} onTap={remove}>
          拿掉
        </Button>
        <Stepper
          label={`${product.name}的数量`}
          value={quantity}
          most={most}
          unit={product.unit}
          onChange={next => void change(next)}
        />
      </View>
    </Card>
  )
}

/** Where all of it goes: the preferred address or the nearest desk, as far as each thing allows. */
function usePlace(basket: Basket | undefined) {
  const { me } = useSession()
  const [home, setHome] = useState(false)
  const [chosenDesk, setDesk] = useState('')
  const likely = likelyDesk(basket?.desks ?? [], readDesk(), me?.site)
  const deskId = chosenDesk || likely || (basket?.desks[0]?.deskId ?? '')
  const address = basket?.addresses[0]
  const atHome = home && address !== undefined
  const toDesk = { kind: 'desk', deskId } as const
  const toHome = address ? [{ kind: 'home', ...homeOf(address) } as const] : []
  const ways: Ways = atHome ? [...toHome, toDesk] : [toDesk, ...toHome]
  return { ways, deskId, atHome, address, setHome, setDesk }
}

/** Where it goes: one of the desks, or home; a tap changes it. */
function PlaceCard({ place, desks }: { place: ReturnType<typeof usePlace>; desks: Basket['desks'] }) {
  const { deskId, atHome, address, setHome, setDesk } = place
  return (
    <Card padding="none">
      <ListRow
        lead={atHome ? 'truck' : 'desk'}
        title={atHome ? '寄到家' : '公司前台自取'}
        meta={atHome && address ? homeOf(address).address : undefined}
        end={
          <Button
            kind="text"
            size="small"
            onTap={() => (address ? setHome(!atHome) : openPage('mall/addresses'))}
          >
            {atHome ? '改到前台' : '改寄到家'}
          </Button>
        }
      />
      {atHome ? null : (
        <View className="basket__desks">
          <DeskChoice desks={desks} deskId={deskId} onChoose={setDesk} />
        </View>
      )}
    </Card>
  )
}

/** 购物袋: several things at once, each its own order. */
export default function BasketPage() {
  const query = useQueryOf(api.mall.openBasket, {}, { staleMs: 0 })
  const place = usePlace(query.data)
  const all = useRedeemAll()
  const judged = query.data ? judgedLines(query.data) : []
  // What can't be had stays in the basket and is not counted.
  const lines = judged.flatMap(({ line, because }) => (because === undefined ? [line] : []))
  const cost = lines.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0)
  const left = (query.data?.balance ?? 0) - cost
  return (
    <Screen
      nav={<Nav title="购物袋" />}
      query={query}
      skeleton={<SkeletonRows count={3} leadPx={56} />}
      isEmpty={loaded => loaded.lines.length === 0 && all.outcomes.length === 0}
      empty={{
        title: '袋子还空着',
        sentence: '看到合适的先放进来，一次换齐。',
        action: { label: '去商城看看', onTap: () => replacePage('mall/shop') },
      }}
      bar={
        judged.length > 0 ? (
          <BottomBar
            consequence={
              lines.length === 0
                ? '现在都换不了'
                : left < 0
                  ? `还差 ${grouped(-left)} 沃币`
                  : `兑换后还剩 ${grouped(left)} 沃币`
            }
          >
            <Button
              disabled={left < 0 || lines.length === 0}
              onTap={() => {
                keepDesk(place.deskId)
                return all.run(lines, place.ways)
              }}
            >
              用 {grouped(cost)} 沃币换 {lines.length} 样
            </Button>
          </BottomBar>
        ) : (
          all.outcomes.length > 0 && (
            <BottomBar consequence="都成了订单">
              <Button onTap={() => replacePage('mall/orders')}>我的订单</Button>
            </BottomBar>
          )
        )
      }
    >
      {loaded => (
        <View className="pad column gap-8">
          <View className="t12 secondary">一样一个订单，可以分开取消和退换</View>
          {all.outcomes.length > 0 ? <Outcomes outcomes={all.outcomes} balance={loaded.balance} /> : null}
          {judged.map(one => (
            <LineCard key={lineKey(one.line)} judged={one} ways={place.ways} />
          ))}
          {loaded.lines.length > 0 ? <PlaceCard place={place} desks={loaded.desks} /> : null}
        </View>
      )}
    </Screen>
  )
}
